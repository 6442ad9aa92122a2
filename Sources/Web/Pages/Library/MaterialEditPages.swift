import Hummingbird
import Operations
import Outreach

/// Writing a material, new or as a new revision, with a check of the text as one types.
struct MaterialEditPages: RouteGroup {
    /// The largest file, and room for the texts.
    private static let bodyLimit = MediaType.largest + 4 << 20

    var routes: [Route] {
        Route.form("/library/new", .holding(.edit), bodyLimit: Self.bodyLimit, show: new, save: create)
            + Route.form(
                "/library/:material/edit", .holding(.edit), bodyLimit: Self.bodyLimit, show: edit, save: change)
            + [.post("/library/check", .holding(.edit), bodyLimit: Self.bodyLimit, check)]
    }

    private func new(_ visit: Visit, _ refusal: Refusal?) async throws -> Page {
        let form =
            refusal == nil
            ? MaterialForm(kind: visit.query["kind"].flatMap(MaterialKind.init) ?? .article)
            : MaterialForm(visit.form, added: try await uploads(of: visit).stored)
        return try await page(visit, form, refusal, material: nil)
    }

    private func edit(_ visit: Visit, _ refusal: Refusal?) async throws -> Page {
        let view = try await visit.workspace.material(try visit.slug("material"))
        guard let newest = view.newest else { throw WebError.noPage }
        guard refusal != nil else {
            // An older revision can be taken up again: its text, saved as the next one.
            var form = MaterialForm(
                visit.query["revision"].flatMap { Int($0) }.flatMap(view.revision) ?? newest)
            form.base = newest.hash.description
            return try await page(visit, form, nil, material: view.slug)
        }
        var form = MaterialForm(visit.form, added: try await uploads(of: visit).stored)
        guard case LibraryError.savedMeanwhile(_, _, _, let saved)? = refusal?.cause else {
            return try await page(visit, form, refusal, material: view.slug)
        }
        let changes = view.revisions.first { $0.hash.description == form.base }.html { before in
            """
            <p><a target="_blank" href="/library/\(view.slug)/changes?from=\(before.number)&to=\(newest.number)">\(visit.t(
                "Xem bản \(newest.number) khác bản \(before.number) chỗ nào (mở trang mới)",
                "See how revision \(newest.number) differs from \(before.number) (opens a new page)"))</a></p>
            """
        }
        // Told of it, whoever saves again has decided: the text now counts as written from that revision.
        form.base = saved.description
        return try await page(visit, form, refusal, material: view.slug, above: changes)
    }

    private func page(
        _ visit: Visit, _ form: MaterialForm, _ refusal: Refusal?, material: Slug?, above: HTML = .empty,
        isChecked: Bool = false
    ) async throws -> Page {
        let title =
            material == nil
            ? visit.t("Viết tài liệu mới", "Write a material")
            : visit.t("Sửa: \(form.titleVietnamese)", "Edit: \(form.titleEnglish)")
        let isEmpty = form.body.isEmpty && form.titleVietnamese.isEmpty
        let examination = isEmpty && !isChecked ? nil : try await examine(form, visit)
        return Page(
            title, in: .library, scripts: ["library.js"],
            main: """
                \(visit.heading(title, HTML(text: visit.t(
                    "Lưu tạo ra một bản mới chờ người khác duyệt; bản đang dùng không thay đổi cho đến khi đó.",
                    "Saving makes a new revision for someone else to approve; what is in use stays until then."))))
                \(above)
                \(MaterialFormView(
                    visit: visit, form: form, refusal: refusal, taxonomy: try await visit.workspace.taxonomy(),
                    examination: examination, material: material).html)
                """)
    }

    private func examine(_ form: MaterialForm, _ visit: Visit) async throws -> MaterialExamination? {
        guard let draft = form.draft(visit.form) else { return nil }
        return try await visit.workspace.examine(draft, as: try visit.caller)
    }

    private func create(_ visit: Visit) async throws -> Reply {
        let uploads = try await uploads(of: visit)
        let form = MaterialForm(visit.form, added: uploads.stored)
        return try await save(form, uploads.mistakes, as: try form.name(), basedOn: nil, visit)
    }

