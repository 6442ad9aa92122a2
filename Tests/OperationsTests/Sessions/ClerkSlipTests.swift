import Operations
import Outreach
import Testing

@testable import Office

/// What clerks write into cells: read as they meant it, or refused with the row, the column and the reason.
struct ClerkSlipTests {
    @Test(
        arguments: [
            ("Kinh phí (triệu đồng)", "99999999999999999999,5"), ("Kinh phí", "9.999.999.999.999.999 triệu"),
            ("Kinh phí", "999.999.999.999 triệu"), ("Học sinh", "9.000.000.000.000.000.000"),
            ("Học sinh", "99999999999999"), ("Phút", "99999999999999999999"),
        ])
    func `a number beyond all sense is pointed out with its row, and stops nothing else`(
        heading: String, cell: String
    ) async throws {
        try await Office.open { office in
            let rows = Array(repeating: "18/05/2026;Trường THCS A;40;\(cell)", count: 12)
            let list = ClerkList(
                "Ngày;Địa điểm;Phụ huynh;\(heading)", (rows + ["Tổng;;480;\(cell)"]).joined(separator: "\n"))
            let report = try await list.read(in: office)
            #expect(report.sessions.isEmpty && report.errors.map(\.row) == Array(2...13))
            #expect(report.errors.allSatisfy { $0.column == heading })
        }
    }

    @Test(arguments: ["minutes:9223372036854775807", "cost:9223372036854775807", "minutes:0", "cost:-1"])
    func `a unit of a column beyond all sense is no mapping`(field: String) async throws {
        #expect(throws: (any Error).self) { try SessionMapping(file: "Phút: \(field)") }
    }

    @Test(
        arguments: [
            ("120", 120, false), ("~50", 50, true), ("khoảng 120", 120, true), ("120 em", 120, false),
            ("1,200", 1200, false), ("1.200", 1200, false), ("1 200", 1200, false), ("khoảng 120 HS", 120, true),
            ("120+", 120, true), ("≈ 90", 90, true), ("120,00", 120, false),
        ] as [(String, Int, Bool)])
    func `a count is read as it was meant`(cell: String, turns: Int, isEstimated: Bool) async throws {
        try await Office.open { office in
            let list = ClerkList("Ngày;Địa điểm;Đối tượng;Số lượt", "18/05/2026;Trường THCS A;Học sinh;\(cell)")
            let report = try await list.read(in: office)
            #expect(report.errors.isEmpty && report.turns == turns, "\(report.errors)")
            #expect(report.sessions.first?.method == (isEstimated ? .estimated : .fromRecords))
        }
    }

    @Test(
        arguments: [
            ("45 HS + 5 PH", ["pupils 45", "parents 5"], false), ("Đội viên: 50", ["pupils 50"], false),
            ("khoảng 120 HS", ["pupils 120"], true), ("HS: 40; PH: 3", ["pupils 40", "parents 3"], false),
        ] as [(String, [String], Bool)])
    func `a cell that lists who was there is read for each`(
        cell: String, groups: [String], isEstimated: Bool
    ) async throws {
        try await Office.open { office in
            let list = ClerkList("Ngày;Địa điểm;Số lượt", "18/05/2026;Trường THCS A;\"\(cell)\"")
            let report = try await list.read(in: office)
            let session = try #require(report.sessions.first, "\(report.errors)")
            #expect(session.attendance.map { "\($0.audience) \($0.turns)" } == groups)
            #expect((session.method == .estimated) == isEstimated)
        }
    }

    @Test func `an error of a formula is told as one`() async throws {
        try await Office.open { office in
            let list = ClerkList("Ngày;Địa điểm;Học sinh", "18/05/2026;Trường THCS A;#REF!")
            let report = try await list.read(in: office)
            #expect(report.errors.map(\.column) == ["Học sinh"])
            #expect(report.errors.first?.reason.vietnamese.contains("lỗi công thức") == true)
        }
    }

