import Operations
import Outreach

/// The incident hold: over everything in one click, over a unit, campaign or channel with a reason.
struct HoldPages: RouteGroup {
    var routes: [Route] {
        [
            .get("/holds", .holding(.view)) { .page(try await page($0, nil)) },
            .post("/holds", .holding(.hold), on: page, save: hold),
            .post("/holds/release", .holding(.hold), on: page, save: release),
            .post("/holds/resume", .holding(.administer), on: page, save: resume),
        ]
    }

    private func page(_ visit: Visit, _ refusal: Refusal?) async throws -> Page {
        let title = visit.t("Dừng gửi", "Holds")
        let holds = try await visit.workspace.holds(as: try visit.caller)
        return Page(
            title, in: .posts,
            main: """
                \(visit.heading(title, HTML(text: visit.t(
                    "Dừng gửi ngay cho toàn bộ, một đơn vị, chiến dịch hay kênh. Bài đã hết hạn trong lúc dừng sẽ thành “lỡ giờ”, không tràn ra sau.",
                    "Stop sending at once for everything, a unit, a campaign or a channel. Posts whose time runs out meanwhile become “missed”; nothing floods out afterwards.")), actions: visit.link(
                        visit.t("Việc gửi bài", "Sending"), "/delivery", css: "button")))
                \(try await restored(visit))\(list(holds, visit))\(try await form(visit, refusal))
                """)
    }

    private func restored(_ visit: Visit) async throws -> HTML {
        guard try await visit.workspace.sendingStatus() == .notThisInstance else { return .empty }
        let resuming: HTML =
            try await visit.may(.administer)
            ? setAside(visit)
                + FormView(visit).button(
                    visit.t("Cho phép gửi trở lại", "Allow sending again"), action: "/holds/resume",
                    css: "button button-danger") : .empty
        return """
            <section class="card"><h2>\(visit.t("Kho dữ liệu được khôi phục", "A restored database"))</h2>
            <p>\(visit.t(
                "Không có gì được gửi cho đến khi quản trị xác nhận đây là kho chính, để không bài nào đi hai lần.",
                "Nothing is sent until an administrator confirms that this is the one in use, so that no post goes out twice."))</p>
            \(resuming)
            </section>
            """
    }

    /// What resuming will set aside, to be read before it is pressed.
    private func setAside(_ visit: Visit) async throws -> HTML {
        let report = try await visit.workspace.resumePreview(as: try visit.caller)
        return posts(report.toSettle, report.wordsToSettle, visit) + posts(report.repeated, report.wordsRepeated, visit)
            + "<p>\(visit.t(ResumeReport.lookThrough))</p>"
    }

    private func posts(_ posts: [Post], _ words: Message, _ visit: Visit) -> HTML {
        guard !posts.isEmpty else { return .empty }
        return """
            <p>\(visit.t(words))</p>
            <details class="fold"><summary>\(visit.t("Xem các bài", "See the posts"))</summary><ul>\(posts.prefix(200).html { post in
                """
                <li>\(visit.formats.moment(post.moment)) · \(post.channel.description) · \
                <a href="/posts/\(post.id)">\(post.title)</a></li>
                """
            })</ul></details>
            """
    }

    private func list(_ holds: [Hold], _ visit: Visit) -> HTML {
        guard !holds.isEmpty else {
            return visit.empty(
                visit.t("Không có gì đang bị dừng", "Nothing is held"),
                visit.t("Không lệnh dừng nào giữ bài lại.", "No hold keeps any post in."))
        }
        return TableView(
            visit.t("Đang dừng", "Held now"),
            [
                .init(name: visit.t("Phạm vi", "What")), .init(name: visit.t("Lý do", "Reason")),
                .init(name: visit.t("Người dừng", "By"), isMinor: true),
                .init(name: visit.t("Từ lúc", "Since"), isMinor: true), .init(name: ""),
            ],
            rows: holds.map { hold in
                [
                    HTML(text: visit.t(hold.scope.words)), HTML(text: hold.reason), HTML(text: hold.by),
                    visit.formats.stamp(hold.at),
                    visit.mayRelease(hold)
                        ? FormView(visit).button(
                            visit.t("Cho gửi lại", "Release"), action: "/holds/release",
                            values: ["scope": hold.scope.description]) : .empty,
                ]
            }
        ).html
    }

