import Operations
import Outreach

/// Another channel: first of which kind, then its name, its unit and where exactly it posts.
struct NewChannelPages: RouteGroup {
    var routes: [Route] { Route.form("/channels/new", .holding(.administer), show: page, save: add) }

    private func page(_ visit: Visit, _ refusal: Refusal?) async throws -> Page {
        let presets = try await visit.workspace.channelPresets().filter(\.isForPages)
        let asked = visit.form["preset"] ?? visit.query["preset"]
        guard let preset = presets.first(where: { $0.slug.description == asked }) else {
            return choice(of: presets, visit, refusal)
        }
        return try await filling(preset, visit, refusal)
    }

    private func choice(of presets: [ChannelPreset], _ visit: Visit, _ refusal: Refusal?) -> Page {
        let title = visit.t("Thêm kênh: loại nào?", "Add a channel: of which kind?")
        return Page(
            title, in: .channels,
            main: """
                \(visit.heading(title, HTML(text: visit.t(
                    "Mạng chưa có trong danh sách cần một tệp mô tả trong Channels/; nhờ người quản máy chủ.",
                    "A network that is not listed needs a file in Channels/; ask whoever looks after the server."))))
                \(FormView(visit, refusal).notice)
                \(presets.isEmpty ? visit.empty(
                    visit.t("Chưa có loại kênh nào", "No kinds of channel yet"),
                    visit.t("Hãy nhập nội dung mẫu trước.", "Import the sample content first."),
                    action: visit.link(visit.t("Sao lưu và kiểm tra", "Back-up and checks"), "/settings/upkeep", css: "button")) : .empty)
                <div class="cards">\(presets.html { card($0, visit) })</div>
                """)
    }

    private func card(_ preset: ChannelPreset, _ visit: Visit) -> HTML {
        let way =
            switch preset.delivery {
            case .byHand: visit.t("Người đăng bằng tay rồi ghi lại.", "A person posts by hand and writes it down.")
            case .webhook: visit.t("Loa tự đăng đúng giờ.", "Loa posts by itself, on time.")
            }
        let secrets =
            preset.secrets.isEmpty
            ? ""
            : " " + visit.t("Cần \(preset.secrets.count) mã bí mật.", "Wants \(preset.secrets.count) secrets.")
        return """
            <section class="card"><h2>\(visit.link(visit.t(preset.name), "/channels/new?preset=\(preset.slug)"))</h2>
            <p>\(visit.badge(visit.t(preset.kind.words), .quiet)) \(way)\(secrets)</p></section>
            """
    }

    private func filling(_ preset: ChannelPreset, _ visit: Visit, _ refusal: Refusal?) async throws -> Page {
        let title = visit.t("Thêm kênh: \(preset.name.vi)", "Add a channel: \(preset.name.en)")
        let tree = try await visit.workspace.unitTree()
        let form = FormView(visit, refusal)
        return Page(
            title, in: .channels,
            main: """
                \(visit.heading(
                    title,
                    HTML(text: visit.t(
                        "Kênh mới chưa gửi gì: điền xong thì đưa mã bí mật, xem thử, rồi mới bật.",
                        "A new channel sends nothing yet: fill it in, hand in its secrets, try it, then switch it on.")),
                    actions: visit.link(visit.t("Chọn loại khác", "Another kind"), "/channels/new", css: "button")))
                <section class="card">\(form(action: "/channels/new", submit: visit.t("Thêm kênh", "Add the channel"), """
                    \(form.hidden("preset", preset.slug.description))
                    \(form.name())
                    \(form.select("unit", visit.t("Của đơn vị", "Of the unit"), visit.unitChoices(in: tree), empty: visit.t("Chọn…", "Choose…"), required: true))
                    \(preset.targets.html { form.target($0, of: preset) })
                    \(form.input("id", visit.t("Mã", "Id"), hint: visit.t(
                        "Chữ thường không dấu, số và gạch nối. Để trống thì lấy từ tên; về sau không đổi được.",
                        "Lower-case letters, digits and hyphens. Left empty it is made of the name; it cannot be changed later.")))
                    """))
                <p class="hint">\(visit.t("Theo", "After")) \(preset.source.url.map { visit.externalLink($0, preset.source.title) } ?? HTML(text: preset.source.title)), \
                \(visit.t("xem ngày", "looked up on")) \(visit.formats.stamp(preset.source.date)). \(visit.t(
                    "Các mạng hay đổi cách làm: hãy thử trước khi tin.", "Networks change their ways: try before you trust."))</p></section>
                """)
    }

    private func add(_ visit: Visit) async throws -> Reply {
        var reader = FormReader(visit.form)
        let slug = try reader.requiredSlug("preset")
        guard let preset = try await visit.workspace.channelPresets().first(where: { $0.slug == slug && $0.isForPages })
        else { throw WebError.noPage }
        let name = reader.localizedName()
        let target = reader.target(of: preset)
        let unit = try reader.requiredSlug("unit")
        let id = try reader.slug("id", orOf: name.vi)
        try reader.finish()
        try await visit.workspace.addChannel(
            Channel(slug: id, preset: slug, unit: unit, name: name, target: target, isEnabled: false),
            as: try visit.caller, mode: .perform)
        return .done(
            "/channels/\(id)",
            Message(
                vi: "Đã thêm kênh. Làm tiếp các bước ở “Đưa kênh vào dùng”.",
                en: "The channel was added. Go on with “Into use”."))
    }
}

extension ChannelPreset {
    /// What leads to this very machine is for trials, which have a button of their own.
    var isForPages: Bool {
        if case .webhook(let webhook) = delivery { !webhook.egress.allowsLoopback } else { true }
    }

    func label(_ name: String, in visit: Visit) -> String { labels[name].map { visit.t($0) } ?? name }
}

extension FormView {
    /// A value that makes a channel this page or this group.
    func target(_ name: String, of preset: ChannelPreset, value: String? = nil) -> HTML {
        let isOpen = value?.hasPrefix(Channel.placeholder) ?? true
        return input("target-\(name)", preset.label(name, in: visit), value: isOpen ? nil : value, required: true)
    }
}

extension FormReader {
    mutating func target(of preset: ChannelPreset) -> [String: String] {
        var target: [String: String] = [:]
        for name in preset.targets { target[name] = required("target-\(name)", longest: 300) }
        return target
    }
}
