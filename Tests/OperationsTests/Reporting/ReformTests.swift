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
        ("2025-05-10", "doan-huyen-thap-muoi", 25), ("2026-03-20", "doan-thanh-xuan", 30),
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
            #expect(try turns(old).value == 0 && old.members.isEmpty)
            #expect(old.comparison == .noLonger(until: try #require(Day("2025-06-30"))))
            let new = try await workspace.report(on: try slug("xa-thanh-xuan"), period: "2024-H1", as: .program)
            #expect(new.comparison == .notYet(from: try #require(Day("2025-07-01"))))
            #expect(new.comparison.sentence?.vietnamese.contains("01/07/2025") == true)
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

    @Test func `an old frozen report stays as it was when units are renamed and old rows corrected`() async throws {
        try await open { workspace, clock in
            let committee = try slug("bcd-138-huyen-chau-thanh-a")
            // The period was locked long ago.
            _ = try await workspace.decideReport(
                .reopened, on: committee, period: "2024", reason: "Nộp bổ sung", as: .program, mode: .perform)
            let version = try await workspace.submitReport(
                on: committee, period: "2024", seeing: nil, as: .program, mode: .perform)
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