    private func form(_ visit: Visit, _ refusal: Refusal?) async throws -> HTML {
        guard visit.may(.hold) else { return .empty }
        let form = FormView(visit, refusal)
        return """
            <section class="card"><h2>\(visit.t("Dừng thêm", "Hold something"))</h2>
            \(form(action: "/holds", submit: visit.t("Dừng gửi", "Hold"), danger: true, """
                \(form.select(
                    "scope", visit.t("Phạm vi", "What"), try await scopes(visit), chosen: visit.query["scope"], required: true))
                \(form.input(
                    "reason", visit.t("Lý do", "Reason"),
                    hint: visit.t("Mọi người sẽ thấy lý do này.", "Everybody will see this reason."), required: true))
                """))
            </section>
            """
    }

    private func scopes(_ visit: Visit) async throws -> [Choice] {
        let caller = try visit.caller
        let tree = try await visit.workspace.unitTree()
        let mayHold = { (unit: Slug) in visit.person?.may(.hold, for: unit, in: tree) ?? false }
        let units = tree.units.values.filter { mayHold($0.id) }.inOrder(of: \.name.vi).map {
            Choice(value: "unit \($0.id)", label: visit.t($0.name), group: visit.t("Đơn vị", "Units"))
        }
        let campaigns = try await visit.workspace.campaigns(as: caller).filter { mayHold($0.owner) }.map {
            Choice(value: "campaign \($0.id)", label: visit.t($0.name), group: visit.t("Chiến dịch", "Campaigns"))
        }
        let statuses = try await visit.workspace.channelStatuses().filter { mayHold($0.channel.channel.unit) }
        let channels = statuses.map {
            Choice(
                value: "channel \($0.channel.channel.slug)", label: visit.t($0.channel.channel.name),
                group: visit.t("Kênh", "Channels"))
        }
        return [Choice(value: "everything", label: visit.t("Toàn bộ", "Everything"))] + channels + campaigns + units
    }

    private func hold(_ visit: Visit) async throws -> Reply {
        var reader = FormReader(visit.form)
        let scope = try scope(&reader)
        let reason = reader.required("reason", longest: 300)
        try reader.finish()
        _ = try await visit.workspace.hold(scope, reason: reason, as: try visit.caller, mode: .perform)
        return .done(
            visit.form["back"] ?? "/holds",
            Message(
                vi: "Đã dừng gửi \(scope.words.vietnamese). Không kết nối mới nào được mở.",
                en: "Sending is held for \(scope.words.english). No new connection is opened."))
    }

    private func release(_ visit: Visit) async throws -> Reply {
        var reader = FormReader(visit.form)
        let scope = try scope(&reader)
        if let next = try await visit.workspace.release(scope, as: try visit.caller, mode: .perform) {
            return .done("/holds", next.wordsOfNext)
        }
        return .done(
            "/holds",
            Message(
                vi: "Đã cho gửi lại \(scope.words.vietnamese).", en: "Sending goes on for \(scope.words.english)."))
    }

    private func resume(_ visit: Visit) async throws -> Reply {
        let report = try await visit.workspace.resumeDelivery(as: try visit.caller, mode: .perform)
        guard !report.toSettle.isEmpty else {
            return .done("/holds", "Đã cho phép gửi trở lại.", "Sending is allowed again.")
        }
        return .done(
            "/posts?state=to-settle",
            Message(
                vi:
                    "Đã cho phép gửi trở lại. \(report.toSettle.count) bài có thể đã ra kênh: xem kênh rồi ghi lại từng bài.",
                en:
                    "Sending is allowed again. \(report.toSettle.count.of("post", "posts")) may be out: look at their channels and write "
                    + "down each."))
    }

    private func scope(_ reader: inout FormReader) throws -> HoldScope {
        let text = reader.required("scope")
        guard let scope = HoldScope(text) else {
            reader.refuse(
                "scope", Message(vi: "Hãy chọn một mục trong danh sách.", en: "Choose one of the list."))
            throw FormError.mistakes(reader.mistakes)
        }
        return scope
    }
}

extension Visit {
    /// Spares a click that would be refused: a hold is lifted by whoever set it, or by an administrator.
    func mayRelease(_ hold: Hold) -> Bool {
        may(.hold) && (may(.administer) || hold.by == person?.id.description)
    }
}
