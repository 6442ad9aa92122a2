import HTTPTypes
import Operations
import Outreach
import Testing

@testable import Office
@testable import Web

/// What no session can be is refused by its field, by whatever way it comes.
@Suite("Sessions that cannot be")
struct SessionRefusalAPITests {
    private static let noughts = "00000000-0000-0000-0000-000000000000"

    private func session(_ more: String = "", place: String = "Trường Tiểu học A") -> String {
        #"{"unit":"east-youth","day":"2026-05-16","form":"school-session","minutes":30,"place":"\#(place)","#
            + #"\#(more)"attendance":[{"audience":"pupils","turns":21}]}"#
    }

    @Test("a phone is told the field")
    func phone() async throws {
        try await Site.open { site in
            let logger = try await site.machine("phone", .logger, unit: "east-youth")
            let path = "/api/v1/sessions/\(site.office.workspace.newSessionID())"
            let refused = [
                ("/api/v1/sessions/\(Self.noughts)", session(), "id"),
                (path, session(#""coHosts":["east-police","east-youth"],"#), "coHosts"),
                (path, session(#""level":"lower-secondary","#), "level"),
            ]
            for (path, body, field) in refused {
                let answer = try await logger.send(.put, path, body: body)
                #expect(answer.status == 422 && answer.body.contains("\"\(field)\""), "\(answer.body)")
                #expect(try await logger.get(path).status == 404)
            }
            let right = session(#""coHosts":["east-police"],"level":"primary","#)
            #expect(try await logger.send(.put, path, body: right).status == 201)
        }
    }

    @Test("the form says it beside the field")
    func form() async throws {
        try await Site.open { site in
            let answer = try await site.visitor("an").post(
                "/sessions/new",
                [
                    "id": site.office.workspace.newSessionID().description, "unit": "east-youth", "day": "2026-05-19",
                    "quickPlace": "other", "place": "Trường Tiểu học A", "form": "school-session", "minutes": "45",
                    "attendance.pupils": "25", "level": "lower-secondary", "coHosts": "east-youth",
                ])
            #expect(answer.status == 422)
            #expect(answer.body.contains("cấp học ghi trung học cơ sở"))
            #expect(answer.body.contains("bỏ đơn vị đó khỏi mục phối hợp"))
        }
    }

    @Test("a phone's file is refused with the place of the session in it")
    func file() async throws {
        try await Site.open { site in
            let file = #"{"sessions":[{"id":"\#(Self.noughts)","# + session().dropFirst() + "]}"
            let report = try await site.office.workspace.importSessions(
                Array(file.utf8), unit: try slug("east-youth"), as: try site.office.user("an"), mode: .perform)
            #expect(report.errors.map(\.column) == ["id"] && report.errors.map(\.row) == [1])
        }
    }

    @Test("what the API does not understand is not said back where it may be a name")
    func discretion() async throws {
        try await Site.open { site in
            let logger = try await site.machine("phone", .logger, unit: "east-youth")
            let path = "/api/v1/sessions/\(site.office.workspace.newSessionID())"
            let answer = try await logger.send(.put, path, body: session(#""level":"Nguyễn Văn An","#))
            #expect(answer.status == 422 && answer.body.contains("\"level\""))
            #expect(!answer.body.contains("Nguyễn"))
        }
    }
}
