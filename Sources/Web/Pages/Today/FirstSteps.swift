import Operations
import Outreach

/// From an empty workspace to a posted test message, one step after the other, each saying whether it is done.
struct FirstSteps: RouteGroup {
    var routes: [Route] {
        [
            .get("/start", .holding(.administer)) { .page(try await page($0, nil)) },
            .post("/start/trial", .holding(.administer), on: page, save: openTrial),
            .post("/start/test", .holding(.administer), on: page, save: test),
        ]
    }

    private struct Step {
        let title: String
        let text: String
        let action: HTML
        let isDone: Bool
    }

    private func page(_ visit: Visit, _ refusal: Refusal?) async throws -> Page {
        let title = visit.t("Những bước đầu", "First steps")
        let steps = try await steps(visit)
        let done = steps.filter(\.isDone).count
        return Page(
            title, in: .today,
            main: """
                \(visit.heading(title, HTML(text: visit.t(
                    "Xong \(done) trên \(steps.count) bước.", "\(done) of \(steps.count) steps done."))))
                \(FormView(visit, refusal).notice)
                <ol class="steps">\(steps.html { draw($0, visit) })</ol>
                """)
    }

    private func draw(_ step: Step, _ visit: Visit) -> HTML {
        """
        <li class="card"><h2>\(step.title) \(step.isDone
            ? visit.badge(visit.t("xong", "done"), .ok) : visit.badge(visit.t("chưa", "to do"), .quiet))</h2>
        <p>\(step.text)</p>\(step.action)</li>
        """
    }

    private func steps(_ visit: Visit) async throws -> [Step] {
        let caller = try visit.caller
        let view = try await visit.workspace.todayView(as: caller)
        let users = try await visit.workspace.users(as: caller)
        let channels = try await visit.workspace.channelStatuses()
        let roles = Set(users.filter(\.isActive).flatMap(\.grants).map(\.role))
        var tested = PostFilter()
        tested.limit = 1
        tested.states = [.posted]
        let posted = try await visit.workspace.posts(tested, as: caller)
        return [
            Step(
                title: visit.t("1. Đặt mật khẩu", "1. Set your password"),
                text: visit.t("Để lần sau bạn tự vào được.", "So that you can come back by yourself."),
                action: visit.link(visit.t("Mở tài khoản", "Open the account"), "/account", css: "button"),
                isDone: visit.signedIn?.hasPassword ?? false),
            Step(
                title: visit.t("2. Nhập tài liệu, đơn vị và kênh", "2. Bring in materials, units and channels"),
                text: visit.t(
                    "Loa đi kèm kho tài liệu mẫu trong Content/ và các kiểu kênh trong Channels/.",
                    "Loa comes with sample materials in Content/ and kinds of channels in Channels/."),
                action: visit.link(
                    visit.t("Nhập nội dung", "Import the content"), "/settings/upkeep", css: "button"),
                isDone: view.hasContent),
            Step(
                title: visit.t("3. Mời người biên tập và người duyệt", "3. Invite an editor and an approver"),
                text: visit.t(
                    "Bài đăng cần hai người: người viết và người duyệt khác. Mỗi người nhận một đường dẫn đăng nhập dùng một lần.",
                    "A post needs two people: one writes, another approves. Each gets a log-in link that works once."),
                action: visit.link(visit.t("Thêm người", "Add people"), "/settings/people/new", css: "button"),
                isDone: roles.contains(.editor) && roles.contains(.approver)),
            Step(
                title: visit.t("4. Duyệt tài liệu", "4. Approve the materials"),
                text: visit.t(
                    "Tài liệu nhập vào chưa dùng được trước khi có người duyệt, không phải người đã nhập. Đang chờ: \(visit.formats.number(view.materialsInReview)).",
                    "What was imported is of no use before somebody approved it, who did not import it. Waiting: \(visit.formats.number(view.materialsInReview))."
                ),
                action: visit.link(
                    visit.t("Xem tài liệu chờ duyệt", "See what waits"), "/library?state=in-review", css: "button"),
                isDone: view.hasContent && view.materialsInReview == 0),
            Step(
                title: visit.t("5. Bật một kênh", "5. Switch a channel on"),
                text: visit.t(
                    "Thêm trang, nhóm hay cụm loa của đơn vị mình, đưa mã bí mật của nó, rồi bật.",
                    "Add the page, the group or the loudspeakers of your unit, hand in its secrets, then switch it on."
                ),
                action: """
                    <div class="cluster">\(visit.link(visit.t("Thêm kênh", "Add a channel"), "/channels/new", css: "button"))\
                    \(visit.link(visit.t("Xem các kênh", "See the channels"), "/channels", css: "button"))</div>
                    """,
                isDone: channels.contains(where: \.isReady)),
            Step(
                title: visit.t("6. Gửi thử một câu", "6. Send a test sentence"),
                text: visit.t(
                    "Chưa có tài khoản nào cũng thử được: kênh thử gửi thật một câu cố định tới chính máy chủ này.",
                    "No account is needed: the trial channel really sends one fixed sentence, to this very server."),
                action: try await trial(visit, in: channels),
                isDone: try await visit.workspace.hasTestedChannel()),
            Step(
                title: visit.t("7. Đăng bài đầu tiên", "7. Post for the first time"),
                text: visit.t(
                    "Viết một bài, gửi duyệt, người kia duyệt, và xem nó đi đúng giờ.",
                    "Write a post, submit it, let the other approve it, and see it go out on time."),
                action: visit.link(visit.t("Viết bài", "Write a post"), "/posts/new", css: "button"),
                isDone: !posted.isEmpty),
        ]
    }

