import Foundation
import Outreach
import Testing

@testable import Office
@testable import Operations

/// The file a phone saves of sessions it could not send, handed to a clerk.
struct PhoneSessionTests {
    private static let body = """
        "unit": "east-youth", "day": "2026-05-18", "time": "07:30", "form": "school-session", "place": "Trường THCS",
        "minutes": 45, "attendance": [{"audience": "pupils", "turns": 120, "female": 61}], "notes": "Sân trường"
        """

    private func importing(
        _ text: String, in office: Office, by name: String = "lan", mode: ChangeMode = .perform
    ) async throws -> SessionImportReport {
        try await office.workspace.importSessions(
            Array("\u{FEFF}\n\(text)".utf8), unit: try slug("east-youth"), as: try office.user(name), mode: mode)
    }

    private func file(_ sessions: [String]) -> String { "{\"sessions\": [\(sessions.joined(separator: ",\n"))]}" }

    /// What the phone sends once it has a network.
    private func session(_ id: Identifier<Session>) throws -> Session {
        let value = try #require(JSONValue(parsing: Array("{\(Self.body)}".utf8)))
        var reader = try #require(JSONReader(value))
        return try #require(Session(reading: &reader, id: id, zone: .vietnam))
    }

    private func all(in office: Office) async throws -> [SessionRecord] {
        try await office.workspace.sessions(SessionFilter(), within: nil, as: .program)
    }

    @Test func `they come in under the phone's ids, photos too, and what it sends later counts once`() async throws {
        try await Office.open { office in
            let id = office.workspace.newSessionID()
            let photo = Identifier<SessionPhoto>.of([1], in: id)
            let url = "data:image/png;base64,\(Data(PhotoSample.png()).base64EncodedString())"
            let text = file([
                "{\"id\": \"\(id)\", \(Self.body), \"photos\": [{\"id\": \"\(photo)\", \"data\": \"\(url)\"}]}"
            ])
            #expect(try await importing(text, in: office, mode: .rehearse).sessions.map(\.id) == [id])
            #expect(try await all(in: office).isEmpty)
            let report = try await importing(text, in: office)
            #expect(report.errors.isEmpty && report.turns == 120)
            let an = try office.user("an")
            #expect(try await office.workspace.photos(of: id, as: an).map(\.id) == [photo])
            let sent = try await office.workspace.logSession(try session(id), as: an, mode: .perform)
            #expect(sent.effect == .alreadyLogged)
            let added = try await office.workspace.addPhoto(PhotoSample.png(), id: photo, to: id, as: an)
            #expect(!added.isNew)
            #expect(try await all(in: office).map(\.session) == [try session(id)])
        }
    }

    @Test func `what the phone sent first, or a file handed in twice, is there already`() async throws {
        try await Office.open { office in
            let id = office.workspace.newSessionID()
            _ = try await office.workspace.logSession(
                try session(id), as: try office.user("an"), mode: .perform)
            let text = file(["{\"id\": \"\(id)\", \(Self.body), \"photos\": []}"])
            let report = try await importing(text, in: office)
            #expect(report.sessions.isEmpty && report.duplicates.map(\.original) == [.session(id)])
            _ = try await office.workspace.withdrawSession(
                id.description, reason: "ghi nhầm", as: try office.user("lan"), mode: .perform)
            #expect(try await importing(text, in: office).duplicates.count == 1)
            #expect(try await all(in: office).isEmpty)
        }
    }

    @Test func `one wrong session and none is taken, each mistake by its session and member`() async throws {
        try await Office.open { office in
            let ids = (0..<4).map { _ in office.workspace.newSessionID() }
            let text = file([
                "{\"id\": \"\(ids[0])\", \(Self.body)}",
                "{\"id\": \"\(ids[1])\", \(Self.body), \"colour\": \"red\"}",
                "{\(Self.body)}", "7",
            ])
            let report = try await importing(text, in: office)
            #expect(report.errors.map { "\($0.row ?? 0) \($0.column ?? "-")" } == ["2 colour", "3 id", "4 -"])
            let future = file([
                "{\"id\": \"\(ids[2])\", \(Self.body)}",
                "{\"id\": \"\(ids[3])\", \(Self.body.replacing("2026-05-18", with: "2026-05-28"))}",
            ])
            let refused = try await importing(future, in: office)
            #expect(refused.errors.map { "\($0.row ?? 0) \($0.column ?? "-")" } == ["2 day"])
            #expect(refused.sessions.isEmpty)
            #expect(try await all(in: office).isEmpty)
        }
    }

    @Test func `what names a child is not kept, and a stranger hands in nothing`() async throws {
        try await Office.open { office in
            let id = office.workspace.newSessionID()
            let bad = Self.body.replacing("Sân trường", with: "Cháu N.T.A. (13 tuổi) bị xâm hại")
            let named = try await importing(file(["{\"id\": \"\(id)\", \(bad)}"]), in: office)
            #expect(named.errors.count == 1)
            await #expect(throws: OrganisationError.self) {
                try await importing(file(["{\"id\": \"\(id)\", \(Self.body)}"]), in: office, by: "tay")
            }
            #expect(try await all(in: office).isEmpty)
        }
    }

    @Test(arguments: ["{", "{}", "{\"sessions\": []}", "{\"sessions\": 3}"])
    func `what is no such file is said to be none`(text: String) async throws {
        try await Office.open { office in
            let report = try await importing(text, in: office)
            #expect(report.errors.count == 1)
        }
    }
}
