import Documents
import Foundation
import Outreach
import Testing

@Suite("A poster on one A4 page")
struct PosterSheetTests {
    private let link = "https://loa.example.vn/go/abc123"

    private func sheet(_ text: String) -> PosterSheet {
        PosterSheet(
            title: "Ba số 1", text: text, issuer: "Trung tâm Văn hóa xã Thạnh Xuân", link: link, language: .vietnamese)
    }

    @Test("its code leads to the link, as a reader of codes sees it on the printed page")
    func code() async throws {
        let svg = try sheet("111\nBA SỐ 1, MỘT VÒNG TAY\n\nGọi 111 (miễn phí, 24/24)").svg()
        #expect(svg.contains("Trung tâm Văn hóa xã Thạnh Xuân") && svg.contains("width=\"210mm\""))
        let read = try await TemporaryFolder.with { folder in
            let (drawing, picture) = (folder.appending(path: "a.svg"), folder.appending(path: "a.png"))
            try Data(svg.utf8).write(to: drawing)
            _ = try await ForeignProgram.output(
                of: "rsvg-convert", ["--dpi-x=150", "--dpi-y=150", "-o", picture.path, drawing.path])
            return try await ForeignProgram.output(of: "zbarimg", ["--quiet", "--raw", picture.path])
        }
        #expect(read.trimmingCharacters(in: .whitespacesAndNewlines) == link)
    }

    @Test("long words are set smaller, and none of them runs off the page", arguments: [5, 25, 35])
    func fits(lines: Int) throws {
        let text = (1...lines).map { "Dòng \($0): trẻ em được lắng nghe và bảo vệ ở mọi nơi" }.joined(separator: "\n")
        let svg = try sheet(text).svg()
        let heights = svg.matches(of: /<text x="105" y="([0-9.]+)"/).compactMap { Double(String($0.1)) }
        #expect(heights.count >= lines && heights.allSatisfy { $0 < 230 })
    }

    @Test("words too long for a page are refused, and it is said how many lines fit")
    func tooLong() throws {
        let text = (1...120).map { "Dòng \($0): trẻ em được lắng nghe" }.joined(separator: "\n")
        let error = #expect(throws: PosterSheetError.self) { try sheet(text).svg() }
        guard case .tooLong(120, let fitting)? = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        let fit = (1...fitting).map { "Dòng \($0): trẻ em được lắng nghe" }.joined(separator: "\n")
        #expect(throws: Never.self) { try sheet(fit).svg() }
    }
}
