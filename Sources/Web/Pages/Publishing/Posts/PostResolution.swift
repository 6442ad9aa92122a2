import Operations
import Outreach

/// Settling a post that is unknown or was missed, in one step: it is out, or it is not and is to be sent again or changed.
struct PostResolution {
    let visit: Visit
    let reading: PostReading
    let refusal: Refusal?

    var html: HTML {
        let form = FormView(visit, refusal)
        let path = "/posts/\(reading.post.id)/resolve"
        let channel = reading.post.receipt?.link
        return """
            <h3>\(visit.t("Bài đã lên kênh chưa?", "Is it out?"))</h3>
            \(channel.html { "<p>\(visit.externalLink($0))</p>" })
            <div class="resolve">
            <section class="resolve-choice"><h4>\(visit.t("Đã lên", "It is out"))</h4>
            \(form(action: path, submit: visit.t("Ghi là đã đăng", "Write down as posted"), """
                \(form.hidden("finding", "posted"))
                \(form.input("link", visit.t("Đường dẫn của bài", "Link to it"), type: "url"))
                \(ResultFields(form: form, visit: visit).figure(of: reading.channel?.byHand?.waitFor))
                """))</section>
            \(reading.post.state == .unknown ? notOut(form, path) : .empty)
            </div>
            """
    }

    /// Sending again is for what still has its approval; what was taken back is changed or dropped.
    private func notOut(_ form: FormView, _ path: String) -> HTML {
        let again: HTML =
            reading.post.approval == nil
            ? .empty
            : "<button class=\"button button-danger\" name=\"finding\" value=\"again\">\(visit.t("Gửi lại", "Send again"))</button>"
        return """
            <section class="resolve-choice"><h4>\(visit.t("Chưa lên", "It is not out"))</h4>
            \(visit.notice(.warn, HTML(text: visit.t(
            "Nếu bài thật ra đã lên, gửi lại hay sửa rồi gửi sẽ đăng hai lần. Hãy mở kênh xem trước.",
            "If it is out after all, sending it again, as it is or changed, posts it twice. Look at the channel first."))))
            <form method="post" action="\(path)" class="form">\(form.token)
            \(form.box("looked", visit.t("Tôi đã xem kênh: bài không có ở đó", "I looked at the channel: it is not there")))
            <div class="form-actions">\(again)\
            <button class="button" name="finding" value="draft">\(visit.t("Thành nháp để sửa hoặc bỏ", "Make it a draft, to change or drop"))</button></div>
            </form></section>
            """
    }
}

/// The fields in which a result is written down: when, how many, a word.
struct ResultFields {
    let form: FormView
    let visit: Visit

    /// What the channel asks to be counted, nothing where it asks for a link.
    func figure(of record: ByHandDelivery.Record?) -> HTML {
        guard let record, record.metric != nil else { return .empty }
        return form.input(
            "figure", visit.t(record.words).sentence, type: "number", required: true, minimum: "0", maximum: "10000000",
            mode: "numeric")
    }

    func whenAndComment() -> HTML {
        let (day, time, _) = visit.workspace.zone.clock(of: visit.workspace.now)
        return """
            <div class="row">\(form.input(
                "day", visit.t("Ngày đã đăng", "Day it was posted"), type: "date", value: day.description, required: true))
            \(form.input("time", visit.t("Giờ", "Time"), type: "time", value: time.description, required: true))</div>
            \(form.area("comment", visit.t("Ghi chú", "Note"), rows: 2))
            """
    }
}

extension String {
    /// With a capital letter at its beginning.
    var sentence: String { prefix(1).uppercased() + dropFirst() }
}
