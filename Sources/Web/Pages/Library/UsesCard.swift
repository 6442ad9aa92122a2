import Operations
import Outreach

/// Where a material was used: the newest posts and sessions of the visitor's units.
struct UsesCard: Sendable {
    let page: MaterialPage

    private var visit: Visit { page.visit }
    private var uses: MaterialUses { page.uses }

    var html: HTML {
        """
        <section class="card"><h2>\(visit.t("Đã dùng ở đâu", "Where it was used"))</h2>
        \(uses.posts.isEmpty && uses.sessions.isEmpty ? nothing : posts + sessions)</section>
        """
    }

    private var nothing: HTML {
        """
        <p class="hint">\(visit.t(
            "Chưa dùng trong bài đăng hay buổi nào của đơn vị bạn.", "Not used in any post or session of your units."))</p>
        """
    }

    private var posts: HTML {
        guard !uses.posts.isEmpty else { return .empty }
        let total = visit.formats.number(uses.totalPosts)
        return """
            <h3>\(visit.t("Bài đăng (\(total))", "Posts (\(total))"))</h3><ul class="plain">\(uses.posts.html { use in
                """
                <li><a href="/posts/\(use.post)">\(visit.formats.moment(use.moment))</a> \
                \(page.channels[use.channel].map { visit.t($0) } ?? use.channel.description) \
                \(visit.badge(use.state)) \(revision(use.revision))</li>
                """
            })</ul>
            """
    }

    private var sessions: HTML {
        guard !uses.sessions.isEmpty else { return .empty }
        let total = visit.formats.number(uses.totalSessions)
        return """
            <h3>\(visit.t("Buổi tuyên truyền (\(total))", "Sessions (\(total))"))</h3>\
            <ul class="plain">\(uses.sessions.html { use in
                """
                <li><a href="/sessions/\(use.session)">\(visit.formats.day(use.day))</a> \(use.place) \
                <span class="hint">\(handedOut(use))</span> \(revision(use.revision))</li>
                """
            })</ul>
            """
    }

    private func handedOut(_ use: SessionUse) -> String {
        guard let count = use.handedOut else { return visit.t(use.form.words) }
        let number = visit.formats.number(count)
        return visit.t("phát \(number) bản", "\(number) handed out")
    }

    private func revision(_ hash: ContentHash?) -> HTML {
        guard let hash, let revision = page.view.revisions.first(where: { $0.hash == hash }) else { return .empty }
        return """
            <span class="hint">\(visit.t("bản \(revision.number)", "revision \(revision.number)"))</span>
            """
    }
}
