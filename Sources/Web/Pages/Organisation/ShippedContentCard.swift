import Operations
import Outreach

/// What the program brings that is newer than the workspace's: after an upgrade rules, help lines or presets may be
/// lacking without which nothing is sent.
struct ShippedContentCard {
    let visit: Visit

    private var form: FormView { FormView(visit) }

    var html: HTML {
        get throws {
            guard let source = visit.options.shippedContent else { return .empty }
            let files = try visit.workspace.shippedFiles(in: source)
            guard !files.isEmpty else { return .empty }
            let edited = files.filter { $0.state == .edited }
            let ready = files.count - edited.count
            return """
                <section class="card" id="shipped"><h2>\(visit.t("Nội dung kèm chương trình", "Content the program brings"))</h2>
                <p>\(visit.t(
                    "Bản cài đặt mới kèm quy tắc an toàn, đường dây nóng, mẫu kênh, chỉ tiêu mới hơn. Tệp đã sửa tại đây được giữ nguyên; tài liệu đổi phải duyệt lại.",
                    "A newer program brings newer rules, help lines, channel presets, indicators. Files edited here stay; changed materials are approved anew."))</p>
                \(form(
                    action: "/settings/upkeep/refresh",
                    submit: ready > 0
                        ? visit.t("Lấy \(ready) tệp mới và nhập", "Take \(ready) newer files and import")
                        : visit.t("Lấy các tệp đã chọn", "Take the chosen files"),
                    edited.isEmpty ? .empty : choice(of: edited)))</section>
                """
        }
    }

    /// Files that were edited here are taken only one by one; what they said is kept.
    private func choice(of files: [ShippedFile]) -> HTML {
        """
        <details class="fold"><summary>\(visit.t(
            "\(files.count) tệp đã sửa tại đây", "\(files.count) files edited here"))</summary>
        \(form.boxes(
            "take", visit.t("Lấy cả những tệp này", "Take these too"),
            files.map { Choice(value: $0.path, label: $0.path) },
            hint: visit.t(
                "Bản đang dùng được giữ trong .loa/backups/content.",
                "What they say now is kept in .loa/backups/content.")))</details>
        """
    }
}
