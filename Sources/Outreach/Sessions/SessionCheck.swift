/// Why a session as given cannot be counted; nothing was stored.
public enum SessionProblem: ReadableError, Hashable {
    case noPlace
    case minutesOutOfRange(Int)
    case negativeTurns(audience: Slug)
    case sexesExceedTurns(audience: Slug)
    case audienceTwice(Slug)
    case noAttendance
    case inFuture(Day)
    /// The unit did not exist yet, so that no report would ever count the session.
    case beforeUnit(from: Day)
    case afterUnit(until: Day)
    /// A committee holds no sessions: its members do.
    case noUnit(Slug)
    /// Signs nobody sees that turn a line around.
    case turnedText(field: String)
    /// A slip in the year.
    case longAgo(Day)
    case negativeHandout(Slug)
    case handoutTwice(Slug)
    case negativeCost
    /// More entries or people than any session has.
    case tooMuch(field: String, limit: Int)
    case tooManyCharacters(field: String, limit: Int)
    /// An id of noughts, or of nothing but f: nobody made it, and the next thing without an id would have it as well.
    case reservedID
    /// It counts for its owner already.
    case coHostIsOwner
    /// A school of one level, and a session of another.
    case levelOfPlace(SchoolLevel, given: SchoolLevel)
    /// A name or a number of a person, which is never kept.
    case personal(PersonalDetail, field: String)

    public var message: Message { message(naming: { _ in nil }) }

    /// - Parameter name: what an audience is called, for people who never saw its short name; nil where nobody knows.
    public func message(naming name: (Slug) -> LocalizedText?) -> Message {
        func named(_ audience: Slug) -> LocalizedText {
            name(audience) ?? LocalizedText(vi: audience.description, en: audience.description)
        }
        return switch self {
        case .noPlace:
            Message(vi: "Thiếu địa điểm. Ghi tên trường, nhà văn hóa hoặc ấp.", en: "The place is missing. Give it.")
        case .minutesOutOfRange(let minutes):
            Message(
                vi: "Thời lượng \(minutes) phút không hợp lý; ghi từ 1 đến 1440 phút.",
                en: "\(minutes) minutes is not a length of a session; give 1 to 1440.")
        case .negativeTurns(let audience):
            Message(
                vi: "Số lượt của “\(named(audience).vi)” âm; ghi từ 0 trở lên.",
                en: "The turns of “\(named(audience).en)” are negative; give 0 or more.")
        case .sexesExceedTurns(let audience):
            Message(
                vi: "Nam và nữ của “\(named(audience).vi)” cộng lại nhiều hơn số lượt; kiểm tra lại các con số.",
                en: "Male and female of “\(named(audience).en)” exceed its turns; check the numbers.")
        case .audienceTwice(let audience):
            Message(
                vi: "Đối tượng “\(named(audience).vi)” ghi hai lần; gộp lại thành một.",
                en: "The audience “\(named(audience).en)” is given twice; add them up.")
        case .noAttendance:
            Message(
                vi: "Thiếu số lượt người dự. Ghi ít nhất một đối tượng với số lượt.",
                en: "Nobody is counted. Give at least one audience with its turns.")
        case .inFuture(let day):
            Message(
                vi: "Ngày \(day.written) chưa đến; chỉ ghi buổi đã diễn ra.",
                en: "\(day.written) is still to come; log a session once it has taken place.")
        case .beforeUnit(let from):
            Message(
                vi: "Đơn vị chỉ có từ \(from.written); buổi trước ngày đó ghi cho đơn vị cũ.",
                en: "The unit exists since \(from.written); log a session of an earlier day for the unit before it.")
        case .afterUnit(let until):
            Message(
                vi: "Đơn vị chỉ có đến \(until.written); buổi sau ngày đó ghi cho đơn vị kế tiếp.",
                en: "The unit existed until \(until.written); log a session of a later day for the unit after it.")
        case .noUnit(let id):
            Message(
                vi: "“\(id)” không phải đơn vị (ban chỉ đạo không tự tổ chức buổi); ghi cho đơn vị thành viên đã làm.",
                en: "“\(id)” is no unit (a committee holds no sessions); log it for the member that held it.")
        case .turnedText:
            Message(
                vi: "Có ký tự ẩn đảo chiều chữ; gõ lại bằng tay.",
                en: "There are hidden signs that turn the text around; type it anew.")
        case .longAgo(let day):
            Message(
                vi: "Ngày \(day.written) quá xa; kiểm tra lại năm.",
                en: "\(day.written) is too long ago; check the year.")
        case .negativeHandout(let material):
            Message(
                vi: "Số bản phát của “\(material)” phải lớn hơn 0.",
                en: "The quantity of “\(material)” handed out must be above 0.")
        case .handoutTwice(let material):
            Message(
                vi: "Tờ in “\(material)” ghi hai lần; gộp số bản lại.",
                en: "The print “\(material)” is given twice; add them up.")
        case .negativeCost:
            Message(vi: "Kinh phí âm; ghi từ 0 đồng trở lên.", en: "The cost is negative; give 0 or more.")
        case .tooMuch(_, let limit):
            Message(
                vi: "Nhiều hơn mức một buổi có thể có (\(SessionLimits.written(limit, by: "."))); kiểm tra lại.",
                en: "More than any session can have (\(SessionLimits.written(limit, by: ","))); check it.")
        case .tooManyCharacters(_, let limit):
            Message(
                vi: "Quá dài: nhiều nhất \(SessionLimits.written(limit, by: ".")) ký tự; viết ngắn lại.",
                en: "Too long: at most \(SessionLimits.written(limit, by: ",")) characters; shorten it.")
        case .reservedID:
            Message(
                vi: "Mã buổi toàn số 0 (hoặc toàn f) không phải mã của buổi nào; hãy tạo mã mới (UUID).",
                en: "An id of noughts (or of nothing but f) is no session’s; make a new one (a UUID).")
        case .coHostIsOwner:
            Message(
                vi: "Đơn vị chủ trì cũng được ghi là đơn vị phối hợp; bỏ đơn vị đó khỏi mục phối hợp.",
                en: "The unit that holds the session is given as its co-host too; take it out of the co-hosts.")
        case .levelOfPlace(let level, let given):
            Message(
                vi: "Nơi tổ chức là trường \(level.words.vietnamese), nhưng cấp học ghi \(given.words.vietnamese); sửa "
                    + "cấp học hoặc nơi tổ chức, hoặc để trống cấp học.",
                en: "The place is a school of the level “\(level.words.english)”, but the session is given as "
                    + "“\(given.words.english)”; correct the level or the place, or leave the level empty.")
        case .personal(let detail, let field):
            detail.message(in: field)
        }
    }
}

