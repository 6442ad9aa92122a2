import Operations
import Outreach
import Testing

@testable import Office

/// The ids that an import makes for its rows.
struct IDsByDayTests {
    @Test func `ids grow with the days, however the rows are ordered, and a row keeps the id it names`() async throws {
        try await Office.open { office in
            let id = office.workspace.newSessionID()
            let text = """
                Mã buổi;Ngày;Hình thức;Địa điểm;Số phút;Đối tượng;Số lượt
                ;20/05/2026;seminar;Trường THCS;45;pupils;10
                \(id);19/05/2026;seminar;Trường THCS;45;pupils;20
                ;18/05/2026;seminar;Trường THCS;45;pupils;30
                ;20/05/2026;seminar;Trường THCS;45;pupils;40
                """
            let sessions = try await office.workspace.importSessions(
                Array(text.utf8), unit: try slug("east-youth"), as: try office.user("an"), mode: .perform
            ).sessions
            #expect(sessions.map(\.turns) == [10, 20, 30, 40] && sessions[1].id == id)
            let made = [2, 0, 3].map { sessions[$0].id }
            #expect(made == made.sorted() && Set(made + [id]).count == 4)
            let logged = try await office.workspace.sessions(SessionFilter(), within: nil, as: .program)
            #expect(Set(logged.map(\.session.id)) == Set(sessions.map(\.id)))
        }
    }
}
