import Outreach

/// What a channel is, when it posts, how hard it may press and what it promises.
struct ChannelDetails {
    let visit: Visit
    let channel: ResolvedChannel

    var html: HTML {
        """
        <section class="card"><h2>\(visit.t("Kênh này là gì", "What it is"))</h2>\(visit.facts(facts))</section>
        <section class="card"><h2>\(visit.t("Khung giờ đăng", "Posting hours"))</h2>\(hours)</section>
        \(promise)\(byHand)
        """
    }

    private var facts: [(String, HTML?)] {
        let source = channel.preset.source
        let target = channel.channel.target.sorted { $0.key < $1.key }
        return [
            (visit.t("Mã", "Id"), "<span class=\"mono\">\(channel.slug)</span>"),
            (
                visit.t("Mẫu", "Preset"),
                "\(visit.t(channel.preset.name)) <span class=\"mono hint\">\(channel.preset.slug)</span>"
            ),
            (
                visit.t("Nguồn của mẫu", "Source of the preset"),
                "\(source.url.map { visit.externalLink($0, source.title) } ?? HTML(text: source.title)), \(visit.t("xem ngày", "looked up on")) \(visit.formats.stamp(source.date))"
            ),
            (
                visit.t("Nơi nhận", "Target"),
                target.isEmpty
                    ? nil
                    : target.enumerated().html {
                        "\($0 > 0 ? "<br>" : .empty)<span class=\"mono\">\($1.key)</span>: \($1.value)"
                    }
            ),
            (visit.t("Độ dài", "Length"), length),
            (
                visit.t("Mỗi ngày", "A day"),
                channel.dailyLimit.map { HTML(text: visit.t("tối đa \($0) bài", "at most \($0) posts")) }
            ),
            (visit.t("Tốc độ", "Pace"), channel.webhook.map { HTML(text: pace($0.limits)) }),
            (
                visit.t("Hạn chót gửi", "Last moment"),
                HTML(
                    text: visit.t(
                        "\((channel.preset.notAfter ?? Post.defaultTolerance).words.vietnamese) sau giờ đăng",
                        "\((channel.preset.notAfter ?? Post.defaultTolerance).words.english) after a post’s moment"))
            ),
        ]
    }

    private var length: HTML? {
        channel.preset.text.map { limit in
            "\(visit.t("tối đa", "at most")) \(visit.formats.number(limit.maximum)) \(visit.t("ký tự", "characters")); \(visit.t(limit.overflow.words))"
        }
    }

    private func pace(_ limits: DeliveryLimits) -> String {
        let together = visit.t("\(limits.concurrency) yêu cầu cùng lúc", "\(limits.concurrency) at a time")
        return limits.rate.map { "\(visit.t($0.words)), \(together)" } ?? together
    }

    private var hours: HTML {
        let windows = channel.hours.windows
        let quiet = channel.hours.quietHours.html {
            "<p>\(visit.t("Giờ nghỉ hằng ngày", "Quiet hours every day")): \($0.from)–\($0.to)</p>"
        }
        guard !windows.isEmpty else {
            return "<p>\(visit.t("Cả ngày, mọi ngày.", "The whole day, every day."))</p>\(quiet)"
        }
        return """
            \(TableView(
                visit.t("Khung giờ đăng", "Posting hours"),
                [
                    .init(name: visit.t("Ngày", "Days")), .init(name: visit.t("Từ", "From")), .init(name: visit.t("Đến", "To")),
                ],
                rows: windows.map { window in
                    [
                        HTML(text: visit.t(window.days.words).sentence), "\(window.span.from)", "\(window.span.to)",
                    ]
                }
            ).html)\(quiet)
            """
    }

    private var promise: HTML {
        guard let webhook = channel.webhook else { return .empty }
        return """
            <section class="card"><h2>\(visit.t("Nếu mất kết nối giữa chừng", "If the connection is lost midway"))</h2>
            <p>\(visit.t(webhook.idempotency.words))</p></section>
            """
    }

    private var byHand: HTML {
        guard let byHand = channel.byHand else { return .empty }
        return """
            <section class="card"><h2>\(visit.t("Đăng bằng tay", "Posted by hand"))</h2>
            <ol>\(byHand.steps.html { "<li>\(visit.t($0))</li>" })</ol>
            <p>\(visit.t("Đăng xong thì ghi lại", "Afterwards one writes down")): \(visit.t(byHand.waitFor.words)).</p></section>
            """
    }
}
