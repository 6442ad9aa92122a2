import Documents
import Outreach
import Testing

@testable import Office
@testable import Operations
@testable import Storage

/// Every number of a report, and every part of it, is the sum of its rows, whatever became of them: corrected, moved to
/// another unit, withdrawn, held together with others; counted by month or not.
struct ReportRowsTests {
    private static let units = """
        units:
          - {id: city, name: {vi: "Thành phố", en: "City"}, kind: province}
          - {id: east, name: {vi: "Xã Đông", en: "East commune"}, kind: commune, parent: city}
          - {id: east-culture, name: {vi: "Văn hóa xã Đông", en: "East culture"}, kind: culture-centre, parent: east}
          - {id: east-youth, name: {vi: "Đoàn xã Đông", en: "East youth union"}, kind: youth-union, parent: east}
          - {id: east-police, name: {vi: "Công an xã Đông", en: "East police"}, kind: police, parent: east}
          - {id: old-youth, name: {vi: "Đoàn cũ", en: "Former youth union"}, kind: youth-union, parent: east, until: 2025-06-30}
          - {id: east-school, name: {vi: "Trường Đông", en: "East school"}, kind: school, parent: east}
          - {id: west, name: {vi: "Xã Tây", en: "West commune"}, kind: commune, parent: city, priority: true}
          - {id: west-culture, name: {vi: "Văn hóa xã Tây", en: "West culture"}, kind: culture-centre, parent: west}
          - {id: west-school, name: {vi: "Trường Tây", en: "West school"}, kind: school, parent: west, from: 2026-04-01}
          - id: moved
            name: {vi: "Câu lạc bộ", en: "Club"}
            kind: club
            parent: west
            former: [{until: 2026-03-31, parent: east}]
        committees:
          - id: east-138
            name: {vi: "Ban Chỉ đạo 138 xã Đông", en: "Committee 138 of East"}
            area: east
            standing: east-police
            members: [east-police, east-culture, {unit: east-youth, from: 2026-02-01}, old-youth, east]
        """

    private static let indicators = """
        indicators:
          - {id: sessions, name: {vi: "Buổi", en: "Sessions"}, unit: {vi: "buổi", en: "sessions"}, rows: sessions, sum: count}
          - {id: minutes, name: {vi: "Phút", en: "Minutes"}, unit: {vi: "phút", en: "minutes"}, rows: sessions, sum: minutes}
          - {id: law, name: {vi: "Buổi luật", en: "Law"}, unit: {vi: "buổi", en: "sessions"}, rows: sessions, where: {topic: [law]}, sum: count}
          - {id: turns, name: {vi: "Lượt", en: "Turns"}, unit: {vi: "lượt", en: "turns"}, rows: attendance, sum: turns}
          - {id: pupils, name: {vi: "Học sinh", en: "Pupils"}, unit: {vi: "lượt", en: "turns"}, rows: attendance, where: {audience: [pupils], form: [school-session, contest]}, sum: turns}
          - {id: prints, name: {vi: "Bản in", en: "Prints"}, unit: {vi: "bản", en: "copies"}, rows: prints, sum: quantity}
          - {id: vietnamese, name: {vi: "Tiếng Việt", en: "Vietnamese"}, unit: {vi: "bản", en: "copies"}, rows: prints, where: {language: [vietnamese]}, sum: quantity}
          - {id: broadcasts, name: {vi: "Bài loa", en: "Broadcasts"}, unit: {vi: "bài", en: "items"}, rows: posts, where: {channel_kind: [loudspeaker]}, sum: count}
          - {id: plays, name: {vi: "Lần phát", en: "Plays"}, unit: {vi: "lần", en: "plays"}, rows: samples, sum: value}
          - {id: places, name: {vi: "Điểm", en: "Places"}, unit: {vi: "điểm", en: "places"}, rows: sessions, sum: places}
          - {id: schools, name: {vi: "Trường đã đến", en: "Schools"}, unit: {vi: "trường", en: "schools"}, rows: sessions, where: {place: [school]}, sum: places, out_of: listed}
          - {id: law-places, name: {vi: "Điểm luật", en: "Law places"}, unit: {vi: "điểm", en: "places"}, rows: sessions, where: {topic: [law], form: [school-session]}, sum: places}
          - {id: listed, name: {vi: "Trường", en: "Schools there are"}, unit: {vi: "trường", en: "schools"}, rows: units, where: {kind: [school]}, sum: count}
        """

