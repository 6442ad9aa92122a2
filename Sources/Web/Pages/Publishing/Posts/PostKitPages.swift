import Operations
import Outreach

/// Everything needed to post by hand: the text to copy, the files, the steps, and the result to write down.
struct PostKitPages: RouteGroup {
    var routes: [Route] {
        Route.form("/posts/:post/kit", .holding(.view), show: show, save: record)
    }

    private func show(_ visit: Visit, _ refusal: Refusal?) async throws -> Page {
        let kit = try await visit.workspace.kit(for: try visit.parameter("post"), as: try visit.caller)
        let post = kit.post
        let title = visit.t("Bộ nội dung đăng tay", "Kit to post by hand")
        return Page(
            title, in: .posts, scripts: ["publishing.js"],
            main: """
                \(visit.heading(
                    post.title, "\(title) · \(visit.t(kit.channel)) · \(visit.momentInWords(post.moment, post.zone))",
                    actions: visit.link(visit.t("Trang của bài", "The post’s page"), "/posts/\(post.id)", css: "button")))
                <div class="split"><div>
                \(text(post, visit))
                \(media(post, visit))
                </div><div>
                \(steps(kit, visit))
                \(post.state == .approved && visit.may(.edit) ? result(kit, visit, refusal) : visit.notice(.ok, HTML(text: visit.t(post.state.meaning))))
                </div></div>
                """)
    }

    private func text(_ post: Post, _ visit: Visit) -> HTML {
        let spoken = Int(SpokenLength.of(post.text).components.seconds)
        let length =
            spoken < 60
            ? visit.t("\(spoken) giây", "\(spoken) seconds")
            : visit.t("\(spoken / 60) phút \(spoken % 60) giây", "\(spoken / 60) minutes \(spoken % 60) seconds")
        return """
            <section class="card"><div class="kit-head"><h2>\(visit.t("Chữ để đăng", "The text"))</h2>
            <button type="button" class="button button-primary" data-copy="kit-text" \
            data-copied="\(visit.t("Đã sao chép", "Copied"))" hidden>\(visit.t("Sao chép", "Copy"))</button></div>
            <div class="outgoing text-as-is" id="kit-text" lang="vi">\(post.text)</div>
            \(post.link.html { "<p>\(visit.t("Liên kết kèm theo", "Link to go with it")): \(visit.externalLink($0))</p>" })
            <p class="hint">\(visit.t("Đọc thành tiếng khoảng \(length).", "Takes about \(length) to read aloud."))</p>
            </section>
            """
    }

    private func media(_ post: Post, _ visit: Visit) -> HTML {
        post.media.isEmpty
            ? .empty
            : "<section class=\"card\"><h2>\(visit.t("Tệp kèm theo", "Files to go with it"))</h2>\(visit.media(of: post))</section>"
    }

    private func steps(_ kit: PostKit, _ visit: Visit) -> HTML {
        """
        <section class="card"><h2>\(visit.t("Các bước", "Steps"))</h2>
        <ul class="checklist">\(kit.steps.html { step in
            "<li><label class=\"box\"><input type=\"checkbox\"> <span>\(visit.t(step))</span></label></li>"
        })</ul></section>
        """
    }

    private func result(_ kit: PostKit, _ visit: Visit, _ refusal: Refusal?) -> HTML {
        let form = FormView(visit, refusal)
        let fields = ResultFields(form: form, visit: visit)
        return """
            <section class="card"><h2>\(visit.t("Đăng xong, ghi lại", "Once posted, write it down"))</h2>
            <p class="hint">\(visit.t("Kênh này cần", "This channel asks for")): \(visit.t(kit.record.words)).</p>
            \(form(action: "/posts/\(kit.post.id)/kit", submit: visit.t("Ghi là đã đăng", "Write down as posted"), """
                \(form.input(
                    "link", visit.t("Đường dẫn của bài", "Link to it"), type: "url", required: kit.record == .link))
                \(fields.figure(of: kit.record))
                \(fields.whenAndComment())
                """))</section>
            """
    }

    private func record(_ visit: Visit) async throws -> Reply {
        let reference = try visit.parameter("post")
        let reading = try await visit.workspace.readPost(reference, as: try visit.caller)
        var reader = FormReader(visit.form)
        let finding = try PostFindingReader(reading: reading).finding(&reader)
        _ = try await visit.workspace.resolvePost(
            reference, finding, comment: reader.optional("comment", longest: 2000) ?? "", as: try visit.caller,
            mode: .perform)
        return .done("/posts/\(reference)", "Đã ghi là đã đăng.", "Written down as posted.")
    }
}