    @Test(arguments: ["40%", "-5", "−5", "1,5", "1.20", "12,345,6", "120/60", "45+5", "1.2e3", "mười"])
    func `what is no count is refused in its cell`(cell: String) async throws {
        try await Office.open { office in
            let list = ClerkList(
                "Ngày;Địa điểm;Đối tượng;Số lượt", "18/05/2026;Trường THCS A;Học sinh;100",
                "19/05/2026;Trường THCS A;Học sinh;\(cell)")
            let report = try await list.read(in: office)
            #expect(report.errors.map(\.row) == [3] && report.errors.map(\.column) == ["Số lượt"])
            #expect(report.sessions.isEmpty && report.errors.first?.reason.vietnamese.contains(cell) == true)
        }
    }

    @Test func `a listing in the cell of turns goes before one word for everybody`() async throws {
        try await Office.open { office in
            let list = ClerkList(
                "Ngày;Địa điểm;Đối tượng;Số lượt", "18/05/2026;Trường THCS A;Học sinh, phụ huynh;45 HS + 5 PH")
            let session = try #require(try await list.read(in: office).sessions.first)
            #expect(session.attendance.map(\.audience.description) == ["pupils", "parents"])
            #expect(session.attendance.map(\.turns) == [45, 5])
        }
    }

    @Test func `a second line of headings for male and female belongs to the column above`() async throws {
        try await Office.open { office in
            let list = ClerkList(
                "Ngày;Địa điểm;Học sinh;;", ";;Tổng;Nam;Nữ", "18/05/2026;Trường THCS A;120;50;70",
                "19/05/2026;Trường THCS A;100;;")
            let report = try await list.read(in: office)
            #expect(report.errors.isEmpty && report.sessions.map(\.turns) == [120, 100])
            #expect(report.sessions.map { $0.attendance[0].female } == [70, nil])
            #expect(report.sessions.map { $0.attendance[0].male } == [50, nil])
        }
    }

    @Test func `a line of totals in the middle may be blank, and rows without a day are no totals`() async throws {
        try await Office.open { office in
            let list = ClerkList(
                "Ngày;Địa điểm;Học sinh", "18/05/2026;Trường THCS A;100", "Cộng;;", "19/05/2026;Trường THCS B;20",
                "Tổng cộng;;120")
            let report = try await list.read(in: office)
            #expect(report.errors.isEmpty && report.sessions.count == 2 && report.wrongTotals.isEmpty)
            let bare = ClerkList("Ngày;Địa điểm;Học sinh", "18/05/2026;Trường THCS A;100", ";;100")
            let wrong = try await bare.read(in: office)
            #expect(Set(wrong.errors.map(\.row)) == [3] && wrong.errors.map(\.column) == ["Ngày", "Địa điểm"])
        }
    }

    @Test func `a unit that is given as its own co-host is left out there, and that is said`() async throws {
        try await Office.open { office in
            let list = ClerkList(
                "Ngày;Địa điểm;Học sinh;Đơn vị phối hợp", "18/05/2026;Trường THCS A;120;Đoàn xã Đông, Công an xã Đông")
            let report = try await list.read(in: office)
            #expect(report.sessions.map { $0.coHosts.map(\.description) } == [["east-police"]])
            #expect(report.remarks.contains { $0.vietnamese.contains("mục phối hợp") })
        }
    }

    @Test func `a school of one level and a session of another is refused at the level`() async throws {
        try await Office.open { office in
            let list = ClerkList(
                "Ngày;Địa điểm;Cấp học;Học sinh", "18/05/2026;Trường Tiểu học A;THCS;120",
                "18/05/2026;Trường Tiểu học A;Tiểu học;100", "18/05/2026;Trường THCS A;;90")
            let report = try await list.read(in: office)
            #expect(report.errors.map(\.row) == [2] && report.errors.map(\.column) == ["Cấp học"])
        }
    }

    @Test func `an id of noughts is refused in its column`() async throws {
        try await Office.open { office in
            let list = ClerkList(
                "Mã buổi;Ngày;Địa điểm;Học sinh",
                "00000000-0000-0000-0000-000000000000;18/05/2026;Trường THCS A;120")
            let report = try await list.read(in: office)
            #expect(report.errors.map(\.column) == ["Mã buổi"])
        }
    }
}
