import Foundation
import Operations
import Outreach
import Testing

@testable import Office
@testable import Web

@Suite("The rows of a submitted report, as programs read them")
struct ReportRowsAPITests {
    private static let report = "/api/v1/reports/east-138/2026-H1"

    private struct Rows: Decodable {
        struct Row: Decodable {
            let value: Int
        }

        let rows: [Row]
    }

    private func log(_ turns: Int, in office: Office) async throws {
        let session = Session(
            id: office.workspace.newSessionID(), unit: try slug("east-youth"), day: try #require(Day("2026-05-18")),
            place: "Trường A", form: .schoolSession, minutes: 45,
            attendance: [Attendance(audience: try slug("pupils"), turns: turns)])
        _ = try await office.workspace.logSession(session, as: try office.user("an"), mode: .perform)
    }

    private func submit(_ reason: String, in office: Office) async throws {
        _ = try await office.workspace.submitReport(
            on: try slug("east-138"), period: "2026-H1", seeing: nil, reason: reason, as: try office.user("lan"),
            mode: .perform)
    }

    @Test("a version gives the rows it was submitted with, in all and by member, and says what is not kept")
    func rows() async throws {
        try await Site.open { site in
            try await log(120, in: site.office)
            try await submit("", in: site.office)
            try await log(7, in: site.office)
            let reader = try await site.machine("board", .viewer)
            func values(_ query: String) async throws -> [Int] {
                let answer = try await reader.get("\(Self.report)/rows/turns\(query)")
                #expect(answer.status == 200, "\(answer.body)")
                return try JSONDecoder().decode(Rows.self, from: Data(answer.body.utf8)).rows.map(\.value).sorted()
            }
            #expect(try await values("") == [7, 120])
            #expect(try await values("?version=1") == [120])
            #expect(try await values("?version=1&part=member:east-youth") == [120])
            #expect(try await values("?version=1&part=member:east-police") == [])
            let before = try await reader.get("\(Self.report)/rows/turns?version=1&part=before")
            #expect(before.status == 404 && before.body.contains("1"))
            #expect(try await reader.get("\(Self.report)/rows/turns?version=9").status == 404)
            for wrong in ["x", "0", ""] {
                #expect(try await reader.get("\(Self.report)/rows/turns?version=\(wrong)").status == 400)
            }
        }
    }

    @Test("a version tells what it says otherwise than the one before")
    func difference() async throws {
        try await Site.open { site in
            try await log(120, in: site.office)
            try await submit("", in: site.office)
            try await log(7, in: site.office)
            try await submit("Bổ sung một buổi", in: site.office)
            let reader = try await site.machine("board", .viewer)
            func told(_ number: Int) async throws -> [ReportDifference] {
                struct Version: Decodable {
                    let difference: [ReportDifference]
                }
                let answer = try await reader.get("\(Self.report)/versions/\(number)")
                return try JSONDecoder().decode(Version.self, from: Data(answer.body.utf8)).difference
            }
            #expect(try await told(1).isEmpty)
            #expect(try await told(2).contains { $0.what == .value && $0.old == "120" && $0.new == "127" })
        }
    }

    @Test("the description names the version among what may be asked")
    func description() async throws {
        try await Site.open { site in
            let answer = try await site.stranger.get("/api/v1/openapi.json")
            let document = try #require(
                try JSONSerialization.jsonObject(with: Data(answer.body.utf8)) as? [String: Any])
            let paths = try #require(document["paths"] as? [String: Any])
            let path = try #require(paths.keys.first { $0.hasSuffix("/rows/{indicator}") })
            let get = try #require((paths[path] as? [String: Any])?["get"] as? [String: Any])
            let parameters = try #require(get["parameters"] as? [[String: Any]])
            #expect(parameters.contains { $0["name"] as? String == "version" && $0["in"] as? String == "query" })
        }
    }
}
