import Operations
import Outreach

/// Draws what lists and pages of the library have in common: labels by their names, states, one row of a listing.
struct LibraryNames: Sendable {
    let visit: Visit
    private let audiences: [Slug: LocalizedText]
    private let topics: [Slug: LocalizedText]

    init(_ visit: Visit, _ taxonomy: Taxonomy) {
        self.visit = visit
        audiences = Dictionary(taxonomy.audiences.map { ($0.id, $0.name) }) { first, _ in first }
        topics = Dictionary(taxonomy.topics.map { ($0.id, $0.name) }) { first, _ in first }
    }

    func audience(_ slug: Slug) -> String { audiences[slug].map { visit.t($0) } ?? slug.description }

    func topic(_ slug: Slug) -> String { topics[slug].map { visit.t($0) } ?? slug.description }

    var columns: [TableView.Column] {
        [
            .init(name: visit.t("Tài liệu", "Material")), .init(name: visit.t("Loại", "Kind")),
            .init(name: visit.t("Có bản cho", "Fitted to"), isMinor: true),
            .init(name: visit.t("Đối tượng", "Audiences"), isMinor: true),
            .init(name: visit.t("Trạng thái", "State")),
            .init(name: visit.t("Sửa lúc", "Changed"), isMinor: true),
        ]
    }

    func row(_ entry: LibraryEntry) -> [HTML] {
        [
            """
            <div><a class="material-title" href="/library/\(entry.material)">\(visit.t(entry.title))</a>\
            <p class="hint material-summary">\(entry.summary)</p></div>
            """,
            HTML(text: visit.t(entry.kind.words)),
            HTML(text: entry.channels.map { visit.t($0.words) }.joined(separator: ", ")),
            HTML(text: some(entry.audiences.map(audience))),
            """
            <div class="cluster">\(visit.badge(entry.state))\(validity(entry.validity))\(inUse(entry))</div>
            """,
            """
            <div><span class="nowrap">\(visit.formats.stamp(visit.workspace.zone.day(of: entry.changedAt)))</span><br>\
            \(entry.author)</div>
            """,
        ]
    }

    /// The first two and how many more: enough to tell lines apart.
    private func some(_ names: [String]) -> String {
        let first = names.prefix(2).joined(separator: ", ")
        let more = names.count - 2
        return more > 0 ? first + visit.t(" và \(more) nhóm nữa", " and \(more) more") : first
    }

    /// Which revision is used while a newer one waits or was rejected.
    private func inUse(_ entry: LibraryEntry) -> HTML {
        guard entry.state != .approved else { return .empty }
        guard let number = entry.approvedNumber else {
            return "<span class=\"hint\">\(visit.t("chưa có bản dùng được", "none in use yet"))</span>"
        }
        return "<span class=\"hint\">\(visit.t("đang dùng bản \(number)", "revision \(number) in use"))</span>"
    }

    /// Nothing for what is always or now valid: only what is out of its time is worth a word.
    func validity(_ validity: Validity) -> HTML {
        let today = visit.workspace.today
        if let until = validity.until, until < today {
            return visit.badge(
                visit.t("hết hiệu lực \(visit.formats.day(until))", "ended \(visit.formats.day(until))"), .warn)
        }
        if let from = validity.from, from > today {
            return visit.badge(visit.t("từ \(visit.formats.day(from))", "from \(visit.formats.day(from))"), .info)
        }
        return .empty
    }

    /// `từ 01/06/2026 đến 30/06/2026`
    func validityWords(_ validity: Validity) -> String {
        switch (validity.from, validity.until) {
        case (nil, nil): visit.t("không hạn", "without limit")
        case (let from?, nil): visit.t("từ \(visit.formats.day(from))", "from \(visit.formats.day(from))")
        case (nil, let until?): visit.t("đến hết \(visit.formats.day(until))", "until \(visit.formats.day(until))")
        case (let from?, let until?):
            visit.t(
                "từ \(visit.formats.day(from)) đến hết \(visit.formats.day(until))",
                "\(visit.formats.day(from)) to \(visit.formats.day(until))")
        }
    }
}

extension String {
    /// With a capital at the front, for a heading.
    var asHeading: String { prefix(1).uppercased() + dropFirst() }
}

extension Formats {
    /// `1 phút 25 giây`
    func duration(_ duration: Duration) -> String {
        let seconds = Int((duration.milliseconds + 500) / 1000)
        let (minutes, rest) = (seconds / 60, seconds % 60)
        switch language {
        case .vietnamese:
            return minutes == 0 ? "\(rest) giây" : rest == 0 ? "\(minutes) phút" : "\(minutes) phút \(rest) giây"
        case .english: return minutes == 0 ? "\(rest) s" : rest == 0 ? "\(minutes) min" : "\(minutes) min \(rest) s"
        }
    }
}
