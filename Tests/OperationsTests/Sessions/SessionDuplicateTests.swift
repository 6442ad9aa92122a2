import Operations
import Outreach
import Testing

@testable import Office

/// What a list names again is not counted again, and what only looks alike is not lost.
struct SessionDuplicateTests {
    private static let heading = "Ngày;Giờ;Hình thức;Địa điểm;Lớp;Đối tượng;Phút;Số lượt;Nội dung;Đơn vị phối hợp"

    private func importing(
        _ rows: String..., of unit: String = "east-youth", by user: String = "an", in office: Office
    ) async throws -> SessionImportReport {
        try await office.workspace.importSessions(
            Array(([Self.heading] + rows).joined(separator: "\n").utf8), unit: try slug(unit),
            as: try office.user(user), mode: .perform)
    }

    @Test(
        arguments: [
            "18/05/2026;;Tại trường;Trường THCS Đông;9A3;pupils;90;40;law;",
            "18/05/2026;;Tại trường;Trường THCS Đông;6A1;parents;45;40;law;",
            "18/05/2026;;Tại trường;Trường THCS Đông;9A3;pupils;45;40;law;",
            "18/05/2026;09:00;Tại trường;Trường THCS Đông;6A1;pupils;45;40;law;",
        ])
    func `a session of another class, audience, length or hour in a later list counts, and is pointed out`(
        row: String
    ) async throws {
        try await Office.open { office in
            let first = "18/05/2026;07:30;Tại trường;Trường THCS Đông;6A1;pupils;45;40;law;"
            _ = try await importing(first, in: office)
            let later = try await importing(row, in: office)
            #expect(later.errors.isEmpty && later.sessions.count == 1 && later.duplicates.isEmpty)
            #expect(later.alike == [2: 40])
            let again = try await importing(first, row, in: office)
            #expect(again.sessions.isEmpty && again.duplicates.map(\.row) == [2, 3])
        }
    }

    @Test func `rows of one list repeat one another only where they say the same`() async throws {
        try await Office.open { office in
            let heading = "Ngày;Giờ;Địa điểm;Học sinh;Phụ huynh"
            let rows = [
                "18/05/2026;;Trường THCS Đông;40;", "18/05/2026;;Trường THCS Đông;30;10",
                "18/05/2026;07:30;Trường THCS Đông;40;", "18/05/2026;;Trường THCS Đông;40;",
            ]
            let list = ClerkList(heading, rows.joined(separator: "\n"))
            let report = try await list.read(in: office, mode: .perform)
            #expect(report.sessions.map(\.turns) == [40, 40, 40])
            #expect(report.duplicates.map(\.row) == [5] && report.alike == [4: 40])
            let pupils = ClerkList(heading, "18/05/2026;;Trường THCS Đông;25;15")
            #expect(try await pupils.read(in: office).sessions.count == 1)
        }
    }

    @Test func `a place in another spelling is the same place`() async throws {
        try await Office.open { office in
            _ = try await importing("18/05/2026;07:30;Tọa đàm;Nhà văn hóa ấp 5;;parents;45;35;law;", in: office)
            let again = try await importing("18/05/2026;07:30;Tọa đàm;NVH ấp 5;;parents;45;35;law;", in: office)
            #expect(again.sessions.isEmpty && again.duplicates.count == 1)
            let otherForm = try await importing("18/05/2026;07:30;Hội nghị;NVH ấp 5;;parents;45;35;law;", in: office)
            #expect(otherForm.sessions.count == 1 && otherForm.alike == [2: 35])
        }
    }

    @Test(arguments: [("Công an xã Đông", "Đoàn xã Đông"), ("Công an xã Đông", ""), ("", "Đoàn xã Đông")])
    func `a session on the lists of both units that held it counts once, for the one that came first`(
        named: (inFirst: String, inSecond: String)
    ) async throws {
        try await Office.open { office in
            let row = "18/05/2026;07:30;Tại trường;Trường THCS Đông;6A1;pupils;45;300;law;"
            let first = try await importing(row + named.inFirst, in: office)
            let id = try #require(first.sessions.first?.id)
            let second = try await importing(
                row.replacing("6A1", with: "khối 6") + named.inSecond, of: "east-police", by: "admin", in: office)
            let original = DuplicateRow.Original.heldTogether(id, owner: try slug("east-youth"))
            #expect(second.sessions.isEmpty && second.duplicates.map(\.original) == [original])
        }
    }

    @Test func `units that do not name one another each held their own`() async throws {
        try await Office.open { office in
            let row = "18/05/2026;07:30;Tại trường;Trường THCS Đông;6A1;pupils;45;300;law;"
            _ = try await importing(row, in: office)
            let second = try await importing(row, of: "east-police", by: "admin", in: office)
            #expect(second.sessions.count == 1 && second.duplicates.isEmpty)
        }
    }

    @Test func `whoever logs a session that another unit says it held with theirs is told`() async throws {
        try await Office.open { office in
            let row = "18/05/2026;07:30;Tại trường;Trường THCS Đông;6A1;pupils;45;300;law;Công an xã Đông"
            let first = try #require(try await importing(row, in: office).sessions.first)
            let own = Session(
                id: office.workspace.newSessionID(), unit: try slug("east-police"), day: first.day,
                place: "THCS Đông", form: first.form, minutes: 45, attendance: first.attendance)
            let logged = try await office.workspace.logSession(own, as: try office.user("admin"), mode: .rehearse)
            #expect(logged.similar.map(\.session.id) == [first.id])
        }
    }

    @Test func `a withdrawn session on a list stays out, and the list says why`() async throws {
        try await Office.open { office in
            let row = "18/05/2026;07:30;Tại trường;Trường THCS Đông;6A1;pupils;45;40;law;"
            let id = try #require(try await importing(row, in: office).sessions.first?.id)
            _ = try await office.workspace.withdrawSession(
                id.description, reason: "Ghi hai lần", as: try office.user("an"), mode: .perform)
            let again = try await importing(row, in: office)
            #expect(again.sessions.isEmpty && again.duplicates.map(\.original) == [.withdrawn(id)])
        }
    }
}