    // MARK: The trial

    private func trial(_ visit: Visit, in channels: [ChannelStatus]) async throws -> HTML {
        guard let channel = channels.first(where: { $0.channel.slug == Workspace.trialChannel }), channel.isReady else {
            return try await opening(visit)
        }
        let form = FormView(visit)
        return """
            <div class="cluster">\(form.button(
                visit.t("Gửi tin thử", "Send the test message"), action: "/start/test", css: "button button-primary"))\
            \(visit.link(visit.t("Xem đúng yêu cầu sẽ gửi", "See the exact request"), "/channels/\(channel.channel.slug)", css: "button"))</div>
            \(visit.trial.arrived.html { arrived in
                visit.notice(.ok, """
                    \(visit.t("Máy chủ đã nhận lúc", "The server received at")) \(visit.formats.moment(arrived.at)): \
                    <q>\(arrived.text)</q>
                    """)
            })
            \(visit.trial.arrived.isEmpty ? .empty : """
                <p class="hint">\(visit.t(
                    "Thử xong thì tắt kênh thử ở trang của kênh, để kế hoạch không dùng đến nó.",
                    "Once done, switch the trial channel off on its page, so that no plan makes use of it."))</p>
                """)
            """
    }

    private func opening(_ visit: Visit) async throws -> HTML {
        let (tree, today) = (try await visit.workspace.unitTree(), visit.workspace.today)
        let units = try await visit.unitChoices().filter { choice in
            Slug(choice.value).flatMap { tree.units[$0] }?.validity.contains(today) ?? false
        }
        guard !units.isEmpty else {
            return "<p class=\"hint\">\(visit.t("Làm bước 2 trước.", "Do step 2 first."))</p>"
        }
        let form = FormView(visit)
        return form(
            action: "/start/trial", submit: visit.t("Mở kênh thử", "Open a trial channel"),
            form.select("unit", visit.t("Kênh thử của đơn vị", "The unit it belongs to"), units, required: true))
    }

    /// Reads Channels/ again afterwards, which is long work.
    private func openTrial(_ visit: Visit) async throws -> Reply {
        guard let person = visit.person else { throw WebError.notSignedIn }
        var reader = FormReader(visit.form)
        let unit = try reader.requiredSlug("unit")
        try reader.finish()
        let (workspace, caller, port) = (visit.workspace, try visit.caller, visit.trial.port ?? visit.options.port)
        let path = visit.jobs.start(
            Message(vi: "Đang mở kênh thử…", en: "Opening the trial channel…"), for: person.id
        ) { _ in
            try await workspace.registerTrialChannel(of: unit, port: port, as: caller)
            return .done(
                Message(vi: "Kênh thử đã mở. Giờ gửi thử một câu.", en: "The trial channel is open. Send a test now."),
                path: "/start")
        }
        return .seeOther(path)
    }

    private func test(_ visit: Visit) async throws -> Reply {
        guard let person = visit.person, let channel = Workspace.trialChannel else { throw WebError.notSignedIn }
        let (workspace, caller) = (visit.workspace, try visit.caller)
        let path = visit.jobs.start(
            Message(vi: "Đang gửi tin thử…", en: "Sending the test message…"), for: person.id
        ) { _ in
            try await workspace.testChannel(channel, dryRun: false, as: caller).end(at: "/start")
        }
        return .seeOther(path)
    }
}
