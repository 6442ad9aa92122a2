import Operations
import Outreach

/// Several posts read one after the other and approved together: all of what is ticked, or nothing.
struct ApprovalGroupPages: RouteGroup {
    var routes: [Route] {
        [
            .get("/approvals/read", .signing) { .page(try await read($0, nil)) },
            .post("/approvals/read", .signing, on: read, save: approve),
        ]
    }

    /// As many as a person reads before pressing once.
    private static let pageLength = 20

    private func read(_ visit: Visit, _ refusal: Refusal?) async throws -> Page {
        let caller = try visit.caller
        let key = ApprovalKey(visit.query)
        let waiting = try await visit.workspace.approvalQueue(as: caller).mine.filter { key?.holds($0) ?? true }
        let start = visit.query["from"].flatMap(PostPlace.init)
        let rest = waiting.drop { post in
            start.map { (post.moment, post.id) < ($0.moment, $0.id) } ?? false
        }
        let readings = try await visit.workspace.readPosts(rest.prefix(Self.pageLength).map(\.id), as: caller)
        let names = try await PublishingNames(visit)
        let title = key?.name(names, visit) ?? visit.t("Tất cả bài chờ bạn duyệt", "Everything that waits for you")
        return Page(
            title, in: .approvals, scripts: ["publishing.js"],
            main: """
                \(visit.heading(
                    title,
                    HTML(text: visit.t(
                        "\(waiting.count) bài chờ duyệt, trang này \(readings.count) bài. Đọc rồi đánh dấu; bấm một lần là duyệt tất cả bài đã đánh dấu, hoặc không bài nào.",
                        "\(waiting.count) posts wait, \(readings.count) on this page. Read and tick; one press approves all that are ticked, or none.")),
                    actions: visit.link(visit.t("Về danh sách", "Back to the list"), "/approvals", css: "button")))
                \(readings.isEmpty ? done(visit, refusal) : form(readings, names, visit, refusal))
                \(pager(rest.dropFirst(Self.pageLength).first, isFirst: start == nil, visit))
                """)
    }

    private func done(_ visit: Visit, _ refusal: Refusal?) -> HTML {
        """
        \(FormView(visit, refusal).notice)\(visit.empty(
            visit.t("Đã xong phần này", "This part is done"),
            visit.t("Không còn bài nào ở đây chờ bạn.", "Nothing here waits for you any more."),
            action: visit.link(visit.t("Về danh sách", "Back to the list"), "/approvals", css: "button")))
        """
    }

    private func form(
        _ readings: [PostReading], _ names: PublishingNames, _ visit: Visit, _ refusal: Refusal?
    ) -> HTML {
        let form = FormView(visit, refusal)
        return """
            <form method="post" action="/approvals/read\(visit.query.query())">\(form.token)\(form.notice)
            \(readings.html { card($0, names, visit, refusal) })
            <section class="card decision">
            <p><button type="button" class="button" data-tick="seen" hidden>\(visit.t("Đánh dấu tất cả", "Tick all"))</button></p>
            \(form.area("comment", visit.t("Lời nhắn chung", "A comment on all of them"), rows: 2))
            <div class="form-actions"><button class="button button-primary">\(visit.t(
                "Duyệt các bài đã đánh dấu", "Approve what is ticked"))</button></div></section>
            </form>
            """
    }

