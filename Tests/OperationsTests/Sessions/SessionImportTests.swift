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
        _ text: String, in office: Office, by name: String = "an", mode: ChangeMode = .perform,
        mapping: SessionMapping = SessionMapping()
    ) async throws -> SessionImportReport {
        try await office.workspace.importSessions(
            Array(text.utf8), unit: try slug("east-youth"), mapping: mapping, as: try office.user(name), mode: mode)
    }

    private func all(in office: Office) async throws -> [SessionRecord] {
        try await office.workspace.sessions(SessionFilter(), within: nil, as: .program)
    }

    @Test func `every row is a session from records`() async throws {
        try await Office.open { office in
            let report = try await importing(Self.good, in: office)
            #expect(report.errors.isEmpty && report.sessions.map(\.turns) == [1200, 35])
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
            #expect(again.sessions.isEmpty && again.errors.isEmpty && again.duplicates.map(\.row) == [3, 4])
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
            let wrong = zip(
                5..., ["Ngày", "Hình thức", "Địa điểm", "Số phút", "Đối tượng", "Số lượt", "Số lượt", "Ngày"])
            #expect(report.errors.map(\.row) == wrong.map(\.0) && report.errors.map(\.column) == wrong.map(\.1))
            #expect(report.sessions.isEmpty && report.totals.isEmpty)
            #expect(try await office.rows() == before)
        }
    }

    @Test func `a dry run leaves nothing`() async throws {
        try await Office.open { office in
            let before = try await office.rows()
            #expect(try await importing(Self.good, in: office, mode: .rehearse).sessions.count == 2)
            #expect(try await office.rows() == before)
        }
    }

    @Test func `whoever may not log for the unit imports nothing`() async throws {
        try await Office.open { office in
            await #expect(throws: OrganisationError.self) { try await importing(Self.good, in: office, by: "tay") }
            let sessions = try await all(in: office)
            #expect(sessions.isEmpty)
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
            #expect(report.errors.map(\.reason.english) == [])
            let first = try #require(report.sessions.first)
            #expect(first.form == .schoolSession && first.level == .lowerSecondary && first.time == TimeOfDay("07:30"))
            #expect(
                first.attendance.map(\.turns) == [1200, 30]
                    && first.topics.map(\.description) == ["law", "hotline-111"])
            #expect(report.sessions.map(\.turns) == [1230, 35])
            #expect(report.totals.first { $0.column == "Học sinh" }?.sum == 1200)
            #expect(report.statedTotals.count == 2 && report.wrongTotals.isEmpty)
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
            #expect(report.sessions.count == 2 && report.duplicates.map(\.row) == [4])
            #expect(report.duplicates.first?.original == .row(3))
        }
    }

    @Test func `a list of people is turned away before a row of it is read`() async throws {
        try await Office.open { office in
            for heading in ["Họ và tên", "NGÀY SINH", "Số CCCD"] {
                let report = try await importing(
                    "Ngày;Hình thức;Địa điểm;Số phút;Đối tượng;Số lượt;\(heading)\n", in: office)
                #expect(report.refused?.roster == heading && report.sessions.isEmpty)
            }
        }
    }

    @Test func `a column of pupils' names is a list of people, whatever it is called`() async throws {
        try await Office.open { office in
            let report = try await importing(
                """
                STT;Ngày;Địa điểm;Học sinh;Lớp
                1;04/05/2026;Trường THCS A;Nguyễn Thị Bình;6A
                2;04/05/2026;Trường THCS A;Trần Văn Cường;6A
                3;04/05/2026;Trường THCS A;Lê Thị Dung;6B
                """, in: office)
            #expect(report.refused?.roster == "Học sinh")
            let sessions = try await all(in: office)
            #expect(sessions.isEmpty)
        }
    }

    @Test func `a list of names below the sessions is found`() async throws {
        try await Office.open { office in
            let report = try await importing(
                Self.good + "\n\nDANH SÁCH THAM DỰ\nSTT;Họ và tên;Lớp\n1;Nguyễn Văn An;6A\n", in: office)
            #expect(report.refused?.roster == "Họ và tên")
        }
    }

    @Test func `what was said of a column is kept for the unit's next list`() async throws {
        try await Office.open { office in
            let text = "Ngày;Điểm sinh hoạt;Quân số em;Đối tượng\n18/05/2026;Nhà văn hóa;40;Học sinh\n"
            let mapping = try SessionMapping(file: "Điểm sinh hoạt: place\nQuân số em: turns\n")
            let unread = try await importing(text, in: office)
            #expect(unread.errors.map(\.column) == ["Địa điểm"])
            let mapped = try await importing(text, in: office, mapping: mapping)
            #expect(mapped.sessions.map(\.turns) == [40])
            let next = try await importing(text.replacing("18/05", with: "19/05"), in: office)
            #expect(next.sessions.map(\.turns) == [40] && next.columns.contains { $0.isMapped })
        }
    }

    @Test func `a line of totals that differs from its rows is said and not counted`() async throws {
        try await Office.open { office in
            let report = try await importing(Self.good + "\nTổng cộng;;;;;1.300;610\n", in: office)
            #expect(report.sessions.map(\.turns) == [1200, 35])
            #expect(report.wrongTotals.map(\.stated) == [1300] && report.wrongTotals.map(\.sum) == [1235])
        }
    }

    @Test func `one class more than is logged is new, and classes of equal size are no duplicates`() async throws {
        try await Office.open { office in
            let heading = "Ngày;Trường;Lớp;Học sinh\n18/05/2026;Trường THCS;6A;40\n"
            #expect(try await importing(heading, in: office).sessions.count == 1)
            let both = try await importing(heading + "18/05/2026;Trường THCS;6B;40\n", in: office)
            #expect(both.sessions.count == 1 && both.duplicates.count == 1)
        }
    }

    @Test func `an import is one line of the audit log`() async throws {
        try await Office.open { office in
            _ = try await importing(Self.good, in: office)
            let entries = try await office.workspace.auditEntries(limit: 50, subject: nil, as: .program)
                .filter { $0.action.hasPrefix("sessions.") }
            #expect(entries.map(\.action) == ["sessions.import"])
        }
    }
}
