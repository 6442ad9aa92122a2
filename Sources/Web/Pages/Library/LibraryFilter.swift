import Operations
import Outreach

/// What a visitor narrows the library to, as it stands in the address.
struct LibraryFilter: Sendable {
    /// When something is to be valid, as seen from today.
    enum Timing: String, CaseIterable {
        case now, ended, coming

        var words: Message {
            switch self {
            case .now: Message(vi: "đang có hiệu lực", en: "valid today")
            case .ended: Message(vi: "đã hết hiệu lực", en: "no longer valid")
            case .coming: Message(vi: "chưa tới ngày", en: "not valid yet")
            }
        }
    }

    static let pageSize = 50

    let fields: Fields

    init(_ fields: Fields) { self.fields = fields }

    /// Values that are none are left out: an old or mistyped address shows more, never an error.
    func query(on today: Day) -> LibraryQuery {
        var query = LibraryQuery(
            text: String(text.prefix(200)), kind: word("kind"), channel: word("channel"),
            audience: fields["audience"].flatMap(Slug.init), topic: fields["topic"].flatMap(Slug.init),
            state: word("state"), limit: LibraryFilter.pageSize, after: fields["after"].flatMap(LibraryCursor.init))
        switch timing {
        case .now: query.validOn = today
        case .ended: query.endedBefore = today
        case .coming: query.beginsAfter = today
        case nil: break
        }
        return query
    }

    var text: String { fields["q"] ?? "" }
    var timing: Timing? { word("valid") }
    var isFirstPage: Bool { fields["after"] == nil }

    var isEmpty: Bool { LibraryFilter.names.allSatisfy { fields[$0] == nil } }

    private static let names = ["q", "kind", "channel", "audience", "topic", "state", "valid"]

    private func word<Word: RawRepresentable>(_ name: String) -> Word? where Word.RawValue == String {
        fields[name].flatMap(Word.init(rawValue:))
    }

    /// The address of another page of the same question; nil is the first.
    func path(after cursor: LibraryCursor?) -> String {
        var pairs = LibraryFilter.names.compactMap { name in
            fields[name].map { "\(name)=\(LocalPath.encoded($0))" }
        }
        if let cursor { pairs.append("after=\(cursor)") }
        return pairs.isEmpty ? "/library" : "/library?" + pairs.joined(separator: "&")
    }

    func form(_ visit: Visit, _ taxonomy: Taxonomy) -> HTML {
        let form = FormView(visit)
        func choices<Word: RawRepresentable & CaseIterable>(_: Word.Type, _ words: (Word) -> Message) -> [Choice]
        where Word.RawValue == String {
            Word.allCases.map { Choice(value: $0.rawValue, label: visit.t(words($0))) }
        }
        func select(_ name: String, _ vietnamese: String, _ english: String, _ choices: [Choice]) -> HTML {
            form.select(
                name, visit.t(vietnamese, english), choices, chosen: fields[name], empty: visit.t("Tất cả", "All"))
        }
        return visit.filters(
            action: "/library", target: "found",
            """
            <div class="wide">\(form.input(
                "q", visit.t("Tìm trong thư viện", "Search the library"), type: "search", value: fields["q"],
                completion: "off"))</div>
            <details class="fold more-filters" data-unfold open><summary>\(narrowed(visit))</summary><div class="filters">
            \(select("kind", "Loại", "Kind", choices(MaterialKind.self) { $0.words }))
            \(select("channel", "Có bản cho", "Fitted to", choices(ChannelKind.self) { $0.words }))
            \(select("audience", "Đối tượng", "Audience", taxonomy.audiences.map {
                Choice(value: $0.id.description, label: visit.t($0.name))
            }))
            \(select("topic", "Chủ đề", "Topic", taxonomy.topics.map {
                Choice(value: $0.id.description, label: visit.t($0.name))
            }))
            \(select("state", "Trạng thái", "State", choices(RevisionState.self) { $0.words }))
            \(select("valid", "Hiệu lực", "Validity", choices(Timing.self) { $0.words }))
            </div></details>
            """)
    }

    /// On a small screen the filters fold away behind this; how many are set stays in sight.
    private func narrowed(_ visit: Visit) -> String {
        let count = LibraryFilter.names.dropFirst().count { fields[$0] != nil }
        return count == 0
            ? visit.t("Lọc theo loại, kênh, đối tượng…", "Filter by kind, channel, audience …")
            : visit.t("Đang lọc theo \(count) điều kiện", "Narrowed by \(count) filters")
    }
}
