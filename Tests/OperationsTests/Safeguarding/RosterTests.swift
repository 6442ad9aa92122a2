import Documents
import Outreach
import Testing

@testable import Office
@testable import Operations

/// A list of pupils does not come in, whatever it is handed in as.
struct RosterTests {
    static let columns = [
        "kênh;ngày;giờ;tiêu đề;nội dung;họ tên học sinh\npage;01/06/2026;08:00;Tin;Gọi 111;Nguyễn Văn An\n",
        "kênh;ngày;giờ;tiêu đề;nội dung;Học sinh;Lớp\npage;01/06/2026;08:00;Tin;Gọi 111;Nguyễn Văn An;6A\n"
            + "page;01/06/2026;09:00;Tin;Gọi 111;Trần Thị Bình;6A\npage;01/06/2026;10:00;Tin;Gọi 111;Lê Văn Chi;6B\n",
        "bài đăng;số đo;giá trị;Họ và tên;Ngày sinh\nabcd1234;views;5;Nguyễn Văn An;05/09/2014\n",
        "ngày;hình thức;nơi;phút;đối tượng;lượt;Tên trẻ\n18/05/2026;school-session;Trường;45;pupils;1;Nguyễn Văn An\n",
    ]

    private func expectRefusal(_ bytes: [UInt8], in office: Office) async throws {
        let imports: [() async throws -> Void] = [
            {
                _ = try await office.workspace.importPosts(
                    bytes, file: "ds.csv", as: try office.user("lan"), mode: .perform)
            },
            {
                _ = try await office.workspace.importSamples(
                    bytes, file: "ds.csv", as: try office.user("lan"), mode: .perform)
            },
            {
                let report = try await office.workspace.importSessions(
                    bytes, unit: try slug("east-youth"), as: try office.user("an"), mode: .perform)
                if let refused = report.refused { throw ImportError.roster(heading: refused.roster) }
            },
        ]
        for perform in imports {
            let error = await #expect(throws: (any Error).self) { try await perform() }
            #expect(error is RosterRefusal || error is ImportError, "\(String(describing: error))")
        }
        let sessions = try await office.workspace.importSessions(
            bytes, unit: try slug("east-youth"), as: try office.user("an"), mode: .perform)
        #expect(sessions.refused != nil && sessions.sessions.isEmpty)
        #expect(try await office.rows().contains { $0.contains("Nguyễn Văn An") } == false)
    }

    @Test(arguments: columns)
    func `posts, samples and sessions refuse a column of pupils' names`(text: String) async throws {
        try await Office.open { office in try await expectRefusal(Array(text.utf8), in: office) }
    }

    @Test func `an Excel file is no way around it`() async throws {
        let sheet = Sheet(
            name: "Danh sách", header: ["STT", "Họ và tên học sinh", "Lớp"],
            rows: [[.integer(1), .text("Nguyễn Văn An"), .text("6A")]])
        let workbook = Workbook(
            title: "Danh sách", creator: "Trường", day: try #require(Day("2026-05-20")), sheets: [sheet])
        let bytes = try workbook.excel()
        try await Office.open { office in try await expectRefusal(bytes, in: office) }
    }
}
