import Operations
import Outreach

/// Changing a post; nobody's change is written over unseen, and an approval given before is gone.
struct PostEditPages: RouteGroup {
    var routes: [Route] {
        Route.form("/posts/:post/edit", .holding(.edit), show: show, save: save)
    }

    private func show(_ visit: Visit, _ refusal: Refusal?) async throws -> Page {
        let reading = try await visit.workspace.readPost(try visit.parameter("post"), as: try visit.caller)
        let post = reading.post
        // Whoever may only read it gets no form, and a post that is out, or may be, is not changed.
        guard reading.rights.mayEdit else { throw WebError.missingRight(.edit) }
        _ = try post.state.after(.edit, mayBeOut: reading.mayBeOut)
        let form = PostForm(visit, refusal)
        var values = PostForm.Values()
        (values.title, values.text, values.link) = (post.title, post.text, post.link)
        (values.day, values.time, _) = post.zone.clock(of: post.moment)
        values.tolerance = post.notAfter - post.moment
        let title = visit.t("Sửa bài", "Edit the post")
        let preview = try await preview(of: post, visit)
        return Page(
            title, in: .posts, scripts: ["publishing.js"],
            main: """
                \(visit.heading(
                    title, HTML(text: post.title),
                    actions: visit.link(visit.t("Bỏ thay đổi", "Leave unchanged"), "/posts/\(post.id)", css: "button")))
                \([.approved, .inReview].contains(post.state) ? visit.notice(.warn, HTML(text: visit.t(
                    "Lưu xong, bài thành nháp và phải duyệt lại.", "Once saved it is a draft and has to be approved anew."))) : .empty)
                \(others(post, visit, refusal))
                <div class="split">
                <form method="post" action="/posts/\(post.id)/edit" class="form" data-preview="/posts/preview">\(form.form.token)\(form.form.notice)
                \(form.form.hidden("seen", visit.form["seen"] ?? PostContent(post).hash.description))
                \(form.form.hidden("channel", post.channel.description))
                \(form.words(values, isTextRequired: true, maximum: reading.channel?.preset.text?.maximum))
                \(form.moment(values, tolerance: reading.channel.map { $0.preset.notAfter ?? Post.defaultTolerance }))
                \(PostWriting.buttons(visit))
                </form>
                \(PostWriting.pane(preview, visit))
                </div>
                """)
    }

    /// Where somebody else saved meanwhile: their text against what was typed here, and the way to go on.
    private func others(_ post: Post, _ visit: Visit, _ refusal: Refusal?) -> HTML {
        let current = PostContent(post).hash.description
        guard refusal != nil, let seen = visit.form["seen"], seen != current else { return .empty }
        return """
            <section class="card"><h2>\(visit.t("Bản đang lưu so với chữ bạn gõ", "What is stored against what you typed"))</h2>
            \(visit.difference(from: post.text, to: visit.form.text("text")))
            <p>\(visit.t("Muốn lưu đè có chủ ý, hãy", "To write over it on purpose,")) \
            <a href="/posts/\(post.id)/edit">\(visit.t("mở bản mới", "open the new text"))</a> \
            \(visit.t("rồi chép phần của bạn vào.", "and put your part into it."))</p></section>
            """
    }

    private func preview(of post: Post, _ visit: Visit) async throws -> HTML {
        guard !visit.form.has("text") else { return try await PostWriting.preview(visit.form, visit) }
        var fields = Fields()
        let (day, time, _) = post.zone.clock(of: post.moment)
        for (name, value) in [
            ("channel", post.channel.description), ("title", post.title), ("text", post.text),
            ("link", post.link ?? ""), ("day", day.description), ("time", time.description),
            ("tolerance", String((post.notAfter - post.moment).components.seconds / 60)),
        ] { fields.add(name, value) }
        return try await PostWriting.preview(fields, visit)
    }

    private func save(_ visit: Visit) async throws -> Reply {
        if visit.form["then"] == "preview" { return .page(try await show(visit, PostWriting.onlyPreview)) }
        let reference = try visit.parameter("post")
        let form = PostForm(visit, nil)
        var reader = FormReader(visit.form)
        let edit = form.edit(&reader)
        let seen = reader.optional("seen").flatMap(ContentHash.init)
        try reader.finish()
        let post = try await visit.workspace.editPost(
            reference, edit, seeing: seen, as: try visit.caller, mode: .perform)
        return try await PostWriting.submitIfAsked([post], then: "/posts/\(post.id)", visit)
    }
}
