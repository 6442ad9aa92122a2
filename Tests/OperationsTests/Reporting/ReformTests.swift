import Foundation
import Outreach
import Testing

@testable import Office
@testable import Operations
@testable import Storage

/// On 1 July 2025 the districts ended: old reports come out by the old units, new ones by the new, and a comparison
/// across the line says how it was made.
struct ReformTests {
    private static let sessions = [
        ("2024-03-20", "doan-huyen-chau-thanh-a", 100), ("2024-11-20", "ca-huyen-chau-thanh-a", 40),
        ("2024-06-01", "doan-huyen-thap-muoi", 55), ("2025-02-10", "doan-huyen-chau-thanh-a", 70),
        ("2025-05-10", "doan-huyen-thap-muoi", 25), ("2025-09-10", "doan-thanh-xuan", 20),
        ("2025-10-10", "xa-my-qui", 6), ("2026-03-20", "doan-thanh-xuan", 30),
        ("2026-04-20", "ca-tan-hoa", 12), ("2026-05-05", "xa-thap-muoi", 9), ("2026-05-06", "xa-my-qui", 8),
    ]

    /// The units of the repository, and what some of them did before and after the line.
    private func open(_ test: (Workspace, TurnedClock) async throws -> Void) async throws {
        try await Office.inFolder { folder in
            let repository = URL(filePath: #filePath).appending(path: "../../../../").standardizedFileURL
            let root = folder.appending(path: "workspace")
            try WorkspaceCreation.create(at: root, name: "Thử", copying: repository)
            let clock = TurnedClock(try #require(Instant("2026-07-03T08:00:00+07:00")))
            let workspace = try await Workspace(at: root, time: clock.source, environment: [:])
            _ = try await workspace.importContent(as: .program, mode: .perform)
            for (day, unit, turns) in Self.sessions {
                let session = Session(
                    id: workspace.newSessionID(), unit: try slug(unit), day: try #require(Day(day)),
                    place: "Nhà văn hóa", form: .seminar, minutes: 60,
                    attendance: [Attendance(audience: try slug("parents"), turns: turns)])
                try await workspace.database.write { tx in
                    _ = try tx.log(session, origin: .typed, by: "an", at: workspace.now)
                }
            }
            try await test(workspace, clock)
        }
    }

    /// Of 2025.
    private func half(_ number: Int) throws -> DayRange {
        let first = try #require(Day(number == 1 ? "2025-01-01" : "2025-07-01"))
        let last = try #require(Day(number == 1 ? "2025-06-30" : "2025-12-31"))
        return try #require(DayRange(first, last))
    }

    private func turns(_ report: Report) throws -> ReportLine {
        try #require(report.line(try slug("turns-attended")))
    }

    @Test(arguments: [
        "Trong kỳ xảy ra 2 vụ xâm hại tình dục trẻ em.", "Xảy ra 03 vụ xâm hại trẻ em.",
    ])
    func `a commune's report is of a small place, whether it says so or not, and does not leave as a paper`(
        text: String
    ) async throws {
        try await open { workspace, _ in
            let committee = try slug("bcd-138-thanh-xuan")
            let findings = try await workspace.writeNarrative(
                ReportNarrative(results: text), on: committee, period: "2026-H1", as: .program, mode: .perform)
            #expect(findings.contains { $0.rule == .smallCount })
            await #expect(throws: ReportingError.self) {
                try await workspace.reportFile(
                    .docx, of: nil, on: committee, period: "2026-H1", language: .vietnamese, as: .program)
            }
            let numbers = try await workspace.reportFile(
                .csv, of: nil, on: committee, period: "2026-H1", language: .vietnamese, as: .program)
            #expect(!numbers.bytes.isEmpty)
            let province = try await workspace.writeNarrative(
                ReportNarrative(results: text), on: try slug("can-tho"), period: "2026-H1", as: .program, mode: .perform
            )
            #expect(!province.contains { $0.rule == .smallCount })
        }
    }

    @Test func `a report for 2024 comes out by the old tree`() async throws {
        try await open { workspace, _ in
            let report = try await workspace.report(
                on: try slug("bcd-138-huyen-chau-thanh-a"), period: "2024", as: .program)
            #expect(report.members.count == 13)
            #expect(report.members.map(\.name.vi).contains("Huyện Đoàn Châu Thành A"))
            let line = try turns(report)
            #expect(line.value == 140)
            #expect(line.members.filter { ($0.value ?? 0) > 0 }.map(\.value) == [40, 100])
            let province = try await workspace.report(on: try slug("hau-giang"), period: "2024", as: .program)
            #expect(try turns(province).value == 140)
            let districts = try await workspace.report(on: try slug("dong-thap"), period: "2024", as: .program)
            #expect(districts.members.map(\.id.description) == ["huyen-thap-muoi"])
            #expect(try turns(districts).value == 55)
        }
    }

    @Test func `a report for 2026 comes out by the new tree, and the old units have none`() async throws {
        try await open { workspace, _ in
            let report = try await workspace.report(on: try slug("bcd-138-can-tho"), period: "2026-H1", as: .program)
            #expect(try turns(report).value == 12)
            #expect(report.members.map(\.id.description).contains("ca-tan-hoa"))
            let communes = try await workspace.report(on: try slug("dong-thap"), period: "2026-H1", as: .program)
            #expect(communes.members.count == 5 && !communes.members.map(\.id.description).contains("huyen-thap-muoi"))
            #expect(try turns(communes).value == 17)
            let old = try await workspace.report(on: try slug("huyen-chau-thanh-a"), period: "2026-H1", as: .program)
            #expect(try turns(old).value == nil && old.members.isEmpty)
            #expect(old.comparison == .noLonger(until: try #require(Day("2025-06-30"))))
            let new = try await workspace.report(on: try slug("xa-thanh-xuan"), period: "2024-H1", as: .program)
            #expect(new.comparison == .notYet(from: try #require(Day("2025-07-01"))))
            #expect(new.comparison.sentence?.vietnamese.contains("01/07/2025") == true)
            // Nobody was there: no number is zero.
            for report in [old, new] {
                #expect(report.lines.allSatisfy { $0.value == nil && $0.cumulative == nil && $0.before == nil })
            }
        }
    }

    @Test func `a comparison across the line says how it was made`() async throws {
        try await open { workspace, _ in
            let report = { (subject: String) in
                try await workspace.report(on: try slug(subject), period: "2026-H1", as: .program)
            }
            // The city took the province over whole: its counts are set against the province's.
            let city = try await report("can-tho")
            guard case .predecessors(let predecessors) = city.comparison else {
                Issue.record("\(city.comparison)")
                return
            }
            #expect(predecessors.map(\.id.description) == ["hau-giang"])
            #expect(try turns(city).before == 70 && turns(city).value == 42)
            // A commune took over a part of a district: no number of the district is its own.
            let commune = try await report("xa-thanh-xuan")
            guard case .divided(let districts, among: 4) = commune.comparison else {
                Issue.record("\(commune.comparison)")
                return
            }
            #expect(districts.map(\.name.vi) == ["Huyện Châu Thành A"])
            #expect(try turns(commune).before == nil && turns(commune).value == 30)
            // A province that lasted is set against itself, each time as it stood.
            let lasting = try await report("dong-thap")
            guard case .changedTree(let ended, let begun) = lasting.comparison else {
                Issue.record("\(lasting.comparison)")
                return
            }
            #expect(ended.map(\.id.description) == ["huyen-thap-muoi"] && begun.count == 5)
            #expect(try turns(lasting).before == 25 && turns(lasting).value == 17)
            let committee = try await report("bcd-138-can-tho")
            #expect(committee.comparison == .nothingBefore && committee.comparison.sentence != nil)
        }
    }

    @Test func `a year that touches the line is set against a whole one where it is whole itself, and says how`()
        async throws
    {
        try await open { workspace, _ in
            let line = { (subject: String, period: String) in
                let report = try await workspace.report(on: try slug(subject), period: period, as: .program)
                return (report: report, turns: try turns(report))
            }
            // The districts had half of 2025.
            for (district, turns) in [("bcd-138-huyen-chau-thanh-a", 70), ("huyen-thap-muoi", 25)] {
                let ended = try await line(district, "2025")
                #expect(ended.report.comparison == .partOfPeriod(try half(1)))
                #expect(ended.turns.value == turns && ended.turns.before == nil && ended.turns.change == nil)
            }
            let begun = try await line("can-tho", "2025")
            #expect(begun.report.comparison == .partOfPeriod(try half(2)))
            #expect(begun.turns.value == 20 && begun.turns.before == nil)
            // A commune of a divided district cannot fill up the half it was not there.
            let commune = try await line("xa-thanh-xuan", "2026")
            guard case .partOfPeriodBefore(let days, let divided) = commune.report.comparison else {
                Issue.record("\(commune.report.comparison)")
                return
            }
            #expect(try days == half(2) && divided.map(\.id.description) == ["huyen-chau-thanh-a"])
            #expect(commune.turns.value == 30 && commune.turns.before == nil)
            // The city took all of the province over, so both halves of 2025 are its own.
            let city = try await line("can-tho", "2026")
            #expect(city.turns.value == 42 && city.turns.before == 90)
            #expect(city.report.comparison.sentence?.vietnamese.contains("Tỉnh Hậu Giang") == true)
            let rows = try await workspace.reportRows(
                on: try slug("can-tho"), period: "2026", indicator: try slug("turns-attended"), slice: .before,
                as: .program
            ).rows
            #expect(rows.map(\.value) == [70, 20])
            #expect(try await line("xa-thanh-xuan", "2026-H2").report.comparison == .sameUnits)
        }
    }

    @Test func `units that were there for a part of a period are named with their days`() async throws {
        try await open { workspace, _ in
            let report = { (subject: String, period: String) in
                try await workspace.report(on: try slug(subject), period: period, as: .program)
            }
            let crossing = try await report("dong-thap", "2025")
            #expect(try turns(crossing).value == 31 && turns(crossing).before == 55)
            #expect(crossing.partly?.now.count == 6 && crossing.partly?.before.isEmpty == true)
            #expect(
                crossing.remarks.contains {
                    $0.vietnamese.contains("01/01/2025 – 30/06/2025: Huyện Tháp Mười; 01/07/2025 – 31/12/2025: Xã")
                })
            let after = try await report("dong-thap", "2026")
            #expect(try turns(after).before == 31 && after.partly?.before.count == 6)
            #expect(after.partly?.now.isEmpty == true)
            let first = try await report("xa-thanh-xuan", "2025-H2")
            #expect(try turns(first).cumulative == 20 && first.partly?.cumulative?.first == Day("2025-07-01"))
            let file = try await workspace.reportFile(
                .csv, of: nil, on: try slug("xa-thanh-xuan"), period: "2025-H2", language: .vietnamese, as: .program)
            #expect(!file.bytes.isEmpty)
            let whole = try await report("dong-thap", "2025-H2")
            #expect(try turns(whole).cumulative == 31 && whole.partly == nil)
        }
    }

