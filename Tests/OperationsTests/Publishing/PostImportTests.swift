import Operations
import Outreach
import Testing

@testable import Office

/// A file of posts becomes drafts, all of them or none.
struct PostImportTests {
    private func importing(
        _ text: String, in office: Office, by name: String = "lan", mode: ChangeMode = .perform
    ) async throws -> ImportReport<Post> {
        try await office.workspace.importPosts(Array(text.utf8), file: "bai.csv", as: try office.user(name), mode: mode)
    }

    private static let good = """
        Kênh;Ngày;Giờ;Tài liệu;Tiêu đề;Nội dung;Đối tượng
        page;01/06/2026;07:30;goi-111;;;
        wall;2026-06-02;8h00;;Tin mới;Gọi 111;parents, pupils
        """

    @Test func `every row is a draft like any other, with what the library holds or the row says`() async throws {
        try await Office.open { office in
            let report = try await importing(Self.good, in: office)
            #expect(report.problems.isEmpty)
            #expect(report.items.map(\.state) == [.draft, .draft] && report.items.map(\.author) == ["lan", "lan"])
            #expect(report.items.map(\.text) == ["Khi trẻ em cần giúp đỡ, hãy gọi 111 (miễn phí, 24/24).", "Gọi 111"])
            #expect(report.items.map(\.title) == ["Gọi 111", "Tin mới"])
            let moments = [try office.moment("2026-06-01 07:30"), try office.moment("2026-06-02 08:00")]
            #expect(report.items.map(\.moment) == moments)
            #expect(report.items[1].audiences.map(\.description) == ["parents", "pupils"])
            try office.turn(to: "2026-06-02 08:00")
            #expect(try await office.claim().isEmpty)
        }
    }

    @Test func `with any mistake nothing is imported, and every row says what is wrong with it`() async throws {
        try await Office.open { office in
            let rows = [
                "nowhere;01/06/2026;07:30;goi-111;;;", "page;31/06/2026;07:30;goi-111;;;",
                "page;01/06/26;07:30;goi-111;;;",
                "page;01/06/2026;25:00;goi-111;;;", "page;01/05/2026;07:30;goi-111;;;",
                "page;01/06/2026;07:30;nothing;;;",
                "page;01/07/2026;07:30;to-roi;;;", "page;01/06/2026;07:30;loa-111;;;", "page;01/06/2026;07:30;;;;",
                "office;01/06/2026;07:30;;Dài;\(String(repeating: "a", count: 201));",
                "west-page;01/06/2026;07:30;goi-111;;;",
                ";01/06/2026;07:30;goi-111;;;",
            ]
            let before = try await office.rows()
            let report = try await importing(Self.good + "\n" + rows.joined(separator: "\n"), in: office)
            #expect(report.items.isEmpty)
            #expect(report.problems.map(\.line) == (4..<4 + rows.count).map { $0 })
            #expect(report.problems.allSatisfy { $0.file == "bai.csv" && !$0.reason.vietnamese.isEmpty })
            #expect(try await office.rows() == before)
        }
    }

    @Test func `a dry run says what would be made and makes nothing`() async throws {
        try await Office.open { office in
            let before = try await office.rows()
            let report = try await importing(Self.good, in: office, mode: .rehearse)
            #expect(report.items.count == 2 && report.problems.isEmpty)
            #expect(try await office.rows() == before)
        }
    }

    @Test func `whoever may not write posts imports none`() async throws {
        try await Office.open { office in
            let report = try await importing(Self.good, in: office, by: "an")
            #expect(report.items.isEmpty && report.problems.map(\.line) == [2, 3])
            #expect(try await office.workspace.posts(PostFilter(), as: .program).isEmpty)
        }
    }

    @Test func `the same file again makes nothing twice`() async throws {
        try await Office.open { office in
            _ = try await importing(Self.good, in: office)
            let again = try await importing(Self.good, in: office, by: "hoa")
            #expect(again.items.isEmpty && again.problems.map(\.line) == [2, 3])
            #expect(try await office.workspace.posts(PostFilter(), as: .program).count == 2)
        }
    }
}
