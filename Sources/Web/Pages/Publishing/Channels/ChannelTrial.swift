import Operations
import Outreach

/// Trying a channel: what would leave for a text, and one fixed sentence for real.
struct ChannelTrial {
    let visit: Visit
    let health: ChannelHealth
    let refusal: Refusal?

    var html: HTML {
        let form = FormView(visit, refusal)
        let slug = health.status.channel.slug
        return """
            <section class="card"><h2>\(visit.t("Thử kênh", "Try the channel"))</h2>
            \(form(action: "/channels/\(slug)/dry-run", submit: visit.t("Xem yêu cầu sẽ gửi", "Show the request"), form.area(
                "text", visit.t("Chữ để thử", "A text to try"), value: Workspace.testText,
                hint: visit.t("Chỉ xem, không gửi gì.", "Only to look at; nothing is sent."), required: true, rows: 3)))
            <h3>\(visit.t("Gửi thật một tin", "Send one message for real"))</h3>
            <p>\(visit.t("Tin này sẽ hiện trên kênh thật", "This will appear on the real channel")): <q>\(Workspace.testText)</q></p>
            <form method="post" action="/channels/\(slug)/test" class="inline" \
            data-ask="\(visit.t("Gửi tin thử lên kênh thật?", "Send the test message to the real channel?"))">\(form.token)\
            <button class="button">\(visit.t("Gửi tin thử", "Send the test message"))</button></form>
            </section>
            """
    }
}

/// Switching a channel off and on, and holding it, each with a reason.
struct ChannelSwitches {
    let visit: Visit
    let health: ChannelHealth
    let mayEdit: Bool
    let mayHold: Bool
    let refusal: Refusal?

    private var slug: Slug { health.status.channel.slug }

    var html: HTML {
        let parts = (mayEdit ? power : .empty) + (mayHold ? hold : .empty)
        guard !parts.isEmpty else { return .empty }
        return "<section class=\"card\"><h2>\(visit.t("Tắt, bật, dừng", "Off, on, hold"))</h2>\(parts)</section>"
    }

    private var power: HTML {
        if health.status.switchedOff != nil {
            return reasoned(
                "enable", visit.t("Bật lại kênh", "Switch on again"), visit.t("Đã sửa gì?", "What was put right?"),
                isOpen: true)
        }
        guard health.status.channel.channel.isEnabled else {
            return
                "<p>\(visit.t("Kênh chưa được đưa vào dùng; việc này do quản trị làm.", "The channel is not in use yet; an administrator sees to that."))</p>"
        }
        return (health.restsUntil == nil ? .empty : lifting)
            + reasoned(
                "disable", visit.t("Tắt kênh", "Switch off"),
                visit.t("Vì sao? Bài của kênh vẫn nằm chờ.", "Why? Its posts stay in the queue."), danger: true)
    }

    /// The receiver asked for a rest, and a person may know that it is not needed any more.
    private var lifting: HTML {
        reasoned(
            "enable", visit.t("Gửi tiếp, không chờ nữa", "Go on sending, without the wait"),
            visit.t("Vì sao không cần chờ?", "Why is no wait needed?"), isOpen: true)
    }

    private var hold: HTML {
        if let own = health.holds.first(where: { $0.scope == .channel(slug) }) {
            let form = FormView(visit)
            return """
                <p>\(visit.t("Kênh đang dừng", "The channel is held")): \(own.reason)</p>
                \(form.button(visit.t("Cho gửi lại", "Release"), action: "/channels/\(slug)/release"))
                """
        }
        return reasoned(
            "hold", visit.t("Dừng gửi tạm thời", "Hold for now"), visit.t("Lý do", "Reason"), danger: true)
    }

    private func reasoned(
        _ action: String, _ label: String, _ question: String, isOpen: Bool = false, danger: Bool = false
    ) -> HTML {
        // Only the form that was refused shows what was typed; the ids of the others must differ.
        let isRefused = refusal != nil && visit.path.hasSuffix("/\(action)")
        let form = FormView(visit, isRefused ? refusal : nil)
        return """
            <details class="fold" \(flag: "open", if: isOpen || isRefused)><summary>\(label)</summary>
            <form method="post" action="/channels/\(slug)/\(action)" class="form">\(form.token)
            <div class="field"><label for="reason-\(action)">\(question)</label>\
            <input id="reason-\(action)" name="reason" required value="\(isRefused ? visit.form["reason"] : nil)"></div>
            <div class="form-actions"><button class="button \(danger ? "button-danger" : "button-primary")">\(label)</button></div>
            </form></details>
            """
    }
}
