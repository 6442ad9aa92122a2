import Operations
import Outreach

/// The first page: what is due, what waits for me, what went wrong.
struct TodayPages: RouteGroup {
    var routes: [Route] {
        [.get("/", .signedIn) { .page(try await today($0)) }] + FirstSteps().routes
    }

    private func today(_ visit: Visit) async throws -> Page {
        let view = try await visit.workspace.todayView(as: try visit.caller)
        let title = visit.t("Hôm nay", "Today")
        let day = visit.workspace.today
        return Page(
            title, in: .today,
            main: """
                \(visit.heading(
                    title,
                    "\(visit.formats.weekday(day)), \(visit.formats.day(day)) \(try await sending(view, visit))",
                    actions: actions(view, visit)))
                \(invitation(view, visit))\(warnings(view, visit))\(figures(view, visit))
                \(trouble(view, visit))\(due(view, visit))\(reports(view, visit))
                """)
    }

    /// Whether posts leave; why not is said in the head of every page.
    private func sending(_ view: TodayView, _ visit: Visit) async throws -> HTML {
        if view.hasContent, try await visit.workspace.judgingObstacle() != nil {
            return visit.badge(visit.t("đang không gửi", "not sending"), .bad)
                + " <a href=\"/delivery\">\(visit.t("Vì sao", "Why"))</a>"
        }
        return switch try await visit.workspace.sendingStatus() {
        case .on: visit.badge(visit.t("đang gửi đúng giờ", "sending on time"), .ok)
        case .nobody:
            visit.badge(visit.t("không có máy nào đang gửi", "no process sends"), .bad)
                + " <a href=\"/delivery\">\(visit.t("Vì sao", "Why"))</a>"
        case .held, .notThisInstance: visit.badge(visit.t("đang không gửi", "not sending"), .bad)
        }
    }

    private func actions(_ view: TodayView, _ visit: Visit) -> HTML {
        // Before there are units and channels there is nothing to write for.
        guard view.hasContent else { return .empty }
        return """
            \(visit.may(.edit) && view.hasChannels ? visit.link(visit.t("Viết bài đăng", "Write a post"), "/posts/new", css: "button") : .empty)\
            \(visit.may(.logSessions)
            ? visit.link(
                visit.t("Ghi buổi tuyên truyền", "Log a session"), "/sessions/new", css: "button button-primary") : .empty)
            """
    }

    /// For a workspace where something of the first steps is still missing.
    private func invitation(_ view: TodayView, _ visit: Visit) -> HTML {
        guard visit.may(.administer), !(view.hasContent && view.hasChannels && view.hasPosts) else { return .empty }
        return visit.empty(
            visit.t("Bắt đầu với Loa", "Getting started with Loa"),
            visit.t(
                "Vài bước từ lúc trống đến bài thử đầu tiên.", "A few steps from nothing to a first test message."),
            action: visit.link(visit.t("Xem hướng dẫn", "Show me"), "/start", css: "button button-primary"))
    }

    private func warnings(_ view: TodayView, _ visit: Visit) -> HTML {
        let holds = view.holds.filter { $0.scope != .everything }
        return """
            \(holds.isEmpty ? .empty : visit.notice(.warn, """
                \(visit.t("Đang dừng gửi:", "Held:")) \(holds.map { visit.t($0.scope.words) }.joined(separator: ", ")). \
                \(visit.link(visit.t("Xem", "Look"), "/holds"))
                """))\
            \(view.disabledChannels.isEmpty ? .empty : visit.notice(.bad, """
                \(visit.t("Kênh đang tắt:", "Channels switched off:")) \
                \(view.disabledChannels.html { "\(visit.link($0.description, "/channels/\($0)")) " })
                """))\
            \(materials(view, visit))
            """
    }

    /// No plan can use a material before it was approved.
    private func materials(_ view: TodayView, _ visit: Visit) -> HTML {
        guard view.materialsInReview > 0, visit.may(.approve) || visit.may(.administer) else { return .empty }
        let number = visit.formats.number(view.materialsInReview)
        return visit.notice(
            .info,
            """
            \(visit.t(
                "\(number) tài liệu chờ duyệt; duyệt rồi kế hoạch và bài đăng mới dùng được. Người nhập không tự duyệt.",
                "\(number) materials wait for approval; plans and posts use them after it. Whoever imported cannot approve.")) \
            \(visit.may(.approve)
                ? visit.link(visit.t("Xem và duyệt", "Look and approve"), "/library/review")
                : visit.link(visit.t("Xem", "Look"), "/library?state=in-review"))
            """)
    }

