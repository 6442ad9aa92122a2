import Operations
import Outreach

/// The way into use, step by step: name and target, secrets, and the switch. For whoever administers.
struct ChannelSetup {
    let visit: Visit
    let health: ChannelHealth
    let refusal: Refusal?
    /// Whether the register is this person's to change; secrets are their unit's alone.
    let mayRegister: Bool

    private var channel: ResolvedChannel { health.status.channel }
    private var slug: Slug { channel.slug }
    private var isInUse: Bool { channel.channel.isEnabled }

    var html: HTML {
        let parts = (mayRegister ? target : .empty) + secrets + (mayRegister ? use : .empty)
        guard !parts.isEmpty else { return .empty }
        return """
            <section class="card" id="setup"><h2>\(visit.t("Đưa kênh vào dùng", "Into use"))</h2>\(parts)</section>
            """
    }

    private var target: HTML {
        let isRefused = refusal != nil && visit.path.hasSuffix("/target")
        let form = FormView(visit, isRefused ? refusal : nil)
        let open = channel.channel.placeholders
        return """
            <details class="fold" \(flag: "open", if: isRefused || !open.isEmpty)>\
            <summary>\(visit.t("Tên và nơi nhận", "Name and target")) \(mark(isDone: open.isEmpty))</summary>
            <form method="post" action="/channels/\(slug)/target" class="form">\(form.token)
            \(form.name(channel.channel.name))
            \(channel.preset.targets.html { form.target($0, of: channel.preset, value: channel.channel.target[$0]) })
            <p class="hint">\(visit.t(
                "Bài đã duyệt của kênh phải duyệt lại sau khi đổi nơi nhận.",
                "What was approved for the channel has to be approved again after a change."))</p>
            <div class="form-actions"><button class="button button-primary">\(visit.t("Lưu nơi nhận", "Save the target"))</button></div>
            </form></details>
            """
    }

    /// Never a value: whether each is there, a fingerprint by which a change shows, and a field to hand in another.
    private var secrets: HTML {
        health.status.secrets.html { secret in
            let isRefused = refusal != nil && visit.path.hasSuffix("/secrets/\(secret.name)")
            let mistake = isRefused ? refusal.map { visit.t($0.message) } : nil
            return """
                <details class="fold" \(flag: "open", if: isRefused || secret.fingerprint == nil)>\
                <summary>\(visit.t("Mã bí mật", "Secret")) <span class="mono">\(secret.name)</span> \(mark(isDone: secret.fingerprint != nil)) \
                <span class="mono hint">\(secret.fingerprint)</span></summary>
                <form method="post" action="/channels/\(slug)/secrets/\(secret.name)" class="form">\(FormView(visit).token)
                <div class="field"><label for="secret-\(secret.name)">\(channel.preset.label(secret.name, in: visit))</label>\
                <input id="secret-\(secret.name)" name="value" type="password" autocomplete="off" required \
                aria-describedby="secret-hint-\(secret.name)">\(mistake.html { "<p class=\"mistake\">\($0)</p>" })\
                <p class="hint" id="secret-hint-\(secret.name)">\(visit.t(
                    "Lưu rồi không ai xem lại được; chỉ còn dấu vân tay.", "Once kept, nobody sees it again; only its fingerprint."))</p></div>
                <div class="form-actions"><button class="button">\(visit.t("Lưu mã", "Keep the secret"))</button></div>
                </form></details>
                """
        }
    }

    private var use: HTML {
        let form = FormView(visit)
        guard !isInUse else {
            return """
                <div class="cluster"><p>\(visit.t("Kênh đang được dùng.", "The channel is in use."))</p>\
                \(form.button(visit.t("Thôi dùng kênh này", "Take it out of use"), action: "/channels/\(slug)/retire", css: "button button-small"))</div>
                """
        }
        let missing = health.status.missingSecrets
        guard channel.channel.placeholders.isEmpty, missing.isEmpty else {
            return """
                <p class="hint">\(visit.t(
                    "Điền đủ những chỗ trên rồi mới bật được.", "Fill in what is open above, then it can be switched on."))</p>
                """
        }
        return """
            <p>\(visit.t(
                "Đã đủ. Xem thử yêu cầu ở “Thử kênh” rồi bật; bật xong thì gửi thật một tin thử.",
                "All is there. Look at the request under “Try the channel”, switch it on, then send one test message."))</p>
            \(form.button(visit.t("Bật kênh", "Switch it on"), action: "/channels/\(slug)/use", css: "button button-primary"))
            """
    }

    private func mark(isDone: Bool) -> HTML {
        isDone ? visit.badge(visit.t("có", "there"), .ok) : visit.badge(visit.t("thiếu", "missing"), .bad)
    }
}

/// What is handed in there.
struct ChannelSetupRoutes: RouteGroup {
    var routes: [Route] {
        [
            .post("/channels/:channel/target", .holding(.administer), on: ChannelPage.show, save: target),
            .post("/channels/:channel/secrets/:secret", .holding(.administer), on: ChannelPage.show, save: secret),
            .post("/channels/:channel/use", .holding(.administer), on: ChannelPage.show) { try await use($0, true) },
            .post("/channels/:channel/retire", .holding(.administer), on: ChannelPage.show) {
                try await use($0, false)
            },
        ]
    }

    private func target(_ visit: Visit) async throws -> Reply {
        let slug = try visit.slug("channel")
        let preset = try await visit.workspace.channelHealth(slug, as: try visit.caller).health.status.channel.preset
        var reader = FormReader(visit.form)
        let name = reader.localizedName()
        let target = reader.target(of: preset)
        try reader.finish()
        try await visit.workspace.changeChannel(
            slug, name: name, target: target, as: try visit.caller, mode: .perform)
        return .done("/channels/\(slug)", "Đã lưu nơi nhận.", "The target was saved.")
    }

    private func secret(_ visit: Visit) async throws -> Reply {
        let slug = try visit.slug("channel")
        // Whose channel it is decides who may know of it.
        _ = try await visit.workspace.channelHealth(slug, as: try visit.caller)
        try await visit.workspace.storeChannelSecret(
            visit.form.text("value"), named: try visit.parameter("secret"), of: slug, as: try visit.caller,
            mode: .perform)
        return .done("/channels/\(slug)", "Đã lưu mã bí mật.", "The secret was kept.")
    }

    private func use(_ visit: Visit, _ isInUse: Bool) async throws -> Reply {
        let slug = try visit.slug("channel")
        _ = try await visit.workspace.channelHealth(slug, as: try visit.caller)
        try await visit.workspace.setChannelInUse(slug, isInUse, as: try visit.caller, mode: .perform)
        return isInUse
            ? .done(
                "/channels/\(slug)", "Kênh đã bật. Giờ gửi thử một tin.", "The channel is on. Now send a test message.")
            : .done(
                "/channels/\(slug)", "Kênh đã thôi dùng; bài đang chờ nằm yên.",
                "The channel is out of use; its posts stay in the queue.")
    }
}