    @Test func `schools nobody listed are no zero, and those that are listed count at the end of the period`()
        async throws
    {
        try await open { workspace, _ in
            let schools = try slug("schools-in-area")
            let report = { (subject: String, period: String) in
                try await workspace.report(on: try slug(subject), period: period, as: .program)
            }
            #expect(try await report("xa-thanh-xuan", "2026-H1").line(schools)?.value == 3)
            #expect(try await report("xa-tan-hoa", "2026-H1").line(schools)?.value == nil)
            #expect(try await report("dong-thap", "2024").line(schools)?.value == nil)
            let city = try await report("can-tho", "2025")
            let line = try #require(city.line(schools))
            let columns = Dictionary(uniqueKeysWithValues: line.members.map { ($0.id, $0.value) })
            #expect(line.value == 3 && columns["xa-thanh-xuan"] == 3 && columns["xa-tan-hoa"] == .some(nil))
            let rows = { (slice: ReportSlice) in
                try await workspace.reportRows(
                    on: try slug("can-tho"), period: "2025", indicator: schools, slice: slice, as: .program
                ).rows.count
            }
            #expect(try await rows(.everything) == 3)
            #expect(try await rows(.member(try slug("xa-thanh-xuan"))) == 3)
            #expect(try await rows(.member(try slug("dong-thap"))) == 0)
            let json = try await workspace.reportFile(
                .json, of: nil, on: try slug("xa-tan-hoa"), period: "2026-H1", language: .vietnamese, as: .program)
            let text = String(decoding: json.bytes, as: UTF8.self)
            #expect(text.contains("\"id\" : \"schools-in-area\"") && text.contains("\"value\" : null"))
        }
    }

