import Foundation
import Operations
import Outreach
import Testing

@testable import Office
@testable import Storage

/// A session that was logged twice leaves every count, and stays out.
struct SessionWithdrawalTests {
    @Test func `a withdrawn session counts no more, and what it said is kept with the reason`() async throws {
        try await Office.open { office in
            let (workspace, an, session) = (office.workspace, try office.user("an"), try office.session())
            let leaflet = Handout(material: try slug("to-roi"), quantity: 5)
            let whole = try office.session(session.id, topics: ["law"], handouts: [leaflet])
            _ = try await workspace.logSession(whole, as: an, mode: .perform)
            _ = try await workspace.correctSession(
                whole.id.description, reason: "Đếm lại", as: an, mode: .perform
            ) { _ in try office.session(session.id, turns: 60, topics: ["law"]) }
            let withdrawal = try await workspace.withdrawSession(
                session.id.description, reason: " Ghi hai lần ", as: an, mode: .perform)
            #expect(withdrawal.reason == "Ghi hai lần" && withdrawal.corrections.map(\.before) == [whole])
            let list = try await workspace.sessionList(SessionFilter(), within: nil, as: an)
            #expect(list.records.isEmpty && list.totals == SessionTotals(sessions: 0, turns: 0))
            let kept = try await office.database().read { try $0.withdrawal(of: session.id) }
            #expect(kept?.record.session.turns == 60 && kept?.by == "an")
            let entries = try await workspace.auditEntries(
                limit: 1, subject: session.id.description, as: try office.user("admin"))
            #expect(entries.map(\.action) == ["sessions.withdraw"] && entries.first?.detail == "Ghi hai lần")
        }
    }

    @Test func `a phone that sends it once more is told, and does not bring it back`() async throws {
        try await Office.open { office in
            let (workspace, an, session) = (office.workspace, try office.user("an"), try office.session())
            _ = try await workspace.logSession(session, as: an, mode: .perform)
            let withdrawal = try await workspace.withdrawSession(
                session.id.description, reason: "Ghi hai lần", as: an, mode: .perform)
            await #expect(throws: SessionError.withdrawn(session.id.description, Withdrawn(withdrawal))) {
                try await workspace.logSession(session, as: an, mode: .perform)
            }
            await #expect(throws: SessionError.idTaken(session.id.description)) {
                try await workspace.logSession(
                    try office.session(session.id, unit: "west-culture"), as: try office.user("tay"), mode: .perform)
            }
        }
    }

    @Test func `withdrawing it once more says who did, when and why, however it is named`() async throws {
        try await Office.open { office in
            let (workspace, an, session) = (office.workspace, try office.user("an"), try office.session())
            _ = try await workspace.logSession(session, as: an, mode: .perform)
            let withdrawal = try await workspace.withdrawSession(
                session.id.description, reason: "Ghi hai lần", as: an, mode: .perform)
            for name in [session.id.description, session.id.short] {
                let error = SessionError.withdrawn(name, Withdrawn(withdrawal))
                await #expect(throws: error) {
                    try await workspace.withdrawSession(name, reason: "x", as: an, mode: .perform)
                }
                #expect(error.message.vietnamese.contains("“an” đã rút buổi \(name) khỏi số liệu ngày 20/05/2026"))
            }
            await #expect(throws: SessionError.unknownSession(session.id.short)) {
                try await workspace.withdrawSession(
                    session.id.short, reason: "x", as: try office.user("tay"), mode: .perform)
            }
        }
    }

    @Test func `a reason that names a child is refused in one sentence that says so once`() async throws {
        try await Office.open { office in
            let (workspace, an, session) = (office.workspace, try office.user("an"), try office.session())
            _ = try await workspace.logSession(session, as: an, mode: .perform)
            let refusal = await #expect(throws: SessionError.self) {
                try await workspace.withdrawSession(
                    session.id.description, reason: "em Nguyễn Văn Bình lớp 6A khai", as: an, mode: .perform)
            }
            let message = try #require(refusal).message
            #expect(message.english.components(separatedBy: "Nothing was").count == 2)
            #expect(!message.vietnamese.contains("Chưa ghi gì") && !message.vietnamese.contains("Bình"))
        }
    }

    @Test func `it needs a reason and the right, and a rehearsal changes nothing`() async throws {
        try await Office.open { office in
            let (workspace, an, session) = (office.workspace, try office.user("an"), try office.session())
            _ = try await workspace.logSession(session, as: an, mode: .perform)
            let (id, before) = (session.id.description, try await office.rows())
            await #expect(throws: SessionError.reasonMissing) {
                try await workspace.withdrawSession(id, reason: "", as: an, mode: .perform)
            }
            await #expect(throws: OrganisationError.self) {
                try await workspace.withdrawSession(id, reason: "x", as: try office.user("minh"), mode: .perform)
            }
            await #expect(throws: SessionError.unknownSession(id)) {
                try await workspace.withdrawSession(id, reason: "x", as: try office.user("tay"), mode: .perform)
            }
            _ = try await workspace.withdrawSession(id, reason: "x", as: an, mode: .rehearse)
            #expect(try await office.rows() == before)
        }
    }
}
