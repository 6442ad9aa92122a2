import Operations
import Outreach

/// Pictures, the children in them, and the register of signed consents: by the number of the paper, never by name.
struct ConsentPages: RouteGroup {
    var routes: [Route] {
        [
            .get("/consents", .holding(.view)) { .page(try await show($0, nil)) },
            .post("/consents", .holding(.edit), on: show, save: record),
            .post("/consents/pictures", .holding(.edit), on: show, save: mark),
            .post("/consents/taken-down", .holding(.edit), on: show, save: settle),
            .post("/consents/:consent/withdraw", .holding(.edit), on: show, save: withdraw),
        ]
    }

    private func show(_ visit: Visit, _ refusal: Refusal?) async throws -> Page {
        let caller = try visit.caller
        let title = visit.t("Ảnh và sự đồng ý", "Pictures and consent")
        let pictures = try await visit.workspace.libraryPictures(as: caller)
        let view = ConsentView(
            visit: visit, names: try await PublishingNames(visit), refusal: refusal, pictures: pictures,
            consents: try await visit.workspace.consents(as: caller),
            takeDowns: try await visit.workspace.openTakeDowns(as: caller),
            units: visit.may(.edit) ? try await visit.unitChoices(.edit) : [])
        return Page(
            title, in: .library, scripts: ["library.js"],
            main: """
                \(visit.heading(title, HTML(text: visit.t(
                    "Ảnh, phim nhận ra được trẻ em chỉ được đăng khi có bản đồng ý đã ký còn hiệu lực. Sổ chỉ ghi số hiệu bản giấy, không bao giờ ghi tên trẻ. Ảnh nạn nhân không bao giờ được đăng.",
                    "A picture or film with a recognisable child goes out only with a signed consent that holds. The register has the number of the paper, never a child’s name. A victim’s picture never goes out."))))
                \(view.html)
                """)
    }

    private func record(_ visit: Visit) async throws -> Reply {
        var reader = FormReader(visit.form)
        let draft = ConsentDraft(
            unit: try reader.requiredSlug("unit"), reference: reader.required("reference", longest: 60),
            age: try reader.requiredChoice("age"), childAgreed: visit.form.has("child"),
            guardianAgreed: visit.form.has("guardian"), signedOn: reader.requiredDay("signed"),
            expiresOn: reader.requiredDay("until"),
            pictures: visit.form.all("pictures").compactMap(ContentHash.init))
        try reader.finish()
        let consent = try await visit.workspace.recordConsent(draft, as: try visit.caller, mode: .perform)
        return .done(
            "/consents", "Đã ghi bản đồng ý \(consent.reference).", "Recorded the consent \(consent.reference).")
    }

    private func mark(_ visit: Visit) async throws -> Reply {
        var reader = FormReader(visit.form)
        guard let hash = ContentHash(reader.required("picture")) else { throw WebError.badForm }
        let children = reader.requiredInteger("children", in: 0...1000)
        try reader.finish()
        let done = try await visit.workspace.markPicture(
            hash, children: children, showsVictim: visit.form.has("victim"), as: try visit.caller, mode: .perform)
        let kept = done.posts.all.isEmpty ? Message(verbatim: "") : done.posts.words
        return .done(
            "/consents",
            Message(
                vi: "Đã ghi: \(done.mark.words.vietnamese). \(kept.vietnamese)".trimmed,
                en: "Written down: \(done.mark.words.english). \(kept.english)".trimmed))
    }

    private func withdraw(_ visit: Visit) async throws -> Reply {
        guard let id = Identifier<Consent>(try visit.parameter("consent")) else { throw WebError.noPage }
        var reader = FormReader(visit.form)
        let reason = reader.required("reason", longest: 300)
        try reader.finish()
        let done = try await visit.workspace.withdrawConsent(id, reason: reason, as: try visit.caller, mode: .perform)
        return .done(
            "/consents",
            Message(
                vi: "Đã rút \(done.consent.reference): \(done.posts.words.vietnamese)",
                en: "Withdrew \(done.consent.reference): \(done.posts.words.english)"))
    }

    private func settle(_ visit: Visit) async throws -> Reply {
        var reader = FormReader(visit.form)
        let reference = reader.required("post")
        let post = try await visit.workspace.settleTakeDown(of: reference, as: try visit.caller, mode: .perform)
        return .done("/consents", "Đã ghi: “\(post.title)” được gỡ.", "Written down: “\(post.title)” is taken down.")
    }
}
