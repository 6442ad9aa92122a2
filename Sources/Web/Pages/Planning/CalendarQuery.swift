import Foundation
import Operations
import Outreach

/// What an address of the calendar asks for: a view around a day, and what to leave out.
struct CalendarQuery: Sendable {
    enum View: String, Sendable, CaseIterable {
        case month, week, list, day

        /// How many entries of a day are shown before it has to be opened; nil for all.
        var mostOfDay: Int? {
            switch self {
            case .month: 6
            case .week: 12
            case .list: 20
            case .day: nil
            }
        }
    }

    let view: View
    let day: Day
    let unit: Slug?
    let channel: Slug?
    let campaign: Slug?
    /// `planned` or a state of posts.
    let state: String?
    /// What could not be read, in words; the rest holds.
    let mistakes: [String: Message]

    init(_ query: Fields, today: Day) {
        var reader = FormReader(query)
        view = reader.choice("view", of: View.self) ?? .month
        let asked = reader.day("day") ?? today
        // Months outside the years the product answers for lead nowhere.
        day = LunarCalendar.supportedYears.contains(asked.year) ? asked : today
        unit = reader.slug("unit")
        channel = reader.slug("channel")
        campaign = reader.slug("campaign")
        state = query["state"]
        mistakes = reader.mistakes
    }

    /// The days it shows.
    var range: DayRange {
        switch view {
        case .month, .list: return DayRange(monthOf: day)
        case .week:
            let monday = day - (day.isoWeekday - 1)
            return DayRange(monday, monday + 6) ?? DayRange(day)
        case .day: return DayRange(day)
        }
    }

    /// The days before and after.
    var neighbours: (before: Day, after: Day) { (range.first - 1, range.last + 1) }

    var filter: CalendarFilter {
        var filter = CalendarFilter(range: range)
        filter.mostOfDay = view.mostOfDay
        filter.unit = unit
        filter.channel = channel
        filter.campaign = campaign
        filter.state = state == "planned" ? .planned : state.flatMap(PostState.init).map(CalendarFilter.State.post)
        return filter
    }

    /// The same question with another view or day.
    func path(view: View? = nil, day: Day? = nil) -> String {
        let parts: [(String, String?)] = [
            ("view", (view ?? self.view).rawValue), ("day", (day ?? self.day).description),
            ("unit", unit?.description), ("channel", channel?.description), ("campaign", campaign?.description),
            ("state", state),
        ]
        return "/calendar?"
            + parts.compactMap { name, value in value.map { "\(name)=\(LocalPath.encoded($0))" } }
            .joined(separator: "&")
    }
}
