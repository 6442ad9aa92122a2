import ArgumentParser
import Documents
import Operations
import Outreach

struct SessionsImport: ChangeCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: say(
            "Nhập các buổi từ CSV, Excel hoặc tệp JSON điện thoại xuất ra; sai một dòng thì không nhập dòng nào.",
            "Import sessions from CSV, Excel or a JSON file saved on a phone; one wrong row, and none is imported."))

    @OptionGroup var common: CommonOptions
    @OptionGroup var change: ChangeOptions
    @OptionGroup var output: OutputOptions

    @Argument(
        help: ArgumentHelp(
            say(
                "Tệp CSV, .xlsx hoặc .json, hoặc - để đọc từ đầu vào.",
                "CSV, .xlsx or .json file, or - for standard input."),
            valueName: "file"))
    var file: String

    @Option(help: ArgumentHelp(say("Đơn vị tổ chức.", "The unit.")))
    var unit: Slug

    @Option(
        help: ArgumentHelp(
            say(
                "Tệp nói cột nào là gì, mỗi dòng “Tiêu đề: trường”; được nhớ cho đơn vị. Trường: \(SessionsImport.fields).",
                "File that says what columns are, a line “Heading: field” each; kept for the unit. Fields: \(SessionsImport.fields)."
            ),
            valueName: "file"))
    var map: String?

    @Option(
        help: ArgumentHelp(
            say(
                "Trang nào của tệp Excel (mặc định: trang hợp nhất).",
                "Which sheet of an Excel file (default: the best).")))
    var sheet: String?

    private static let fields =
        (SessionField.names + ["turns:AUDIENCE", "female:AUDIENCE", "male:AUDIENCE", "handout:MATERIAL", "cost:1000"])
        .joined(separator: ", ")

    func run(in context: Context) async throws {
        let mapping = try map.map { try SessionMapping(file: String(decoding: Files.read($0), as: UTF8.self)) }
        let report = try await context.workspace.importSessions(
            Files.read(file), sheet: sheet, unit: unit, mapping: mapping ?? SessionMapping(), as: context.caller(),
            mode: change.mode)
        let console = context.console
        if output.json {
            try console.json(SessionImportJSON(report, file: file, isTrial: change.dryRun, console.language))
        }
        try tell(report, on: console)
    }

    private func tell(_ report: SessionImportReport, on console: Console) throws {
        if let format = report.format { console.say(format.description) }
        if let refused = report.refused {
            console.say(refused.reason)
            throw CommandError.someDataWrong
        }
        for mistake in report.errors.prefix(100) { console.say(mistake.message(file: file)) }
        guard report.errors.isEmpty else {
            console.say(
                "\(report.errors.count) chỗ sai; không nhập gì. Sửa tệp rồi chạy lại.",
                "\(report.errors.count.of("mistake", "mistakes")); nothing was imported. Mend the file and run it again."
            )
            throw CommandError.someDataWrong
        }
        if !output.json, !report.columns.isEmpty { preview(report, console) }
        for remark in report.remarks { console.say(remark) }
        for total in report.wrongTotals {
            console.say(
                "Dòng \(total.row): “\(total.column)” ghi tổng \(total.stated), cộng các dòng được \(total.sum).",
                "Line \(total.row): “\(total.column)” gives a total of \(total.stated); its rows add up to \(total.sum)."
            )
        }
        for row in report.rows {
            if let turns = report.alike[row] { console.say(SessionImportReport.alike(row, turns)) }
        }
        for duplicate in report.duplicates.prefix(50) { console.say(duplicate.message) }
        console.say(
            "Đã nhập \(report.sessions.count) buổi, \(console.number(report.turns)) lượt; "
                + "bỏ qua \(report.duplicates.count) dòng đã có.",
            "Imported \(report.sessions.count.of("session", "sessions")), \(console.number(report.turns)) turns; "
                + "\(report.duplicates.count.of("row was", "rows were")) there already.")
    }

    private func preview(_ report: SessionImportReport, _ console: Console) {
        console.table(
            [
                Message(vi: "Cột", en: "Column"), Message(vi: "Hiểu là", en: "Taken for"),
                Message(vi: "Cộng", en: "Sum"),
            ],
            report.columns.map { column in
                let sum = report.totals.first { $0.column == column.heading && column.field?.isAmount ?? false }?.sum
                let field = column.field?.words ?? Message(vi: "không rõ, bỏ qua", en: "unknown, left out")
                return [.text(column.heading), .text(field(console.language)), sum.map { .integer($0) } ?? .empty]
            })
    }
}

extension SessionImportReport {
    /// A new row that may be a session counted otherwise.
    static func alike(_ row: Int, _ turns: Int) -> Message {
        Message(
            vi:
                "Dòng \(row) được nhập, nhưng cùng ngày, cùng nơi đã có một buổi \(turns) lượt; nếu là một thì rút "
                + "bớt buổi thừa.",
            en:
                "Line \(row) counts, but there is a session of \(turns) turns for that day and place already; if they are "
                + "one, withdraw one of them.")
    }
}

extension DuplicateRow {
    private var moment: String { "\(session.day.written), \(session.place)" }

    /// Which row repeats what.
    var message: Message {
        switch original {
        case .row(let line):
            Message(
                vi: "Dòng \(row) lặp lại dòng \(line): \(session.day.written), \(session.place). Bỏ qua.",
                en: "Line \(row) repeats line \(line): \(session.day.written), \(session.place). Left out.")
        case .session(let id):
            Message(
                vi: "Dòng \(row) đã có (buổi \(id.short)): \(moment). Bỏ qua; nếu là buổi khác thì ghi riêng bằng "
                    + "“loa sessions log”.",
                en:
                    "Line \(row) is there already (session \(id.short)): \(moment). Left out; if it is another one, log "
                    + "it with “loa sessions log”.")
        case .withdrawn(let id):
            Message(
                vi: "Dòng \(row) là buổi đã bị rút (\(id.short)): \(moment). Bỏ qua; muốn tính lại thì ghi mới bằng "
                    + "“loa sessions log” (lý do rút: “loa sessions show \(id.short)”).",
                en:
                    "Line \(row) is a session that was withdrawn (\(id.short)): \(moment). Left out; to count it, log it "
                    + "anew with “loa sessions log” (why: “loa sessions show \(id.short)”).")
        case .heldTogether(let id, let owner):
            Message(
                vi:
                    "Dòng \(row) là buổi tổ chức chung mà \(owner) đã ghi (\(id.short)): \(moment). Bỏ qua: buổi chung chỉ "
                    + "tính một lần, cho đơn vị đã ghi.",
                en:
                    "Line \(row) was held together with \(owner), which logged it (\(id.short)): \(moment). Left out: it "
                    + "counts once, for the unit that logged it.")
        }
    }
}
