import Operations
import Outreach

/// What one number of a report is made of: by member, form, audience, channel, campaign, and how it was found.
struct ReportPartsPages: RouteGroup {
    var routes: [Route] { [.get("/reports/parts", .holding(.view)) { .page(try await parts($0)) }] }

    private func parts(_ visit: Visit) async throws -> Page {
        let question = try await ReportQuestion(visit)
        let (subject, period) = try question.required()
        let report = try await visit.workspace.report(on: subject, period: period, as: try visit.caller)
        guard let id = visit.query["indicator"].flatMap(Slug.init), let line = report.line(id) else {
            throw WebError.noPage
        }
        let title = visit.t(line.indicator.name)
        let query = "\(question.query)&indicator=\(id)"
        return Page(
            title, in: .reports,
            main: """
                \(visit.heading(
                    title, HTML(text: "\(visit.t(report.subject.name)) · \(visit.t(report.period.name))"),
                    actions: visit.link(visit.t("Về báo cáo", "Back to the report"), "/reports?\(question.query)", css: "button")))
                <div class="figures">\(visit.figure(visit.formats.number(line.value), visit.t(line.indicator.unit), path: "/reports/rows?\(query)"))\
                \(visit.figure(visit.formats.number(line.before), visit.t("cùng kỳ năm trước", "period before"), path: (line.before ?? 0) > 0 ? "/reports/rows?\(query)&part=before" : nil))\
                \(visit.figure(visit.formats.number(line.cumulative), visit.t("lũy kế từ đầu năm", "cumulative"), path: (line.cumulative ?? 0) > 0 ? "/reports/rows?\(query)&part=cumulative" : nil))\
                \(line.inPriorityAreas.html { visit.figure(visit.formats.number($0), visit.t("tại địa bàn ưu tiên", "in priority areas"), path: $0 > 0 ? "/reports/rows?\(query)&part=priority" : nil) })</div>
                \(line.indicator.note.html { "<p class=\"hint\">\(visit.t($0))</p>" })
                \(line.indicator.source.html { "<p class=\"hint\">\(visit.t("Nguồn định nghĩa", "Defined by")): \($0)</p>" })
                \(table(visit.t("Theo đơn vị", "By unit"), line.members, line, visit) { "/reports/rows?\(query)&part=member:\($0)" })
                \(ReportDimension.allCases.html { dimension in
                    table(visit.t("Theo ", "By ") + visit.t(dimension.words), line.parts[dimension] ?? [], line, visit) {
                        "/reports/rows?\(query)&part=\(dimension.rawValue):\(LocalPath.encoded($0))"
                    }
                })
                """)
    }

    private func table(
        _ title: String, _ parts: [ReportPart], _ line: ReportLine, _ visit: Visit, path: (String) -> String
    ) -> HTML {
        guard !parts.isEmpty else { return .empty }
        return TableView(
            title,
            [.init(name: title), .init(name: visit.t(line.indicator.unit), isNumber: true)], isCaptionShown: true,
            rows: parts.map { part in
                let value = visit.formats.number(part.value)
                return [
                    HTML(text: visit.t(part.name)),
                    (part.value ?? 0) == 0 ? HTML(text: value) : visit.link(value, path(part.id)),
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
