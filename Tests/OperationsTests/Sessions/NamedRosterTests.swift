import Documents
import Operations
import Outreach
import Testing

@testable import Office

/// Names of people in a list of sessions are refused as a roster, and never said back.
struct NamedRosterTests {
    @Test(arguments: [
        "Người tham dự", "Thành phần", "Danh sách", "Số lượt", "Học sinh", "Danh sách tham dự", "Số học sinh",
        "Đối tượng",
        "Lớp",
    ])
    func `pupils' names are a roster under whatever heading they stand`(heading: String) async throws {
        try await Office.open { office in
            let list = ClerkList(
                "Ngày;Địa điểm;\(heading);Giáo viên", "18/05/2026;Trường THCS A;Nguyễn Văn An;5",
                "18/05/2026;Trường THCS A;Trần Thị Bình (6A);5", "18/05/2026;Trường THCS A;em Lan lớp 6B;5")
            let report = try await list.read(in: office)
            #expect(report.refused?.roster == heading && report.sessions.isEmpty && report.errors.isEmpty)
            let said = try report.everythingSaid()
            for name in ["Nguyễn", "Bình", "Lan"] { #expect(!said.contains(name), "\(name)") }
        }
    }

    @Test(arguments: ["Nguyễn Văn An, Trần Thị Bình", "An, Bình, Chi", "Lâm Gia Bảo\u{2028}Đỗ Minh Quân", "em Bình"])
    func `one cell with names is enough where people are counted`(cell: String) async throws {
        try await Office.open { office in
            let list = ClerkList(
                "Ngày;Địa điểm;Người tham dự", "18/05/2026;Trường THCS A;120", "19/05/2026;Trường THCS B;\(cell)")
            let report = try await list.read(in: office)
            #expect(report.refused?.roster == "Người tham dự")
            #expect(report.refused?.reason.vietnamese.contains("1 ô") == true)
        }
    }

    @Test func `a list of people without a heading, or below the sessions line by line, is refused`() async throws {
        try await Office.open { office in
            let bare = ClerkList("1;Nguyễn Văn An;6A", "2;Trần Thị Bình;6A", "3;Lê Văn Chi;6B")
            let below = ClerkList(
                "Ngày;Địa điểm;Số lượt", "18/05/2026;Trường THCS A;120", "Tổng cộng;;120", "1. Nguyễn Văn An",
                "2. Trần Thị Bình", "3. Lê Văn Chi", "4. Phạm Thị Dung")
            for list in [bare, below] {
                let report = try await list.read(in: office)
                #expect(report.refused != nil)
                #expect(!(try report.everythingSaid().contains("Nguyễn")))
            }
        }
    }

    @Test func `who signs below a list is no row, and is not shown`() async throws {
        try await Office.open { office in
            let list = ClerkList(
                "STT;Ngày;Địa điểm;Học sinh", "1;18/05/2026;Trường THCS A;120", ";Người lập;Kế toán;Bí thư",
                ";Nguyễn Văn An;Trần Thị Bình;Lê Văn Chi")
            let report = try await list.read(in: office)
            #expect(report.errors.isEmpty && report.refused == nil && report.sessions.map(\.turns) == [120])
            #expect(report.skipped.map(\.line) == [3, 4])
            #expect(!(try report.everythingSaid().contains("Nguyễn")))
        }
    }

    @Test(arguments: ["Bình", "Kpă", "nguyễn văn an", "0912345678 An"])
    func `a wrong cell that may be a name is told by its row and column alone`(cell: String) async throws {
        try await Office.open { office in
            let list = ClerkList("Ngày;Địa điểm;Đối tượng;Số lượt", "18/05/2026;Trường THCS A;Học sinh;\(cell)")
            let report = try await list.read(in: office)
            #expect(report.sessions.isEmpty && (report.refused != nil || report.errors.map(\.row) == [2]))
            #expect(!(try report.everythingSaid().contains(cell)))
        }
    }

    @Test func `a wrong cell that is no name is said, so that it is found`() async throws {
        try await Office.open { office in
            let list = ClerkList("Ngày;Địa điểm;Số lượt", "18/05/2026;Trường THCS A;mười")
            let report = try await list.read(in: office)
            #expect(report.errors.first?.reason.vietnamese.hasPrefix("“mười”") == true)
        }
    }

    @Test func `a child named in a note is refused with the row, the column and no name`() async throws {
        try await Office.open { office in
            let list = ClerkList(
                "Ngày;Địa điểm;Học sinh;Ghi chú", "18/05/2026;Trường THCS A;120;Khen em Bình lớp 6A",
                "19/05/2026;Nhà em Lan;12;", "20/05/2026;Trường THCS A;100;120 115 118",
                "17/05/2026;Trường THCS A;100;các em lớp 6A hỏi nhiều")
            let report = try await list.read(in: office)
            #expect(report.errors.map(\.row) == [2, 3] && report.errors.map(\.column) == ["Ghi chú", "Địa điểm"])
            let said = try report.everythingSaid()
            #expect(!said.contains("Bình") && !said.contains("Lan"))
        }
    }

    @Test func `speakers lose their names, schools keep theirs`() async throws {
        try await Office.open { office in
            let list = ClerkList(
                "Ngày;Trường;Học sinh;Báo cáo viên;Người phụ trách",
                "18/05/2026;Nguyễn Văn Trỗi;120;Nguyễn Văn An - Công an xã;Trần Thị Bình",
                "19/05/2026;Võ Thị Sáu;100;Công an xã;Cán bộ Đoàn")
            let report = try await list.read(in: office)
            #expect(report.refused == nil && report.errors.isEmpty)
            #expect(report.sessions.map(\.speakers) == [["Công an xã"], ["Công an xã", "Cán bộ Đoàn"]])
        }
    }
}