    private func session(
        _ office: Office, _ unit: String, _ day: String, _ place: String, at placeUnit: String? = nil,
        _ form: SessionForm, _ topics: [String] = [], turns: Int, coHosts: [String] = [], campaign: String? = nil,
        method: CountingMethod = .counted, handouts: Int = 0
    ) throws -> Session {
        Session(
            id: office.workspace.newSessionID(), unit: try slug(unit), coHosts: try coHosts.map(slug),
            day: try #require(Day(day)), place: place, placeUnit: try placeUnit.map(slug), form: form,
            level: form == .schoolSession ? .primary : nil, topics: try topics.map(slug), minutes: turns,
            attendance: [
                Attendance(audience: try slug("pupils"), turns: turns),
                Attendance(audience: try slug("parents"), turns: turns / 3),
            ],
            handouts: handouts > 0 ? [Handout(material: try slug("to-roi"), quantity: handouts)] : [], method: method,
            campaign: try campaign.map(slug))
    }

    private func work(in office: Office) async throws {
        let sessions = try [
            session(office, "east-youth", "2026-01-20", "Trường A", .schoolSession, ["law"], turns: 30),
            session(office, "east-youth", "2026-03-05", "trường a", .contest, turns: 41, coHosts: ["east-police"]),
            session(office, "east-police", "2026-03-05", "Trường A", .schoolSession, ["law"], turns: 52, handouts: 40),
            session(
                office, "east-culture", "2026-05-18", "Trường Đông", at: "east-school", .performance,
                ["hotline-111"], turns: 63, campaign: "june-2026", method: .estimated),
            session(
                office, "west-culture", "2026-05-18", "Trường A", .schoolSession, turns: 74, coHosts: ["east-youth"]),
            session(
                office, "west-culture", "2026-04-02", "Trường Tây", at: "west-school", .contest, ["law"], turns: 85,
                campaign: "june-2026", handouts: 7),
            session(office, "moved", "2026-03-30", "Đình", .clubMeeting, turns: 16),
            session(office, "moved", "2026-04-03", "Đình", .clubMeeting, ["law"], turns: 17),
            session(office, "east", "2026-02-11", "Ủy ban", .conference, turns: 98, method: .fromRecords),
            session(office, "east-youth", "2025-05-12", "Trường A", .schoolSession, turns: 29),
            session(office, "old-youth", "2025-02-03", "Chợ", .seminar, ["law"], turns: 21),
        ]
        let now = office.workspace.now
        try await office.workspace.database.write { tx in
            for session in sessions { _ = try tx.log(session, origin: .typed, by: "an", at: now) }
        }
        let post = try await office.approved(on: "speakers", at: "2026-05-20 09:00")
        try office.turn(to: "2026-05-20 10:00")
        _ = try await office.workspace.resolvePost(
            post.id.description, .posted(link: nil, at: nil, figure: (.plays, 3)), comment: "",
            as: try office.user("lan"), mode: .perform)
    }

