import Operations
import Outreach

/// Another unit in the tree.
struct NewUnitPages: RouteGroup {
    var routes: [Route] { Route.form("/settings/units/new", .holding(.administer), show: page, save: add) }

    private func page(_ visit: Visit, _ refusal: Refusal?) async throws -> Page {
        let title = visit.t("Thêm đơn vị", "Add a unit")
        let tree = try await visit.workspace.unitTree()
        let form = FormView(visit, refusal)
        return Page(
            title, in: .settings,
            main: """
                \(visit.heading(title, HTML(text: visit.t(
                    "Trường học, câu lạc bộ, đoàn thể, xã mới: mỗi nơi một đơn vị, từ ngày bắt đầu hoạt động.",
                    "A school, a club, an association, a new commune: each is a unit, from the day it begins."))))
                <section class="card">\(form(action: "/settings/units/new", submit: visit.t("Thêm", "Add"), """
                    \(form.name())
                    \(form.select("kind", visit.t("Loại", "Kind"), kinds(visit), empty: visit.t("Chọn…", "Choose…"), required: true))
                    \(form.select("level", visit.t("Cấp học", "School level"), levels(visit), empty: "—", hint: visit.t("Chỉ cho trường học.", "For schools only.")))
                    \(form.select("parent", visit.t("Thuộc", "Within"), visit.unitChoices(in: tree), empty: visit.t("không thuộc đơn vị nào", "no other unit")))
                    \(form.input("from", visit.t("Hoạt động từ ngày", "Exists from"), type: "date", hint: visit.t(
                        "Để trống nếu đã có từ trước khi dùng Loa.", "Leave empty if it was there before Loa.")))
                    \(form.select("succeeds", visit.t("Tiếp nối từ", "Takes over from"), visit.unitChoices(in: tree), empty: visit.t("không có", "none"), hint: visit.t(
                        "Đơn vị cũ mà đơn vị này thay thế hoặc tách ra.", "The former unit that it replaces or was split from.")))
                    \(form.box("priority", visit.t("Địa bàn ưu tiên", "Priority area")))
                    \(form.input("id", visit.t("Mã", "Id"), hint: visit.t(
                        "Chữ thường không dấu, số và gạch nối. Để trống thì lấy từ tên; về sau không đổi được.",
                        "Lower-case letters, digits and hyphens. Left empty it is made of the name; it cannot be changed later.")))
                    """))</section>
                """)
    }

    private func kinds(_ visit: Visit) -> [Choice] {
        UnitKind.allCases.map { Choice(value: $0.rawValue, label: visit.t($0.words)) }.inOrder(of: \.label)
    }

    private func levels(_ visit: Visit) -> [Choice] {
        SchoolLevel.allCases.map { Choice(value: $0.rawValue, label: visit.t($0.words)) }
    }

    private func add(_ visit: Visit) async throws -> Reply {
        var reader = FormReader(visit.form)
        let name = reader.localizedName()
        let kind: UnitKind = try reader.requiredChoice("kind")
        let level: SchoolLevel? = reader.choice("level")
        if level != nil, kind != .school {
            reader.refuse("level", Message(vi: "Chỉ trường học có cấp học.", en: "Only schools have a level."))
        }
        let (parent, from, before) = (reader.slug("parent"), reader.day("from"), reader.slug("succeeds"))
        let id = try reader.slug("id", orOf: name.vi)
        try reader.finish()
        let unit = Unit(
            id: id, name: name, kind: kind, parent: parent, validity: Validity(from: from),
            priority: visit.form.has("priority") ? .always : nil, level: level, succeeds: before.map { [$0] } ?? [])
        try await visit.workspace.addUnit(unit, as: try visit.caller, mode: .perform)
        return .done(
            "/settings/units/\(id)", Message(vi: "Đã thêm \(name.vi).", en: "\(name.en) was added."))
    }
}
