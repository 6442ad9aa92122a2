import Operations
import Outreach

/// Another committee over the units; its members are added on its page.
struct NewCommitteePages: RouteGroup {
    var routes: [Route] { Route.form("/settings/committees/new", .holding(.administer), show: page, save: add) }

    private func page(_ visit: Visit, _ refusal: Refusal?) async throws -> Page {
        let title = visit.t("Thêm ban chỉ đạo", "Add a committee")
        let tree = try await visit.workspace.unitTree()
        let form = FormView(visit, refusal)
        let choose = visit.t("Chọn…", "Choose…")
        return Page(
            title, in: .settings,
            main: """
                \(visit.heading(title, HTML(text: visit.t(
                    "Ban chỉ đạo cộng số liệu của các thành viên; cơ quan thường trực là thành viên đầu tiên, các đơn vị khác thêm sau.",
                    "A committee adds up its members’ counts; its standing unit is the first, the others are added afterwards."))))
                <section class="card">\(form(action: "/settings/committees/new", submit: visit.t("Thêm", "Add"), """
                    \(form.name())
                    \(form.select("area", visit.t("Địa bàn", "Area"), visit.unitChoices(in: tree), empty: choose, required: true))
                    \(form.select("standing", visit.t("Cơ quan thường trực", "Standing unit"), visit.unitChoices(in: tree), empty: choose, required: true))
                    \(form.input("from", visit.t("Hoạt động từ ngày", "Exists from"), type: "date", hint: visit.t(
                        "Để trống nếu đã có từ trước khi dùng Loa.", "Leave empty if it was there before Loa.")))
                    \(form.input("id", visit.t("Mã", "Id"), hint: visit.t(
                        "Chữ thường không dấu, số và gạch nối. Để trống thì lấy từ tên; về sau không đổi được.",
                        "Lower-case letters, digits and hyphens. Left empty it is made of the name; it cannot be changed later.")))
                    """))</section>
                """)
    }

    private func add(_ visit: Visit) async throws -> Reply {
        var reader = FormReader(visit.form)
        let name = reader.localizedName()
        let (area, standing) = (try reader.requiredSlug("area"), try reader.requiredSlug("standing"))
        let from = reader.day("from")
        let id = try reader.slug("id", orOf: name.vi)
        try reader.finish()
        let committee = Committee(
            id: id, name: name, area: area, standing: standing, members: [standing], validity: Validity(from: from))
        try await visit.workspace.addCommittee(committee, as: try visit.caller, mode: .perform)
        return .done(
            "/settings/committees/\(id)",
            Message(
                vi: "Đã thêm \(name.vi). Giờ hãy thêm các thành viên.",
                en: "\(name.en) was added. Now add its members."))
    }
}
