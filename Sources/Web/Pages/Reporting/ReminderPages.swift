import Operations
import Outreach

/// Where the reminders of a unit's reports go.
struct ReminderPages: RouteGroup {
    var routes: [Route] { Route.form("/reports/reminders", .holding(.report), show: form, save: save) }

    private func form(_ visit: Visit, _ refusal: Refusal?) async throws -> Page {
        let question = try await ReportQuestion(visit)
        let (subject, _) = try question.required()
        let settings = try await visit.workspace.reminderSettings(of: subject, as: try visit.caller)
        let title = visit.t("Nhắc nộp báo cáo", "Reminders of reports")
        return Page(
            title, in: .reports,
            main: """
                \(visit.heading(title, HTML(text: visit.t(
                    "Mỗi ngày một lần trong giờ làm việc, từ \(Workspace.reminderNotice) ngày trước hạn, khi còn báo cáo chưa nộp.",
                    "Once a day in office hours, from \(Workspace.reminderNotice) days before it is due, while a report is missing."))))
                <section class="card">\(fields(settings, question, visit, refusal))</section>
                \(preview(settings, visit))
                """)
    }

    private func fields(
        _ settings: ReminderSettings, _ question: ReportQuestion, _ visit: Visit, _ refusal: Refusal?
    ) -> HTML {
        let form = FormView(visit, refusal)
        var (mail, channel): (String?, String?) = (nil, nil)
        switch settings.address {
        case .mail(let address): mail = address
        case .channel(let slug): channel = slug.description
        case nil: break
        }
        return form(
            action: "/reports/reminders?\(question.query)", submit: visit.t("Lưu nơi nhận nhắc", "Keep where they go"),
            beside: visit.link(
                visit.t("Về báo cáo", "Back to the report"), "/reports?\(question.query)", css: "button"),
            """
            \(form.input("email", visit.t("Thư điện tử", "E-mail"), type: "email", value: mail, hint: settings.hasMailServer
                ? visit.t("Để trống cả hai ô là không nhắc.", "Both left empty: no reminders.")
                : visit.t("Chưa có máy chủ thư: người quản trị ghi “mail” trong loa.yaml thì thư mới đi.",
                    "There is no mail server: letters go once an administrator has written “mail” in loa.yaml.")))
            \(form.select("channel", visit.t("Hoặc kênh nội bộ", "Or a channel of colleagues"), settings.channels.map {
                Choice(value: $0.slug.description, label: visit.t($0.name)) },
                chosen: channel, empty: visit.t("không qua kênh", "by no channel"),
                hint: visit.t("Chỉ kênh có “reminders: true” trong channels.yaml, để lời nhắc không lên trang công khai.",
                    "Only channels with “reminders: true” in channels.yaml, so that no reminder gets onto a public page.")))
            """)
    }

    private func preview(_ settings: ReminderSettings, _ visit: Visit) -> HTML {
        guard let today = settings.today else {
            return """
                <p class="hint">\(visit.t("Hôm nay không có gì phải nhắc.", "There is nothing to remind of today."))</p>
                """
        }
        return """
            <section class="card"><h2>\(visit.t("Lời nhắc của hôm nay", "What it would say today"))</h2>\
            \(settings.state.html { standing($0, visit) })\
            <h3 lang="vi">\(today.title)</h3><div lang="vi">\(today.text.split(separator: "\n").map(String.init).html { "<p>\($0)</p>" })</div></section>
            """
    }

    private func standing(_ state: ReminderState, _ visit: Visit) -> HTML {
        switch state {
        case .sending: visit.notice(.info, HTML(text: visit.t("Đang được gửi.", "It is being sent.")))
        case .sent: visit.notice(.ok, HTML(text: visit.t("Hôm nay đã gửi.", "It went out today.")))
        case .unclear:
            visit.notice(
                .warn,
                HTML(
                    text: visit.t(
                        "Không rõ lời nhắc hôm nay đã đến chưa. Loa không tự gửi lại; hãy hỏi nơi nhận.",
                        "It is not known whether today’s arrived. Loa does not send it again by itself; ask whoever was "
                            + "to get it.")))
        }
    }

    private func save(_ visit: Visit) async throws -> Reply {
        let question = try await ReportQuestion(visit)
        let (subject, _) = try question.required()
        var reader = FormReader(visit.form)
        let mail = reader.optional("email", longest: 254)
        let channel = reader.slug("channel")
        if mail != nil, channel != nil {
            reader.refuse(
                "channel",
                Message(
                    vi: "Chọn một trong hai: thư điện tử hoặc kênh.", en: "Choose one of the two: e-mail or a channel.")
            )
        }
        try reader.finish()
        let address = channel.map(ReminderAddress.channel) ?? mail.map(ReminderAddress.mail)
        try await visit.workspace.setReminderAddress(address, of: subject, as: try visit.caller, mode: .perform)
        return .done("/reports/reminders?\(question.query)", "Đã lưu nơi nhận nhắc.", "Where reminders go was kept.")
    }
}
