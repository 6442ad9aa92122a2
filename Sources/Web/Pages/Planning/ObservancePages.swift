import Operations
import Outreach

/// The days and months of a year that campaigns are planned around, solar and lunar.
struct ObservancePages: RouteGroup {
    var routes: [Route] {
        [.get("/observances", .holding(.view)) { .page(try await page($0)) }]
    }

    private func page(_ visit: Visit) async throws -> Page {
        let title = visit.t("Các dịp trong năm", "Observances of the year")
        let today = visit.workspace.today
        var reader = FormReader(visit.query)
        let years = LunarCalendar.supportedYears
        let asked = reader.integer("year", in: years)
        let year = asked ?? today.year
        let refusal = reader.mistakes["year"].map { Refusal(FormError.mistakes(["year": $0])) }
        let table = try await table(of: year, visit)
        return Page(
            title, in: .plans,
            main: """
                \(visit.heading(title, HTML(text: lead(year, visit))))
                \(visit.planTabs(current: "/observances"))
                \(refusal.html { visit.notice(.bad, HTML(text: visit.t($0.mistakes["year"] ?? $0.message))) })
                \(visit.filters(action: "/observances", target: "observances", FormView(visit).input(
                    "year", visit.t("Năm", "Year"), type: "number", value: String(year),
                    minimum: String(years.lowerBound), maximum: String(years.upperBound))))
                <div id="observances">
                <nav class="pager" aria-label="\(visit.t("Năm khác", "Other years"))">\
                \(year > years.lowerBound ? visit.link("‹ \(year - 1)", "/observances?year=\(year - 1)", css: "button") : .empty)\
                \(year < years.upperBound ? visit.link("\(year + 1) ›", "/observances?year=\(year + 1)", css: "button") : .empty)</nav>
                \(table)</div>
                """)
    }

    private func lead(_ year: Int, _ visit: Visit) -> String {
        let name = SexagenaryCycle.name(ofYear: year)
        let newYear = (try? LunarCalendar.day(of: LunarDate(day: 1, month: 1, year: year))).map {
            visit.formats.day($0)
        }
        return visit.t(
            "Năm \(year), âm lịch \(name)\(newYear.map { " từ \($0)" } ?? ""). Âm lịch Việt Nam, tính theo múi giờ +7.",
            "\(year), lunar year \(name)\(newYear.map { " from \($0)" } ?? ""). Vietnamese lunar calendar, at UTC+7.")
    }

    private func table(of year: Int, _ visit: Visit) async throws -> HTML {
        let occurrences = try await visit.workspace.observances(in: year)
        guard !occurrences.isEmpty else {
            return visit.empty(
                visit.t("Chưa có dịp nào", "No observances yet"),
                visit.t(
                    "Ghi các dịp trong Content/observances.yaml rồi nhập lại nội dung.",
                    "Write observances in Content/observances.yaml, then import the content again."))
        }
        let campaigns = try await visit.workspace.campaigns(as: try visit.caller).filter { $0.year == year }
        let playbooks = Set(try await visit.workspace.playbooks().map(\.observance))
        return TableView(
            visit.t("Các dịp năm \(year)", "Observances of \(year)"),
            [
                .init(name: visit.t("Ngày", "Day")), .init(name: visit.t("Âm lịch", "Lunar")),
                .init(name: visit.t("Dịp", "Observance")), .init(name: visit.t("Bắt đầu chuẩn bị", "Prepare from")),
                .init(name: visit.t("Căn cứ", "Source"), isMinor: true),
                .init(name: visit.t("Chiến dịch", "Campaign")),
            ],
            rows: occurrences.map { occurrence in
                [
                    days(occurrence, visit), lunar(occurrence, visit), name(occurrence, visit),
                    visit.formats.stamp(occurrence.planningStarts), HTML(text: occurrence.observance.source),
                    campaign(
                        occurrence, among: campaigns, hasPlaybook: playbooks.contains(occurrence.observance.id), visit),
                ]
            }
        ).html
    }

    private func days(_ occurrence: ObservanceOccurrence, _ visit: Visit) -> HTML {
        let dates = occurrence.dates
        let weekday =
            dates.count == 1 ? "<br><span class=\"hint\">\(visit.formats.weekday(dates.first))</span>" : "" as HTML
        return "<time datetime=\"\(dates.first)\">\(visit.formats.range(dates))</time>\(weekday)"
    }

    private func lunar(_ occurrence: ObservanceOccurrence, _ visit: Visit) -> HTML {
        let first = visit.formats.lunar(occurrence.dates.first) ?? "—"
        if case .lunar = occurrence.observance.rule { return "<strong>\(first)</strong>" }
        guard occurrence.dates.count > 1, let last = visit.formats.lunar(occurrence.dates.last) else {
            return HTML(text: first)
        }
        return HTML(text: "\(first) – \(last)")
    }

    private func name(_ occurrence: ObservanceOccurrence, _ visit: Visit) -> HTML {
        let focus = occurrence.focus.html { focus in
            "<br><span class=\"hint\">\(visit.t("Trọng tâm", "Focus")): \(visit.formats.range(focus))</span>"
        }
        return "\(visit.t(occurrence.observance.name)) \(near(occurrence, visit))\(focus)"
    }

    /// Under way, or in how many days, where it is near enough to matter.
    private func near(_ occurrence: ObservanceOccurrence, _ visit: Visit) -> HTML {
        let today = visit.workspace.today
        if occurrence.dates.contains(today) { return visit.badge(visit.t("đang diễn ra", "now"), .ok) }
        guard occurrence.planningStarts <= today, today < occurrence.dates.first else { return .empty }
        let days = occurrence.dates.first - today
        return visit.badge(visit.t("còn \(days) ngày", "in \(days) days"), .info)
    }

    private func campaign(
        _ occurrence: ObservanceOccurrence, among campaigns: [Campaign], hasPlaybook: Bool, _ visit: Visit
    ) -> HTML {
        let known = campaigns.filter { $0.observance == occurrence.observance.id }
        let links = known.html { "\(visit.link(visit.t($0.name), "/campaigns/\($0.id)"))<br>" }
        guard hasPlaybook, visit.may(.plan) else { return links }
        let path = "/campaigns/new?observance=\(occurrence.observance.id)&year=\(occurrence.dates.first.year)"
        return "\(links)\(visit.link(visit.t("Lập chiến dịch", "Plan a campaign"), path, css: "button button-small"))"
    }
}
