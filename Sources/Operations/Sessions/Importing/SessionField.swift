public import Outreach

/// Whose turns a column counts.
public enum AudienceReference: Sendable, Hashable {
    /// An audience of the library by its identifier.
    case audience(Slug)
    /// A group as offices call it; which audience of the library that is may depend on the school's level.
    case group(AudienceGroup, SchoolLevel?)
}

/// What a column of a list of sessions holds.
public enum SessionField: Sendable, Hashable {
    /// The id a phone gave the session, so that the list and the phone count it once.
    case identifier
    /// The hour a session ended.
    case until
    case ordinal, day, month, year, time, form, level, classes, place, audience, sessions, topics, material, speakers,
        coHosts
    case organiser, method, notes
    /// Looked at and left out by somebody's word.
    case ignored
    /// A length; the unit of the column is so many minutes.
    case minutes(each: Int)
    /// Turns; of everybody where no audience is named.
    case turns(AudienceReference?)
    case female(AudienceReference?)
    case male(AudienceReference?)
    /// A cross where the audience was present.
    case mark(AudienceReference)
    /// Print handed out; nil where no column says which material.
    case handout(Slug?)
    /// Money; the unit of the column is so many đồng.
    case cost(each: Int)

    /// Whether the cells are numbers that a line of totals adds up.
    public var isAmount: Bool {
        switch self {
        case .turns, .female, .male, .handout, .cost, .minutes, .sessions: true
        default: false
        }
    }
}

extension SessionField {
    /// Whether the cells say how many people were there.
    var isOfPeople: Bool {
        switch self {
        case .turns, .female, .male, .mark: true
        default: false
        }
    }
}

extension AudienceReference: LosslessStringConvertible {
    public var description: String {
        switch self {
        case .audience(let slug): slug.description
        case .group(let group, let level): "@\(group.rawValue)" + (level.map { "@\($0.rawValue)" } ?? "")
        }
    }

    public init?(_ text: String) {
        guard text.hasPrefix("@") else {
            guard let slug = Slug(text) else { return nil }
            self = .audience(slug)
            return
        }
        let parts = text.dropFirst().split(separator: "@").map(String.init)
        guard (1...2).contains(parts.count), let group = AudienceGroup(rawValue: parts[0]) else { return nil }
        let level = parts.count == 2 ? SchoolLevel(rawValue: parts[1]) : nil
        guard parts.count == 1 || level != nil else { return nil }
        self = .group(group, level)
    }
}

/// The names under which mappings keep fields: `day`, `turns`, `turns:pupils`, `handout:to-roi`, `cost:1000`.
extension SessionField: LosslessStringConvertible {
    private static let plain: [String: SessionField] = [
        "id": .identifier, "ordinal": .ordinal, "day": .day, "month": .month, "year": .year, "time": .time,
        "until": .until,
        "form": .form, "level": .level,
        "classes": .classes,
        "place": .place, "audience": .audience, "sessions": .sessions, "topics": .topics, "material": .material,
        "speakers": .speakers, "coHosts": .coHosts, "organiser": .organiser, "method": .method, "notes": .notes,
        "ignore": .ignored, "minutes": .minutes(each: 1), "hours": .minutes(each: 60), "turns": .turns(nil),
        "female": .female(nil), "male": .male(nil), "handout": .handout(nil), "cost": .cost(each: 1),
    ]

    private static let plainNames = Dictionary(uniqueKeysWithValues: plain.map { ($0.value, $0.key) })

    /// Every field that needs nothing behind its name, for help texts.
    public static var names: [String] { plain.keys.sorted() }

    public var description: String {
        if let name = SessionField.plainNames[self] { return name }
        return switch self {
        case .turns(let audience?): "turns:\(audience)"
        case .female(let audience?): "female:\(audience)"
        case .male(let audience?): "male:\(audience)"
        case .mark(let audience): "mark:\(audience)"
        case .handout(let material?): "handout:\(material)"
        case .cost(let each): "cost:\(each)"
        case .minutes(let each): "minutes:\(each)"
        default: "ignore"
        }
    }