    private func card(
        _ reading: PostReading, _ names: PublishingNames, _ visit: Visit, _ refusal: Refusal?
    ) -> HTML {
        let post = reading.post
        let seen = reading.hash.map { SeenPost(post.id.description, hash: $0).description }
        let isTicked = refusal != nil && seen.map(visit.form.all("seen").contains) == true
        let hasChanged = reading.hash.flatMap { reading.versions.newest(except: $0) } != nil
        return """
            <article class="card read-card"><h2>\(post.title)</h2>
            <p class="hint">\(visit.momentInWords(post.moment, post.zone)) · \
            \(visit.t("hạn chót", "until")) \(visit.formats.stamp(post.notAfter)) · \(names.channel(post.channel)) · \
            \(names.person(post.author))</p>
            \(visit.remarks(reading.remarks))
            \(found(reading, visit))
            \(reading.sending.defect.html { visit.notice(.bad, HTML(text: visit.t($0))) })
            \(visit.outgoing(reading.sending, title: post.title))
            \(post.link.html { "<p>\(visit.t("Liên kết", "Link")): \(visit.externalLink($0))</p>" })
            \(visit.media(of: post))
            \(hasChanged ? "<p><strong>\(visit.t("Đã sửa sau lần gửi duyệt trước.", "Changed since it was last submitted."))</strong> <a href=\"/approvals/\(post.id)#changes\">\(visit.t("Xem đã đổi gì", "See what changed"))</a></p>" : .empty)
            <div class="read-card-foot">\
            \(seen.html { """
                <label class="box"><input type="checkbox" name="seen" value="\($0)" \(flag: "checked", if: isTicked)> \
                <span>\(visit.t("Đã đọc, duyệt bài này", "Read; approve this one"))<span class="unseen">: \(post.title)</span></span></label>
                """ })\
            <a class="button button-small" href="/approvals/\(post.id)">\(visit.t("Xem kỹ hoặc trả lại", "Look closer or reject"))\
            <span class="unseen">: \(post.title)</span></a></div>
            </article>
            """
    }

    /// Findings in short; the page of the post has them in full.
    private func found(_ reading: PostReading, _ visit: Visit) -> HTML {
        guard let judged = reading.judgement.judged else {
            return reading.judgement.unchecked.html { visit.notice(.bad, HTML(text: visit.t($0))) }
        }
        let letPass = judged.findings.filter { judged.override(of: $0) != nil }
        return judged.obstacles.html { visit.notice(.bad, HTML(text: visit.t($0))) }
            + judged.open.html { visit.notice(.bad, HTML(text: visit.t($0.summary))) }
            + letPass.html { finding in
                visit.notice(
                    .warn,
                    """
                    \(visit.t("Đã cho qua", "Let pass")): \(visit.t(finding.summary)) \
                    \(judged.override(of: finding).html { "<q>\($0.reason)</q> (\($0.by))" })
                    """)
            }
            + judged.warnings.html { visit.notice(.info, HTML(text: visit.t($0.summary))) }
    }

    private func pager(_ next: WaitingPost?, isFirst: Bool, _ visit: Visit) -> HTML {
        let onward = next.map { post in
            visit.query.query(replacing: ["from": "\(post.moment.milliseconds)_\(post.id)"])
        }
        guard onward != nil || !isFirst else { return .empty }
        return """
            <nav class="pager" aria-label="\(visit.t("Trang", "Pages"))">\
            \(isFirst ? "<span></span>" : "<a class=\"button\" href=\"/approvals/read\(visit.query.query(replacing: ["from": nil]))\">\(visit.t("Về đầu", "To the beginning"))</a>")\
            \(onward.html { "<a class=\"button\" href=\"/approvals/read\($0)\">\(visit.t("Các bài tiếp theo", "The next posts"))</a>" })</nav>
            """
    }

    private func approve(_ visit: Visit) async throws -> Reply {
        let seen = try visit.form.all("seen").map { text throws(WebError) in
            guard let seen = SeenPost(text) else { throw .badForm }
            return seen
        }
        var reader = FormReader(visit.form)
        let comment = reader.text("comment", longest: 2000)
        try reader.finish()
        let posts = try await visit.workspace.approve(seen, comment: comment, as: try visit.caller, mode: .perform)
        return .done(
            "/approvals/read\(visit.query.query(replacing: ["from": nil]))", "Đã duyệt \(posts.count) bài.",
            "Approved \(posts.count.of("post", "posts")).")
    }
}
