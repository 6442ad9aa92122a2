import Operations
import Outreach
import Testing

@testable import Office

/// Two columns for what a session has once: nothing of a list is lost in silence.
struct RivalColumnTests {
    private static let row = "18/05/2026;Trường THCS A;120"

    @Test(arguments: [
        ("Kinh phí", "1.500.000", "Chi phí", "2.000.000"), ("Số phút", "45", "Thời lượng", "90"),
        ("Hình thức", "Tọa đàm", "Loại hình", "Hội thi"), ("Cấp học", "THCS", "Cấp", "Tiểu học"),
        ("Giờ", "7h30", "Bắt đầu", "8h00"), ("Đối tượng", "Học sinh", "Thành phần", "Phụ huynh"),
        ("Nam", "60", "Số nam", "70"), ("Kinh phí", "1.500.000", "Kinh phí", "2.000.000"),
        ("Ngày thực hiện", "19/05/2026", "Ngày tổ chức", "20/05/2026"),
    ])
    func `two columns that say different things are named, and somebody has to choose`(
        first: String, one: String, second: String, other: String
    ) async throws {
        try await Office.open { office in
            let day = first.hasPrefix("Ngày") ? "Buổi" : "Ngày"
            let list = ClerkList("\(day);Địa điểm;Học sinh;\(first);\(second)", "\(Self.row);\(one);\(other)")
            let report = try await list.read(in: office)
            #expect(report.sessions.isEmpty)
            let error = try #require(report.errors.first, "\(first)")
            #expect(error.row == 1 && error.column?.hasPrefix(second) == true)
            for heading in [first, second] { #expect(error.reason.vietnamese.contains("“\(heading)")) }
            #expect(error.reason.vietnamese.contains("dòng 2") && error.reason.english.contains("ignore"))
            // The word of a person settles it, and one word is enough.
            let column = second == first ? "\(second) (cột E)" : second
            let settled = try await list.read(mapping: "\(column): ignore", in: office)
            #expect(settled.errors.isEmpty && settled.sessions.count == 1, "\(settled.errors)")
        }
    }

    @Test func `whoever says which of the columns it is need not speak of the others`() async throws {
        try await Office.open { office in
            let list = ClerkList("Ngày;Địa điểm;Học sinh;Kinh phí;Chi phí", "\(Self.row);1.500.000;2.000.000")
            let report = try await list.read(mapping: "Chi phí: cost", in: office)
            #expect(report.sessions.map(\.cost) == [2_000_000])
        }
    }

    @Test func `columns that agree, or fill each other's gaps, are one`() async throws {
        try await Office.open { office in
            let list = ClerkList(
                "Ngày;Địa điểm;Học sinh;Kinh phí;Kinh phí (nghìn đồng);Số phút;Thời lượng",
                "\(Self.row);1.500.000;1.500;45;", "19/05/2026;Trường THCS A;100;;;;90 phút")
            let report = try await list.read(in: office)
            #expect(report.errors.isEmpty)
            #expect(report.sessions.map(\.cost) == [1_500_000, nil] && report.sessions.map(\.minutes) == [45, 90])
        }
    }

    @Test func `columns of one audience are added up, but for one that says the same in other words`() async throws {
        try await Office.open { office in
            let classes = ClerkList("Ngày;Địa điểm;HS khối 6;HS khối 7", "18/05/2026;Trường THCS A;100;20")
            #expect(try await classes.read(in: office).sessions.map(\.turns) == [120])
            let twice = ClerkList("Ngày;Địa điểm;Học sinh;Số lượt học sinh", "18/05/2026;Trường THCS A;120;120")
            let report = try await twice.read(in: office)
            #expect(report.errors.map(\.column) == ["Số lượt học sinh"])
        }
    }

    @Test(arguments: ["Số HS toàn trường", "Sĩ số", "Tổng số học sinh của trường", "Số học sinh đang học"])
    func `how many a school has is not added to how many came`(enrolled: String) async throws {
        try await Office.open { office in
            let list = ClerkList("Ngày;Địa điểm;\(enrolled);Số HS tham dự", "18/05/2026;Trường THCS A;500;230")
            let report = try await list.read(in: office)
            #expect(report.sessions.isEmpty && report.errors.count == 1)
            let reason = try #require(report.errors.first?.reason.vietnamese)
            #expect(reason.contains("“\(enrolled)") && reason.contains("“Số HS tham dự"))
            let settled = try await list.read(mapping: "\(enrolled): ignore", in: office)
            #expect(settled.sessions.map(\.turns) == [230])
            // Alone, it is all that the list says of who was there.
            let alone = ClerkList("Ngày;Địa điểm;Đối tượng;\(enrolled)", "18/05/2026;Trường THCS A;Học sinh;500")
            #expect(try await alone.read(in: office).sessions.map(\.turns) == [500])
        }
    }

    @Test func `classes, speakers and subjects of several columns are all kept`() async throws {
        try await Office.open { office in
            let list = ClerkList(
                "Ngày;Địa điểm;Học sinh;Khối;Lớp;Báo cáo viên;Người trình bày",
                "18/05/2026;Trường THCS A;120;Khối 6;6A, 6B;Công an xã;Giáo viên")
            let session = try #require(try await list.read(in: office).sessions.first)
            #expect(session.notes.contains("Khối 6, 6A, 6B"))
            #expect(session.speakers == ["Công an xã", "Giáo viên"])
        }
    }
}
