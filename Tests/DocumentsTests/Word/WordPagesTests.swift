import Documents
import Foundation
import Testing

@Suite("The Word file as LibreOffice lays it out")
struct WordPagesTests {
    @Test("page numbers begin on page 2 of each part, the signature has text above it, and table headings come again")
    func pages() async throws {
        let pages = try await TemporaryFolder.with { folder in
            let file = folder.appending(path: "report.docx")
            try Data(SampleDocuments.report.word()).write(to: file)
            _ = try await ForeignProgram.output(
                of: "soffice",
                [
                    "-env:UserInstallation=\(folder.appending(path: "profile").absoluteString)", "--headless",
                    "--convert-to", "pdf", "--outdir", folder.path, file.path,
                ])
            let text = try await ForeignProgram.output(
                of: "pdftotext", ["-layout", folder.appending(path: "report.pdf").path, "-"])
            return text.split(separator: "\u{0C}").map { page in
                page.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }
            }
        }
        try #require(pages.count == 5)
        #expect(pages.map(\.first) == [pages[0][0], "2", "Phụ lục", "2", "3"])
        #expect(pages[0][0].contains("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"))
        #expect(pages[1].contains { $0.contains("Nơi nhận:") && $0.contains("TM. BAN CHỈ ĐẠO") })
        #expect(pages[1][1] == "II. KHÓ KHĂN, KIẾN NGHỊ")
        for page in pages[2...] { #expect(page.contains { $0.hasPrefix("TT") && $0.contains("Đơn vị") }) }
        // The name of the country fits on its line.
        #expect(!pages[0].contains("NAM"))
    }
}
