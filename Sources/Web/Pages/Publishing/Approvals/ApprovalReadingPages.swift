import Operations
import Outreach

/// One post, read in full before it is decided: exactly what goes out, where, when, and what changed.
struct ApprovalReadingPages: RouteGroup {
    var routes: [Route] {
        Route.form("/approvals/:post", .holding(.view), show: show, save: decide)
    }

    private func show(_ visit: Visit, _ refusal: Refusal?) async throws -> Page {
        let reading = try await visit.workspace.readPost(try visit.parameter("post"), as: try visit.caller)
        let names = try await PublishingNames(visit)
        let post = reading.post
        // After a refusal the reader is shown what changed since the text they had before them.
        let since = (visit.form["hash"] ?? visit.query["since"]).flatMap(ContentHash.init)
        return Page(
            post.title, in: .approvals, scripts: ["publishing.js"],
            main: """
                \(visit.heading(
                    post.title,
                    "\(visit.badge(post.state)) \(visit.t("soạn bởi", "written by")) \(names.person(post.author))",
                    actions: visit.link(visit.t("Trang của bài", "The post’s page"), "/posts/\(post.id)", css: "button")))
                \(visit.remarks(reading.remarks))
                <div class="split"><div>
                \(outgoing(reading, visit))
                \(PostJudgementCard(
                    visit: visit, reading: reading, names: names, refusal: refusal, back: "/approvals/\(post.id)").html)
                \(PostComparison(visit: visit, reading: reading, names: names, since: since).html)
                </div><div>
                \(place(reading, names, visit))
                \(ApprovalWay(visit: visit, reading: reading, names: names).html)
                <section class="card"><h2>\(visit.t("Diễn biến", "History"))</h2>\(visit.history(reading.steps, names))</section>
                </div></div>
                \(decision(reading, visit, refusal))
                """)
    }

    private func outgoing(_ reading: PostReading, _ visit: Visit) -> HTML {
        """
        <section class="card"><h2>\(visit.t("Sẽ gửi đúng như sau", "Exactly this will be sent"))</h2>
        \(reading.sending.defect.html { visit.notice(.bad, HTML(text: visit.t($0))) })
        \(visit.outgoing(reading.sending, title: reading.post.title))
        \(reading.post.link.html { "<p>\(visit.t("Liên kết", "Link")): \(visit.externalLink($0))</p>" })
        \(visit.media(of: reading.post))
        \(visit.requests(reading.sending.requests))
        </section>
        """
    }

    private func place(_ reading: PostReading, _ names: PublishingNames, _ visit: Visit) -> HTML {
        let post = reading.post
        return """
            <section class="card"><h2>\(visit.t("Ở đâu, lúc nào", "Where and when"))</h2>
            \(visit.facts(PostFacts(visit: visit, names: names).placeAndTime(reading)
                + [
                    (visit.t("Người soạn", "Written by"), "\(names.person(post.author)), \(visit.formats.stamp(post.createdAt))"),
                    (
                        visit.t("Người sửa", "Changed by"),
                        post.editors.isEmpty ? nil : HTML(text: names.people(post.editors))
                    ),
                ]))
            </section>
            """
    }

    private func decision(_ reading: PostReading, _ visit: Visit, _ refusal: Refusal?) -> HTML {
        let form = FormView(visit, refusal)
        guard reading.post.state == .inReview, let hash = reading.hash else {
            return "\(form.notice)\(visit.notice(.info, HTML(text: visit.t(reading.post.state.meaning))))"
        }
        guard reading.rights.approvalObstacle == nil || reading.rights.mayReject else {
            return reading.rights.approvalObstacle.html { visit.notice(.warn, HTML(text: visit.t($0))) }
        }
        return """
            <section class="card decision" id="decision"><h2>\(visit.t("Quyết định", "Decide"))</h2>
            \(reading.rights.approvalObstacle.html { visit.notice(.warn, HTML(text: visit.t($0))) })
            <form method="post" action="/approvals/\(reading.post.id)" class="form">\(form.token)\(form.notice)\
            \(form.hidden("hash", hash.description))
            \(form.area(
                "comment", visit.t("Lời nhắn", "Comment"),
                hint: visit.t("Trả lại thì phải nêu lý do; người soạn sẽ thấy.", "A rejection needs a reason; the author will see it."),
                rows: 3))
            <div class="form-actions">\
            \(reading.rights.approvalObstacle == nil && mayGoOut(reading) ? """
                <button class="button button-primary" name="decision" value="approve">\(visit.t(reading.approval.nextStep.decision))</button>
                """ : .empty)\
            <button class="button button-danger" name="decision" value="reject">\(visit.t("Trả lại", "Reject"))</button></div>
            </form></section>
            """
    }

    /// Spares a click that would be refused; the findings above say what it takes.
    private func mayGoOut(_ reading: PostReading) -> Bool { reading.judgement.judged?.mayGoOut ?? false }

    private func decide(_ visit: Visit) async throws -> Reply {
        let reference = try visit.parameter("post")
        let caller = try visit.caller
        var reader = FormReader(visit.form)
        let comment = reader.text("comment", longest: 2000)
        let next = try await next(after: reference, visit)
        switch reader.required("decision") {
        case "approve":
            let hash = try seenHash(&reader)
            let posts = try await visit.workspace.approve(
                [SeenPost(reference, hash: hash)], comment: comment, as: caller, mode: .perform)
            if posts.first?.state == .inReview {
                return .done(
                    next, "Đã ký bước của bạn; bài chờ bước tiếp theo.",
                    "Your step is given; the post waits for the next.")
            }
            let moment = posts.first.map { visit.formats.moment($0.moment) } ?? ""
            return .done(next, "Đã duyệt; bài đi lúc \(moment).", "Approved; it goes out at \(moment).")
        case "reject":
            let posts = try await visit.workspace.review(
                [reference], .reject, comment: comment, as: caller, mode: .perform)
            if posts.first?.state == .unknown { return .done(next, PostDoubtWords.takenBack) }
            return .done(next, "Đã trả lại người soạn cùng lý do.", "Sent back to its author with the reason.")
        default: throw WebError.badForm
        }
    }

    private func seenHash(_ reader: inout FormReader) throws(WebError) -> ContentHash {
        guard let hash = ContentHash(reader.required("hash")) else { throw .badForm }
        return hash
    }

    /// Whoever reads one post after the other is led to the next that waits for them.
    private func next(after reference: String, _ visit: Visit) async throws -> String {
        let mine = try await visit.workspace.approvalQueue(as: try visit.caller).mine
        let place = mine.firstIndex { $0.id.description == reference }
        let rest = place.map { mine[(mine.index(after: $0))...] + mine[..<$0] } ?? mine[...]
        return rest.first.map { "/approvals/\($0.id)" } ?? "/approvals"
    }
}
