import Documents
import Operations
import Outreach

/// The rows behind one number of a report; they add up to it.
struct ReportRowsPages: RouteGroup {
    var routes: [Route] {
        [
            .get("/reports/rows", .holding(.view)) { .page(try await rows($0)) },
            .get("/reports/rows.csv", .holding(.view), file),
            .get("/reports/duty", .holding(.view)) { .page(try await duty($0)) },
        ]
    }

    private static let shown = 500

    private func rows(_ visit: Visit) async throws -> Page {
        let question = try await ReportQuestion(visit)
        let (subject, period) = try question.required()
        let (indicator, rows) = try await found(visit, subject, period)
        let tree = try await visit.workspace.unitTree()
        let title = visit.t(indicator.name)
        let total = rows.reduce(0) { $0 + $1.value }
        let part = visit.query["part"].map { "&part=\(LocalPath.encoded($0))" } ?? ""
        let version = try visit.reportVersion.map { "&version=\($0)" } ?? ""
        let below = try summary(rows.count, total, visit)
        return Page(
            title, in: .reports,
            main: """
                \(visit.heading(
                    title, HTML(text: below),
                    actions: """
                        \(visit.link(visit.t("Về báo cáo", "Back to the report"), "/reports\(version.isEmpty ? "" : "/version")?\(question.query)\(version)", css: "button"))\
                        \(visit.link("CSV", "/reports/rows.csv?\(question.query)&indicator=\(indicator.id)\(part)\(version)", css: "button"))
                        """))
                \(table(rows.prefix(ReportRowsPages.shown), indicator, visit, tree))
                \(rows.count > ReportRowsPages.shown ? visit.notice(.info, HTML(text: visit.t(
                    "Hiện \(ReportRowsPages.shown) dòng đầu; tệp CSV có đủ.",
                    "The first \(ReportRowsPages.shown) rows are shown; the CSV file has them all."))) : .empty)
                """)
    }

    private func summary(_ count: Int, _ total: Int, _ visit: Visit) throws -> String {
        let (rows, sum) = (visit.formats.number(count), visit.formats.number(total))
        let ofVersion = try visit.reportVersion.map {
            visit.t(" Các dòng giữ cùng bản \($0) đã nộp.", " The rows kept with version \($0) as submitted.")
        }
        return visit.t("\(rows) dòng, cộng lại \(sum).", "\(rows) rows, together \(sum).") + (ofVersion ?? "")
    }

    /// The posts and the sessions that were counted for a duty of a plan.
    private func duty(_ visit: Visit) async throws -> Page {
        let question = try await ReportQuestion(visit)
        let (subject, period) = try question.required()
        guard let reference = visit.query["duty"].flatMap(DutyReference.init) else { throw WebError.noPage }
        let found = try await visit.workspace.dutyRows(
            reference, on: subject, period: period, as: try visit.caller)
        let tree = try await visit.workspace.unitTree()
        let kinds = [(found.duty.posts, found.posts), (found.duty.sessions, found.sessions)]
        return Page(
            visit.t(found.duty.task), in: .reports,
            main: """
                \(visit.heading(
                    visit.t(found.duty.task), HTML(text: visit.t("Nhiệm vụ của kế hoạch", "Duty of the plan")),
                    actions: visit.link(visit.t("Về báo cáo", "Back to the report"), "/reports?\(question.query)", css: "button")))
                \(kinds.html { indicator, rows in
                    indicator.html { indicator in
                        """
                        <h2>\(visit.t(indicator.unit)): \(visit.formats.number(rows.count))</h2>
                        \(rows.isEmpty ? .empty : table(rows.prefix(ReportRowsPages.shown), indicator, visit, tree))
                        """
                    }
                })
                """)
    }

    private func table(
        _ rows: ArraySlice<IndicatorRow>, _ indicator: Indicator, _ visit: Visit, _ tree: UnitTree
    ) -> HTML {
        TableView(
            visit.t(indicator.name),
            [
                .init(name: visit.t("Ngày", "Day")), .init(name: visit.t("Đơn vị", "Unit")),
                .init(name: visit.t("Nội dung", "What")), .init(name: visit.t(indicator.unit), isNumber: true),
                .init(name: visit.t("Cách có số", "How known"), isMinor: true),
            ],
            rows: rows.map { row in
                [
                    visit.formats.stamp(row.day),
                    HTML(text: tree.name(of: row.unit).map { visit.t($0) } ?? row.unit.description),
                    link(row, indicator, visit), HTML(text: visit.formats.number(row.value)),
                    HTML(text: visit.quality(row.quality)),
                ]
            }
        ).html
    }

    /// Sessions, posts and tracked links have pages of their own.
    private func link(_ row: IndicatorRow, _ indicator: Indicator, _ visit: Visit) -> HTML {
        switch indicator.rows {
        case .sessions, .attendance: visit.link(row.words(visit.language), "/sessions/\(row.id)")
        case .samples where Identifier<Post>(row.id) == nil:
            visit.link(row.words(visit.language), "/reach/links/\(row.id)")
        case .posts, .samples: visit.link(row.words(visit.language), "/posts/\(row.id)")
        case .prints, .units: HTML(text: row.words(visit.language))
        }
    }

    private func file(_ visit: Visit) async throws -> Reply {
        let question = try await ReportQuestion(visit)
        let (subject, period) = try question.required()
        let (indicator, rows) = try await found(visit, subject, period)
        let version = try visit.reportVersion.map { "-ban-\($0)" }
        return .download(
            Download(
                bytes: IndicatorRowsTable(indicator, rows, language: visit.language).csv,
                type: "text/csv; charset=utf-8", name: "\(indicator.id)-\(subject)\(version ?? "").csv"))
    }

    private func found(
        _ visit: Visit, _ subject: Slug, _ period: String
    ) async throws -> (indicator: Indicator, rows: [IndicatorRow]) {
        guard let id = visit.query["indicator"].flatMap(Slug.init) else { throw WebError.noPage }
        return try await visit.workspace.reportRows(
            on: subject, period: period, indicator: id, slice: try visit.reportSlice,
            version: try visit.reportVersion, as: try visit.caller)
    }
}

extension Visit {
    /// The submitted version whose rows are asked for; nil for those of now.
    var reportVersion: Int? {
        get throws(WebError) {
            guard let asked = query["version"] else { return nil }
            guard let number = Int(asked) else { throw .noPage }
            return number
        }
    }

    /// How a figure is known, in words.
    fileprivate func quality(_ quality: String) -> String {
        CountingQuality.words(quality).map { t($0) } ?? quality
    }
}