    public init?(_ text: String) {
        if let field = SessionField.plain[text] {
            self = field
            return
        }
        let parts = text.split(separator: ":", maxSplits: 1).map(String.init)
        guard parts.count == 2 else { return nil }
        let audience = AudienceReference(parts[1])
        switch (parts[0], audience, Int(parts[1])) {
        case ("turns", let audience?, _): self = .turns(audience)
        case ("female", let audience?, _): self = .female(audience)
        case ("male", let audience?, _): self = .male(audience)
        case ("mark", let audience?, _): self = .mark(audience)
        case ("handout", .audience(let material)?, _): self = .handout(material)
        case ("cost", _, let each?) where (1...1_000_000_000).contains(each): self = .cost(each: each)
        case ("minutes", _, let each?) where (1...1440).contains(each): self = .minutes(each: each)
        default: return nil
        }
    }
}

extension SessionField {
    /// The field for whoever looks at a preview.
    public var words: Message {
        switch self {
        case .identifier: Message(vi: "mã buổi", en: "session id")
        case .ordinal: Message(vi: "số thứ tự", en: "row number")
        case .day: Message(vi: "ngày", en: "day")
        case .month: Message(vi: "tháng", en: "month")
        case .year: Message(vi: "năm", en: "year")
        case .time: Message(vi: "giờ", en: "time")
        case .until: Message(vi: "giờ kết thúc", en: "end")
        case .form: Message(vi: "hình thức", en: "form")
        case .level: Message(vi: "cấp học", en: "school level")
        case .classes: Message(vi: "khối, lớp", en: "classes")
        case .place: Message(vi: "địa điểm", en: "place")
        case .audience: Message(vi: "đối tượng", en: "audience")
        case .sessions: Message(vi: "số buổi", en: "sessions")
        case .topics: Message(vi: "chủ đề, nội dung", en: "topics")
        case .material: Message(vi: "tài liệu đã dùng", en: "material")
        case .speakers: Message(vi: "báo cáo viên (theo vai trò)", en: "speakers by role")
        case .coHosts: Message(vi: "đơn vị phối hợp", en: "co-hosts")
        case .organiser: Message(vi: "đơn vị thực hiện", en: "organiser")
        case .method: Message(vi: "cách đếm", en: "method of counting")
        case .notes: Message(vi: "ghi chú", en: "notes")
        case .ignored: Message(vi: "không nhập", en: "left out")
        case .minutes: Message(vi: "thời lượng", en: "length")
        case .turns(nil): Message(vi: "số lượt", en: "turns")
        case .turns(let audience?): audience.words { Message(vi: "lượt \($0)", en: "turns of \($1)") }
        case .female(nil): Message(vi: "nữ", en: "female")
        case .female(let audience?): audience.words { Message(vi: "nữ trong \($0)", en: "female of \($1)") }
        case .male(nil): Message(vi: "nam", en: "male")
        case .male(let audience?): audience.words { Message(vi: "nam trong \($0)", en: "male of \($1)") }
        case .mark(let audience): audience.words { Message(vi: "có \($0)", en: "\($1) present") }
        case .handout(let material):
            Message(
                vi: material.map { "số bản “\($0)”" } ?? "số bản in, không ghi tên tài liệu",
                en: material.map { "copies of “\($0)”" } ?? "print, material not named")
        case .cost: Message(vi: "kinh phí", en: "cost")
        }
    }
}

extension AudienceReference {
    fileprivate func words(_ sentence: (String, String) -> Message) -> Message {
        switch self {
        case .audience(let slug): return sentence("“\(slug)”", "“\(slug)”")
        case .group(let group, let level):
            let level = level?.words
            return sentence(
                group.words.vietnamese + (level.map { " \($0.vietnamese)" } ?? ""),
                (level.map { "\($0.english) " } ?? "") + group.words.english)
        }
    }
}
