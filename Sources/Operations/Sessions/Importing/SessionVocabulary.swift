import Outreach
import Storage

/// What a workspace's own lists are called, and what else a row of sessions may name.
struct SessionVocabulary: Sendable {
    let audiences: [Audience]
    /// Audiences by their names and identifiers, folded.
    let audiencesByName: [String: Slug]
    let tree: UnitTree
    /// Numbers that everybody may call, and that may stand in notes.
    let helpLines: Set<String>
    private let audienceIDs: Set<Slug>
    private let topics: [(name: String, id: Slug)]
    /// Schools and clubs, and all other units, by every name they have had.
    private let places: [String: [Unit]]
    private let bodies: [String: [Unit]]
    private let materials: [String: Slug]

    init(_ tx: ReadTransaction, today: Day) throws {
        audiences = try tx.documents()
        audienceIDs = Set(audiences.map(\.id))
        audiencesByName = SessionVocabulary.byName(audiences.map { ($0.id, $0.name) })
        let topics: [Topic] = try tx.documents()
        // The longest first, so that a name that holds another is found whole.
        self.topics = SessionVocabulary.byName(topics.map { ($0.id, $0.name) })
            .map { (" \($0.key) ", $0.value) }.sorted { $0.name.utf8.count > $1.name.utf8.count }
        tree = try tx.unitTree()
        helpLines = Set(try tx.documents(HelpLine.self).map(\.number))
        let units = tree.units
        places = SessionVocabulary.named(units.values.filter(\.kind.isPlace), by: PlaceWords.canonical)
        bodies = SessionVocabulary.named(units.values.filter { !$0.kind.isPlace }, by: SearchText.folded)
        let revisions = try tx.approvedRevisions(of: [.sessionKit, .leaflet, .poster], on: today, limit: 20_000)
        materials = SessionVocabulary.byName(revisions.map { ($0.content.material, $0.content.title) })
    }

    /// The audience a reference stands for; nil where the library has none that fits.
    func audience(_ reference: AudienceReference, at level: SchoolLevel?) -> Slug? {
        switch reference {
        case .audience(let slug): return audienceIDs.contains(slug) ? slug : nil
        case .group(let group, let own):
            return group.candidates(at: own ?? level).lazy.compactMap(Slug.init).first(where: audienceIDs.contains)
        }
    }

    func audience(named text: String) -> Slug? { audiencesByName[SearchText.folded(text)] }

    /// The topics a text names, in its order, and whether it says more than that.
    func topics(in text: String) -> (topics: [Slug], hasMore: Bool) {
        let whole = " \(SearchText.folded(text)) "
        var rest = whole
        var found: [(place: String.Index, id: Slug)] = []
        for topic in topics {
            guard rest.contains(topic.name), let place = whole.firstRange(of: topic.name)?.lowerBound else { continue }
            if !found.contains(where: { $0.id == topic.id }) { found.append((place, topic.id)) }
            rest = rest.replacing(topic.name, with: " ")
        }
        let order = found.sorted { $0.place < $1.place }.map(\.id)
        return (order, rest.split(separator: " ").contains { $0 != "va" })
    }

    /// Whether any school or club was ever called so.
    func hasPlace(_ text: String) -> Bool { places[PlaceWords.canonical(text)] != nil }

    /// The school or club that a unit means by a name on a day, as where somebody types it.
    func place(_ asked: NameAsked) -> Unit? {
        let name = PlaceWords.canonical(asked.name)
        return places[name].flatMap { tree.place(named: name, among: $0, for: asked.unit, on: asked.day) }
    }

    /// Bodies that a cell names: all of it, or its parts between commas.
    func coHosts(_ asked: NameAsked) -> NamedCoHosts {
        let text = asked.name
        var found = NamedCoHosts(text, coHost(asked))
        let parts = text.split { ",;+\n".contains($0) }.map { String($0).trimmed }.filter { !$0.isEmpty }
        guard found.units.isEmpty, parts.count > 1 else { return found }
        found = NamedCoHosts()
        for part in parts {
            found.add(NamedCoHosts(part, coHost(NameAsked(name: part, unit: asked.unit, day: asked.day))))
        }
        return found
    }

    /// A school may hold a session with another body, too.
    private func coHost(_ asked: NameAsked) -> [Slug] {
        let found = bodies(asked)
        return found.isEmpty ? [place(asked)].compactMap(\.self).map(\.id) : found
    }

    /// The bodies that a unit may mean by a name or an identifier on a day: none, one, or several that nothing tells
    /// apart.
    func bodies(_ asked: NameAsked) -> [Slug] {
        if let slug = Slug(asked.name), tree.units[slug] != nil { return [slug] }
        let name = SearchText.folded(asked.name)
        guard let candidates = bodies[name] else { return [] }
        return tree.units(among: candidates, near: asked.unit, on: asked.day) { SearchText.folded($0) == name }
            .map(\.id)
    }

    /// The material of that title or identifier; whether there is one of an identifier is found out on logging.
    func material(_ text: String) -> Slug? { materials[SearchText.folded(text)] ?? Slug(text) }

    /// The material a heading names: "Tờ rơi 111".
    func printed(_ path: [String]) -> Slug? {
        path.reversed().lazy.compactMap { materials[SearchText.folded($0)] }.first
    }

    private static func named(_ units: [Unit], by key: (String) -> String) -> [String: [Unit]] {
        var named: [String: [Unit]] = [:]
        for unit in units {
            for name in Set(unit.names.map { key($0.vi) }) { named[name, default: []].append(unit) }
        }
        return named
    }

