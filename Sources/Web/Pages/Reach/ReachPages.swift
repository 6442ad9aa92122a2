import Documents
import Operations
import Outreach

/// Reach over time and by channel, with the figures beside.
struct ReachPages: RouteGroup {
    var routes: [Route] {
        [.get("/reach", .holding(.view)) { .page(try await overview($0)) }] + SampleEntryPages().routes
    }

    private struct Question {
        let metric: Metric
        let range: DayRange
        let unit: Slug?
        /// Whether more was asked for than is drawn.
        let isCut: Bool
    }

    /// Five years of weeks are as many as a chart can show.
    private static let longest = 5 * 366

    private func question(_ visit: Visit) throws -> Question {
        var reader = FormReader(visit.query)
        let metric = reader.choice("metric", of: Metric.self) ?? .views
        let until = reader.day("until") ?? visit.workspace.today
        let from = reader.day("from") ?? until - 91
        let unit = reader.slug("unit")
        try reader.finish()
        let range = DayRange(from, until) ?? DayRange(until, from) ?? DayRange(until)
        guard range.count > Self.longest, let last = DayRange(range.last - Self.longest + 1, range.last) else {
            return Question(metric: metric, range: range, unit: unit, isCut: false)
        }
        return Question(metric: metric, range: last, unit: unit, isCut: true)
    }

    private func overview(_ visit: Visit) async throws -> Page {
        let question = try question(visit)
        let title = visit.t("Tiếp cận", "Reach")
        let channels = try await visit.workspace.reachOverview(
            of: question.metric, during: question.range, within: question.unit, as: try visit.caller)
        return Page(
            title, in: .reach,
            main: """
                \(visit.heading(
                    title,
                    HTML(text: visit.t(
                        "Lượt không phải là người: một người xem hai lần là hai lượt. Số của các kênh không cộng vào nhau.",
                        "Turns are not people: one person who looks twice is two. Channels are not added up.")),
                    actions: actions(visit)))
                \(try await filters(question, visit))
                <div id="reach">\(question.isCut ? visit.notice(.warn, HTML(text: visit.t(
                    "Mỗi lần xem nhiều nhất năm năm; dưới đây là năm năm cuối.",
                    "Five years at a time are the most; these are the last five."))) : .empty)\(channels.isEmpty ? nothing(visit) : drawn(channels, question, visit))</div>
                """)
    }

    private func actions(_ visit: Visit) -> HTML {
        let links = visit.link(visit.t("Liên kết có đếm", "Counted links"), "/reach/links", css: "button")
        guard visit.may(.recordReach) else { return links }
        return """
            \(links)\(visit.link(visit.t("Nhập từ tệp", "Import a file"), "/reach/import", css: "button"))\
            \(visit.link(visit.t("Ghi số đo", "Type in a figure"), "/reach/new", css: "button button-primary"))
            """
    }

    private func filters(_ question: Question, _ visit: Visit) async throws -> HTML {
        let form = FormView(visit)
        return visit.filters(
            action: "/reach", target: "reach",
            """
            \(form.select(
                "metric", visit.t("Số đo", "Metric"),
                Metric.allCases.map { Choice(value: $0.rawValue, label: visit.t($0.words)) },
                chosen: question.metric.rawValue))\
            \(form.select(
                "unit", visit.t("Đơn vị", "Unit"), try await visit.unitChoices(), chosen: question.unit?.description,
                empty: visit.t("Mọi đơn vị của tôi", "All my units")))\
            \(form.input(
                "from", visit.t("Đăng từ ngày", "Posted from"), type: "date", value: question.range.first.description))\
            \(form.input(
                "until", visit.t("Đến ngày", "Until"), type: "date", value: question.range.last.description))
            """)
    }

    private func nothing(_ visit: Visit) -> HTML {
        visit.empty(
            visit.t("Chưa có số đo nào", "No figures yet"),
            visit.t(
                "Kênh tự động lấy số sau khi đăng; với loa, bản in và nhóm Zalo thì người ghi nhập tay. Thiếu số không có nghĩa là bằng không.",
                "Automatic channels are asked after posting; for loudspeakers, print and groups somebody types the figures in. Missing is not zero."
            ),
            action: visit.may(.recordReach)
                ? visit.link(visit.t("Ghi số đo", "Type in a figure"), "/reach/new", css: "button button-primary")
                : .empty)
    }

    private func drawn(_ channels: [ChannelReach], _ question: Question, _ visit: Visit) -> HTML {
        let words = visit.t(question.metric.words).sentence
        let bars = BarChart(
            ChartCaption(
                title: visit.t("\(words) theo kênh", "\(words) by channel"), unit: words, language: visit.language),
            subject: visit.t("Kênh", "Channel"),
            bars: channels.map { ChartBar(name: visit.t($0.name), value: Double($0.total)) })
        return """
            \(visit.chart(bars, id: "by-channel"))\(visit.chart(lines(channels, question, visit), id: "by-week"))
            \(table(channels, words, visit))
            """
    }

    private func lines(_ channels: [ChannelReach], _ question: Question, _ visit: Visit) -> LineChart {
        let first = question.range.first - (question.range.first.isoWeekday - 1)
        let mondays = stride(from: first.julianDay, through: question.range.last.julianDay, by: 7)
            .map { Day(julianDay: $0) }
        let words = visit.t(question.metric.words).sentence
        return LineChart(
            ChartCaption(
                title: visit.t(
                    "\(words) của các bài đăng trong từng tuần", "\(words) of the posts of each week"), unit: words,
                language: visit.language), days: mondays,
            series: channels.prefix(6).map { channel in
                ChartSeries(
                    name: visit.t(channel.name), values: mondays.map { channel.weeks[$0].map(Double.init) })
            })
    }

    private func table(_ channels: [ChannelReach], _ words: String, _ visit: Visit) -> HTML {
        TableView(
            visit.t("Theo kênh", "By channel"),
            [
                .init(name: visit.t("Kênh", "Channel")),
                .init(name: visit.t("Số bài đã đo", "Posts measured"), isNumber: true),
                .init(name: words, isNumber: true),
                .init(name: visit.t("Trung bình một bài", "Average per post"), isNumber: true, isMinor: true),
            ], isCaptionShown: true,
            rows: channels.map { channel in
                [
                    visit.link(visit.t(channel.name), "/posts?channel=\(channel.channel)&state=posted"),
                    HTML(text: visit.formats.number(channel.measuredPosts)),
                    HTML(text: visit.formats.number(channel.total)),
                    HTML(
                        text: NumberFormatting.decimal(
                            Double(channel.total) / Double(max(1, channel.measuredPosts)), fractionDigits: 1,
                            visit.language)),
                ]
            }
        ).html
    }
}
