import Operations
import Outreach

/// The form that changes a slot, with the materials that suit it and a search for others.
struct SlotForm: Sendable {
    let visit: Visit
    let view: SlotView
    let names: PlanningNames
    let refusal: Refusal?

    private var slot: Slot { view.slot }
    private var path: String { slot.path(in: view.campaign.id) }

    var html: HTML {
        get async throws {
            """
            <section class="card"><h2>\(visit.t("Sửa mục này", "Change this slot"))</h2>
            \(find)
            \(try await form)
            </section>
            <section class="card"><h2>\(slot.isDropped
                ? visit.t("Lấy lại", "Take it back") : visit.t("Bỏ khỏi kế hoạch", "Drop it"))</h2>\(dropping)</section>
            """
        }
    }

    /// Narrows the list of materials below; a form of its own, because it asks and changes nothing.
    private var find: HTML {
        visit.filters(
            action: path, target: "materials",
            FormView(visit).input(
                "find", visit.t("Tìm tài liệu khác", "Find another material"), type: "search",
                value: visit.query["find"],
                hint: visit.t("Gõ không dấu cũng được.", "Diacritics are not needed.")))
    }

    private var form: HTML {
        get async throws {
            let form = FormView(visit, refusal)
            let isPost = slot.channel != nil
            return form(
                action: path, submit: visit.t("Lưu mục này", "Save the slot"),
                """
                \(form.hidden("seen", slot.mark))
                <div id="materials">\(form.select(
                    "material", visit.t("Tài liệu", "Material"), try await materials(),
                    chosen: slot.material?.description,
                    empty: slot.material == nil ? visit.t("Chưa chọn", "None chosen") : nil,
                    required: slot.material != nil))</div>
                \(isPost ? form.select(
                    "channel", visit.t("Kênh", "Channel"), channels, chosen: slot.channel?.description, required: true)
                    : .empty)
                <div class="row">\(form.input(
                    "day", visit.t("Ngày", "Day"), type: "date", value: slot.day.description, required: true))\
                \(form.input(
                    "time", visit.t("Giờ", "Time"), type: "time", value: slot.time.description, required: true))</div>
                \(form.area(
                    "note", visit.t("Ghi chú", "Note"), value: slot.note,
                    hint: visit.t(
                        "Cho người thực hiện và người duyệt; không đăng ra ngoài.",
                        "For those who carry it out and approve it; never published."), rows: 3))
                """)
        }
    }

    private var channels: [Choice] {
        var choices = view.channels.map { channel in
            Choice(
                value: channel.slug.description, label: visit.t(channel.channel.name),
                group: names.unit(channel.channel.unit))
        }.inOrder { "\($0.group ?? "")\t\($0.label)" }
        // A channel that was switched off stays what the slot has, until somebody chooses another.
        if let channel = slot.channel, !view.channels.contains(where: { $0.slug == channel }) {
            choices.insert(Choice(value: channel.description, label: names.channel(channel)), at: 0)
        }
        return choices
    }

    /// The one it has, then those that suit channel, audience and day best; with words to find, those that hold them.
    private func materials() async throws -> [Choice] {
        var kind: ChannelKind?
        if case .channel(_, let channelKind) = slot.place { kind = channelKind }
        let asked = visit.query["find"]
        let query = LibraryQuery(
            text: asked ?? "", channel: kind, audience: asked == nil ? slot.audiences.first : nil, state: .approved,
            validOn: slot.day, limit: 40)
        let found = try await visit.workspace.searchLibrary(query)
        var choices = found.map { entry in
            Choice(
                value: entry.material.description, label: "\(visit.t(entry.title)) (\(visit.t(entry.kind.words)))")
        }
        if let material = slot.material, !choices.contains(where: { $0.value == material.description }) {
            choices.insert(Choice(value: material.description, label: title(of: material)), at: 0)
        }
        return choices
    }

    private func title(of material: Slug) -> String {
        switch view.text {
        case .ready(let revision, _), .session(let revision): visit.t(revision.content.title)
        case .missing: material.description
        }
    }

    private var dropping: HTML {
        let button = FormView(visit).button(
            slot.isDropped ? visit.t("Lấy lại mục này", "Take it back") : visit.t("Bỏ mục này", "Drop this slot"),
            action: "\(path)/drop", css: slot.isDropped ? "button" : "button button-danger",
            values: slot.isDropped ? ["restore": "1", "seen": slot.mark] : ["seen": slot.mark])
        return """
            <p class="hint">\(visit.t(
                "Mục đã bỏ không thành bài; lập lại chiến dịch cũng không đưa nó trở lại.",
                "A dropped slot makes no post, and planning again does not bring it back."))</p>\(button)
            """
    }
}
