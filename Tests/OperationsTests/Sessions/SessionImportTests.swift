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

    @Test func `a row that carries the id a phone gave its session is that session, whichever comes first`()
        async throws
    {
        try await Office.open { office in
            let id = office.workspace.newSessionID()
            let text = """
                Mã buổi;Ngày;Hình thức;Địa điểm;Số phút;Đối tượng;Số lượt
                \(id);18/05/2026;school-session;Trường THCS;45;pupils;120
                """
            let report = try await importing(text, in: office)
            let session = try #require(report.sessions.first)
            #expect(session.id == id)
            let sent = try await office.workspace.logSession(
                session, origin: .typed, as: try office.user("an"), mode: .perform)
            #expect(sent.effect == .alreadyLogged)
            #expect(try await importing(text, in: office).duplicates.map(\.original) == [.session(id)])
            #expect(try await all(in: office).map(\.session.id) == [id])
            #expect(
                try await importing(
                    "Mã buổi;Ngày;Hình thức;Địa điểm;Số phút;Đối tượng;Số lượt\n7;18/05/2026;seminar;A;45;pupils;1",
                    in: office
                ).errors.count == 1)
        }
    }

    @Test func `a list that comes again after a correction adds nothing, by its old numbers or by the new`()
        async throws
    {
        try await Office.open { office in
            let first = try await importing(Self.good, in: office)
            let wrong = try #require(first.sessions.first)
            _ = try await office.workspace.correctSession(
                wrong.id.description, reason: "Đếm lại", as: try office.user("an"), mode: .perform
            ) { session in
                Session(
                    id: session.id, unit: session.unit, day: session.day + 1, place: session.place,
                    form: session.form, minutes: session.minutes,
                    attendance: session.attendance.map { Attendance(audience: $0.audience, turns: 1180) })
            }
            let again = try await importing(Self.good, in: office)
            #expect(again.sessions.isEmpty && again.duplicates.map(\.row) == [3, 4])
            let corrected = Self.good.replacing("18/05/2026;", with: "19/05/2026;").replacing(
                "1.200;610", with: "1.180;")
            #expect(try await importing(corrected, in: office).sessions.isEmpty)
        }
    }

    @Test func `a row that may be a session counted otherwise counts, and is pointed at`() async throws {
        try await Office.open { office in
            _ = try await importing(Self.good, in: office)
            let other = Self.good.replacing("parents;35", with: "parents;37")
            let report = try await importing(other, in: office)
            #expect(report.sessions.map(\.turns) == [37] && report.alike == [4: 35])
        }
    }

    @Test(arguments: [
        "Ngày;Địa điểm;Số phút;Đối tượng;Số lượt\n18/05/2026;Nguyễn Văn An;45;pupils;1\n18/05/2026;Trần Thị Bình;45;pupils;1",
        "Ngày;Địa điểm;Số phút;X;Đối tượng;Số lượt\n18/05/2026;Trường A;45;Lê Minh Châu;pupils;1\n"
            + "18/05/2026;Trường A;45;Bùi Thị Lan;pupils;1",
        "Ngày;Địa điểm;Số phút;Ghi chú;Đối tượng;Số lượt\n18/05/2026;Trường A;45;Lê Minh Châu;pupils;\n"
            + "18/05/2026;Trường A;45;Bùi Thị Lan;pupils;1",
    ])
    func `a list with one person a row is refused, in whatever column the names stand`(text: String) async throws {
        try await Office.open { office in
            let report = try await importing(text, in: office)
            #expect(report.refused != nil && report.sessions.isEmpty)
        }
    }

    @Test func `schools that are named for persons are places`() async throws {
        try await Office.open { office in
            let report = try await importing(
                """
                Ngày;Trường;Hình thức;Số phút;Đối tượng;Số lượt
                18/05/2026;Nguyễn Văn Trỗi;Tại trường;45;pupils;210
                19/05/2026;Võ Thị Sáu;Tại trường;45;pupils;180
                """, in: office)
            #expect(report.refused == nil && report.sessions.count == 2)
        }
    }

    @Test func `a name with a telephone number is no role of a speaker`() async throws {
        try await Office.open { office in
            let report = try await importing(
                """
                Ngày;Địa điểm;Hình thức;Số phút;Đối tượng;Số lượt;Báo cáo viên
                18/05/2026;Trường A;Tại trường;45;pupils;210;Bùi Lan 0912345678
                19/05/2026;Trường A;Tại trường;45;pupils;200;Công an xã
                """, in: office)
            #expect(report.sessions.map(\.speakers) == [["báo cáo viên"], ["Công an xã"]])
        }
    }

    @Test func `a share is no count, and one and a half is no length in minutes`() async throws {
        try await Office.open { office in
            let report = try await importing(
                """
                Ngày;Địa điểm;Hình thức;Thời lượng;Đối tượng;Số lượt
                18/05/2026;Trường A;Tại trường;1,5;pupils;210
                19/05/2026;Trường A;Tại trường;45;pupils;40%
                19/05/2026;Trường B;Tại trường;1,5 giờ;pupils;40
                """, in: office)
            #expect(report.errors.map(\.row) == [2, 3])
            #expect(report.errors.map(\.column) == ["Thời lượng", "Số lượt"])
        }
    }

    @Test(arguments: [
        ("1.000đ", 1_500_000), ("x1000đ", 1_500_000), ("1000 đồng", 1_500_000), ("ngđ", 1_500_000), ("đồng", 1500),
        ("tr.đ", 1_500_000_000), ("trđ", 1_500_000_000), ("triệu đồng", 1_500_000_000),
    ])
    func `money is in what the heading says`(unit: String, dong: Int) async throws {
        try await Office.open { office in
            let report = try await importing(
                """
                Ngày;Địa điểm;Hình thức;Số phút;Đối tượng;Số lượt;Kinh phí (\(unit))
                18/05/2026;Trường A;Tại trường;45;pupils;210;1.500
                Cộng tuần 1;;;;;210;1.500
                ∑;;;;;210;1.500
                """, in: office)
            #expect(report.sessions.map(\.cost) == [dong])
        }
    }

    @Test func `a day in three columns is one day`() async throws {
        try await Office.open { office in
            let report = try await importing(
                """
                Thời gian;;;Địa điểm;Hình thức;Số phút;Đối tượng;Số lượt
                Ngày;Tháng;Năm;;;;;
                18;5;2026;Trường A;Tại trường;45;pupils;210
                19;05;26;Trường B;Tại trường;45;pupils;200
                30;02;2026;Trường C;Tại trường;45;pupils;200
                """, in: office)
            #expect(report.errors.map(\.row) == [5])
            let whole = try await importing(
                """
                Ngày;Tháng;Năm;Địa điểm;Hình thức;Số phút;Đối tượng;Số lượt
                18;5;2026;Trường A;Tại trường;45;pupils;210
                19;Tháng 5;26;Trường B;Tại trường;45;pupils;200
                """, in: office)
            #expect(whole.sessions.map(\.day.description) == ["2026-05-18", "2026-05-19"])
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

    @Test func `a list that several cores read at once comes out in the order of its rows`() async throws {
        try await Office.open { office in
            let heading = "Ngày;Hình thức;Địa điểm;Số phút;Đối tượng;Số lượt"
            let lines = (2...5001).map { "\($0 % 28 + 1)/04/2026;seminar;Ấp \($0 % 7);1 tiết;pupils;\($0)" }
            let text = ([heading] + lines).joined(separator: "\n")
            let report = try await importing(text, in: office, mode: .rehearse)
            #expect(report.rows == Array(2...5001) && report.sessions.map(\.turns) == report.rows)
            #expect(report.remarks.contains { $0.vietnamese.hasPrefix("5000 dòng") })
            let wrong = [3, 1998, 2003, 4000, 4999]
            var mistaken = lines
            for line in wrong { mistaken[line - 2] = "01/04/2026;seminar;;45;pupils;10" }
            let refused = try await importing(
                ([heading] + mistaken).joined(separator: "\n"), in: office, mode: .rehearse)
            #expect(refused.errors.map(\.row) == wrong)
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

    @Test func `a line of totals in the middle stands for its group, wherever it is`() async throws {
        try await Office.open { office in
            let list = """
                Ngày;Địa điểm;Đối tượng;Số lượt
                18/05/2026;Trường THCS;pupils;100
                18/05/2026;Nhà văn hóa;pupils;20
                Cộng ngày 18;;;CỘNG18
                19/05/2026;Trường THCS;pupils;30
                Cộng ngày 19;;;30
                Tổng cộng;;;150
                """
            let right = try await importing(list.replacing("CỘNG18", with: "120"), in: office, mode: .rehearse)
            #expect(right.errors.isEmpty && right.wrongTotals.isEmpty && right.statedTotals.count == 3)
            let wrong = try await importing(list.replacing("CỘNG18", with: "130"), in: office, mode: .rehearse)
            #expect(wrong.wrongTotals.map(\.sum) == [120])
        }
    }

    @Test func `a length in lessons is read, and said to be; an audience is told by its name`() async throws {
        try await Office.open { office in
            let list = """
                Ngày;Địa điểm;Đối tượng;Số lượt;Nam;Nữ;Thời lượng
                18/05/2026;Trường THCS;pupils;100;;;2 tiết
                """
            let report = try await importing(list, in: office, mode: .rehearse)
            #expect(report.sessions.map(\.minutes) == [90])
            #expect(report.remarks.contains { $0.english.contains("45 minutes each") })
            let wrong = try await importing(list.replacing("100;;", with: "100;90;90"), in: office, mode: .rehearse)
            #expect(wrong.errors.first?.reason.english.contains("“pupils”") == false)
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
