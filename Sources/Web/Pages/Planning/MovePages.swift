import Operations
import Outreach

/// Moves a post to another day and time by a form; dragging sends the same form.
struct MovePages: RouteGroup {
    var routes: [Route] {
        [
            .get("/calendar/posts/:post", .holding(.view)) { .page(try await page($0, nil)) },
            .post("/calendar/posts/:post", .holding(.edit), on: page, save: move),
        ]
    }

    private func page(_ visit: Visit, _ refusal: Refusal?) async throws -> Page {
        let found = try await visit.workspace.post(try visit.parameter("post"), as: try visit.caller)
        let post = found.post
        let names = try await PlanningNames(visit)
        let me = try await visit.workspace.me(as: try visit.caller)
        let mayMove = post.state.canMove && me.may(.edit, for: post.unit)
        return Page(
            post.title, in: .calendar,
            main: """
                \(visit.heading(
                    post.title,
                    "\(names.channel(post.channel)) · \(visit.formats.stamp(post.moment)) \(visit.badge(.post(post.state)))",
                    actions: visit.link(visit.t("Mở bài đăng", "Open the post"), "/posts/\(post.id)", css: "button")))
                \(FormView(visit, refusal).notice)
                \(found.holds.html { visit.notice(.bad, HTML(text: visit.t("Đang dừng gửi: \($0.reason)", "Held: \($0.reason)"))) })
                <div class="split">
                <section class="card"><h2>\(visit.t("Nội dung sẽ gửi", "What will be sent"))</h2>\
                <div class="sent text-as-is">\(post.text)</div>\
                \(post.link.html { "<p>\(visit.externalLink($0))</p>" })</section>
                \(mayMove ? form(post, found.holds, visit, refusal) : fixed(post, visit))
                </div>
                """)
    }

    private func fixed(_ post: Post, _ visit: Visit) -> HTML {
        let reason =
            post.state.canMove
            ? visit.t("Bạn không có quyền dời bài của đơn vị này.", "You have no right to move this unit's posts.")
            : visit.t(
                "Bài đang “\(post.state.words.vietnamese)” nên không dời được nữa.",
                "The post is “\(post.state.words.english)”, so it cannot be moved any more.")
        return visit.notice(.quiet, HTML(text: reason))
    }

    private func form(_ post: Post, _ holds: [Hold], _ visit: Visit, _ refusal: Refusal?) -> HTML {
        let form = FormView(visit, refusal)
        let (day, time, _) = post.zone.clock(of: post.moment)
        return """
            <section class="card"><h2>\(visit.t("Dời sang ngày, giờ khác", "Move to another day and time"))</h2>
            \(warning(post, visit))
            \(form(action: "/calendar/posts/\(post.id)", submit: visit.t("Dời bài", "Move the post"), """
                \(form.hidden("seen", String(post.moment.milliseconds)))
                \(form.hidden("back", visit.form["back"] ?? visit.query["back"] ?? ""))
                <div class="row">\(form.input(
                    "day", visit.t("Ngày", "Day"), type: "date", value: day.description, required: true,
                    minimum: visit.workspace.today.description))\
                \(form.input("time", visit.t("Giờ", "Time"), type: "time", value: time.description, required: true))</div>
                \(post.state.isUnderReview ? form.box(
                    "resubmit", visit.t("Gửi duyệt lại ngay", "Submit it again at once"), isChecked: true) : .empty)
                """))</section>
            """
    }

    /// What moving takes back, said before.
    private func warning(_ post: Post, _ visit: Visit) -> HTML {
        switch post.state {
        case .approved:
            let by = post.approval?.by ?? ""
            return visit.notice(
                .warn,
                HTML(
                    text: visit.t(
                        "\(by) đã duyệt bài này. Ngày giờ là một phần của điều đã duyệt: dời thì lần duyệt hết hiệu lực, phải duyệt lại mới đăng.",
                        "\(by) approved this post. The moment is part of that: once moved, it has to be approved again before it is sent."
                    )))
        case .inReview:
            return visit.notice(
                .info,
                HTML(
                    text: visit.t(
                        "Bài đang chờ duyệt; dời thì trở về nháp, trừ khi gửi duyệt lại ngay.",
                        "The post is in review; once moved it is a draft, unless it is submitted again at once.")))
        default: return .empty
        }
    }

    private func move(_ visit: Visit) async throws -> Reply {
        var reader = FormReader(visit.form)
        let day = reader.requiredDay("day")
        let time = reader.time("time")
        if time == nil { _ = reader.required("time") }
        try reader.finish()
        let seen = visit.form["seen"].flatMap(Int64.init).map(Instant.init(milliseconds:))
        let moved = try await visit.workspace.movePost(
            try visit.parameter("post"), to: day, time ?? .midnight, seen: seen, resubmit: visit.form.has("resubmit"),
            as: try visit.caller, mode: .perform)
        let back = visit.form["back"].flatMap { LocalPath($0) }?.path ?? "/calendar?day=\(day)"
        return .seeOther(back, Said(kind: moved.notes.isEmpty ? .done : .warning, message: moved.summary(day, time)))
    }
}

extension PostMoved {
    /// Where it stands now, what became of its approval, and what to look out for.
    fileprivate func summary(_ day: Day, _ time: TimeOfDay?) -> Message {
        let clock = time?.description ?? ""
        var vietnamese = "Đã dời “\(post.title)” sang \(clock) ngày \(day.written)."
        var english = "“\(post.title)” was moved to \(clock) on \(day.written)."
        switch (post.state, lostApproval) {
        case (.inReview, nil):
            vietnamese += " Bài vẫn chờ duyệt."
            english += " It is still in review."
        case (.inReview, _):
            vietnamese += " Lần duyệt cũ hết hiệu lực; bài đã gửi duyệt lại."
            english += " The earlier approval no longer holds; it was submitted again."
        case (_, _?):
            vietnamese += " Lần duyệt cũ hết hiệu lực; bài thành nháp, nhớ gửi duyệt lại."
            english += " The earlier approval no longer holds; it is a draft, so submit it again."
        case (_, nil):
            vietnamese += " Bài là nháp."
            english += " It is a draft."
        }
        return Message(
            vi: ([vietnamese] + notes.map(\.vietnamese)).joined(separator: " "),
            en: ([english] + notes.map(\.english)).joined(separator: " "))
    }
}
