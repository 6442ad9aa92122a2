import Operations
import Outreach

/// The way to everything an administrator looks after, and how the workspace fares.
struct SettingsPages: RouteGroup {
    var routes: [Route] {
        [.get("/settings", .holding(.administer)) { .page(try await overview($0)) }]
            + PeoplePages().routes + PersonPages().routes + UnitPages().routes + TokenPages().routes
            + AuditPages().routes + UpkeepPages().routes + ExportRoutes().routes + CalendarSettingsPages().routes
    }

    private func overview(_ visit: Visit) async throws -> Page {
        let title = visit.t("Quản trị", "Settings")
        let entries = [
            (
                "/settings/people", visit.t("Người dùng và vai trò", "People and roles"),
                visit.t(
                    "Thêm người, đưa đường dẫn đăng nhập, cấp và thu vai trò trong đơn vị.",
                    "Add people, hand out log-in links, give and take roles within units.")
            ),
            (
                "/settings/units", visit.t("Đơn vị và ban chỉ đạo", "Units and committees"),
                visit.t(
                    "Cây đơn vị theo thời gian; ban chỉ đạo và thành viên.",
                    "The tree of units over time; committees and their members.")
            ),
            (
                "/settings/calendars", visit.t("Kỳ báo cáo", "Reporting calendars"),
                visit.t(
                    "Kỳ nào phải báo cáo, hạn nộp, ngày khóa.", "Which periods are reported on, when due, when locked.")
            ),
            (
                "/settings/tokens", visit.t("Mã truy cập cho máy", "Access tokens for machines"),
                visit.t(
                    "Cho chương trình khác đọc hoặc ghi qua API.", "Let other programs read or write through the API.")
            ),
            (
                "/settings/audit", visit.t("Nhật ký", "Audit log"),
                visit.t(
                    "Ai đã làm gì, lúc nào; chuỗi không sửa được.",
                    "Who did what, when; a chain that cannot be changed.")
            ),
            (
                "/settings/upkeep", visit.t("Sao lưu và kiểm tra", "Back-up and checks"),
                visit.t(
                    "Sao lưu ngay, nhập lại nội dung từ thư mục, xem mọi thứ có ổn không.",
                    "Back up now, import content from the folder again, see whether all is well.")
            ),
            (
                "/start", visit.t("Hướng dẫn bắt đầu", "First steps"),
                visit.t("Từ lúc trống đến bài thử đầu tiên.", "From nothing to a first test message.")
            ),
        ]
        return Page(
            title, in: .settings,
            main: """
                \(visit.heading(title))
                <div class="cards">\(entries.html { path, name, text in
                "<section class=\"card\"><h2>\(visit.link(name, path))</h2><p>\(text)</p></section>"
                })</div>
                """)
    }
}
