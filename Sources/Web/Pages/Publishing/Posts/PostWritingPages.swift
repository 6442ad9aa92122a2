import Operations
import Outreach

/// Writing a new post, from a material or freely, with a preview of how it comes out.
struct PostWritingPages: RouteGroup {
    var routes: [Route] {
        Route.form("/posts/new", .holding(.edit), show: show, save: save) + [
            .post("/posts/preview", .holding(.edit), preview),
            .get("/posts/materials", .holding(.edit), materials),
        ]
    }

    private func show(_ visit: Visit, _ refusal: Refusal?) async throws -> Page {
        let names = try await PublishingNames(visit)
        let form = PostForm(visit, refusal)
        let channels = names.channelChoices(of: visit)
        let chosen = visit.form["channel"] ?? visit.query["channel"]
        let channel = chosen.flatMap(Slug.init).flatMap { names.channels[$0] }
        let title = visit.t("Soạn bài", "New post")
        guard !channels.isEmpty else {
            return Page(
                title, in: .posts,
                main: """
                    \(visit.heading(title))
                    \(visit.empty(
                        visit.t("Chưa có kênh nào của đơn vị bạn", "Your unit has no channel yet"),
                        visit.t(
                            "Kênh được khai trong Channels/channels.yaml; hãy nhờ quản trị.",
                            "Channels are written in Channels/channels.yaml; ask an administrator."),
                        action: visit.link(visit.t("Xem các kênh", "See the channels"), "/channels", css: "button")))
                    """)
        }
        let preview = try await typedPreview(visit)
        return Page(
            title, in: .posts, scripts: ["publishing.js"],
            main: """
                \(visit.heading(title, HTML(text: visit.t(
                    "Chọn kênh và tài liệu đã duyệt, hoặc tự viết; rồi gửi một người khác duyệt.",
                    "Choose a channel and an approved material, or write freely; then someone else approves it."))))
                <div class="split">
                <form method="post" action="/posts/new" class="form" data-preview="/posts/preview">\(form.form.token)\(form.form.notice)
                \(form.form.select("channel", visit.t("Kênh", "Channel"), channels, chosen: chosen, empty: "—", required: true))
                \(material(form, visit))
                \(form.words(.init(), isTextRequired: false, maximum: channel?.preset.text?.maximum))
                \(form.moment(first(visit), tolerance: channel.map { $0.preset.notAfter ?? Post.defaultTolerance }))
                \(form.repetition())
                \(PostWriting.buttons(visit))
                </form>
                \(PostWriting.pane(preview, visit))
                </div>
                """)
    }

    private func material(_ form: PostForm, _ visit: Visit) -> HTML {
        """
        \(form.form.input(
            "material", visit.t("Tài liệu", "Material"), value: visit.query["material"],
            hint: visit.t("Gõ vài chữ để tìm trong thư viện, hoặc để trống và tự viết.", "Type a few letters to search the library, or leave it empty and write freely."),
            completion: "off"))
        <datalist id="materials"></datalist>
        """
    }

    /// Tomorrow at eight, unless the address says when.
    private func first(_ visit: Visit) -> PostForm.Values {
        var values = PostForm.Values()
        values.day = visit.query["day"].flatMap { Day($0) } ?? visit.workspace.today + 1
        values.time = visit.query["time"].flatMap(TimeOfDay.init) ?? TimeOfDay(minutes: 8 * 60)
        return values
    }

    /// A preview beside the fields where there is enough to show one; without a script it comes by a button.
    private func typedPreview(_ visit: Visit) async throws -> HTML {
        guard visit.form.has("channel") || visit.query.has("channel") else { return .empty }
        var fields = visit.form
        if !fields.has("channel") {
            let first = first(visit)
            for name in ["channel", "material"] { if let value = visit.query[name] { fields.add(name, value) } }
            if let day = first.day { fields.add("day", day.description) }
            if let time = first.time { fields.add("time", time.description) }
        }
        return try await PostWriting.preview(fields, visit)
    }

    private func preview(_ visit: Visit) async throws -> Reply {
        .fragment(try await PostWriting.preview(visit.form, visit))
    }

    /// Approved materials that fit what was typed, as choices of the field.
    private func materials(_ visit: Visit) async throws -> Reply {
        var query = LibraryQuery(text: visit.query["q"] ?? "", state: .approved, limit: 12)
        if let slug = visit.query["channel"].flatMap(Slug.init) {
            query.channel = try await visit.workspace.resolvedChannels().first { $0.slug == slug }?.kind
        }
        let found = try await visit.workspace.searchLibrary(query)
        return .fragment(
            found.html { entry in
                "<option value=\"\(entry.material)\">\(visit.t(entry.title)) · \(visit.t(entry.kind.words))</option>"
            })
    }

    private func save(_ visit: Visit) async throws -> Reply {
        if visit.form["then"] == "preview" { return .page(try await show(visit, PostWriting.onlyPreview)) }
        let form = PostForm(visit, nil)
        var reader = FormReader(visit.form)
        let draft = try form.draft(&reader)
        let recurrence = try form.recurrence(from: draft.day, &reader)
        try reader.finish()
        let posts = try await visit.workspace.createPosts(
            draft, repeating: recurrence, as: try visit.caller, mode: .perform)
        guard let first = posts.first else { throw PublishingError.nothingChosen }
        let path = posts.count == 1 ? "/posts/\(first.id)" : "/posts?state=draft&channel=\(first.channel)"
        return try await PostWriting.submitIfAsked(posts, then: path, visit)
    }
}
