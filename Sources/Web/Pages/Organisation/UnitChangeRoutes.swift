import Operations
import Outreach

/// What happens to a unit: another name, another parent, its end, its merger.
struct UnitChangeRoutes: RouteGroup {
    var routes: [Route] {
        [
            .post("/settings/units/:unit/rename", .holding(.administer), on: UnitPage.show, save: rename),
            .post("/settings/units/:unit/end", .holding(.administer), on: UnitPage.show, save: end),
        ]
    }

    private func rename(_ visit: Visit) async throws -> Reply {
        let unit = try visit.slug("unit")
        var reader = FormReader(visit.form)
        let name = reader.localizedName()
        let (parent, day) = (reader.slug("parent"), reader.day("from"))
        try reader.finish()
        try await visit.workspace.renameUnit(
            unit, name, under: parent, from: day, as: try visit.caller, mode: .perform)
        return .done(
            "/settings/units/\(unit)", "Đã lưu. Tên và vị trí cũ vẫn còn cho các kỳ trước.",
            "Saved. The earlier name and place remain for earlier periods.")
    }

    private func end(_ visit: Visit) async throws -> Reply {
        let unit = try visit.slug("unit")
        var reader = FormReader(visit.form)
        let (day, successor) = (reader.day("until"), reader.slug("successor"))
        try reader.finish()
        try await visit.workspace.endUnit(
            unit, on: day, successor: successor, as: try visit.caller, mode: .perform)
        return .done(
            "/settings/units/\(unit)", "Đã lưu. Buổi, bài và báo cáo cũ của đơn vị vẫn còn nguyên.",
            "Saved. The unit’s sessions, posts and reports stay as they are.")
    }
}

/// The forms for it, on the unit's page.
struct UnitChangeForms {
    let visit: Visit
    let unit: Unit
    let tree: UnitTree
    let refusal: Refusal?

    var html: HTML { renaming + ending }

    /// Only the form that was refused shows what was typed.
    private func form(_ action: String) -> (form: FormView, isOpen: Bool) {
        let isRefused = refusal != nil && visit.path.hasSuffix("/\(action)")
        return (FormView(visit, isRefused ? refusal : nil), isRefused)
    }

    private var renaming: HTML {
        let (form, isOpen) = form("rename")
        return """
            <details class="fold card" \(flag: "open", if: isOpen)><summary>\(visit.t("Đổi tên hoặc chuyển sang cấp trên khác", "Rename, or move under another unit"))</summary>
            <form method="post" action="/settings/units/\(unit.id)/rename" class="form">\(form.token)
            \(form.name(unit.name))
            \(form.select("parent", visit.t("Thuộc", "Within"), visit.unitChoices(in: tree, except: unit.id), chosen: unit.parent?.description, empty: visit.t("không thuộc đơn vị nào", "no other unit")))
            \(form.input("from", visit.t("Kể từ ngày", "From"), type: "date", hint: visit.t(
                "Để trống nếu chỉ sửa chữ viết sai: khi đó tên mới tính cho cả quá khứ.",
                "Leave empty to put right a mistake: the name then holds for the past too.")))
            <div class="form-actions"><button class="button button-primary">\(visit.t("Lưu tên và vị trí", "Save name and place"))</button></div>
            </form></details>
            """
    }

    private var ending: HTML {
        let (form, isOpen) = form("end")
        return """
            <details class="fold card" \(flag: "open", if: isOpen)><summary>\(visit.t("Kết thúc, sáp nhập hoặc chia tách", "End, merge or split"))</summary>
            <form method="post" action="/settings/units/\(unit.id)/end" class="form">\(form.token)
            <p class="hint">\(visit.t(
                "Sáp nhập: làm việc này ở từng đơn vị cũ, với cùng một đơn vị tiếp nhận. Chia tách: thêm các đơn vị mới trước, rồi làm việc này với từng đơn vị tiếp nhận.",
                "A merger: do this for each former unit, with the same unit taking over. A split: add the new units first, then do this with each of them."))</p>
            \(form.input("until", visit.t("Ngày cuối cùng", "Last day"), type: "date", value: unit.validity.until?.description, hint: visit.t(
                "Để trống nếu đơn vị vẫn hoạt động.", "Leave empty if the unit goes on.")))
            \(form.select("successor", visit.t("Đơn vị tiếp nhận", "Taken over by"), visit.unitChoices(in: tree, except: unit.id), empty: visit.t("không có", "none")))
            <div class="form-actions"><button class="button button-primary">\(visit.t("Lưu ngày cuối", "Save the last day"))</button></div>
            </form></details>
            """
    }
}

extension Visit {
    /// Every unit there is, those that ended with their last day.
    func unitChoices(in tree: UnitTree, except unit: Slug? = nil) -> [Choice] {
        tree.units.values.filter { $0.id != unit }.map { unit in
            let ended = unit.validity.until.map { " (\(t("đến", "until")) \(formats.day($0)))" } ?? ""
            return Choice(value: unit.id.description, label: t(unit.name) + ended)
        }.inOrder(of: \.label)
    }
}

extension FormView {
    /// A name in both languages.
    func name(_ name: LocalizedText? = nil) -> HTML {
        let same = name.map { $0.en == $0.vi } ?? true
        return """
            \(input("name-vi", visit.t("Tên", "Name"), value: name?.vi, required: true))
            \(input("name-en", visit.t("Tên tiếng Anh", "Name in English"), value: same ? nil : name?.en, hint: visit.t(
                "Để trống thì dùng tên tiếng Việt.", "Left empty, the Vietnamese name stands.")))
            """
    }
}

extension FormReader {
    mutating func localizedName() -> LocalizedText {
        let name = required("name-vi", longest: 200)
        return LocalizedText(vi: name, en: optional("name-en", longest: 200) ?? name)
    }

    /// An id as typed, or made of a name: `Nhà văn hóa ấp 3` is `nha-van-hoa-ap-3`.
    mutating func slug(_ field: String, orOf name: String) throws(FormError) -> Slug {
        if fields[field] != nil { return try requiredSlug(field) }
        let words = SearchText.folded(name).split(separator: " ")
        var text = ""
        for word in words where text.utf8.count + word.utf8.count < 60 { text += (text.isEmpty ? "" : "-") + word }
        guard let slug = Slug(text) else {
            refuse(field, Message(vi: "Hãy đặt một mã.", en: "Choose an id."))
            throw .mistakes(mistakes)
        }
        return slug
    }
}
