import Operations
import Outreach

/// One plan: its duties, each with its source line, and what its units have done over some days.
struct PlanPage: Sendable {
    let visit: Visit

    init(_ visit: Visit) { self.visit = visit }

    func page() async throws -> Page {
        let range = try range()
        let (plan, duties) = try await visit.workspace.plan(
            try visit.slug("plan"), during: range, as: try visit.caller)
        let names = try await PlanningNames(visit)
        let shown = visit.query["show"] == "open" ? duties.filter { $0.posts + $0.sessions == 0 } : duties
        return Page(
            visit.t(plan.title), in: .plans,
            main: """
                \(visit.heading(visit.t(plan.title), HTML(text: lead(plan, names))))
                \(filters(plan, range))
                <div id="duties">\(figures(duties, plan, range))
                <h2>\(visit.t("Nhiệm vụ", "Duties"))</h2>
                <div class="duties">\(shown.html { DutyCard(visit: visit, names: names, progress: $0).html })</div>
                \(shown.isEmpty ? nothingOpen : .empty)</div>
                \(targets(plan))
                """)
    }

    private func lead(_ plan: CommitteePlan, _ names: PlanningNames) -> String {
        let signed = visit.t("người ký: \(plan.signingName), \(plan.signingOffice)", "signed by \(plan.signingName)")
        return "\(names.unit(plan.committee)) · \(visit.issued(plan)) · \(signed)"
    }

    /// This year, unless other days are asked for.
    private func range() throws -> DayRange {
        var reader = FormReader(visit.query)
        let today = visit.workspace.today
        let first = reader.day("from") ?? Day(year: today.year, month: 1, day: 1) ?? today
        let last = reader.day("to") ?? Day(year: first.year, month: 12, day: 31) ?? first
        // What cannot be read or is turned round shows the year of the first day.
        return DayRange(first, last) ?? DayRange(first)
    }

    private func filters(_ plan: CommitteePlan, _ range: DayRange) -> HTML {
        let form = FormView(visit)
        let path = "/plans/\(plan.id)"
        return """
            \(visit.filters(action: path, target: "duties", """
                \(form.input("from", visit.t("Tính từ ngày", "From"), type: "date", value: range.first.description))
                \(form.input("to", visit.t("Đến ngày", "To"), type: "date", value: range.last.description))
                \(form.select(
                    "show", visit.t("Nhiệm vụ", "Duties"),
                    [Choice(value: "open", label: visit.t("chỉ nhiệm vụ chưa có gì", "only where nothing was done"))],
                    chosen: visit.query["show"], empty: visit.t("tất cả", "all")))
                """))
            <p class="cluster">\(presets(plan).html { name, years in
                visit.link(name, "\(path)?from=\(years.first)&to=\(years.last)", css: "button button-small")
            })</p>
            """
    }

    private func presets(_ plan: CommitteePlan) -> [(String, DayRange)] {
        let today = visit.workspace.today
        let issued = Int(plan.issued.prefix(4)) ?? today.year
        func months(_ first: Int, _ last: Int, of year: Int) -> DayRange? {
            guard let from = Day(year: year, month: first, day: 1), let to = Day(year: year, month: last, day: 1)
            else { return nil }
            return DayRange(from, DayRange(monthOf: to).last)
        }
        let half = today.month <= 6 ? months(1, 6, of: today.year) : months(7, 12, of: today.year)
        let all: [(String, DayRange?)] = [
            (visit.t("6 tháng này", "This half-year"), half),
            (visit.t("Năm nay", "This year"), months(1, 12, of: today.year)),
            (visit.t("Năm trước", "Last year"), months(1, 12, of: today.year - 1)),
            (visit.t("Năm ban hành (\(issued))", "Year of issue (\(issued))"), months(1, 12, of: issued)),
        ]
        return all.compactMap { name, range in range.map { (name, $0) } }
    }

    private func figures(_ duties: [DutyProgress], _ plan: CommitteePlan, _ range: DayRange) -> HTML {
        let done = duties.count { $0.posts + $0.sessions > 0 }
        let late = duties.count { $0.isLate(on: visit.workspace.today) }
        return """
            <div class="figures">\
            \(visit.figure(visit.formats.number(duties.count), visit.t("nhiệm vụ", "duties")))\
            \(visit.figure(visit.formats.number(done), visit.t("đã có việc làm được", "with something done"), tone: .ok))\
            \(visit.figure(
                visit.formats.number(duties.count - done), visit.t("chưa có gì", "with nothing yet"),
                path: "/plans/\(plan.id)?from=\(range.first)&to=\(range.last)&show=open", tone: .warn))\
            \(visit.figure(visit.formats.number(late), visit.t("quá hạn, chưa có gì", "overdue with nothing"), tone: .bad))\
            </div>
            """
    }

    private var nothingOpen: HTML {
        visit.empty(
            visit.t("Nhiệm vụ nào cũng đã có việc làm được", "Something was done for every duty"),
            visit.t("Chọn khoảng ngày khác để xem tiếp.", "Choose other days to look further."))
    }

    private func targets(_ plan: CommitteePlan) -> HTML {
        guard !plan.targets.isEmpty else { return .empty }
        return """
            <h2>\(visit.t("Bảng chỉ tiêu của kế hoạch", "The plan's table of targets"))</h2>
            \(TableView(
                visit.t("Chỉ tiêu", "Targets"),
                [
                    .init(name: visit.t("TT", "No.")), .init(name: visit.t("Nội dung", "Content")),
                    .init(name: visit.t("Chỉ tiêu", "Target")),
                ],
                rows: plan.targets.map { target in
                    [
                        HTML(text: target.row), HTML(text: visit.t(target.content)),
                        target.value == .blank
                            ? HTML(text: visit.t("để trống", "left blank")) : HTML(text: target.value.description),
                    ]
                }
            ).html)
            """
    }
}

extension DutyProgress {
    /// Nothing was done and its day has passed.
    func isLate(on today: Day) -> Bool {
        guard case .day(let deadline) = duty.deadline else { return false }
        return deadline < today && posts + sessions == 0
    }
}