    /// Moves one session to another unit, month and audience, and takes another away.
    private func change(in office: Office) async throws {
        let lists = try await office.workspace.sessions(SessionFilter(), within: nil, as: .program)
        let moved = try #require(lists.first { $0.session.unit.description == "east-police" })
        let gone = try #require(lists.first { $0.session.form == .conference })
        let other = try session(office, "west-culture", "2026-05-03", "Hội trường", .seminar, turns: 11)
        let corrected = Session(
            id: moved.session.id, unit: other.unit, day: other.day, place: other.place, form: other.form,
            topics: other.topics, minutes: 45, attendance: [try #require(other.attendance.last)])
        _ = try await office.workspace.correctSession(
            moved.session.id.description, reason: "Ghi nhầm đơn vị", as: .program, mode: .perform
        ) { _ in corrected }
        _ = try await office.workspace.withdrawSession(
            gone.session.id.description, reason: "Không tổ chức", as: .program, mode: .perform)
    }

    /// Opens every number of a report as JSON.
    private func open(_ subject: String, _ period: String, in office: Office) async throws {
        let answer = try await office.reportNumbers(on: subject, period)
        for line in answer.indicators {
            var numbers: [(slice: ReportSlice, value: Int?)] = [
                (.everything, line.value), (.cumulative, line.cumulative), (.before, line.before),
                (.priority, line.inPriorityAreas),
            ]
            numbers += try line.members.map { (slice: ReportSlice.member(try slug($0.unit)), value: $0.value) }
            for (name, parts) in line.parts {
                let dimension = try #require(ReportDimension(rawValue: name))
                numbers += parts.map { (slice: ReportSlice.part(dimension, $0.id), value: $0.value) }
            }
            for (slice, value) in numbers {
                let rows = try await office.workspace.reportRows(
                    on: try slug(subject), period: period, indicator: try slug(line.id), slice: slice, as: .program
                ).rows
                #expect(
                    rows.reduce(0) { $0 + $1.value } == value ?? 0, "\(subject) \(period) \(line.id) \(slice)")
                #expect(value != nil || rows.isEmpty, "\(subject) \(period) \(line.id) \(slice)")
            }
        }
    }

    @Test(arguments: ["city", "east", "west", "east-138", "east-youth", "moved", "old-youth"])
    func `every number opens into rows that add up to it`(subject: String) async throws {
        try await Office.open { office in
            try await office.rewrite("Content/units.yaml", Self.units)
            try await office.rewrite("Content/indicators.yaml", Self.indicators)
            try await work(in: office)
            let periods = ["2026-H1", "2025-H1", "2026-H2", "2026-03-15..2026-04-10"]
            for period in periods { try await open(subject, period, in: office) }
            _ = try await office.workspace.countMonths()
            for period in periods { try await open(subject, period, in: office) }
            try await change(in: office)
            for period in periods { try await open(subject, period, in: office) }
            _ = try await office.workspace.countMonths()
            for period in periods { try await open(subject, period, in: office) }
        }
    }

    @Test(arguments: ["city", "east", "east-138"])
    func `the parts of a frozen version open into the rows they were counted from, whatever became of them`(
        subject: String
    ) async throws {
        try await Office.open { office in
            try await office.rewrite("Content/units.yaml", Self.units)
            try await office.rewrite("Content/indicators.yaml", Self.indicators)
            try await work(in: office)
            let (subject, period) = (try slug(subject), "2026-H1")
            func rows(_ line: ReportLine, _ slice: ReportSlice, _ version: Int?) async throws -> [IndicatorRow] {
                try await office.workspace.reportRows(
                    on: subject, period: period, indicator: line.indicator.id, slice: slice, version: version,
                    as: .program
                ).rows
            }
            var counted: [(line: ReportLine, slice: ReportSlice, rows: [IndicatorRow])] = []
            for line in try await office.workspace.report(on: subject, period: period, as: .program).lines {
                var slices: [ReportSlice] = [.everything, .cumulative, .priority]
                slices += try line.members.map { .member(try slug($0.id)) }
                for (dimension, parts) in line.parts { slices += parts.map { .part(dimension, $0.id) } }
                for slice in slices { counted.append((line, slice, try await rows(line, slice, nil))) }
            }
            _ = try await office.workspace.submitReport(
                on: subject, period: period, seeing: nil, as: .program, mode: .perform)
            try await change(in: office)
            try await office.rewrite("Content/units.yaml", Self.units.replacing(", priority: true", with: ""))
            for (line, slice, before) in counted {
                do {
                    let frozen = try await rows(line, slice, 1)
                    #expect(Set(frozen) == Set(before), "\(line.indicator.id) \(slice)")
                } catch ReportingError.rowsNotKept(1, let told) {
                    // One row is kept of a place that several visited.
                    #expect(!line.indicator.isToldApartByUnit && told == slice, "\(line.indicator.id) \(slice)")
                }
            }
            for (line, slice, _) in counted where slice == .everything {
                await #expect(throws: ReportingError.rowsNotKept(1, .before)) { try await rows(line, .before, 1) }
            }
        }
    }

    @Test func `what was held together counts for its owner, what moved for its new one, what is withdrawn for nobody`()
        async throws
    {
        try await Office.open { office in
            try await office.rewrite("Content/units.yaml", Self.units)
            try await office.rewrite("Content/indicators.yaml", Self.indicators)
            try await work(in: office)
            let number = { (indicator: String, subject: String) in
                try await office.workspace.report(on: try slug(subject), period: "2026-H1", as: .program)
                    .line(try slug(indicator))?.value
            }
            // January came before the youth union belonged to the committee, but it lies in a member of it.
            #expect(try await number("sessions", "east-youth") == 2)
            #expect(try await number("sessions", "east-138") == 6)
            #expect(try await number("sessions", "east-police") == 1)
            #expect(try await number("prints", "east") == 40)
            #expect(try await number("schools", "city") == 4)
            // The club moved: what it calls "Đình" in one commune is not the one in the other.
            #expect(try await number("places", "city") == 7)
            try await change(in: office)
            #expect(try await number("sessions", "east-police") == 0)
            #expect(try await number("prints", "east") == 0)
            #expect(try await number("sessions", "west") == 4)
            #expect(try await number("sessions", "east") == 4)
            #expect(try await number("turns", "city") == 40 + 54 + 84 + 98 + 113 + 21 + 22 + 3)
        }
    }
}