    private func change(_ visit: Visit) async throws -> Reply {
        let uploads = try await uploads(of: visit)
        let form = MaterialForm(visit.form, added: uploads.stored)
        guard let base = ContentHash(form.base) else { throw WebError.badForm }
        return try await save(form, uploads.mistakes, as: try visit.slug("material"), basedOn: base, visit)
    }

    /// - Parameter known: what was wrong with the files; then nothing is saved, but everything else is checked, so that
    ///   all of it is told at once.
    private func save(
        _ form: MaterialForm, _ known: [String: Message], as material: Slug, basedOn base: ContentHash?, _ visit: Visit
    ) async throws -> Reply {
        var reader = FormReader(visit.form)
        let content = form.read(&reader, material)
        let unread = known.merging(reader.mistakes) { first, _ in first }
        do {
            let (effect, revision) = try await visit.workspace.saveMaterial(
                content, basedOn: base, as: try visit.caller, mode: unread.isEmpty ? .perform : .rehearse)
            guard unread.isEmpty else { throw FormError.mistakes(unread) }
            if effect == .unchanged {
                return .done(
                    "/library/\(material)", "Không có gì thay đổi nên không có bản mới.",
                    "Nothing changed, so there is no new revision.")
            }
            return .done(
                "/library/\(material)?revision=\(revision.number)",
                Message(
                    vi: "Đã lưu bản \(revision.number), đang chờ người khác duyệt.",
                    en: "Revision \(revision.number) is saved and waits for someone else's approval."))
        } catch LibraryError.incomplete(let mistakes) {
            throw FormError.mistakes(
                unread.merging(mistakes.map { ($0.field.formName, $0.message) }) { first, _ in first })
        } catch LibraryError.nameTaken(let slug) {
            throw FormError.mistakes(
                unread.merging(["slug": LibraryError.nameTaken(slug).message]) { first, _ in first })
        }
    }

    /// The check of what is in the form: a fragment for a script, the whole page with everything typed otherwise.
    private func check(_ visit: Visit) async throws -> Reply {
        let uploads = try await uploads(of: visit)
        let form = MaterialForm(visit.form, added: uploads.stored)
        if visit.headers[.csrfToken] != nil {
            return .fragment(
                MaterialCheckView(visit: visit, examination: try await examine(form, visit)).html)
        }
        let refusal = uploads.mistakes.isEmpty ? nil : Refusal(FormError.mistakes(uploads.mistakes))
        return .page(
            try await page(
                visit, form, refusal, material: form.base.isEmpty ? nil : Slug(form.slug), isChecked: true))
    }
}

extension MaterialEditPages {
    /// What became of the files that came with a form.
    private struct Uploads {
        var stored: [MediaFile] = []
        /// Why others could not be taken, by their fields.
        var mistakes: [String: Message] = [:]
    }

    /// Takes in the files that can be taken, so that none has to be chosen again where something else is wrong.
    private func uploads(of visit: Visit) async throws -> Uploads {
        var uploads = Uploads()
        for file in visit.files where file.field.hasPrefix("file-") {
            do {
                let stored = try await visit.workspace.storeMedia(
                    file.bytes, name: file.name, alternativeText: visit.form["\(file.field)-alt"] ?? "",
                    as: try visit.caller)
                uploads.stored.append(stored)
                if let children = visit.form["\(file.field)-children"].flatMap({ Int($0) }) {
                    _ = try await visit.workspace.markPicture(
                        stored.hash, children: children, showsVictim: false, as: try visit.caller, mode: .perform)
                }
            } catch let error as any ReadableError {
                uploads.mistakes[file.field] = error.message
            }
        }
        return uploads
    }
}

extension MaterialField {
    /// The field of the form that it is typed into.
    fileprivate var formName: String {
        switch self {
        case .slug: "slug"
        case .kind: "kind"
        case .title: "title-vi"
        case .summary: "summary"
        case .audiences: "audiences"
        case .topics: "topics"
        case .source: "source"
        case .duration: "duration"
        case .level: "level"
        case .validity: "validity"
        case .body: "body"
        case .variant(let kind): "variant-\(kind.rawValue)"
        case .media: "file-1"
        }
    }
}
