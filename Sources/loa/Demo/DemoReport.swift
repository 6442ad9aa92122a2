import Documents
import Foundation
import Operations
import Outreach
import Web

/// The last stage of the demo: the committee's counts, reconciled with what really happened.
extension DemoStory {
    func report(_ workspace: Workspace, _ people: DemoPeople, automatic: Int, turns: Int) async throws {
        let committee = try slug("bcd-138-thanh-xuan")
        // The half-year holds the whole campaign; its first posts go out at the end of May.
        let period = "\(clock.year)-H1"
        for (indicator, value) in [("sessions-held", "4"), ("turns-attended", "1000"), ("items-published", "")] {
            _ = try await workspace.registerTarget(
                value, indicator: try slug(indicator), unit: committee, period: period, as: people.editor,
                mode: .perform)
        }
        let report = try await workspace.report(on: committee, period: period, as: people.clerk)
        tell(
            "Báo cáo", "Report", "\(report.period.name.vi) của \(report.subject.name.vi):",
            "\(report.period.name.en) of \(report.subject.name.en):")
        console.write(highlights(of: report))
        let files = try write(report)
        let counted = report.value(of: "posts-social") + report.value(of: "posts-portal")
        let counts = [automatic, receiver.ledger.effects, counted]
        let audit = try await workspace.verifyAudit()
        console.say(
            "\nNhật ký kiểm toán: \(audit.entries) dòng, \(audit.brokenAt == nil ? "nguyên vẹn" : "BỊ SỬA").",
            "\nAudit log: \(audit.entries) entries, \(audit.brokenAt == nil ? "whole" : "CHANGED").")
        for file in files { console.write(file.path) }
        let isReconciled = Set(counts).count == 1 && report.value(of: "turns-attended") == turns
        console.write(
            Message(
                vi: "Đối chiếu: Loa đăng \(counts[0]) = máy nhận ghi \(counts[1]) = báo cáo đếm \(counts[2]); "
                    + "\(report.value(of: "sessions-held")) buổi, \(report.value(of: "turns-attended")) lượt.",
                en: "Reconciled: Loa posted \(counts[0]) = receiver logged \(counts[1]) = report counts \(counts[2]); "
                    + "\(report.value(of: "sessions-held")) sessions, \(report.value(of: "turns-attended")) turns.")(
                    console.language))
        guard isReconciled, audit.brokenAt == nil else { throw CommandError.checkFailed }
    }

    /// The lines of the report that say something; the files have them all.
    private func highlights(of report: Report) -> String {
        let lines = report.lines.filter { ($0.value ?? 0) > 0 || $0.target != nil }
        let shown = Report(
            subject: report.subject, period: report.period, members: [], lines: lines, builtAt: report.builtAt)
        return ReportTable(shown, language: console.language).text(maximumWidth: Console.terminalWidth)
    }

    private func write(_ report: Report) throws -> [URL] {
        let table = ReportTable(report, language: console.language)
        let contents: [(String, [UInt8])] = [
            ("report.html", Array(table.html.utf8)), ("report.md", Array(table.markdown.utf8)),
            ("report.csv", table.csv),
            ("report.json", Array(try ReportJSON(report).text.utf8)),
        ]
        return try contents.map { name, bytes in
            let file = folder.appending(path: name)
            try Files.write(bytes, to: file.path)
            return file
        }
    }
}

extension Report {
    fileprivate func value(of indicator: String) -> Int {
        lines.first { $0.indicator.id.description == indicator }?.value ?? 0
    }
}
