import Documents
import Operations
import Outreach

/// How sending goes: on or off and why, what is late and what keeps it, what nobody knows the end of, and how fast posts
/// went out over the last two weeks.
struct DeliveryPages: RouteGroup {
    var routes: [Route] {
        [.get("/delivery", .holding(.view)) { .page(try await page($0)) }]
    }

    private func page(_ visit: Visit) async throws -> Page {
        let title = visit.t("Việc gửi bài", "Sending")
        let view = try await visit.workspace.deliveryView(as: try visit.caller)
        let names = try await PublishingNames(visit)
        return Page(
            title, in: .posts,
            main: """
                \(visit.heading(
                    title,
                    HTML(
                        text: visit.t(
                            "Bài nào trễ, vì sao, và hai tuần qua đi nhanh chậm ra sao.",
                            "What is late and why, and how fast posts went out these two weeks.")),
                    actions: visit.link(visit.t("Dừng gửi", "Holds"), "/holds", css: "button")))
                \(try await standing(visit))
                \(figures(view, visit))
                \(unknown(view, names, visit))
                \(stuck(view, names, visit))
                \(overdue(view, names, visit))
                \(stopped(view, names, visit))
                \(charts(view, visit))
                """)
    }

    private func standing(_ visit: Visit) async throws -> HTML {
        if let obstacle = try await visit.workspace.judgingObstacle() {
            let remedy: HTML =
                visit.may(.administer)
                ? " \(visit.link(visit.t("Lấy lại nội dung", "Bring the content back"), "/settings/upkeep"))" : .empty
            return visit.notice(.bad, "\(visit.t(obstacle.message))\(remedy)")
        }
        return switch try await visit.workspace.sendingStatus() {
        case .on:
            visit.notice(.ok, HTML(text: visit.t("Đang gửi bình thường.", "Sending is on.")))
        case .held(let hold):
            visit.notice(
                .bad, HTML(text: visit.t("Đã dừng toàn bộ: \(hold.reason)", "Everything is held: \(hold.reason)")))
        case .nobody:
            visit.notice(
                .bad,
                HTML(
                    text: visit.t(
                        "Không có tiến trình nào đang gửi cho không gian làm việc này: bài đến giờ sẽ lỡ. "
                            + "Nhờ người quản máy chủ chạy “loa serve” (không có --no-deliver) hoặc “loa deliver”.",
                        "No process sends for this workspace: posts that are due will be missed. Ask whoever looks after "
                            + "the server to run “loa serve” (without --no-deliver) or “loa deliver”.")))
        case .notThisInstance:
            visit.notice(
                .bad,
                HTML(
                    text: visit.t(
                        "Kho dữ liệu được khôi phục; chưa gửi gì cho đến khi quản trị cho gửi lại.",
                        "The database was restored; nothing is sent until an administrator resumes.")))
        }
    }

    private func figures(_ view: DeliveryView, _ visit: Visit) -> HTML {
        let number = visit.formats.number as (Int) -> String
        return """
            <div class="figures">
            \(visit.figure(number(view.overdueCount), visit.t("bài trễ giờ", "overdue"), path: "#overdue", tone: view.overdueCount > 0 ? .bad : .ok))
            \(visit.figure(number(view.unknownCount), visit.t("bài chưa rõ đã lên chưa", "unknown whether out"), path: "#unknown", tone: view.unknownCount > 0 ? .bad : .ok))
            \(visit.figure(number(view.sending), visit.t("đang gửi", "being sent"), tone: .info))
            \(visit.figure(number(view.waiting), visit.t("đã duyệt, đang chờ", "approved and waiting"), path: "/posts?state=approved", tone: .info))
            \(visit.figure(number(view.days.last?.posted ?? 0), visit.t("đã lên hôm nay", "out today"), tone: .quiet))
            </div>
            """
    }

    private func unknown(_ view: DeliveryView, _ names: PublishingNames, _ visit: Visit) -> HTML {
        guard !view.unknown.isEmpty else { return .empty }
        return """
            <h2 id="unknown">\(visit.t("Chưa rõ đã lên kênh chưa", "Not known whether they are out"))</h2>
            <p class="hint">\(visit.t("Loa không tự gửi lại. Mở từng bài để ghi điều đã thấy.", "Loa does not send these again by itself. Open each to write down what you saw."))</p>
            \(table(visit.t("Bài chưa rõ", "Unknown posts"), view.unknown, names, visit) { entry in
                HTML(text: visit.t(entry.known))
            })
            """
    }

    private func stuck(_ view: DeliveryView, _ names: PublishingNames, _ visit: Visit) -> HTML {
        guard !view.stuck.isEmpty else { return .empty }
        return """
            <h2 id="stuck">\(visit.t("Đang gửi thì tiến trình dừng", "Being sent when the process stopped"))</h2>
            \(table(visit.t("Bài bị bỏ giữa chừng", "Posts left midway"), view.stuck, names, visit) { entry in
                entry.reasons.html { "<p>\(visit.t($0))</p>" }
            })
            """
    }