    @Test func `the numbers of a duty open into the sessions that were counted for it`() async throws {
        try await open { workspace, _ in
            let committee = try slug("bcd-138-huyen-chau-thanh-a")
            let report = try await workspace.report(on: committee, period: "2024", as: .program)
            #expect(report.duties.contains { $0.sessions > 0 } && report.duties.contains { $0.sessions == 0 })
            for duty in report.duties {
                let rows = try await workspace.dutyRows(
                    try #require(duty.reference), on: committee, period: "2024", as: .program)
                #expect(rows.sessions.reduce(0) { $0 + $1.value } == duty.sessions)
                #expect(rows.posts.reduce(0) { $0 + $1.value } == duty.posts)
            }
            let after = try await workspace.report(on: committee, period: "2026", as: .program)
            #expect(after.duties.isEmpty)
            let unknown = DutyReference(plan: try slug("nothing"), duty: try slug("nothing"))
            await #expect(throws: ReportingError.self) {
                try await workspace.dutyRows(unknown, on: committee, period: "2024", as: .program)
            }
        }
    }

    @Test func `an old frozen report stays as it was when units are renamed and old rows corrected`() async throws {
        try await open { workspace, clock in
            let committee = try slug("bcd-138-huyen-chau-thanh-a")
            // The period was locked long ago.
            _ = try await workspace.decideReport(
                .reopened, on: committee, period: "2024", reason: "Nộp bổ sung", as: .program, mode: .perform)
            let version = try await workspace.submitReport(
                on: committee, period: "2024", seeing: nil, withoutMembers: true, as: .program, mode: .perform)
            let frozen = try await workspace.reportVersion(1, on: committee, period: "2024", as: .program)
            let file = workspace.root.appending(path: "Content/units.yaml")
            let text = try String(contentsOf: file, encoding: .utf8)
            try Data(text.replacing("Huyện Đoàn Châu Thành A", with: "Huyện Đoàn (tên mới)").utf8).write(to: file)
            _ = try await workspace.importContent(as: .program, mode: .perform)
            let session = Session(
                id: workspace.newSessionID(), unit: try slug("doan-huyen-chau-thanh-a"),
                day: try #require(Day("2024-05-05")), place: "Chợ", form: .seminar, minutes: 30,
                attendance: [Attendance(audience: try slug("parents"), turns: 999)])
            try await workspace.database.write { tx in
                _ = try tx.log(session, origin: .imported, by: "an", at: workspace.now)
            }
            clock.advance(by: .seconds(86_400))
            let again = try await workspace.reportVersion(1, on: committee, period: "2024", as: .program)
            #expect(again.content == frozen.content && again.isIntact && again.version == version)
            let now = try await workspace.reportDossier(on: committee, period: "2024", as: .program)
            #expect(now.differs && now.changes.contains { $0.old == "140" && $0.new == "1139" })
            #expect(now.content.report.members.map(\.name.vi).contains("Huyện Đoàn (tên mới)"))
        }
    }
}
