import Operations
import Outreach

/// Whole weeks of days as a table; on a narrow screen the same markup reads as a list by day.
struct MonthGrid: Sendable {
    /// What stands in one cell.
    struct Cell: Sendable {
        var observances: [String] = []
        var chips: [CalendarChip] = []
        /// How many more the day holds.
        var hidden = 0
        /// Where all of the day is shown.
        var path: String?
    }

    let visit: Visit
    let caption: String
    /// The days that count; the weeks are filled up with their neighbours.
    let days: DayRange
    let cells: [Day: Cell]
    /// How many chips a cell shows; nil shows all.
    var most: Int?
    /// Chips say their place and state aloud.
    var isLong = false

    var html: HTML {
        """
        <table class="month\(isLong ? " month-long" : "")"><caption class="unseen">\(caption)</caption>
        <thead><tr>\((1...7).html { "<th scope=\"col\">\(visit.formats.shortWeekday($0))</th>" })</tr></thead>
        <tbody>\(weeks.html { week in "<tr>\(week.html(cell))</tr>\n" })</tbody></table>
        """
    }

    private var weeks: [[Day]] {
        let first = days.first - (days.first.isoWeekday - 1)
        let last = days.last + (7 - days.last.isoWeekday)
        return stride(from: first.julianDay, through: last.julianDay, by: 7).map { monday in
            (0..<7).map { Day(julianDay: monday + $0) }
        }
    }

    private func cell(_ day: Day) -> HTML {
        let cell = cells[day] ?? Cell()
        let isBare = cell.chips.isEmpty && cell.observances.isEmpty
        let css = [
            days.contains(day) ? nil : "outside", day == visit.workspace.today ? "today" : nil, isBare ? "bare" : nil,
        ].compactMap(\.self).joined(separator: " ")
        return """
            <td data-day="\(day)" \(attribute: "class", css.isEmpty ? nil : css)>\
            <div class="cell-head">\(number(day, cell))\(lunar(day))</div>\
            \(cell.observances.html { "<p class=\"cell-observance\">\($0)</p>" })\
            \(chips(cell))</td>
            """
    }

    private func number(_ day: Day, _ cell: Cell) -> HTML {
        let today = visit.t("hôm nay", "today")
        let label: HTML = """
            <span class="cell-long">\(visit.formats.fullDay(day))\(day == visit.workspace.today ? " (\(today))" : "")</span>\
            <span class="cell-number" aria-hidden="true">\(day.day)</span>
            """
        return cell.path.map { "<a class=\"cell-day\" href=\"\($0)\">\(label)</a>" as HTML }
            ?? "<span class=\"cell-day\">\(label)</span>"
    }

    /// The day alone, with its month where one begins, as wall calendars have it.
    private func lunar(_ day: Day) -> HTML {
        guard let date = try? LunarCalendar.lunar(of: day) else { return .empty }
        let short = date.day == 1 || day == days.first ? visit.formats.lunar(day) ?? "" : String(date.day)
        return """
            <span class="cell-lunar"><span class="unseen">\(visit.t("âm lịch", "lunar"))</span> \(short)</span>
            """
    }

    private func chips(_ cell: Cell) -> HTML {
        guard !cell.chips.isEmpty else { return .empty }
        let shown = most.map { cell.chips.count > $0 ? cell.chips.prefix($0 - 1) : cell.chips[...] } ?? cell.chips[...]
        let folded = cell.chips.count - shown.count
        return """
            <ul class="chips">\(shown.html { $0.html(visit, isLong: isLong) })</ul>\
            \(folded == 0 ? .empty : more(folded, cell))\(cell.more(visit))
            """
    }

    private func more(_ count: Int, _ cell: Cell) -> HTML {
        let words = visit.t("+\(visit.formats.number(count)) mục nữa", "+\(visit.formats.number(count)) more")
        return """
            <details class="cell-more"><summary>\(words)</summary><ul class="chips">\
            \(cell.chips.suffix(count).html { $0.html(visit, isLong: isLong) })</ul></details>
            """
    }
}

extension MonthGrid.Cell {
    /// The way to the rest of the day.
    func more(_ visit: Visit) -> HTML {
        guard hidden > 0, let path else { return .empty }
        let count = visit.formats.number(hidden)
        return "<a class=\"cell-more\" href=\"\(path)\">\(visit.t("+\(count) mục nữa", "+\(count) more"))</a>"
    }
}