    private func overdue(_ view: DeliveryView, _ names: PublishingNames, _ visit: Visit) -> HTML {
        guard !view.overdue.isEmpty else {
            return visit.empty(
                visit.t("Không có bài nào trễ giờ", "Nothing is overdue"),
                visit.t("Mọi bài đến giờ đều đã đi hoặc có kết quả.", "Every post that was due is out or settled."))
        }
        return """
            <h2 id="overdue">\(visit.t("Trễ giờ và vì sao", "Overdue, and why"))</h2>
            \(table(visit.t("Bài trễ giờ", "Overdue posts"), view.overdue, names, visit) { entry in
                entry.reasons.html { "<p>\(visit.t($0))</p>" }
            })
            """
    }

    private func table(
        _ caption: String, _ entries: [PostExplanation], _ names: PublishingNames, _ visit: Visit,
        why: (PostExplanation) -> HTML
    ) -> HTML {
        TableView(
            caption,
            [
                .init(name: visit.t("Lúc", "When")), .init(name: visit.t("Bài", "Post")),
                .init(name: visit.t("Kênh", "Channel")), .init(name: visit.t("Vì sao", "Why")),
            ],
            rows: entries.map { entry in
                [
                    visit.formats.stamp(entry.post.moment), visit.link(entry.post.title, "/posts/\(entry.post.id)"),
                    HTML(text: names.channel(entry.post.channel)), why(entry),
                ]
            }
        ).html
    }

    private func stopped(_ view: DeliveryView, _ names: PublishingNames, _ visit: Visit) -> HTML {
        guard !view.switchedOff.isEmpty || !view.resting.isEmpty else { return .empty }
        let channels = view.switchedOff.sorted { $0.key < $1.key }.map { slug, reason in
            [visit.link(names.channel(slug), "/channels/\(slug)"), HTML(text: visit.t(reason))]
        }
        let hosts = view.resting.map { host in
            [
                "<span class=\"mono\">\(host.host)</span>",
                "\(visit.t("không trả lời \(host.failures) lần liền", "did not answer \(host.failures) times in a row"))\(host.openUntil.html { ", \(visit.t("để yên đến", "left alone until")) \(visit.formats.stamp($0))" })",
            ] as [HTML]
        }
        return """
            <h2>\(visit.t("Kênh bị tắt, máy nhận không trả lời", "Channels switched off, receivers that do not answer"))</h2>
            \(TableView(
                visit.t("Kênh bị tắt, máy nhận không trả lời", "Channels switched off, receivers that do not answer"),
                [.init(name: visit.t("Ở đâu", "Where")), .init(name: visit.t("Vì sao", "Why"))],
                rows: channels + hosts
            ).html)
            """
    }

    private func charts(_ view: DeliveryView, _ visit: Visit) -> HTML {
        let days = view.days.map { "\($0.day.day)/\($0.day.month)" }
        let posted = ColumnChart(
            ChartCaption(
                title: visit.t("Bài lên kênh mỗi ngày", "Posts out each day"), unit: visit.t("bài", "posts"),
                language: visit.language),
            subject: visit.t("Ngày", "Day"), groups: days,
            series: [ChartSeries(name: visit.t("Bài", "Posts"), values: view.days.map { Double($0.posted) })])
        let late = ColumnChart(
            ChartCaption(
                title: visit.t("Trễ so với giờ hẹn", "Lateness"), unit: visit.t("giây", "seconds"), fractionDigits: 1,
                language: visit.language),
            subject: visit.t("Ngày", "Day"), groups: days,
            series: [
                ChartSeries(
                    name: visit.t("giữa", "median"),
                    values: view.days.map { $0.posted > 0 ? Double($0.medianLateness) / 1000 : nil }),
                ChartSeries(
                    name: visit.t("95 trên 100 bài", "95 in 100"),
                    values: view.days.map { $0.posted > 0 ? Double($0.percentile95Lateness) / 1000 : nil }),
            ])
        return """
            <h2>\(visit.t("Hai tuần qua", "The last two weeks"))</h2>
            \(visit.chart(posted, id: "posted"))\(visit.chart(late, id: "lateness"))
            """
    }
}

extension PostExplanation {
    /// What is known of the last try: whether bytes may have left, and which status was seen.
    var known: Message {
        guard let attempt = lastAttempt else { return reasons.first ?? post.state.meaning }
        let bytes =
            attempt.bytesMayHaveLeft == false
            ? Message(vi: "dữ liệu chưa rời máy", en: "no bytes left")
            : Message(vi: "dữ liệu có thể đã rời máy", en: "bytes may have left")
        let status =
            attempt.status.map { Message(vi: "bên nhận trả lời HTTP \($0)", en: "the receiver answered HTTP \($0)") }
            ?? Message(vi: "không thấy trả lời", en: "no answer was seen")
        return Message(
            vi: "Lần \(attempt.number): \(bytes.vietnamese), \(status.vietnamese).",
            en: "Attempt \(attempt.number): \(bytes.english), \(status.english).")
    }
}