extension SessionProblem {
    /// The part of the session that is to blame, as forms and the API name it: `place`, `attendance.pupils`.
    public var field: String {
        switch self {
        case .noPlace: "place"
        case .minutesOutOfRange: "minutes"
        case .negativeTurns(let audience), .sexesExceedTurns(let audience), .audienceTwice(let audience):
            "attendance.\(audience)"
        case .noAttendance: "attendance"
        case .inFuture, .beforeUnit, .afterUnit, .longAgo: "day"
        case .noUnit: "unit"
        case .turnedText(let field): field
        case .negativeHandout(let material), .handoutTwice(let material): "handouts.\(material)"
        case .negativeCost: "cost"
        case .reservedID: "id"
        case .coHostIsOwner: "coHosts"
        case .levelOfPlace: "level"
        case .tooMuch(let field, _), .tooManyCharacters(let field, _), .personal(_, let field): field
        }
    }
}

extension Session {
    /// What keeps the session from being counted for its unit.
    ///
    /// - Parameter levelOfPlace: ``PlaceWords/level(of:)``, or what it said of the same places before.
    public func problems(
        in tree: UnitTree, levelOfPlace: (String) -> SchoolLevel? = PlaceWords.level
    ) -> [SessionProblem] {
        guard let unit = tree.units[unit] else { return [.noUnit(unit)] }
        if let from = unit.validity.from, day < from { return [.beforeUnit(from: from)] }
        if let until = unit.validity.until, day > until { return [.afterUnit(until: until)] }
        let school = placeUnit.flatMap { tree.units[$0] }
        if let given = level, let own = school?.level ?? levelOfPlace(place), own != given {
            return [.levelOfPlace(own, given: given)]
        }
        return []
    }

