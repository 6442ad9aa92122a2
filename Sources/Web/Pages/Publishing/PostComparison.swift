import Operations
import Outreach

/// What changed about a post since somebody last submitted or approved it.
struct PostComparison {
    let visit: Visit
    let reading: PostReading
    let names: PublishingNames
    /// The version to compare with, by its hash; the newest other one unless named.
    var since: ContentHash?
    /// Whether nothing is said where there is nothing to compare with.
    var isQuietWithoutBase = false

    private var base: PostVersion? {
        guard let hash = reading.hash else { return nil }
        return since.flatMap { since in reading.versions.first { $0.hash == since && since != hash } }
            ?? reading.versions.newest(except: hash)
    }

    var html: HTML {
        guard let current = reading.current else { return .empty }
        guard let base else {
            guard !isQuietWithoutBase else { return .empty }
            return """
                <section class="card"><h2>\(title)</h2><p>\(visit.t(
                    "Lần đầu gửi duyệt: chưa có bản nào trước đó để so.",
                    "Submitted for the first time: there is no earlier version to compare with."))</p></section>
                """
        }
        let parts = current.parts(differingFrom: base)
        return """
            <section class="card" id="changes"><h2>\(title)</h2>
            <p>\(visit.t("So với ", "Compared with ")) \(named(base)).</p>
            \(parts.isEmpty ? "<p>\(visit.t("Không có gì khác.", "Nothing differs."))</p>" : parts.html { part($0, base, current) })
            \(otherVersions(than: base))
            </section>
            """
    }

    private var title: String { visit.t("Đã đổi những gì", "What changed") }

    /// `bản gửi duyệt lúc 08:00 · 20/05/2026 (Lan), được Minh duyệt …`
    private func named(_ version: PostVersion) -> HTML {
        let submitted = version.submitted.html {
            "\(visit.t("bản gửi duyệt", "what was submitted")) \(visit.formats.stamp($0.at)) (\(names.person($0.by)))"
        }
        let approved = version.approved.html {
            "\(visit.t("bản được duyệt", "what was approved")) \(visit.formats.stamp($0.at)) (\(names.person($0.by)))"
        }
        return approved.isEmpty ? submitted : approved
    }

    private func part(_ part: PostPart, _ base: PostVersion, _ current: PostVersion) -> HTML {
        let (old, new) = (base.content, current.content)
        let body: HTML =
            switch part {
            case .title: visit.difference(from: old.title, to: new.title)
            case .text: visit.difference(from: old.text, to: new.text)
            case .link: changed(old.link ?? "—", new.link ?? "—")
            case .media:
                changed(old.media.map(\.name).joined(separator: ", "), new.media.map(\.name).joined(separator: ", "))
            case .moment: changed(visit.formats.moment(old.moment), visit.formats.moment(new.moment))
            case .lastMoment: changed(visit.formats.moment(old.notAfter), visit.formats.moment(new.notAfter))
            case .channel: channel(base, current)
            }
        return "<h3 class=\"change-name\">\(visit.t(part.words))</h3>\(body)"
    }

    private func changed(_ old: String, _ new: String) -> HTML {
        """
        <p class="difference"><del><span class="unseen">\(visit.t("trước: ", "before: "))</span>\(old)</del> → \
        <ins><span class="unseen">\(visit.t("nay: ", "now: "))</span>\(new)</ins></p>
        """
    }

    private func channel(_ base: PostVersion, _ current: PostVersion) -> HTML {
        let (removed, added) = ChannelFacts.difference(from: base.channelDescription, to: current.channelDescription)
        return """
            <ul class="difference mono">\(removed.html { "<li><del><span class=\"unseen\">\(visit.t("trước: ", "before: "))</span>\($0)</del></li>" })\
            \(added.html { "<li><ins><span class=\"unseen\">\(visit.t("nay: ", "now: "))</span>\($0)</ins></li>" })</ul>
            """
    }

    private func otherVersions(than base: PostVersion) -> HTML {
        let others = reading.versions.filter { $0.hash != base.hash && $0.hash != reading.hash }
            .sorted { ($0.lastAt?.milliseconds ?? 0) > ($1.lastAt?.milliseconds ?? 0) }
        guard !others.isEmpty else { return .empty }
        return """
            <p class="hint">\(visit.t("So với bản khác:", "Compare with another version:"))</p>
            <ul>\(others.html { "<li><a href=\"?since=\($0.hash)#changes\">\(named($0))</a></li>" })</ul>
            """
    }
}
