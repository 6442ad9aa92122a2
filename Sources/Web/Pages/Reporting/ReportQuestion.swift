import Operations
import Outreach

/// Which report is asked for: of whom, for when.
struct ReportQuestion: Sendable {
    let subject: Slug?
    /// A period's code, or two days: `2026-06-01..2026-06-30`.
    let period: String?

    /// What the query says; a person with one unit or committee need not choose it.
    init(_ visit: Visit) async throws {
        var reader = FormReader(visit.query)
        let asked = reader.slug("subject")
        let from = reader.day("from")
        let until = reader.day("until")
        try reader.finish()
        if let asked {
            subject = asked
        } else {
            let me = try await visit.workspace.me(as: try visit.caller)
            let own = me.committees(for: .view) + (me.grants.compactMap(\.unit))
            subject = own.first
        }
        if let from, let until {
            period = "\(min(from, until))..\(max(from, until))"
        } else {
            period = visit.query["period"]
        }
    }

    /// For links to what belongs to the same report.
    var query: String {
        "subject=\(subject?.description ?? "")&period=\(LocalPath.encoded(period ?? ""))"
    }

    func form(_ visit: Visit, action: String = "/reports") async throws -> HTML {
        let form = FormView(visit)
        let calendars = try await visit.workspace.periods()
        let choices = calendars.flatMap { calendar, periods in
            periods.map { Choice(value: $0.code, label: visit.t($0.name), group: visit.t(calendar.name)) }
        }
        let days = period?.split(separator: "..").compactMap { Day(String($0)) } ?? []
        return """
            <form method="get" action="\(action)" class="filters">
            \(form.select(
                "subject", visit.t("Đơn vị hoặc ban chỉ đạo", "Unit or committee"),
                try await visit.unitChoices(committees: true), chosen: subject?.description))
            \(form.select(
                "period", visit.t("Kỳ báo cáo", "Period"), choices, chosen: period,
                empty: visit.t("Tự chọn ngày", "Choose days")))
            \(form.input("from", visit.t("Từ ngày", "From"), type: "date", value: days.first?.description))
            \(form.input("until", visit.t("Đến ngày", "Until"), type: "date", value: days.last?.description))
            <button class="button button-primary">\(visit.t("Xem báo cáo", "Show the report"))</button></form>
            """
    }

    /// Both, or no such page.
    func required() throws(WebError) -> (subject: Slug, period: String) {
        guard let subject, let period else { throw .noPage }
        return (subject, period)
    }
}