    /// Everything that keeps the session from being counted on a day.
    ///
    /// - Parameter helpLines: the numbers of lines to call, which may stand in notes.
    public func problems(today: Day, helpLines: Set<String> = []) -> [SessionProblem] {
        var found: [SessionProblem] = []
        if id.isReserved { found.append(.reservedID) }
        if coHosts.contains(unit) { found.append(.coHostIsOwner) }
        if !place.unicodeScalars.contains(where: \.isSeen) { found.append(.noPlace) }
        for (field, text) in [("place", place), ("notes", notes)] + speakers.map({ ("speakers", $0) })
        where text.unicodeScalars.contains(where: \.turnsText) {
            found.append(.turnedText(field: field))
        }
        if let minutes, !(1...1440).contains(minutes) { found.append(.minutesOutOfRange(minutes)) }
        if attendance.isEmpty { found.append(.noAttendance) }
        if day > today { found.append(.inFuture(day)) }
        if day.year < 2000 { found.append(.longAgo(day)) }
        var seen: Set<Slug> = []
        for group in attendance {
            if !seen.insert(group.audience).inserted { found.append(.audienceTwice(group.audience)) }
            if [group.turns, group.female ?? 0, group.male ?? 0].contains(where: { $0 < 0 }) {
                found.append(.negativeTurns(audience: group.audience))
            } else if (group.female ?? 0) + (group.male ?? 0) > group.turns {
                found.append(.sexesExceedTurns(audience: group.audience))
            }
        }
        found += handouts.filter { $0.quantity <= 0 }.map { .negativeHandout($0.material) }
        var printed: Set<Slug> = []
        found += handouts.filter { !printed.insert($0.material).inserted }.map { .handoutTwice($0.material) }
        if let cost, cost < 0 { found.append(.negativeCost) }
        return found + excesses + personalDetails(helpLines: helpLines)
    }

    /// A slip of the thumb, or somebody who tries how much fits.
    private var excesses: [SessionProblem] {
        let texts = [("place", place, 300), ("notes", notes, 4000)] + speakers.map { ("speakers", $0, 120) }
        let lists = [("speakers", speakers.count, 20), ("coHosts", coHosts.count, 50), ("topics", topics.count, 50)]
        let most = SessionLimits.turns
        return texts.filter { $0.1.unicodeScalars.count > $0.2 }.map { .tooManyCharacters(field: $0.0, limit: $0.2) }
            + lists.filter { $0.1 > $0.2 }.map { .tooMuch(field: $0.0, limit: $0.2) }
            + attendance.filter { $0.turns > most }.map { .tooMuch(field: "attendance.\($0.audience)", limit: most) }
            + handouts.filter { $0.quantity > 1_000_000 }
            .map { .tooMuch(field: "handouts.\($0.material)", limit: 1_000_000) }
            + (cost ?? 0 > 1_000_000_000_000 ? [.tooMuch(field: "cost", limit: 1_000_000_000_000)] : [])
    }
}

/// The most that one session has.
public enum SessionLimits {
    /// Turns of one audience.
    public static let turns = 100_000

    /// With its thousands apart.
    fileprivate static func written(_ number: Int, by sign: Character) -> String {
        let digits = String(number)
        return String(
            digits.enumerated().flatMap { place, digit -> [Character] in
                place > 0 && (digits.count - place) % 3 == 0 ? [sign, digit] : [digit]
            })
    }
}

extension Unicode.Scalar {
    /// Whether anything of it is on paper.
    fileprivate var isSeen: Bool {
        switch properties.generalCategory {
        case .format, .control, .spaceSeparator, .lineSeparator, .paragraphSeparator, .unassigned, .privateUse: false
        default: true
        }
    }

    /// Embeddings, overrides and isolates of writing direction (UAX #9), which no Vietnamese text needs.
    fileprivate var turnsText: Bool { (0x202A...0x202E).contains(value) || (0x2066...0x2069).contains(value) }
}
