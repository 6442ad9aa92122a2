import Foundation
import Testing

struct ReportsTests {
    private static let formats = [
        ("text", "Kết quả"), ("markdown", "# "), ("html", "<!doctype html>"), ("csv", "\u{FEFF}"), ("json", "{"),
    ]

    @Test(arguments: formats)
    func `a report comes in each of its formats, on standard output or in a file`(
        format: String, beginning: String
    ) async throws {
        let office = try await Office.open()
        let arguments = ["reports", "build", "--unit", Office.committee, "--period", "2026-H1", "--format", format]
        let printed = try await office.loa(arguments, as: Office.editor).succeeded()
        #expect(printed.output.unicodeScalars.starts(with: beginning.unicodeScalars), "\(printed)")
        #expect(printed.messages.isEmpty)

        let file = office.file("report")
        let written = try await office.loa(arguments + ["-o", file.path], as: Office.editor).succeeded()
        #expect(written.output.isEmpty)
        let text = try String(decoding: Data(contentsOf: file), as: UTF8.self)
        #expect(text.unicodeScalars.starts(with: beginning.unicodeScalars))
    }

    @Test func `a duty of a plan opens into what was counted for it, and one nobody knows is refused`() async throws {
        let office = try await Office.open()
        let build = ["reports", "build", "--unit", "bcd-138-huyen-chau-thanh-a", "--period", "2024"]
        let known = build + ["--duty", "chau-thanh-a-2024/d06"]
        let table = try await office.loa(known, as: Office.administrator).succeeded()
        #expect(table.output.contains("tại trường") && table.output.contains("cuộc"))
        let data = try await office.loa(known + ["--format", "json"], as: Office.administrator).succeeded()
        #expect(data.output.contains("\"posts\"") && data.output.contains("\"sessions\""))
        _ = try await office.loa(known + ["--format", "csv"], as: Office.administrator).refused(64)
        let unknown = build + ["--duty", "chau-thanh-a-2024/khong-co"]
        let answer = try await office.loa(unknown, as: Office.administrator).refused(64)
        #expect(answer.messages.contains("chau-thanh-a-2024/d01"))
    }

    @Test func `what a correction says otherwise is told, also where no number is another`() async throws {
        let office = try await Office.open()
        let report = ["--unit", Office.committee, "--period", "2026-06-01..2026-06-30"]
        let results = { (text: String) in ["reports", "narrative"] + report + ["--results", text] }
        try await office.loa(results("Đã treo mười pa nô."), as: Office.editor).succeeded()
        try await office.loa(["reports", "submit"] + report, as: Office.editor).succeeded()
        try await office.loa(results("Đã treo chín pa nô."), as: Office.editor).succeeded()
        let line = "Kết quả (phần lời): Đã treo mười pa nô. → Đã treo chín pa nô."
        let versions = try await office.loa(["reports", "versions"] + report, as: Office.editor).succeeded()
        #expect(versions.messages.contains(line), "\(versions)")
        try await office.loa(["reports", "submit"] + report + ["--reason", "Đếm lại"], as: Office.editor).succeeded()
        let show = ["reports", "show"] + report + ["--version", "2"]
        let shown = try await office.loa(show, as: Office.editor).succeeded()
        #expect(shown.messages.contains(line), "\(shown)")
        let data = try await office.loa(show + ["--json"], as: Office.editor).succeeded()
        #expect(data.output.contains("\"narrative\"") && data.output.contains("\"old\""))
    }

    @Test func `a file that cannot be written is refused with its path`() async throws {
        let office = try await Office.open()
        let path = office.file("khong-co/report.csv").path
        let answer = try await office.loa(
            "reports", "build", "--unit", Office.committee, "--period", "2026-H1", "-o", path, as: Office.editor
        ).refused(74)
        #expect(answer.messages.contains(path) && answer.messages.contains("chọn nơi khác"))
    }

    @Test func `a hyphen for a file is standard output`() async throws {
        let office = try await Office.open()
        let build = ["reports", "build", "--unit", Office.committee, "--period", "2026-H1", "--format", "csv"]
        let printed = try await office.loa(build, as: Office.editor).succeeded()
        let answer = try await office.loa(build + ["-o", "-"], as: Office.editor).succeeded()
        #expect(answer.output == printed.output && answer.messages.isEmpty)
    }
}
