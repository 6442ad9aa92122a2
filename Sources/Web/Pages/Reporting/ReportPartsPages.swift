import Operations
import Outreach

/// What one number of a report is made of: by member, form, audience, channel, campaign, and how it was found.
struct ReportPartsPages: RouteGroup {
    var routes: [Route] { [.get("/reports/parts", .holding(.view)) { .page(try await parts($0)) }] }

    private func parts(_ visit: Visit) async throws -> Page {
        let question = try await ReportQuestion(visit)
        let (subject, period) = try question.required()
        guard let id = visit.query["indicator"].flatMap(Slug.init) else { throw WebError.noPage }
        let (report, opens) = try await asked(subject, period, id, visit)
        guard let line = report.line(id) else { throw WebError.noPage }
        let title = visit.t(line.indicator.name)
        let version = try visit.reportVersion
        let ofVersion = version.map { "&version=\($0)" } ?? ""
        let rows = { (value: Int?, slice: ReportSlice) -> String? in
            guard (value ?? 0) > 0, opens(slice) else { return nil }
            let words = slice.description.split(separator: ":", maxSplits: 1).map { LocalPath.encoded(String($0)) }
            let part = slice == .everything ? "" : "&part=\(words.joined(separator: ":"))"
            return "/reports/rows?\(question.query)\(ofVersion)&indicator=\(id)\(part)"
        }
        let of = version.map { visit.t(" · bản \($0) đã nộp", " · version \($0) as submitted") } ?? ""
        return Page(
            title, in: .reports,
            main: """
                \(visit.heading(
                    title, HTML(text: "\(visit.t(report.subject.name)) · \(visit.t(report.period.name))\(of)"),
                    actions: visit.link(visit.t("Về báo cáo", "Back to the report"), "/reports\(version == nil ? "" : "/version")?\(question.query)\(ofVersion)", css: "button")))
                <div class="figures">\(visit.figure(visit.formats.number(line.value), visit.t(line.indicator.unit), path: rows(line.value, .everything)))\
                \(visit.figure(visit.formats.number(line.before), visit.t("cùng kỳ năm trước", "period before"), path: rows(line.before, .before)))\
                \(visit.figure(visit.formats.number(line.cumulative), visit.t("lũy kế từ đầu năm", "cumulative"), path: rows(line.cumulative, .cumulative)))\
                \(line.inPriorityAreas.html { visit.figure(visit.formats.number($0), visit.t("tại địa bàn ưu tiên", "in priority areas"), path: rows($0, .priority)) })</div>
                \(line.indicator.note.html { "<p class=\"hint\">\(visit.t($0))</p>" })
                \(line.indicator.source.html { "<p class=\"hint\">\(visit.t("Nguồn định nghĩa", "Defined by")): \($0)</p>" })
                \(table(visit.t("Theo đơn vị", "By unit"), line.members, line, visit) { part in
                    Slug(part.id).flatMap { rows(part.value, .member($0)) }
                })
                \(ReportDimension.allCases.html { dimension in
                    table(visit.t("Theo ", "By ") + visit.t(dimension.words), line.parts[dimension] ?? [], line, visit) { part in
                        rows(part.value, .part(dimension, part.id))
                    }
                })
                """)
    }

    /// The report as it is now, all of whose numbers open, or a version of it, whose numbers open where their rows are kept.
    private func asked(
        _ subject: Slug, _ period: String, _ id: Slug, _ visit: Visit
    ) async throws -> (report: Report, opens: (ReportSlice) -> Bool) {
        let (workspace, caller) = (visit.workspace, try visit.caller)
        guard let number = try visit.reportVersion else {
            return (try await workspace.report(on: subject, period: period, as: caller), { _ in true })
        }
        let content = try await workspace.reportVersion(number, on: subject, period: period, as: caller).content
        guard let line = content.report.line(id), content.opens(.everything, of: line) else {
            return (content.report, { _ in false })
        }
        if line.indicator.isToldApartByUnit { return (content.report, { content.opens($0, of: line) }) }
        let kept = try await workspace.reportRows(
            on: subject, period: period, indicator: id, version: number, as: caller
        ).rows
        return (content.report, { content.keptRows(behind: line, $0, of: kept) != nil })
    }

    /// - Parameter path: leads to the rows of a part; nil where nothing does.
    private func table(
        _ title: String, _ parts: [ReportPart], _ line: ReportLine, _ visit: Visit, path: (ReportPart) -> String?
    ) -> HTML {
        guard !parts.isEmpty else { return .empty }
        return TableView(
            title,
            [.init(name: title), .init(name: visit.t(line.indicator.unit), isNumber: true)], isCaptionShown: true,
            rows: parts.map { part in
                let value = visit.formats.number(part.value)
                return [
                    HTML(text: visit.t(part.name)),
                    path(part).map { visit.link(value, $0) } ?? HTML(text: value),
                ]
            }
        ).html
    }
}

extension Visit {
    /// Which part of a number is asked for: `member:doan-thanh-xuan`, `channel:facebook-vh`.
    var reportSlice: ReportSlice {
        get throws(WebError) {
            guard let asked = query["part"] else { return .everything }
            guard let slice = ReportSlice(asked) else { throw .noPage }
            return slice
        }
    }
}
