import Operations
import Outreach
import Testing

@testable import Office

/// Every number of a report opens into its rows.
struct ReportTests {
    private func value(_ indicator: String, in report: Report) -> Int? {
        report.lines.first { $0.indicator.id.description == indicator }?.value
    }

    /// Two sessions of the youth union, one of the police, one of the other commune, and a broadcast.
    private func work(in office: Office) async throws {
        for (unit, name, place, turns) in [
            ("east-youth", "an", "Trường A", 100), ("east-youth", "an", "Trường B", 50),
            ("east-police", "lan", "Trường A", 30), ("west-culture", "tay", "Trường C", 999),
        ] {
            let session = try office.session(unit: unit, place: place, turns: turns)
            _ = try await office.workspace.logSession(session, as: try office.user(name), mode: .perform)
        }
        let post = try await office.approved(on: "speakers", at: "2026-05-20 09:00")
        try office.turn(to: "2026-05-20 10:00")
        _ = try await office.workspace.resolvePost(
            post.id.description, .posted(link: nil, at: nil, figure: (.plays, 3)), comment: "",
            as: try office.user("lan"), mode: .perform)
    }

    @Test func `a committee's report adds up its members, and each has its column`() async throws {
        try await Office.open { office in
            try await work(in: office)
            let report = try await office.workspace.report(
                on: try slug("east-138"), period: "2026-H1", as: try office.user("lan"))
            #expect(report.members.map(\.id.description) == ["east-police", "east-culture", "east-youth"])
            #expect(value("sessions-held", in: report) == 3 && value("turns", in: report) == 180)
            #expect(value("plays", in: report) == 3 && value("posts-social", in: report) == 0)
            #expect(value("places", in: report) == 2 && value("views", in: report) == nil)
            for line in report.lines where line.indicator.sum != .places {
                #expect(line.members.compactMap(\.value).reduce(0, +) == line.value ?? 0, "\(line.indicator.id)")
            }
            #expect(
                report.lines.first { $0.indicator.id.description == "turns" }?.members.map(\.value) == [30, 0, 150])
        }
    }

    @Test func `the rows behind every number add up to it`() async throws {
        try await Office.open { office in
            try await work(in: office)
            for subject in ["east-138", "east", "city", "east-youth", "west"] {
                let report = try await office.workspace.report(on: try slug(subject), period: "2026-H1", as: .program)
                for line in report.lines {
                    let rows = try await office.workspace.reportRows(
                        on: try slug(subject), period: "2026-H1", indicator: line.indicator.id, as: .program
                    ).rows
                    #expect(rows.reduce(0) { $0 + $1.value } == line.value ?? 0, "\(subject) \(line.indicator.id)")
                }
            }
        }
    }

    @Test func `a report is the same from the counts that are kept, and a change after them is in it`() async throws {
        try await Office.open { office in
            try await work(in: office)
            let subjects = try ["east-138", "east", "city", "east-youth", "west"].map(slug)
            let lines = {
                var lines: [[ReportLine]] = []
                for subject in subjects {
                    lines.append(
                        try await office.workspace.report(on: subject, period: "2026-H1", as: .program).lines)
                }
                return lines
            }
            let fromRows = try await lines()
            #expect(try await office.workspace.countMonths() > 0)
            #expect(try await lines() == fromRows)
            _ = try await office.workspace.logSession(
                try office.session(unit: "east-youth", place: "Trường D", turns: 7), as: try office.user("an"),
                mode: .perform)
            let after = try await office.workspace.report(on: try slug("east-138"), period: "2026-H1", as: .program)
            #expect(value("turns", in: after) == 187)
        }
    }

    @Test func `only the days of the period count, whatever the period is called`() async throws {
        try await Office.open { office in
            try await work(in: office)
            let turns = { (period: String) in
                value(
                    "turns",
                    in: try await office.workspace.report(on: try slug("city"), period: period, as: .program))
            }
            #expect(try await turns("2026-H1") == 1179)
            #expect(try await turns("2026-H2") == 0)
            #expect(try await turns("2026-05-18..2026-05-18") == 1179)
            #expect(try await turns("2026-05-19..2026-05-31") == 0)
        }
    }

    @Test func `a corrected session counts as corrected`() async throws {
        try await Office.open { office in
            let session = try office.session(turns: 120)
            _ = try await office.workspace.logSession(session, as: try office.user("an"), mode: .perform)
            let corrected = try office.session(session.id, turns: 118)
            _ = try await office.workspace.correctSession(
                session.id.description, reason: "Đếm lại", as: try office.user("an"), mode: .perform
            ) { _ in corrected }
            let report = try await office.workspace.report(on: try slug("east"), period: "2026-H1", as: .program)
            #expect(value("turns", in: report) == 118 && value("sessions-held", in: report) == 1)
        }
    }

    @Test func `a member that no longer exists has its column in the periods in which it did`() async throws {
        try await Office.open { office in
            let members = { (period: String) in
                try await office.workspace.report(on: try slug("east-138"), period: period, as: .program)
                    .members.map(\.id.description)
            }
            let (before, after) = (try await members("2025-H1"), try await members("2025-H2"))
            #expect(before == ["east-police", "east-culture", "east-youth", "old-youth"])
            #expect(after == ["east-police", "east-culture", "east-youth"])
        }
    }

    @Test func `a target stands beside its number, as it was registered`() async throws {
        try await Office.open { office in
            for (value, period) in [("1200", "2026-H1"), ("Khi có hướng dẫn", "2026-H2")] {
                _ = try await office.workspace.registerTarget(
                    value, indicator: try slug("turns"), unit: try slug("east"), period: period,
                    as: try office.user("lan"), mode: .perform)
            }
            let target = { (period: String) in
                try await office.workspace.report(on: try slug("east"), period: period, as: .program)
                    .lines.first { $0.indicator.id.description == "turns" }?.target
            }
            #expect(try await target("2026-H1") == .number(1200))
            #expect(try await target("2026-H2") == .text("Khi có hướng dẫn"))
            #expect(try await target("2027-H1") == nil)
        }
    }

    @Test(arguments: ["2026-H3", "", "2026", "2026-06-30..2026-06-01", "2026-06-01..", "2026-02-30..2026-03-01"])
    func `a period nobody knows is refused with examples`(code: String) async throws {
        try await Office.open { office in
            await #expect(throws: ReportingError.unknownPeriod(code, examples: ["2026-H1"])) {
                try await office.workspace.report(on: try slug("east"), period: code, as: .program)
            }
        }
    }

    @Test func `an indicator nobody knows is refused`() async throws {
        try await Office.open { office in
            await #expect(throws: ReportingError.self) {
                try await office.workspace.reportRows(
                    on: try slug("east"), period: "2026-H1", indicator: try slug("nothing"), as: .program)
            }
            await #expect(throws: ReportingError.self) {
                try await office.workspace.registerTarget(
                    "1", indicator: try slug("nothing"), unit: try slug("east"), period: "2026-H1", as: .program,
                    mode: .perform)
            }
        }
    }
}
