import Operations
import Outreach
import Testing

@testable import Office

/// A file of sessions, all of them or none, and never twice.
struct SessionImportTests {
    private static let good = """
        DANH SÁCH BUỔI TUYÊN TRUYỀN;;;;;;
        Ngày;Hình thức;Địa điểm;Số phút;Đối tượng;Số lượt;Nữ
        18/05/2026;school-session;Trường THCS;45;pupils;1.200;610
        19/05/2026;seminar;Nhà văn hóa;90;parents;35;
        """

    private func importing(
        _ text: String, in office: Office, by name: String = "an", mode: ChangeMode = .perform
    ) async throws -> ImportReport<SessionLogged> {
        try await office.workspace.importSessions(
            Array(text.utf8), file: "buoi.csv", unit: try slug("east-youth"), as: try office.user(name), mode: mode)
    }

    private func all(in office: Office) async throws -> [SessionRecord] {
        try await office.workspace.sessions(SessionFilter(), within: nil, as: .program)
    }

    @Test func `every row is a session from records`() async throws {
        try await Office.open { office in
            let report = try await importing(Self.good, in: office)
            #expect(report.problems.isEmpty && report.items.map(\.session.turns) == [1200, 35])
            let records = try await all(in: office)
            #expect(records.map(\.session.place) == ["Nhà văn hóa", "Trường THCS"])
            #expect(records.allSatisfy { $0.origin == .imported && $0.session.method == .fromRecords })
            #expect(records.last?.session.attendance.first?.female == 610)
        }
    }

    @Test func `the same file again adds nothing`() async throws {
        try await Office.open { office in
            _ = try await importing(Self.good, in: office)
            let again = try await importing(Self.good, in: office, by: "lan")
            #expect(again.items.isEmpty && again.problems.isEmpty)
            #expect(try await all(in: office).count == 2)
        }
    }

    @Test func `with any mistake nothing is imported, and every row says what is wrong with it`() async throws {
        try await Office.open { office in
            let rows = [
                "30/02/2026;seminar;A;45;pupils;10;", "18/05/2026;party;A;45;pupils;10;",
                "18/05/2026;seminar;;45;pupils;10;",
                "18/05/2026;seminar;A;0;pupils;10;", "18/05/2026;seminar;A;45;ghosts;10;",
                "18/05/2026;seminar;A;45;pupils;-5;",
                "18/05/2026;seminar;A;45;pupils;10;11", "21/05/2026;seminar;A;45;pupils;10;",
            ]
            let before = try await office.rows()
            let report = try await importing(Self.good + "\n" + rows.joined(separator: "\n"), in: office)
            #expect(report.items.isEmpty && report.problems.map(\.line) == (5..<5 + rows.count).map { $0 })
            #expect(try await office.rows() == before)
        }
    }

    @Test func `a dry run leaves nothing`() async throws {
        try await Office.open { office in
            let before = try await office.rows()
            #expect(try await importing(Self.good, in: office, mode: .rehearse).items.count == 2)
            #expect(try await office.rows() == before)
        }
    }

    @Test func `whoever may not log for the unit imports nothing`() async throws {
        try await Office.open { office in
            let report = try await importing(Self.good, in: office, by: "tay")
            #expect(report.items.isEmpty && report.problems.count == 2)
            #expect(try await all(in: office).isEmpty)
        }
    }

    @Test func `an office's own words and headings are understood, and the line of totals is left out`() async throws {
        try await Office.open { office in
            let report = try await importing(
                """
                Ngày;Giờ;Trường;Hình thức;Cấp học;Thời lượng;Học sinh;Cha mẹ;Chủ đề
                18/05/2026;7h30;Trường THCS;Buổi tại trường;Trung học cơ sở;45;1.200;30;Pháp luật, Tổng đài 111
                19/05/2026;;Nhà văn hóa;Tọa đàm;;90;;35;
                Tổng cộng;;;;;;1.200;65;
                """, in: office)
            #expect(report.problems.map(\.reason.english) == [])
            let first = try #require(report.items.first?.session)
            #expect(first.form == .schoolSession && first.level == .lowerSecondary && first.time == TimeOfDay("07:30"))
            #expect(
                first.attendance.map(\.turns) == [1200, 30]
                    && first.topics.map(\.description) == ["law", "hotline-111"])
            #expect(report.items.map(\.session.turns) == [1230, 35])
        }
    }

    @Test func `two sessions of one day at different hours are two`() async throws {
        try await Office.open { office in
            let report = try await importing(
                """
                Ngày;Giờ;Hình thức;Địa điểm;Số phút;Đối tượng;Số lượt
                18/05/2026;07:30;school-session;Trường THCS;45;pupils;40
                18/05/2026;09:00;school-session;Trường THCS;45;pupils;40
                18/05/2026;09:00;school-session;Trường THCS;45;pupils;40
                """, in: office)
            #expect(report.items.count == 2 && report.known == [4])
        }
    }

    @Test func `a list of people is turned away before a row of it is read`() async throws {
        try await Office.open { office in
            for heading in ["Họ và tên", "NGÀY SINH", "Số CCCD"] {
                await #expect(throws: ImportError.roster(heading: heading)) {
                    try await importing("Ngày;Hình thức;Địa điểm;Số phút;Đối tượng;Số lượt;\(heading)\n", in: office)
                }
            }
        }
    }
}
