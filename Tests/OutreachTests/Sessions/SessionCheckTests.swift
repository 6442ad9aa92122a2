import Outreach
import Testing

private typealias Make = SessionFixture

struct SessionCheckTests {
    private let today: Day

    init() throws {
        today = try #require(Day("2026-06-03"))
    }

    @Test func `a session that took place and was counted is in order`() throws {
        #expect(try Make.session().problems(today: today).isEmpty)
    }

    @Test func `signs nobody sees are no place, and none may turn a line around`() throws {
        #expect(try Make.session(place: "\u{200B}\u{FEFF} ").problems(today: today) == [.noPlace])
        #expect(
            try Make.session(place: "Trường \u{202E}abc").problems(today: today) == [.turnedText(field: "place")])
        #expect(try Make.session(place: "Trường 👨‍👩‍👧").problems(today: today).isEmpty)
    }

    @Test(arguments: ["", " ", "\t\r\n"])
    func `a session needs a place`(place: String) throws {
        #expect(try Make.session(place: place).problems(today: today) == [.noPlace])
    }

    @Test(arguments: [(-1, false), (0, false), (1, true), (45, true), (1440, true), (1441, false)])
    func `a session lasts from a minute to a day`(minutes: Int, isLength: Bool) throws {
        let expected: [SessionProblem] = isLength ? [] : [.minutesOutOfRange(minutes)]
        #expect(try Make.session(minutes: minutes).problems(today: today) == expected)
    }

    @Test(arguments: [("2026-06-02", true), ("2026-06-03", true), ("2026-06-04", false)])
    func `a session is logged once it has taken place`(day: String, isPast: Bool) throws {
        let expected: [SessionProblem] = isPast ? [] : [.inFuture(try #require(Day(day)))]
        #expect(try Make.session(day: day).problems(today: today) == expected)
    }

    @Test func `somebody has to be counted, and nobody may have come`() throws {
        #expect(try Make.session(attendance: []).problems(today: today) == [.noAttendance])
        #expect(try Make.session(attendance: [Make.group("pupils", 0)]).problems(today: today).isEmpty)
    }

    @Test(
        arguments: [
            (-1, nil, nil), (10, -1, nil), (10, nil, -1), (10, 12, -2), (-5, -5, nil),
        ] as [(Int, Int?, Int?)])
    func `no count is below zero`(turns: Int, female: Int?, male: Int?) throws {
        let session = try Make.session(attendance: [Make.group("pupils", turns, female: female, male: male)])
        #expect(session.problems(today: today) == [.negativeTurns(audience: try UnitFixture.slug("pupils"))])
    }

    @Test(
        arguments: [
            (10, 4, 6, true), (10, 4, nil, true), (10, nil, nil, true), (10, 10, 0, true), (10, 6, 5, false),
            (10, 11, nil, false), (10, nil, 11, false), (0, 1, nil, false),
        ] as [(Int, Int?, Int?, Bool)])
    func `girls and boys are among the turns; some may be not known`(
        turns: Int, female: Int?, male: Int?, fits: Bool
    ) throws {
        let session = try Make.session(attendance: [Make.group("pupils", turns, female: female, male: male)])
        let expected: [SessionProblem] = fits ? [] : [.sexesExceedTurns(audience: try UnitFixture.slug("pupils"))]
        #expect(session.problems(today: today) == expected)
    }

    @Test func `an audience is given once`() throws {
        let groups = try [Make.group("pupils", 10), Make.group("teachers", 2), Make.group("pupils", 5)]
        #expect(
            try Make.session(attendance: groups).problems(today: today)
                == [.audienceTwice(try UnitFixture.slug("pupils"))])
    }

    @Test(arguments: [(1, true), (0, false), (-3, false)])
    func `what is handed out is at least one piece`(quantity: Int, isQuantity: Bool) throws {
        let leaflet = try UnitFixture.slug("leaflet")
        let session = try Make.session(handouts: [Handout(material: leaflet, quantity: quantity)])
        #expect(session.problems(today: today) == (isQuantity ? [] : [.negativeHandout(leaflet)]))
    }

    @Test func `everything wrong is told at once, in both languages`() throws {
        let session = try Make.session(
            day: "2026-06-04", place: "", minutes: 0,
            attendance: [Make.group("pupils", -1), Make.group("pupils", 1, female: 2)],
            handouts: [Handout(material: UnitFixture.slug("leaflet"), quantity: 0)])
        let problems = session.problems(today: today)
        #expect(problems.count == 7)
        #expect(problems.allSatisfy { !$0.message.vietnamese.isEmpty && !$0.message.english.isEmpty })
    }

    @Test(arguments: [(100_000, true), (100_001, false)])
    func `one audience has at most a hundred thousand turns`(turns: Int, fits: Bool) throws {
        let pupils = try UnitFixture.slug("pupils")
        let problems = try Make.session(attendance: [Make.group("pupils", turns)]).problems(today: today)
        #expect(problems == (fits ? [] : [.tooMuch(field: "attendance.\(pupils)", limit: 100_000)]))
        #expect(problems.allSatisfy { $0.message.vietnamese.contains("100.000") })
    }

    @Test func `a text that is too long is told of in characters`() throws {
        let problems = try Make.session(place: String(repeating: "a", count: 301)).problems(today: today)
        #expect(problems == [.tooManyCharacters(field: "place", limit: 300)])
        #expect(problems.first?.message.vietnamese.contains("300 ký tự") == true)
    }

    @Test(arguments: ["00000000-0000-0000-0000-000000000000", "ffffffff-ffff-ffff-ffff-ffffffffffff"])
    func `an id that nobody made is no session's`(id: String) throws {
        let problems = try Make.session(id: id).problems(today: today)
        #expect(problems == [.reservedID] && problems.map(\.field) == ["id"])
    }

    @Test func `the unit that holds a session is no co-host of it`() throws {
        let problems = try Make.session(coHosts: ["ca-thanh-xuan", "doan-thanh-xuan"]).problems(today: today)
        #expect(problems == [.coHostIsOwner] && problems.map(\.field) == ["coHosts"])
        #expect(try Make.session(coHosts: ["ca-thanh-xuan"]).problems(today: today).isEmpty)
    }

    @Test(
        arguments: [
            ("Trường (mẫu)", "primary-school", .lowerSecondary, .primary),
            ("Trường (mẫu)", "primary-school", .primary, nil), ("Trường (mẫu)", "primary-school", nil, nil),
            ("Trường Tiểu học Thạnh Xuân", nil, .lowerSecondary, .primary),
            ("Sân trường TH Thạnh Xuân", nil, .upperSecondary, .primary),
            ("Trường TH&THCS Thạnh Xuân", nil, .lowerSecondary, nil), ("Nhà văn hóa ấp 3", nil, .primary, nil),
            ("Hội trường gần Trường Tiểu học A", nil, .lowerSecondary, nil), ("Câu lạc bộ", "club", .primary, nil),
        ] as [(String, String?, SchoolLevel?, SchoolLevel?)])
    func `a session at a school is of the school's level`(
        place: String, unit: String?, given: SchoolLevel?, school: SchoolLevel?
    ) throws {
        func node(_ id: String, _ kind: UnitKind, level: SchoolLevel? = nil) throws -> Unit {
            Unit(
                id: try UnitFixture.slug(id), name: LocalizedText(vi: id, en: id), kind: kind,
                parent: kind == .commune ? nil : try UnitFixture.slug("xa"), level: level)
        }
        let tree = try UnitTree(
            units: [
                node("xa", .commune), node("doan-thanh-xuan", .youthUnion), node("club", .club),
                node("primary-school", .school, level: .primary),
            ], committees: [])
        let problems = try Make.session(place: place, placeUnit: unit, level: given).problems(in: tree)
        var expected: [SessionProblem] = []
        if let given, let school { expected = [.levelOfPlace(school, given: given)] }
        #expect(problems == expected && problems.allSatisfy { $0.field == "level" })
    }

    @Test func `turns are added up over the audiences`() throws {
        let groups = try [Make.group("pupils", 120, female: 70), Make.group("teachers", 4)]
        #expect(try Make.session(attendance: groups).turns == 124)
    }
}
