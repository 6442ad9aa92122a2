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
        let version = try await submit(committee, period, workspace, people)
        let files = try await write(committee, period, version, workspace, people)
        let counted = report.value(of: "posts-social") + report.value(of: "posts-portal")
        let counts = [automatic, receiver.ledger.effects, counted]
        let audit = try await workspace.verifyAudit()
        console.say(
            "\nNhật ký kiểm toán: \(audit.entries) dòng, \(audit.brokenAt == nil ? "nguyên vẹn" : "BỊ SỬA").",
            "\nAudit log: \(audit.entries.of("entry", "entries")), \(audit.brokenAt == nil ? "whole" : "CHANGED").")
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
            subject: report.subject, span: report.span, members: [],
            lines: lines.map { line in
                ReportLine(
                    indicator: line.indicator, value: line.value, target: line.target, pace: line.pace,
                    whole: line.whole)
            }, comparison: report.comparison, partly: report.partly, builtAt: report.builtAt)
        return ReportTable(shown, language: console.language).text(maximumWidth: Console.terminalWidth)
    }

    /// The clerk writes the words, sets the head of the paper and hands the report in: frozen, with its hash.
    private func submit(
        _ committee: Slug, _ period: String, _ workspace: Workspace, _ people: DemoPeople
    ) async throws -> Int {
        var head = try await workspace.reportHead(of: committee, as: people.clerk)
        head.addressees = ["Ban Chỉ đạo 138 thành phố Cần Thơ"]
        head.recipients = ["Thường trực Đảng ủy, HĐND, UBND xã", "Thành viên Ban Chỉ đạo 138 xã"]
        try await workspace.setReportHead(head, of: committee, as: people.clerk, mode: .perform)
        _ = try await workspace.writeNarrative(
            ReportNarrative(
                results:
                    "Các đơn vị thành viên triển khai Tháng hành động vì trẻ em trên trang mạng xã hội, chuyên mục, "
                    + "loa truyền thanh và tại trường học.\n- Mỗi tuần đều có tin, bài nêu Tổng đài 111;\n"
                    + "- Buổi tuyên truyền dùng bộ tài liệu đã duyệt, ghi nhận ngay tại chỗ.",
                difficulties: "Một số điểm trường xa trung tâm chưa có loa và máy chiếu.",
                proposals: "Đề nghị cấp trên hỗ trợ tài liệu in cho các điểm trường xa."),
            on: committee, period: period, as: people.clerk, mode: .perform)
        let dossier = try await workspace.reportDossier(on: committee, period: period, as: people.clerk)
        let version = try await workspace.submitReport(
            on: committee, period: period, seeing: dossier.hash, withoutMembers: true, as: people.clerk, mode: .perform)
        tell(
            "", "", "Thư ký viết phần lời và nộp: bản \(version.number), chốt với mã băm \(version.hash.short).",
            "The clerk writes the words and submits: version \(version.number), frozen as \(version.hash.short).")
        return version.number
    }

    private func write(
        _ committee: Slug, _ period: String, _ version: Int, _ workspace: Workspace, _ people: DemoPeople
    ) async throws -> [URL] {
        let hasPDF = await workspace.printsPDF()
        var files: [URL] = []
        for format in ReportFormat.allCases where format != .pdf || hasPDF {
            let report = try await workspace.reportFile(
                format, of: version, on: committee, period: period, language: console.language, as: people.clerk)
            let file = folder.appending(path: "report.\(format.rawValue)")
            try Files.write(report.bytes, to: file.path)
            files.append(file)
        }
        return files
    }
}

extension Report {
    fileprivate func value(of indicator: String) -> Int {
        lines.first { $0.indicator.id.description == indicator }?.value ?? 0
    }
}
