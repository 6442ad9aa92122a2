import Operations
import Outreach

/// Everything the page of one material shows, read once.
struct MaterialPage: Sendable {
    let visit: Visit
    let names: LibraryNames
    let taxonomy: Taxonomy
    let view: MaterialView
    let shown: Revision
    let examination: MaterialExamination
    /// Nil where there are no rules to hold it against.
    let judged: JudgedText?
    let uses: MaterialUses
    /// The names of all channels, by slug.
    let channels: [Slug: LocalizedText]
    let refusal: Refusal?

    init(_ visit: Visit, _ refusal: Refusal?) async throws {
        self.visit = visit
        self.refusal = refusal
        let caller = try visit.caller
        view = try await visit.workspace.material(try visit.slug("material"))
        taxonomy = try await visit.workspace.taxonomy()
        names = LibraryNames(visit, taxonomy)
        shown = try MaterialPage.chosen(of: view, visit)
        examination = try await visit.workspace.examine(shown.content, as: caller)
        judged = try await visit.workspace.judgedRevision(shown.hash, as: caller)
        uses = try await visit.workspace.uses(of: view.slug, as: caller)
        channels = Dictionary(
            try await visit.workspace.channelStatuses().map { ($0.channel.slug, $0.channel.channel.name) }
        ) { first, _ in first }
    }

    /// The revision the address names; else what this person works with: who writes or approves the newest, everybody
    /// else the one in use.
    static func chosen(of view: MaterialView, _ visit: Visit) throws -> Revision {
        if let number = visit.query["revision"] {
            guard let revision = Int(number).flatMap(view.revision) else { throw WebError.noPage }
            return revision
        }
        let worksOnIt = visit.may(.edit) || visit.may(.approve)
        guard let revision = worksOnIt ? view.newest : view.approved ?? view.newest else { throw WebError.noPage }
        return revision
    }

    var html: HTML {
        """
        \(visit.heading(visit.t(shown.content.title), lead, actions: actions))
        \(standing)
        \(review)
        <div class="split">
        <div>\(text)\(variants)</div>
        <div>\(facts)\(findings)\(media)\(usesCard)</div>
        </div>
        \(RevisionTable(page: self).html)
        """
    }

    private var lead: HTML {
        """
        <span class="cluster">\(visit.badge(visit.t(shown.content.kind.words), .quiet)) \(visit.badge(shown.state)) \
        <span>\(visit.t("bản \(shown.number)", "revision \(shown.number)"))</span> \
        \(names.validity(shown.content.validity))</span>
        """
    }

    private var actions: HTML {
        var actions = HTML.empty
        let slug = view.slug
        if visit.may(.edit), view.approved != nil, !shown.content.variants.isEmpty {
            actions += visit.link(
                visit.t("Soạn bài đăng", "Write a post"), "/posts/new?material=\(slug)", css: "button button-primary")
        }
        if visit.may(.logSessions), shown.content.kind == .sessionKit {
            actions += visit.link(
                visit.t("Ghi buổi đã dùng", "Log a session"), "/sessions/new?material=\(slug)", css: "button")
        }
        if visit.may(.edit) {
            actions += visit.link(visit.t("Sửa", "Edit"), "/library/\(slug)/edit", css: "button")
        }
        if view.approved != nil, [.poster, .leaflet, .hotlineNotice].contains(shown.content.kind) {
            actions += visit.link(
                visit.t("Trang in có mã QR", "Page with QR code"), "/library/\(slug)/poster", css: "button")
        }
        return actions
            + visit.link(visit.t("In", "Print"), "/library/\(slug)/print?revision=\(shown.number)", css: "button")
    }

    /// How the revision shown stands to the newest and to the one in use.
    private var standing: HTML {
        guard let newest = view.newest else { return .empty }
        if shown.number < newest.number, shown.number != view.approved?.number {
            return visit.notice(
                .warn,
                """
                \(visit.t("Đây là một bản cũ.", "This is an old revision.")) \
                \(link(to: newest, visit.t("Xem bản mới nhất", "See the newest")))
                """)
        }
        switch (shown.state, view.approved) {
        case (.approved, _) where newest.number > shown.number:
            return visit.notice(
                .info,
                """
                \(visit.t("Đây là bản đang dùng.", "This is the revision in use.")) \
                \(link(to: newest, visit.t(
                    "Bản \(newest.number) mới hơn: \(newest.state.words.vietnamese)",
                    "Revision \(newest.number) is newer: \(newest.state.words.english)")))
                """)
        case (.approved, _): return .empty
        case (_, let approved?):
            return visit.notice(
                .info,
                """
                \(visit.t("Đang dùng vẫn là bản \(approved.number).", "Revision \(approved.number) is still in use.")) \
                \(link(to: approved, visit.t("Xem bản đang dùng", "See the one in use")))
                """)
        case (_, nil):
            return visit.notice(
                .info,
                HTML(
                    text: visit.t(
                        "Tài liệu này chưa có bản nào được duyệt nên chưa dùng được trong bài đăng và buổi tuyên truyền.",
                        "No revision is approved yet, so it cannot be used in posts and sessions.")))
        }
    }

    private func link(to revision: Revision, _ label: String) -> HTML {
        visit.link(label, "/library/\(view.slug)?revision=\(revision.number)")
    }

    /// Approving, where this person may and this is what waits; else what was decided.
    private var review: HTML {
        let decision = view.decision(on: shown).html { decision in
            guard !decision.comment.isEmpty else { return .empty }
            return visit.notice(
                decision.verdict == .approved ? .ok : .bad,
                """
                <p><strong>\(decision.by)</strong>, \(visit.formats.stamp(decision.at)): \
                \(visit.t(decision.verdict.state.words))</p><p class="text-as-is">\(decision.comment)</p>
                """)
        }
        guard shown.state == .inReview, shown.number == view.newest?.number, visit.may(.approve) else {
            return decision + (FormView(visit, refusal).notice)
        }
        return decision + ReviewCard(page: self).html
    }

    private var text: HTML {
        """
        <section class="card"><h2>\(visit.t("Toàn văn", "Full text"))</h2>
        <p class="lead">\(shown.content.summary)</p>
        <div class="prose">\(MaterialText.html(shown.content.body, below: 2))</div></section>
        """
    }

    private var variants: HTML {
        let previews = VariantPreviews(visit: visit, content: shown.content, fits: examination.variants)
        return """
            <section aria-labelledby="variants"><h2 id="variants">\(visit.t(
                "Bản theo kênh", "Variants for channels"))</h2>\(previews.html)</section>
            """
    }

    private var facts: HTML { MaterialFacts(page: self).html }

    private var findings: HTML {
        var list = FindingList(visit: visit, examination: examination)
        if let judged { list.beside = RevisionOverride(visit: visit, revision: shown, judged: judged).html }
        return """
            <section class="card" id="findings"><h2>\(visit.t("Kiểm tra", "Check"))</h2>\(list.html)\
            \((judged?.obstacles ?? []).html { visit.notice(
                .bad, "\(visit.t($0)) <a href=\"/consents\">\(visit.t("Ảnh và sự đồng ý", "Pictures and consent"))</a>") })</section>
            """
    }

    private var media: HTML {
        guard !shown.content.media.isEmpty else { return .empty }
        return """
            <section class="card"><h2>\(visit.t("Ảnh, phim, âm thanh", "Media"))</h2>\
            \(MediaList(visit).html(shown.content.media))</section>
            """
    }

    private var usesCard: HTML { UsesCard(page: self).html }
}
