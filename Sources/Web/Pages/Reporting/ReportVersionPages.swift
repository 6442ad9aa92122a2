import Documents
import Operations
import Outreach

/// A version of a report as it was submitted.
struct ReportVersionPages: RouteGroup {
    var routes: [Route] { [.get("/reports/version", .holding(.view)) { .page(try await version($0)) }] }

    private func version(_ visit: Visit) async throws -> Page {
        let question = try await ReportQuestion(visit)
        let (subject, period) = try question.required()
        guard let number = visit.query["version"].flatMap({ Int($0) }) else { throw WebError.noPage }
        let caller = try visit.caller
        let found = try await visit.workspace.reportVersion(number, on: subject, period: period, as: caller)
        var difference: HTML = .empty
        if number > 1 {
            let before = try await visit.workspace.reportVersion(number - 1, on: subject, period: period, as: caller)
            difference =
                DifferenceTable(
                    visit: visit, differences: found.content.difference(to: before.content)
                ).html
        }
        let report = found.content.report
        let title = visit.t("Bản \(number) đã nộp", "Version \(number) as submitted")
        return Page(
            title, in: .reports,
            main: """
                \(visit.heading(
                    "\(title): \(visit.t(report.subject.name))", HTML(text: visit.t(report.period.name)),
                    actions: visit.link(visit.t("Về báo cáo", "Back to the report"), "/reports?\(question.query)", css: "button")))
                <section class="card"><dl class="facts">
                <dt>\(visit.t("Nộp lúc", "Submitted"))</dt><dd>\(visit.formats.stamp(found.version.submittedAt)) · \(found.version.submittedBy)</dd>
                <dt>\(visit.t("Mã băm", "Hash"))</dt><dd><code class="hash">\(found.version.hash.description)</code> \
                \(found.isIntact ? visit.badge(visit.t("nguyên vẹn", "whole"), .ok) : visit.badge(visit.t("đã bị sửa", "changed"), .bad))</dd>
                \(found.content.missing.html { missing in
                    "<dt>\(visit.t("Chưa có báo cáo của", "Without the reports of"))</dt><dd>\(missing.map { visit.t($0.name) }.joined(separator: "; "))</dd>"
                })
                \(found.content.countedAnew.html { members in
                    "<dt>\(visit.t("Số liệu đã thay đổi sau bản đã nộp của", "Counted anew since their reports"))</dt><dd>\(members.map { visit.t($0.name) }.joined(separator: "; "))</dd>"
                })
                \(found.version.reason.html { "<dt>\(visit.t("Lý do đính chính", "Why it was corrected"))</dt><dd>\($0)</dd>" })
                </dl>\(await visit.reportDownloads("\(question.query)&version=\(number)"))</section>
                \(difference)\(table(found.content, "\(question.query)&version=\(number)", visit))\(remarks(report, visit))\(narrative(found.content.narrative, visit))
                """)
    }

    /// - Parameter query: names the version, for links to the rows kept with it.
    private func table(_ content: ReportContent, _ query: String, _ visit: Visit) -> HTML {
        TableView(
            visit.t("Số liệu đã chốt", "The frozen numbers"),
            [
                .init(name: visit.t("Chỉ tiêu thống kê", "Indicator")),
                .init(name: visit.t("Kỳ này", "This period"), isNumber: true),
                .init(name: visit.t("Cùng kỳ năm trước", "Period before"), isNumber: true),
                .init(name: visit.t("Lũy kế", "Cumulative"), isNumber: true, isMinor: true),
                .init(name: visit.t("Chỉ tiêu", "Target"), isNumber: true, isMinor: true),
            ],
            rows: content.report.lines.map { line in
                [
                    visit.link(
                        visit.t(line.indicator.name), "/reports/parts?\(query)&indicator=\(line.indicator.id)"),
                    number(line.value, .everything, of: line, in: content, query, visit),
                    number(line.before, .before, of: line, in: content, query, visit),
                    number(line.cumulative, .cumulative, of: line, in: content, query, visit),
                    HTML(text: visit.target(line.target)),
                ]
            }
        ).html
    }

    /// Leads to the rows the version was submitted with, where it kept them.
    private func number(
        _ value: Int?, _ slice: ReportSlice, of line: ReportLine, in content: ReportContent, _ query: String,
        _ visit: Visit
    ) -> HTML {
        let written = visit.formats.number(value)
        guard (value ?? 0) > 0, content.opens(slice, of: line) else { return HTML(text: written) }
        let part = slice == .everything ? "" : "&part=\(slice)"
        return visit.link(written, "/reports/rows?\(query)&indicator=\(line.indicator.id)\(part)")
    }

    private func remarks(_ report: Report, _ visit: Visit) -> HTML {
        report.remarks.html { "<p class=\"hint\">\(visit.t($0))</p>" }
    }

    private func narrative(_ narrative: ReportNarrative, _ visit: Visit) -> HTML {
        narrative.sections.filter { !$0.text.isEmpty }.html { part in
            "<h2>\(visit.t(part.name))</h2>\(part.text.split(separator: "\n").map(String.init).html { "<p>\($0)</p>" })"
        }
    }
}
