import Foundation
import Testing

struct ContentImportTests {
    private struct Imported: Decodable {
        let effects: [String: [String: Int]]
        let toApprove: [String]
        let problems: [Problem]

        func count(_ effect: String) -> Int { effects.values.reduce(0) { $0 + ($1[effect] ?? 0) } }
    }

    private struct Problem: Decodable {
        let file: String
        let line: Int?
        let reason: String
    }

    @Test func `importing the same files again changes nothing`() async throws {
        let office = try await Office.open()
        let before = try await office.loa("content", "list", "--json", "--limit", "500").succeeded().output
        let imported: Imported = try await office.loa("content", "import", "--json", as: Office.administrator)
            .succeeded().decoded()
        #expect(imported.count("added") == 0)
        #expect(imported.count("changed") == 0)
        #expect(imported.count("unchanged") > 200)
        #expect(imported.toApprove.isEmpty)
        #expect(try await office.loa("content", "list", "--json", "--limit", "500").succeeded().output == before)
    }

    @Test func `a broken file is named with its line, and the others are imported`() async throws {
        let office = try await Office.new()
        let path = "Content/materials/radio-script/thay-la-bao.md"
        try office.replace("summary:", with: "sumary:", in: path)
        let answer = try await office.loa("content", "import", "--json").refused(65)
        let imported: Imported = try answer.decoded()
        #expect(imported.problems.contains { $0.file == path && $0.line == 3 && $0.reason.contains("sumary") })
        #expect(imported.problems.allSatisfy { $0.file == path })
        #expect(answer.messages.contains("\(path):3"))
        #expect(imported.count("added") > 200)
        try await office.loa("content", "show", "thay-la-bao").refused(64)
        try await office.loa("content", "show", "chao-thang-hanh-dong").succeeded()
        let checked = try await office.loa("content", "check").refused(65)
        #expect(checked.output.contains("\(path):3"))
    }

    @Test func `a file that breaks later leaves its approved revision in use`() async throws {
        let office = try await Office.open()
        try office.write(Data([0xFF, 0xFE, 0x00]), to: "Content/materials/radio-script/thay-la-bao.md")
        let answer = try await office.loa("content", "import", as: Office.administrator).refused(65)
        #expect(answer.messages.contains("thay-la-bao.md"))
        let shown = try await office.loa("content", "show", "thay-la-bao").succeeded()
        #expect(shown.output.contains("Thấy lo là báo"))
    }

    @Test func `nobody approves materials without the right`() async throws {
        let office = try await Office.open()
        try office.replace("summary: ", with: "summary: Mới. ", in: "Content/materials/radio-script/thay-la-bao.md")
        try await office.loa("content", "import", as: Office.administrator).succeeded()
        try await office.loa("content", "approve", "thay-la-bao", as: Office.editor).refused(1)
        try await office.loa("content", "approve", "thay-la-bao", as: Office.approver).succeeded()
    }
}
