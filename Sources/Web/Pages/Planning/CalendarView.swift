import Operations
import Outreach

/// A stretch of the calendar as one of its views draws it.
struct CalendarView: Sendable {
    let visit: Visit
    let query: CalendarQuery
    let entries: CalendarEntries
    let names: PlanningNames
    let campaigns: [Slug: Campaign]
    let me: Me

    var html: HTML {
        let cells = cells
        let isBare = entries.posts.isEmpty && entries.slots.isEmpty
        return """
            \(navigation)
            \(entries.isCut ? cut : .empty)
            \(isBare && entries.observances.isEmpty ? empty : .empty)
            \(drawn(cells))
            \(isBare ? .empty : legend)
            """
    }

    private func drawn(_ cells: [Day: MonthGrid.Cell]) -> HTML {
        switch query.view {
        case .month, .week:
            MonthGrid(
                visit: visit, caption: title, days: query.range, cells: cells, isLong: query.view == .week
            ).html
        case .list, .day: list(cells)
        }
    }

    private var title: String {
        switch query.view {
        case .month, .list:
            let month = visit.formats.month(query.day.month, query.day.year)
            return month.prefix(1).uppercased() + month.dropFirst()
        case .week: return visit.t("Tuần", "Week") + " " + visit.formats.range(query.range)
        case .day: return visit.formats.fullDay(query.day)
        }
    }

    private var navigation: HTML {
        let neighbours = query.neighbours
        let names: [(CalendarQuery.View, String)] = [
            (.month, visit.t("Tháng", "Month")), (.week, visit.t("Tuần", "Week")),
            (.list, visit.t("Danh sách", "List")),
        ]
        return """
            <div class="calendar-head"><h2>\(title)</h2>
            <nav class="cluster" aria-label="\(visit.t("Thời gian khác", "Other days"))">\
            \(visit.link(visit.t("‹ Trước", "‹ Earlier"), query.path(day: neighbours.before), css: "button button-small"))\
            \(visit.link(visit.t("Hôm nay", "Today"), query.path(day: visit.workspace.today), css: "button button-small"))\
            \(visit.link(visit.t("Sau ›", "Later ›"), query.path(day: neighbours.after), css: "button button-small"))</nav>
            \(visit.tabs(
                visit.t("Cách xem", "View"),
                names.map { (name: $1, path: query.path(view: $0), isCurrent: query.view == $0) }))</div>
            """
    }

    private var empty: HTML {
        visit.empty(
            visit.t("Chưa có gì trong những ngày này", "Nothing in these days"),
            visit.t(
                "Lập một chiến dịch hoặc soạn một bài để thấy ở đây, hoặc bỏ bớt điều kiện lọc.",
                "Plan a campaign or write a post to see it here, or take a filter away."))
    }

    private var cut: HTML {
        visit.notice(
            .warn,
            HTML(
                text: visit.t(
                    "Nhiều quá: chỉ hiện \(visit.formats.number(query.filter.limit)) mục đầu. Lọc theo đơn vị hoặc kênh.",
                    "Too many: only the first \(visit.formats.number(query.filter.limit)) are shown. Filter by unit or channel."
                )))
    }

    private var legend: HTML {
        """
        <p class="legend"><span>\(visit.t("Dấu:", "Signs:"))</span> \(StateMark.all.html { mark in
            "<span><span aria-hidden=\"true\">\(mark.sign)</span> \(visit.t(mark.words))</span> "
        })</p>
        """
    }

    /// One thing that stands on a day.
    private enum Entry {
        case post(CalendarPost, day: Day, time: TimeOfDay)
        case slot(CalendarSlot)
    }

    /// Everything by day and time.
    private var days: [Day: [Entry]] {
        var days: [Day: [Entry]] = [:]
        for post in entries.posts {
            let (day, time) = post.place
            days[day, default: []].append(.post(post, day: day, time: time))
        }
        for slot in entries.slots { days[slot.slot.day, default: []].append(.slot(slot)) }
        if !entries.slots.isEmpty {
            for day in days.keys { days[day]?.sort { order(of: $0) < order(of: $1) } }
        }
        return days
    }

