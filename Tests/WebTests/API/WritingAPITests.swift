import Foundation
import HTTPTypes
import Operations
import Outreach
import Testing

@testable import Office
@testable import Web

/// What programs write besides posts and single sessions.
@Suite("The JSON API, writing")
struct WritingAPITests {
    private static let session =
        #"{"unit":"east-youth","day":"2026-05-16","form":"club-meeting","minutes":30,"place":"Nhà văn hóa","#
        + #""attendance":[{"audience":"parents","turns":21}]}"#

    @Test("a session is corrected with its reason and withdrawn; what it said before stays known")
    func correcting() async throws {
        try await Site.open { site in
            let logger = try await site.machine("phone", .logger, unit: "east-youth")
            let path = "/api/v1/sessions/\(site.office.workspace.newSessionID())"
            #expect(try await logger.send(.put, path, body: Self.session).status == 201)
            let right = Self.session.replacing("21", with: "32")
            let corrected = try await logger.send(
                .post, "\(path)/corrections", body: #"{"reason":"Đếm sót một lớp","session":\#(right)}"#)
            #expect(corrected.status == 200)
            #expect(corrected.body.contains(#""turns":32"#) && corrected.body.contains(#""turns":21"#))
            #expect(corrected.body.contains("Đếm sót một lớp"))
            let unreasoned = try await logger.send(.post, "\(path)/corrections", body: #"{"session":\#(Self.session)}"#)
            #expect(unreasoned.status == 422 && unreasoned.body.contains(#""reason""#))
            let wrong = try await logger.send(
                .post, "\(path)/corrections", body: #"{"reason":"x","session":{"unit":"east-youth"}}"#)
            #expect(wrong.status == 422 && wrong.body.contains("session.day"))
            #expect(
                try await logger.send(.post, "\(path)/withdrawal", body: #"{"reason":"Ghi hai lần"}"#).status == 200)
            #expect(try await logger.get(path).body.contains("Ghi hai lần"))
        }
    }

    @Test("a correction of a version that is not the last is a conflict and changes nothing")
    func correctingLate() async throws {
        try await Site.open { site in
            let logger = try await site.machine("phone", .logger, unit: "east-youth")
            let path = "/api/v1/sessions/\(site.office.workspace.newSessionID())"
            #expect(try await logger.send(.put, path, body: Self.session).status == 201)
            func correct(_ turns: String, seeing version: Int) async throws -> Answer {
                let session = Self.session.replacing("21", with: turns)
                return try await logger.send(
                    .post, "\(path)/corrections",
                    body: #"{"reason":"Đếm lại","version":\#(version),"session":\#(session)}"#)
            }
            #expect(try await correct("32", seeing: 1).status == 200)
            let late = try await correct("40", seeing: 1)
            #expect(late.status == 409 && late.headers[.contentType] == "application/problem+json")
            #expect(late.body.contains("phone") && late.body.contains("Đếm lại"))
            #expect(!(try await logger.get(path).body.contains(#""turns":40"#)))
            #expect(try await correct("40", seeing: 2).status == 200)
        }
    }

    @Test("a list is tried out, refused as a whole where a row is wrong, and imported once")
    func importing() async throws {
        try await Site.open { site in
            let logger = try await site.machine("phone", .logger, unit: "east-youth")
            let path = "/api/v1/units/east-youth/session-imports?file=buoi.csv"
            func count() async throws -> Int {
                try await site.office.workspace.sessions(SessionFilter(), within: nil, as: .program).count
            }
            let tried = try await logger.send(.post, "\(path)&dryRun=true", body: Changes.sessionTable)
            #expect(tried.status == 200 && tried.body.contains(#""dryRun":true"#))
            #expect(try await count() == 0)
            let bad = Changes.sessionTable.replacing("18/05/2026", with: "hôm kia")
            let refused = try await logger.send(.post, path, body: bad)
            #expect(refused.status == 422 && refused.headers[.contentType] == "application/problem+json")
            #expect(refused.body.contains(#""report""#) && refused.body.contains(#""row":2"#))
            #expect(try await count() == 0)
            let done = try await logger.send(.post, path, body: Changes.sessionTable)
            #expect(done.status == 200 && done.body.contains(#""turns":30"#))
            let again = try await logger.send(.post, path, body: Changes.sessionTable)
            #expect(again.status == 200 && again.body.contains(#""foundIn":"database""#))
            #expect(try await count() == 1)
            #expect(try await logger.send(.post, "\(path)&dryRun=perhaps", body: Changes.sessionTable).status == 400)
        }
    }

    @Test("a session for a unit that is not one's own is as one for a unit that is not there")
    func foreignUnit() async throws {
        try await Site.open { site in
            let logger = try await site.machine("phone", .logger, unit: "east-youth")
            let sessions = { try await site.office.rows().filter { $0.hasPrefix("sessions: ") } }
            let before = try await sessions()
            for unit in ["west", "nowhere"] {
                let path = "/api/v1/sessions/\(site.office.workspace.newSessionID())"
                let refused = try await logger.send(
                    .put, path, body: Self.session.replacing("east-youth", with: unit))
                #expect(refused.status == 404 && refused.headers[.contentType] == "application/problem+json")
                #expect(refused.body.contains("detail_vi"))
            }
            #expect(try await sessions() == before)
            // What else it names is data, and wrong data is told by its field.
            let path = "/api/v1/sessions/\(site.office.workspace.newSessionID())"
            let wrong = try await logger.send(
                .put, path, body: Self.session.replacing(#""parents""#, with: #""nobody""#))
            #expect(wrong.status == 422 && wrong.body.contains("attendance.nobody"))
        }
    }

    @Test("a target and a narrative are written, read back and submitted as seen")
    func reporting() async throws {
        try await Site.open { site in
            let writer = try await site.machine("clerk", .editor)
            let report = "/api/v1/reports/east/2026-H1"
            let target = try await writer.send(.put, "\(report)/targets/turns", body: #"{"value":"1.000"}"#)
            #expect(target.status == 200 && target.body.contains(#""value":"1000""#))
            #expect(try await writer.get("\(report)/targets").body.contains(#""indicator":"turns""#))
            #expect(try await writer.send(.put, "\(report)/targets/turns", body: "{}").status == 422)
            #expect(try await writer.send(.put, "\(report)/targets/nothing", body: #"{"value":"1"}"#).status == 404)
            let written = try await writer.send(
                .put, "\(report)/narrative", body: #"{"results":"Đã tổ chức ba buổi.","number":12}"#)
            #expect(written.status == 200)
            let seen = try #require(written.body.firstMatch(of: /"seen":"([0-9a-f]{64})"/)).output.1
            let submitted = try await writer.send(
                .post, "\(report)/versions", body: #"{"seen":"\#(seen)"}"#)
            #expect(submitted.status == 200)
            let version = try await writer.get("\(report)/versions/1")
            #expect(version.body.contains(#""isIntact":true"#) && version.body.contains("Đã tổ chức ba buổi."))
            #expect(try await writer.get("\(report)/versions/2").status == 404)
        }
    }
}
