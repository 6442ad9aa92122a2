import Documents
import Outreach
import Testing

@testable import Office
@testable import Operations

/// Every number of the JSON, and every part of it, is the sum of its rows.
struct ReportPartTests {
    private func work(in office: Office) async throws {
        for (number, (unit, name, place)) in [
            ("east-youth", "an", "Trường A"), ("east-youth", "an", "Trường B"), ("east-police", "lan", "trường a"),
            ("west-culture", "tay", "Trường A"), ("east-culture", "lan", "Nhà văn hóa"),
        ].enumerated() {
            let session = try office.session(unit: unit, place: place, turns: 10 + number * 7)
            _ = try await office.workspace.logSession(session, as: try office.user(name), mode: .perform)
        }
        let post = try await office.approved(on: "speakers", at: "2026-05-20 09:00")
        try office.turn(to: "2026-05-20 10:00")
        _ = try await office.workspace.resolvePost(
            post.id.description, .posted(link: nil, at: nil, figure: (.plays, 3)), comment: "",
            as: try office.user("lan"), mode: .perform)
    }

    @Test(arguments: ["east-138", "east", "city", "east-youth", "west"])
    func `every number in the JSON is the sum of its rows`(subject: String) async throws {
        try await Office.open { office in
            try await work(in: office)
            let answer = try await office.reportNumbers(on: subject, "2026-H1")
            #expect(answer.indicators.contains { ($0.value ?? 0) > 0 })
            for line in answer.indicators {
                func sum(_ slice: ReportSlice) async throws -> Int {
                    try await office.workspace.reportRows(
                        on: try slug(subject), period: "2026-H1", indicator: try slug(line.id), slice: slice,
                        as: .program
                    ).rows.reduce(0) { $0 + $1.value }
                }
                #expect(try await sum(.everything) == line.value ?? 0, "\(line.id)")
                for member in line.members {
                    #expect(
                        try await sum(.member(try slug(member.unit))) == member.value ?? 0, "\(line.id) \(member.unit)")
                }
                for (dimension, parts) in line.parts {
                    let dimension = try #require(ReportDimension(rawValue: dimension))
                    for part in parts {
                        #expect(
                            try await sum(.part(dimension, part.id)) == part.value ?? 0,
                            "\(line.id) \(dimension) \(part.id)")
                    }
                    #expect(parts.reduce(0) { $0 + ($1.value ?? 0) } == line.value ?? 0, "\(line.id) \(dimension)")
                }
            }
        }
    }

    @Test func `a place is the same within a commune however it is spelt, and another in the next commune`()
        async throws
    {
        try await Office.open { office in
            try await work(in: office)
            let places = { (subject: String) in
                try await office.workspace.report(on: try slug(subject), period: "2026-H1", as: .program)
                    .line(try slug("places"))?.value
            }
            #expect(try await places("east") == 3)
            #expect(try await places("city") == 4)
        }
    }

    @Test func `the year so far and the same period before stand beside a number`() async throws {
        try await Office.open { office in
            for (day, turns) in [("2026-02-03", 40), ("2026-05-18", 30), ("2025-08-01", 7)] {
                let session = Session(
                    id: office.workspace.newSessionID(), unit: try slug("east-youth"), day: try #require(Day(day)),
                    place: "Trường A", form: .seminar, minutes: 30,
                    attendance: [Attendance(audience: try slug("parents"), turns: turns)])
                _ = try await office.workspace.logSession(session, as: try office.user("an"), mode: .perform)
            }
            let report = { (period: String) in
                try #require(
                    try await office.workspace.report(on: try slug("east"), period: period, as: .program)
                        .line(try slug("turns")))
            }
            let (first, second) = (try await report("2026-H1"), try await report("2026-H2"))
            #expect(first.value == 70 && first.cumulative == 70 && first.before == 0 && first.change == 70)
            #expect(second.value == 0 && second.cumulative == 70 && second.before == 7 && second.relativeChange == -1)
        }
    }
}