    private static func byName(_ entries: [(Slug, LocalizedText)]) -> [String: Slug] {
        let names = entries.flatMap { id, name in
            [id.description, name.vi, name.en].map { (SearchText.folded($0), id) }
        }
        return Dictionary(names.filter { !$0.0.isEmpty }) { first, _ in first }
    }
}

/// The forms of sessions in the words of offices.
enum SessionFormWords {
    enum Found: Hashable {
        case form(SessionForm)
        /// Words such as "trực tiếp" that say that there was a session, not which.
        case unsaid
        /// What is no session at all: a broadcast, a post.
        case noSession
    }

    /// - Returns: nil for words nobody knows.
    static func form(of text: String) -> Found? {
        if let form = SessionForm(rawValue: text) { return .form(form) }
        let folded = HeadingText.words(of: text)
        if let form = names[folded] { return .form(form) }
        let words = WholeWords(folded)
        if let form = phrases.first(where: { words.has(anyOf: $0.phrases) })?.form { return .form(form) }
        if words.has(anyOf: noSession) { return .noSession }
        return words.has(anyOf: unsaid) ? .unsaid : nil
    }

    /// The form a text about something else gives away: "Tọa đàm phòng, chống xâm hại trẻ em".
    static func mentioned(in text: String) -> SessionForm? {
        let words = "\(HeadingText.words(of: text)) "
        return phrases.first { $0.form != .schoolSession && $0.phrases.contains { words.hasPrefix("\($0) ") } }?.form
    }

    /// What takes place somewhere where nothing else says so.
    static func likely(at place: String, _ unit: Unit?) -> SessionForm {
        if unit?.kind == .school { return .schoolSession }
        if unit?.kind == .club { return .clubMeeting }
        let words = HeadingText.words(of: place)
        if WholeWords(words).has("cau lac bo") { return .clubMeeting }
        if isSchool(words) { return .schoolSession }
        return .conference
    }

    /// - Parameter words: folded, abbreviations written out.
    static func isSchool(_ words: String) -> Bool {
        let isOfHall = WholeWords(words).has("hoi truong")
        let plain = isOfHall ? " \(words) ".replacing(" hoi truong ", with: " ").trimmed : words
        return "\(plain) ".hasPrefix("truong ")
            || WholeWords(plain).has(
                anyOf: ["diem truong", "thcs", "thpt", "th", "mn", "tieu hoc", "mam non", "mau giao", "trung hoc"])
    }

    private static let names: [String: SessionForm] = Dictionary(
        SessionForm.allCases.flatMap { form in
            [form.words.vietnamese, form.words.english].map { (HeadingText.words(of: $0), form) }
        }
    ) { first, _ in first }

    private static let phrases: [(form: SessionForm, phrases: [String])] = [
        (
            .householdVisit,
            ["tham ho", "tung ho", "den nha", "tung nha", "vang gia", "ho gia dinh", "tai ho", "di ho"]
        ),
        (
            .contest,
            ["hoi thi", "cuoc thi", "thi tim hieu", "rung chuong vang", "thi ve", "thi viet", "dau truong", "hoi dien"]
        ),
        (
            .performance,
            [
                "van nghe", "san khau", "san khau hoa", "dien kich", "vo kich", "kich tuong tac", "tieu pham",
                "phien toa gia dinh", "bieu dien", "mua roi",
            ]
        ),
        (.training, ["tap huan", "boi duong", "lop ky nang", "huan luyen", "lop hoc", "khoa hoc"]),
        (
            .clubMeeting,
            [
                "cau lac bo", "sinh hoat nhom", "sinh hoat to", "sinh hoat chi doan", "sinh hoat chi hoi",
                "sinh hoat doi",
            ]
        ),
        (
            .seminar,
            [
                "toa dam", "noi chuyen", "chuyen de", "doi thoai", "hoi thao", "giao luu", "trao doi", "tu van",
                "dien dan",
            ]
        ),
        (
            .conference,
            [
                "hoi nghi", "hop dan", "hop to", "hop phu huynh", "hop ap", "cuoc hop", "mit tinh", "mittinh",
                "phat dong", "ra quan", "tiep xuc cu tri", "tap trung",
            ]
        ),
        (
            .schoolSession,
            [
                "ngoai khoa", "duoi co", "chao co", "tai truong", "truong hoc", "hoc duong", "sinh hoat dau tuan",
                "sinh hoat lop", "tiet sinh hoat", "sinh hoat chu nhiem", "long ghep", "ngoai gio len lop",
            ]
        ),
    ]
    private static let noSession = [
        "phat thanh", "truyen thanh", "loa", "facebook", "zalo", "fanpage", "website", "pa no", "pano", "bang ron",
        "to roi", "xe loa", "tin bai",
    ]
    private static let unsaid = [
        "truc tiep", "tuyen truyen", "tuyen truyen mieng", "truc tuyen", "luu dong", "pho bien",
    ]
}

/// The ways of counting in the words of offices.
enum CountingMethodWords {
    static func method(of text: String) -> CountingMethod? {
        if let method = CountingMethod(rawValue: text) { return method }
        let words = WholeWords(SearchText.folded(text))
        if words.has(anyOf: ["uoc", "uoc luong", "uoc tinh", "estimated", "khoang"]) { return .estimated }
        if words.has(anyOf: ["so sach", "danh sach", "bien ban", "ho so", "from records", "bao cao", "diem danh"]) {
            return .fromRecords
        }
        return words.has(anyOf: ["dem", "counted", "thuc te"]) ? .counted : nil
    }
}
