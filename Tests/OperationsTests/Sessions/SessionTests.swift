import Operations
import Outreach
import Testing

@testable import Office
@testable import Storage

struct SessionTests {
    private func log(
        _ session: Session, in office: Office, by name: String = "an", mode: ChangeMode = .perform
    ) async throws -> SessionLogged {
        try await office.workspace.logSession(session, as: try office.user(name), mode: mode)
    }

    @Test func `a session arrives once, however often a phone sends it`() async throws {
        try await Office.open { office in
            let session = try office.session()
            let effects = [
                try await log(session, in: office).effect, try await log(session, in: office).effect,
                try await log(session, in: office, by: "lan").effect,
            ]
            #expect(effects == [.logged, .alreadyLogged, .alreadyLogged])
            let entries = try await office.workspace.auditEntries(
                limit: 10, subject: session.id.description, as: try office.user("admin"))
            #expect(entries.map(\.action) == ["sessions.log"])
        }
    }

    @Test func `an id that belongs to another session is refused`() async throws {
        try await Office.open { office in
            let session = try office.session()
            _ = try await log(session, in: office)
            await #expect(throws: SessionError.idTaken(session.id.description)) {
                try await log(try office.session(session.id, turns: 99), in: office)
            }
            let stored = try await office.workspace.session(session.id.description, as: try office.user("an"))
            #expect(stored.record.session == session)
        }
    }

    @Test func `sessions that look alike are shown, and both are kept`() async throws {
        try await Office.open { office in
            let (first, second) = (try office.session(), try office.session(turns: 60))
            #expect(try await log(first, in: office).similar.isEmpty)
            #expect(try await log(second, in: office).similar.map(\.session.id) == [first.id])
            let all = try await office.workspace.sessions(SessionFilter(), within: nil, as: try office.user("an"))
            #expect(all.count == 2)
        }
    }

    @Test func `what cannot be counted is refused with the reason, and nothing is stored`() async throws {
        try await Office.open { office in
            let leaflet = Handout(material: try slug("nothing"), quantity: 1)
            let refused: [(Session, any Error)] = [
                (try office.session(turns: -1), SessionError.invalid([.negativeTurns(audience: try slug("pupils"))])),
                (
                    try office.session(day: "2026-05-21"),
                    SessionError.invalid([.inFuture(try #require(Day("2026-05-21")))])
                ),
                (
                    try office.session(audience: "nobody"),
                    SessionError.unknownAudience(try slug("nobody"), known: [try slug("pupils"), try slug("parents")])
                ),
                (try office.session(topics: ["nothing"]), SessionError.unknownTopic(try slug("nothing"))),
                (
                    try office.session(handouts: [leaflet]),
                    LibraryError.unknownMaterial(try slug("nothing"), suggestions: [])
                ),
                (
                    try office.session(coHosts: ["nowhere"]),
                    OrganisationError.unknownUnit(try slug("nowhere"), suggestions: [])
                ),
            ]
            for (session, error) in refused {
                let thrown = await #expect(throws: (any Error).self) { try await log(session, in: office) }
                #expect(thrown.map(String.init(describing:)) == String(describing: error))
            }
            #expect(try await office.workspace.sessions(SessionFilter(), within: nil, as: .program).isEmpty)
        }
    }

    @Test func `a correction keeps the old values and the reason`() async throws {
        try await Office.open { office in
            let session = try office.session()
            _ = try await log(session, in: office)
            let corrected = try office.session(session.id, place: "Nhà văn hóa", turns: 118)
            let record = try await office.workspace.correctSession(
                session.id.short, reason: " Đếm lại ", as: try office.user("lan"), mode: .perform
            ) { _ in corrected }
            #expect(record.session == corrected && record.version == 2 && record.loggedBy == "an")
            let shown = try await office.workspace.session(session.id.description, as: try office.user("an"))
            #expect(shown.corrections.map(\.before) == [session] && shown.corrections.map(\.reason) == ["Đếm lại"])
            #expect(shown.corrections.map(\.by) == ["lan"])
        }
    }

    @Test func `a correction needs a reason, a difference, and the right for both units`() async throws {
        try await Office.open { office in
            let session = try office.session()
            _ = try await log(session, in: office)
            let (workspace, an, id) = (office.workspace, try office.user("an"), session.id.description)
            let (changed, moved, wrong) = (
                try office.session(session.id, turns: 1), try office.session(session.id, unit: "east-culture"),
                try office.session(session.id, turns: -1)
            )
            await #expect(throws: SessionError.reasonMissing) {
                try await workspace.correctSession(id, reason: " ", as: an, mode: .perform) { _ in changed }
            }
            await #expect(throws: SessionError.nothingChanged) {
                try await workspace.correctSession(id, reason: "x", as: an, mode: .perform) { $0 }
            }
            await #expect(throws: OrganisationError.self) {
                try await workspace.correctSession(id, reason: "x", as: an, mode: .perform) { _ in moved }
            }
            await #expect(throws: SessionError.self) {
                try await workspace.correctSession(id, reason: "x", as: an, mode: .perform) { _ in wrong }
            }
            #expect(try await workspace.session(id, as: an).record.version == 1)
        }
    }

    @Test func `what arrived once is recognised also when it could no longer be logged`() async throws {
        try await Office.open { office in
            let session = try office.session(topics: ["law"])
            _ = try await log(session, in: office)
            let connection = try office.database()
            try await connection.write { tx in _ = try tx.execute("DELETE FROM documents WHERE slug = 'law'") }
            #expect(try await log(session, in: office).effect == .alreadyLogged)
        }
    }

    @Test func `a revision has to be one of the material's`() async throws {
        try await Office.open { office in
            let material = try await office.workspace.material(try slug("goi-111"))
            let other = try await office.workspace.material(try slug("to-roi"))
            func session(_ revision: ContentHash?) throws -> Session {
                let plain = try office.session()
                return Session(
                    id: plain.id, unit: plain.unit, day: plain.day, place: plain.place, form: plain.form,
                    material: material.slug, revision: revision, minutes: 45, attendance: plain.attendance)
            }
            _ = try await log(try session(material.approved?.hash), in: office)
            await #expect(throws: SessionError.unknownRevision(material.slug)) {
                try await log(try session(other.approved?.hash), in: office)
            }
        }
    }

    @Test func `whoever logs chooses from what is theirs`() async throws {
        try await Office.open { office in
            let choices = try await office.workspace.sessionChoices(as: try office.user("an"))
            #expect(choices.units.map(\.id.description) == ["east-youth"])
            #expect(choices.partners.map(\.id.description).sorted() == ["east-culture", "east-police", "east-youth"])
            #expect(choices.prints.isEmpty && choices.recent.isEmpty)
            _ = try await log(try office.session(), in: office)
            let later = try await office.workspace.sessionChoices(as: try office.user("an"))
            #expect(later.recent.map(\.place) == ["Trường THCS"])
            let editor = try await office.workspace.sessionChoices(as: try office.user("lan"))
            #expect(try editor.recent.isEmpty && editor.units.first?.id == slug("east-youth"))
            #expect(!editor.units.contains { $0.id.description.hasPrefix("west") || $0.id.description == "old-youth" })
            await #expect(throws: OrganisationError.self) {
                try await office.workspace.sessionChoices(as: try office.user("minh"))
            }
            try office.turn(to: "2026-06-02 08:00")
            let june = try await office.workspace.sessionChoices(as: try office.user("an"))
            #expect(june.prints.map(\.material.description) == ["to-roi"])
        }
    }

    @Test func `two sessions that look like one are shown to each other in the list, and both count`() async throws {
        try await Office.open { office in
            let an = try office.user("an")
            let day = try #require(Day("2026-05-18"))
            func log(_ place: String, _ turns: Int) async throws -> Session {
                let session = Session(
                    id: office.workspace.newSessionID(), unit: try slug("east-youth"), day: day, place: place,
                    form: .schoolSession, minutes: 45,
                    attendance: [Attendance(audience: try slug("pupils"), turns: turns)])
                return try await office.workspace.logSession(session, as: an, mode: .perform).session
            }
            let (first, second) = (try await log("Trường THCS Đông", 40), try await log("THCS ĐÔNG", 42))
            let other = try await log("Trường THCS Tây", 40)
            let list = try await office.workspace.sessionList(SessionFilter(), within: nil, as: an)
            #expect(list.alike == [first.id: second.id, second.id: first.id])
            #expect(list.totals.sessions == 3 && list.records.contains { $0.session.id == other.id })
            let alike = try await office.workspace.sessionsAlike(first, as: an)
            #expect(alike.map(\.session.id) == [second.id])
        }
    }
}
