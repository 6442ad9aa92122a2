import ArgumentParser
import Documents
import Foundation
import Operations
import Outreach

/// How an export of the audit log is written.
enum AuditFormat: String, ExpressibleByArgument, CaseIterable {
    /// One JSON object a line, hashes and all: enough to check the chain by another program.
    case jsonl
    /// For a spreadsheet.
    case csv
}

struct AuditExport: LoaCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: say("Xuất toàn bộ nhật ký, cũ nhất trước.", "Write the whole log, oldest first."))

    @OptionGroup var common: CommonOptions

    @Option(help: ArgumentHelp(say("jsonl hoặc csv.", "jsonl or csv.")))
    var format = AuditFormat.jsonl

    func run(in context: Context) async throws {
        let (console, format) = (context.console, format)
        let writing = AuditWriting(zone: context.workspace.zone)
        if format == .csv { console.write(writing.heading) }
        let end = try await context.workspace.exportAudit(as: context.caller()) { entry in
            console.write(format == .csv ? writing.row(entry) : writing.object(entry))
        }
        console.say(
            "Đã xuất \(end?.sequence ?? 0) dòng. Chỗ cuối: \(end?.description ?? "—")",
            "Wrote \(end?.sequence ?? 0) entries. The end: \(end?.description ?? "—")")
    }
}

/// The entries as bytes, line ends and all.
private struct AuditWriting: Sendable {
    let zone: Zone
    private let table = DelimitedTextWriter()

    init(zone: Zone) { self.zone = zone }

    var heading: [UInt8] { table.opening + table.line(AuditTable.heading.map(Cell.text)) }

    func row(_ entry: AuditEntry) -> [UInt8] { table.line(AuditTable.row(entry, zone: zone)) }

    func object(_ entry: AuditEntry) -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return Array((try? encoder.encode(entry)) ?? Data()) + [UInt8(ascii: "\n")]
    }
}
