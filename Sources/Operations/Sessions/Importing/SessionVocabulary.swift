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
    private let places: [String: [Slug]]
    private let bodies: [String: [Slug]]
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
        let isPlace: (Unit) -> Bool = { [.school, .club].contains($0.kind) }
        places = Dictionary(
            grouping: units.values.filter(isPlace), by: { PlaceWords.canonical($0.name.vi) }
        ).mapValues { $0.map(\.id) }
        bodies = SessionVocabulary.named(units.values.filter { !isPlace($0) })
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

    /// The school or club of that name, where there is just one.
    func place(_ text: String) -> Unit? {
        guard let found = places[PlaceWords.canonical(text)], found.count == 1 else { return nil }
        return tree.units[found[0]]
    }

    /// Bodies that a cell names: all of it, or its parts between commas.
    func bodies(in text: String) -> [Slug]? {
        if let whole = body(text) { return [whole] }
        let parts = text.split { ",;+\n".contains($0) }.map { String($0).trimmed }.filter { !$0.isEmpty }
        let found = parts.compactMap(body)
        return found.count == parts.count && !found.isEmpty ? found : nil
    }

    func body(_ text: String) -> Slug? {
        if let slug = Slug(text), tree.units[slug] != nil { return slug }
        let found = bodies[SearchText.folded(text)] ?? []
        return found.count == 1 ? found[0] : nil
    }

    /// The material of that title or identifier; whether there is one of an identifier is found out on logging.
    func material(_ text: String) -> Slug? { materials[SearchText.folded(text)] ?? Slug(text) }

    /// The material a heading names: "Tờ rơi 111".
    func printed(_ path: [String]) -> Slug? {
        path.reversed().lazy.compactMap { materials[SearchText.folded($0)] }.first
    }

    private static func named(_ units: [Unit]) -> [String: [Slug]] {
        Dictionary(grouping: units) { SearchText.folded($0.name.vi) }.mapValues { $0.map(\.id) }
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
