import Outreach
import Testing

@testable import Office
@testable import Operations
@testable import Storage

/// One place of a commune is one, whoever of the commune goes there; who was of it is a matter of the day.
struct PlaceAreaTests {
    /// - Parameter standing: of the club that holds sessions in East.
    private func units(_ standing: String) -> String {
        OfficeContent.units(
            and: """
                - id: team
                  name: {vi: "Đội tuyên truyền", en: "Team"}
                  kind: association
                  \(standing)
                """)
    }

    private func log(_ sessions: [(unit: String, day: String)], in office: Office) async throws {
        for session in sessions {
            _ = try await office.workspace.logSession(
                try office.session(unit: session.unit, day: session.day, place: "Nhà văn hóa ấp 5"), as: .program,
                mode: .perform)
        }
    }

    /// The number of places of the city, and of the rows it opens into.
    private func places(_ period: String, in office: Office) async throws -> [Int] {
        let report = try await office.workspace.report(on: try slug("city"), period: period, as: .program)
        let rows = try await office.workspace.reportRows(
            on: try slug("city"), period: period, indicator: try slug("places"), slice: .everything, as: .program
        ).rows
        return [try #require(report.line(try slug("places"))?.value), rows.reduce(0) { $0 + $1.value }]
    }

    @Test func `an old report stays as it was when a unit moves to another commune`() async throws {
        try await Office.open { office in
            try await office.rewrite("Content/units.yaml", units("parent: east"))
            try await log([("east-youth", "2025-05-12"), ("team", "2025-05-13"), ("team", "2026-05-13")], in: office)
            _ = try await office.workspace.countMonths()
            #expect(try await places("2025-H1", in: office) == [1, 1])
            try await office.rewrite(
                "Content/units.yaml", units("parent: west\n  former: [{until: 2025-12-31, parent: east}]"))
            #expect(try await places("2025-H1", in: office) == [1, 1])
            _ = try await office.workspace.countMonths()
            #expect(try await places("2025-H1", in: office) == [1, 1])
        }
    }

    @Test func `a unit that moves within a period is in each commune on its own days`() async throws {
        try await Office.open { office in
            try await office.rewrite(
                "Content/units.yaml", units("parent: west\n  former: [{until: 2026-03-15, parent: east}]"))
            try await log(
                [("team", "2026-03-14"), ("team", "2026-03-16"), ("west-culture", "2026-04-02")], in: office)
            #expect(try await places("2026-H1", in: office) == [2, 2])
            _ = try await office.workspace.countMonths()
            #expect(try await places("2026-H1", in: office) == [2, 2])
        }
    }
}