    private func order(of entry: Entry) -> (TimeOfDay, String) {
        switch entry {
        case .post(let post, _, let time): (time, post.title)
        case .slot(let entry): (entry.slot.time, visit.t(entry.slot.what))
        }
    }

    private func chip(_ entry: Entry) -> CalendarChip {
        switch entry {
        case .post(let post, let day, let time): chip(post, (day, time))
        case .slot(let slot): chip(slot)
        }
    }

    private func chip(_ post: CalendarPost, _ place: (day: Day, time: TimeOfDay)) -> CalendarChip {
        let path = "/calendar/posts/\(post.id)"
        var chip = CalendarChip(
            path: path, time: place.time, title: post.title, place: names.channel(post.channel),
            mark: .post(post.state))
        if post.state.canMove, me.may(.edit, for: post.unit) {
            chip.move = .init(
                action: path, day: place.day, time: place.time, seen: String(post.moment.milliseconds),
                losesReview: post.state.isUnderReview)
        }
        return chip
    }

    private func chip(_ entry: CalendarSlot) -> CalendarChip {
        let slot = entry.slot
        let path = slot.path(in: entry.campaign)
        var chip = CalendarChip(
            path: path, time: slot.time, title: visit.t(slot.what), place: names.place(of: slot), mark: StateMark(slot))
        if let campaign = campaigns[entry.campaign], me.may(.plan, for: campaign.owner) {
            chip.move = .init(
                action: "\(path)/move", day: slot.day, time: slot.time, seen: slot.mark, losesReview: false)
        }
        return chip
    }

    private var cells: [Day: MonthGrid.Cell] {
        var cells: [Day: MonthGrid.Cell] = [:]
        let days = days
        let slots = Dictionary(entries.slots.map { ($0.slot.day, 1) }, uniquingKeysWith: +)
        for day in query.range.days {
            let all = days[day] ?? []
            let count = max(all.count, (entries.postsOfDay[day] ?? 0) + (slots[day] ?? 0))
            let most = query.view.mostOfDay ?? count
            let shown = count > most ? all.prefix(most - 1) : all[...]
            let observances = entries.observances.filter {
                $0.dates.first == day || ($0.dates.first < day && day == query.range.first && $0.dates.contains(day))
            }
            cells[day] = MonthGrid.Cell(
                observances: observances.map(words), chips: shown.map(chip), hidden: count - shown.count,
                path: query.path(view: .day, day: day))
        }
        return cells
    }

    /// A stretch is named on its first day shown, with its last.
    private func words(_ occurrence: ObservanceOccurrence) -> String {
        let name = visit.t(occurrence.observance.name)
        guard occurrence.dates.count > 1 else { return name }
        return "\(name) (\(visit.t("đến", "to")) \(visit.formats.shortDay(occurrence.dates.last)))"
    }

    private func list(_ cells: [Day: MonthGrid.Cell]) -> HTML {
        query.range.days.html { day in
            let cell = cells[day] ?? .init()
            guard !cell.chips.isEmpty || !cell.observances.isEmpty else { return .empty }
            return """
                <section class="list-day" id="d-\(day)"><h3 class="day-head">\(visit.formats.fullDay(day)) \
                <span class="hint">\(visit.t("âm lịch", "lunar")) \(visit.formats.lunar(day))</span>\
                \(day == visit.workspace.today ? visit.badge(visit.t("hôm nay", "today"), .info) : .empty)</h3>
                \(cell.observances.html { "<p class=\"cell-observance\">\($0)</p>" })
                <ul class="chips chips-list">\(cell.chips.html { $0.html(visit, isLong: true) })</ul>\
                \(cell.more(visit))</section>
                """
        }
    }
}

extension PostState {
    /// Whether a person may still give it another moment; one that may be out is refused when it is tried.
    var canMove: Bool { (try? after(.edit, mayBeOut: false)) != nil }

    /// Whether moving it takes back what was decided about it.
    var isUnderReview: Bool { self == .inReview || self == .approved }
}