    private func figures(_ view: TodayView, _ visit: Visit) -> HTML {
        let number = visit.formats.number as (Int) -> String
        return """
            <div class="figures">
            \(visit.figure(
                number(view.due.count), visit.t("bài của hôm nay còn phải đi", "posts still to go out today"),
                path: "/posts?from=\(visit.workspace.today)&until=\(visit.workspace.today)", tone: .info))
            \(visit.may(.approve)
                ? visit.figure(
                    number(view.mineToApprove), visit.t("bài chờ tôi duyệt", "posts wait for my approval"),
                    path: "/approvals", tone: view.mineToApprove > 0 ? .warn : .ok)
                : visit.figure(
                    number(view.inReview), visit.t("bài chờ duyệt", "posts in review"), path: "/posts?state=in-review",
                    tone: .info))
            \(visit.figure(
                number(view.wrong), visit.t("bài cần xem: lỗi, chưa rõ, lỡ giờ", "posts to look at: failed, unknown, missed"),
                path: view.wrong > 0 ? "#trouble" : "/posts", tone: view.wrong > 0 ? .bad : .ok))
            \(visit.may(.approve) || visit.may(.edit)
                ? visit.figure(
                    number(view.materialsInReview), visit.t("tài liệu chờ duyệt", "materials in review"),
                    path: "/library?state=in-review", tone: .quiet) : .empty)
            \(visit.figure(
                number(view.sessionsThisMonth), visit.t("buổi trong tháng này", "sessions this month"),
                path: "/sessions", tone: .quiet))
            \(visit.figure(
                number(view.turnsThisMonth), visit.t("lượt người dự trong tháng", "turns this month"),
                path: "/sessions", tone: .quiet))
            </div>
            """
    }

    private func trouble(_ view: TodayView, _ visit: Visit) -> HTML {
        guard !view.trouble.isEmpty else { return .empty }
        return """
            <h2 id="trouble">\(visit.t("Cần người xem", "Somebody has to look"))</h2>
            \(posts(visit.t("Cần người xem", "Somebody has to look"), view.trouble, visit))
            """
    }

    private func due(_ view: TodayView, _ visit: Visit) -> HTML {
        guard !view.due.isEmpty else {
            return visit.empty(
                visit.t("Hôm nay không còn bài nào phải đi", "Nothing more goes out today"),
                visit.t("Xem lịch để biết những ngày tới.", "See the calendar for the coming days."),
                action: visit.link(visit.t("Mở lịch", "Open the calendar"), "/calendar", css: "button"))
        }
        return """
            <h2>\(visit.t("Còn phải đi hôm nay", "Still to go out today"))</h2>
            \(posts(visit.t("Còn phải đi hôm nay", "Still to go out today"), view.due, visit))
            """
    }

    private func posts(_ caption: String, _ posts: [Post], _ visit: Visit) -> HTML {
        TableView(
            caption,
            [
                .init(name: visit.t("Lúc", "When")), .init(name: visit.t("Bài", "Post")),
                .init(name: visit.t("Kênh", "Channel")), .init(name: visit.t("Trạng thái", "State")),
                .init(name: visit.t("Vì sao", "Why"), isMinor: true),
            ],
            rows: posts.map { post in
                [
                    visit.formats.stamp(post.moment), visit.link(post.title, "/posts/\(post.id)"),
                    HTML(text: post.channel.description), visit.badge(post.state),
                    HTML(text: post.reason.map { visit.t($0) } ?? ""),
                ]
            }
        ).html
    }

    private func reports(_ view: TodayView, _ visit: Visit) -> HTML {
        guard !view.reports.isEmpty else { return .empty }
        let today = visit.workspace.today
        return """
            <h2>\(visit.t("Báo cáo sắp đến hạn hoặc trễ", "Reports that are due or late"))</h2>
            \(TableView(
                visit.t("Báo cáo sắp đến hạn hoặc trễ", "Reports that are due or late"),
                [
                    .init(name: visit.t("Báo cáo", "Report")), .init(name: visit.t("Hạn", "Due")),
                    .init(name: visit.t("Tình trạng", "State")),
                ],
                rows: view.reports.map { open in
                    let query = "subject=\(open.subject.id)&period=\(LocalPath.encoded(open.period.code))"
                    return [
                        """
                        \(visit.link(visit.t(open.period.name), "/reports?\(query)"))<br>\
                        <span class="hint">\(visit.t(open.subject.name))</span>
                        """,
                        visit.formats.stamp(open.period.due), state(of: open, query, today, visit),
                    ]
                }).html)
            """
    }

    /// Whether one's own is missing, and whom one waits for.
    private func state(of open: OpenReport, _ query: String, _ today: Day, _ visit: Visit) -> HTML {
        let left = open.period.due - today
        let own: HTML =
            open.own == nil
            ? visit.badge(visit.t("đã nộp", "submitted"), .ok)
            : left < 0
                ? visit.badge(visit.t("trễ \(-left) ngày", "\(-left) days late"), .bad)
                : visit.badge(visit.t("còn \(left) ngày", "\(left) days left"), .info)
        guard open.waitingFor > 0 else { return own }
        return """
            \(own) \(visit.link(
                visit.t("chờ \(open.waitingFor) đơn vị", "waiting for \(open.waitingFor) units"), "/reports/status?\(query)"))
            """
    }
}
