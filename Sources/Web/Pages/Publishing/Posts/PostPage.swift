import Operations
import Outreach

/// One post: how it stands, why, what comes next, and everything that was done with it.
struct PostPage: RouteGroup {
    var routes: [Route] {
        [
            .get("/posts/:post", .holding(.view)) { .page(try await Self.show($0, nil)) },
            .get("/posts/:post/state", .holding(.view), state),
        ]
    }

    /// Also where what was asked of the post is refused.
    static func show(_ visit: Visit, _ refusal: Refusal?) async throws -> Page {
        let reading = try await visit.workspace.readPost(try visit.parameter("post"), as: try visit.caller)
        let names = try await PublishingNames(visit)
        let post = reading.post
        let why = try await why(post, visit)
        return Page(
            post.title, in: .posts, scripts: ["publishing.js"],
            main: """
                \(visit.heading(
                    post.title,
                    "\(names.channel(post.channel)) · \(visit.momentInWords(post.moment, post.zone))"))
                \(FormView(visit, refusal).notice)
                \(standing(reading, names, visit))\(why)
                \(visit.remarks(reading.remarks))
                <div class="split"><div>
                \(outgoing(reading, visit))
                \(PostComparison(
                    visit: visit, reading: reading, names: names, since: visit.query["since"].flatMap(ContentHash.init),
                    isQuietWithoutBase: true).html)
                \(PostJudgementCard(
                    visit: visit, reading: reading, names: names, refusal: refusal, back: "/posts/\(post.id)").html)
                \(PostAttempts(visit: visit, reading: reading).html)
                </div><div>
                \(PostActions(visit: visit, reading: reading, refusal: refusal).html)
                <section class="card"><h2>\(visit.t("Ở đâu, lúc nào", "Where and when"))</h2>
                \(visit.facts(PostFacts(visit: visit, names: names).placeAndTime(reading)))</section>
                \(samples(reading, visit))
                <section class="card"><h2>\(visit.t("Diễn biến", "History"))</h2>\(visit.history(reading.steps, names))</section>
                </div></div>
                """)
    }

    /// The state in words, the reason, and whose turn it is.
    private static func standing(_ reading: PostReading, _ names: PublishingNames, _ visit: Visit) -> HTML {
        let post = reading.post
        let isByHand = reading.channel?.byHand != nil
        let next = post.state == .retrying ? post.nextAttemptAt : nil
        return """
            <section class="card standing standing-\(post.state.tone.rawValue)" aria-label="\(visit.t("Tình trạng", "State"))" \
            \(attribute: "data-follow", [.sending, .retrying].contains(post.state) ? "/posts/\(post.id)/state" : nil)>
            <p class="standing-state">\(visit.badge(post.state)) \(visit.t(post.state.meaning))</p>
            \(post.reason.html { "<p><strong>\(visit.t("Lý do", "Reason")):</strong> \(visit.t($0))</p>" })
            \(next.html { "<p>\(visit.t("Lần gửi tới", "Next attempt")): \(visit.formats.stamp($0))</p>" })
            \(post.receipt.html { receipt(isByHand: isByHand, $0, visit) })
            \(post.approval.html { "<p class=\"hint\">\(visit.t("Duyệt bởi", "Approved by")) \(names.person($0.by)), \(visit.formats.stamp($0.at))</p>" })
            \(post.state.nextStep(isByHand: isByHand).html { "<p><strong>\(visit.t("Bước tiếp theo", "Next")):</strong> \(visit.t($0))</p>" })
            </section>
            """
    }

    /// What keeps a post that should be out, and what is known of one nobody knows the end of.
    private static func why(_ post: Post, _ visit: Visit) async throws -> HTML {
        guard [.approved, .retrying, .sending, .unknown].contains(post.state) else { return .empty }
        let explanation = try await visit.workspace.explainPost(post.id.description, as: try visit.caller)
        if post.state == .unknown {
            return visit.notice(
                .warn, "<strong>\(visit.t("Biết được", "What is known")):</strong> \(visit.t(explanation.known))")
        }
        guard explanation.isOverdue || explanation.isStuck else { return .empty }
        return visit.notice(
            .warn,
            """
            <strong>\(visit.t("Vì sao chưa đi", "Why it has not gone out")):</strong>
            <ul>\(explanation.reasons.html { "<li>\(visit.t($0))</li>" })</ul>
            """)
    }

    private static func receipt(isByHand: Bool, _ receipt: Outreach.Receipt, _ visit: Visit) -> HTML {
        """
        <p>\(isByHand ? visit.t("Đã ghi lúc", "Written down for") : visit.t("Lên kênh lúc", "Out since")) \(visit.formats.stamp(receipt.at))\
        \(receipt.link.html { " · \(visit.externalLink($0, visit.t("Mở bài trên kênh", "Open it on the channel")))" })\
        \(receipt.remoteID.html { " · <span class=\"hint\">\(visit.t("mã bên nhận", "receiver’s id")): <span class=\"mono\">\($0)</span></span>" })</p>
        """
    }

    private static func outgoing(_ reading: PostReading, _ visit: Visit) -> HTML {
        """
        <section class="card"><h2>\(visit.t("Nội dung", "Text"))</h2>
        \(reading.sending.defect.html { visit.notice(.bad, HTML(text: visit.t($0))) })
        \(visit.outgoing(reading.sending, title: reading.post.title))
        \(reading.post.link.html { "<p>\(visit.t("Liên kết", "Link")): \(visit.externalLink($0))</p>" })
        \(visit.media(of: reading.post))
        \(visit.requests(reading.sending.requests))
        </section>
        """
    }

    private static func samples(_ reading: PostReading, _ visit: Visit) -> HTML {
        guard !reading.samples.isEmpty else { return .empty }
        return """
            <section class="card"><h2>\(visit.t("Số đo", "Samples"))</h2>
            \(TableView(
                visit.t("Số đo của bài", "Samples of the post"),
                [
                    .init(name: visit.t("Chỉ số", "Metric")), .init(name: visit.t("Giá trị", "Value"), isNumber: true),
                    .init(name: visit.t("Lúc", "At")), .init(name: visit.t("Nguồn", "Source"), isMinor: true),
                ],
                rows: reading.samples.reversed().map { sample in
                    [
                        HTML(text: visit.t(sample.metric.words)),
                        "\(visit.formats.number(sample.value))\(sample.isEstimated ? " (\(visit.t("ước tính", "estimated")))" : "")",
                        visit.formats.stamp(sample.capturedAt), HTML(text: visit.t(sample.source.words)),
                    ]
                }
            ).html)</section>
            """
    }

    /// The state alone, for a page that waits for an attempt to end.
    private func state(_ visit: Visit) async throws -> Reply {
        let reading = try await visit.workspace.readPost(try visit.parameter("post"), as: try visit.caller)
        return .fragment(Self.standing(reading, try await PublishingNames(visit), visit))
    }
}
