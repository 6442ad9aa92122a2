import Operations
import Outreach

/// The periods that are reported on. They are read here and changed in their file: offices set them once, by the text that
/// asks for the reports.
struct CalendarSettingsPages: RouteGroup {
    var routes: [Route] { [.get("/settings/calendars", .holding(.administer)) { .page(try await page($0)) }] }

    private func page(_ visit: Visit) async throws -> Page {
        let title = visit.t("Kỳ báo cáo", "Reporting calendars")
        let calendars = try await visit.workspace.periods()
        return Page(
            title, in: .settings,
            main: """
                \(visit.heading(title, HTML(text: visit.t(
                    "Kỳ nào phải báo cáo, nộp trước ngày nào, khóa từ ngày nào.",
                    "Which periods are reported on, when a report is due, and when it is locked."))))
                \(visit.notice(.info, """
                    \(visit.t("Muốn đổi: sửa tệp", "To change them: edit the file")) <code>Content/calendars.yaml</code> \
                    \(visit.t("trong thư mục làm việc, rồi bấm “Nhập lại” ở", "in the workspace’s folder, then press “Import again” under")) \
                    \(visit.link(visit.t("Sao lưu và kiểm tra", "Back-up and checks"), "/settings/upkeep")). \
                    \(visit.t("Tệp sai thì kỳ đang dùng vẫn giữ nguyên.", "While the file has a mistake, the periods in use stay."))
                    """))
                \(calendars.isEmpty ? none(visit) : calendars.html { table(of: $0.calendar, $0.periods, visit) })
                """)
    }

    private func none(_ visit: Visit) -> HTML {
        visit.empty(
            visit.t("Chưa có kỳ báo cáo nào", "No reporting calendars yet"),
            visit.t(
                "Nhập nội dung mẫu ở “Sao lưu và kiểm tra” trước.",
                "Import the sample content under “Back-up and checks”."))
    }

    private func table(of calendar: ReportingCalendar, _ periods: [Period], _ visit: Visit) -> HTML {
        let name = visit.t(calendar.name)
        let badge =
            calendar.isRequired
            ? visit.badge(visit.t("bắt buộc, có nhắc", "required, with reminders"), .info)
            : visit.badge(visit.t("khi cần", "on demand"), .quiet)
        return """
            <h2>\(name) \(badge)</h2>
            \(TableView(
                name,
                [
                    .init(name: visit.t("Kỳ", "Period")), .init(name: visit.t("Mã", "Code"), isMinor: true),
                    .init(name: visit.t("Từ", "From")), .init(name: visit.t("Đến", "Until")),
                    .init(name: visit.t("Hạn nộp", "Due")), .init(name: visit.t("Khóa sau", "Locked after")),
                ],
                rows: periods.filter { $0.range.first.year >= visit.workspace.today.year }.map { period in
                    [
                        HTML(text: visit.t(period.name)), HTML(text: period.code),
                        HTML(text: visit.formats.day(period.range.first)),
                        HTML(text: visit.formats.day(period.range.last)), HTML(text: visit.formats.day(period.due)),
                        HTML(text: period.lock.map { visit.formats.day($0) } ?? "—"),
                    ]
                }).html)
            """
    }
}
