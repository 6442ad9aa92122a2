import Foundation
import Operations
import Outreach

/// What the list of sessions is asked for in its address.
struct SessionQuestion: Sendable {
    private(set) var unit: Slug?
    private(set) var from: Day?
    private(set) var to: Day?
    private(set) var form: SessionForm?
    private(set) var level: SchoolLevel?
    private(set) var campaign: Slug?
    private(set) var loggedBy: String?
    private var after: SessionPosition?

    /// A day that was typed and cannot be read asks nothing, and the page says so.
    let hasUnreadDay: Bool

    /// What cannot be read asks nothing.
    init(_ visit: Visit) {
        let query = visit.query
        unit = query["unit"].flatMap(Slug.init)
        from = query["from"].flatMap { Day($0) ?? Day(dayFirst: $0) }
        to = query["to"].flatMap { Day($0) ?? Day(dayFirst: $0) }
        hasUnreadDay = (query["from"] != nil && from == nil) || (query["to"] != nil && to == nil)
        form = query["form"].flatMap(SessionForm.init)
        level = query["level"].flatMap(SchoolLevel.init)
        campaign = query["campaign"].flatMap(Slug.init)
        loggedBy = query["by"]
        after = query["after"].flatMap(SessionPosition.init)
    }

    var filter: SessionFilter {
        var filter = SessionFilter()
        if from != nil || to != nil {
            filter.range =
                DayRange(from ?? Day(julianDay: 0), to ?? Day(julianDay: 5_000_000)) ?? from.map { DayRange($0) }
        }
        filter.form = form
        filter.level = level
        filter.campaign = campaign
        filter.loggedBy = loggedBy
        filter.after = after
        return filter
    }

    var isEmpty: Bool { parts.isEmpty }

    func path(after position: SessionPosition?) -> String {
        var question = self
        question.after = position
        return question.path
    }

    func path(loggedBy person: String) -> String {
        var question = self
        question.after = nil
        question.loggedBy = person
        return question.path
    }

    private var path: String {
        let all = parts + [("after", after?.description)].compactMap { name, value in value.map { (name, $0) } }
        let query = all.map { "\($0.0)=\(LocalPath.encoded($0.1))" }.joined(separator: "&")
        return query.isEmpty ? "/sessions" : "/sessions?\(query)"
    }

    private var parts: [(String, String)] {
        [
            ("unit", unit?.description), ("from", from?.description), ("to", to?.description),
            ("form", form?.rawValue), ("level", level?.rawValue), ("campaign", campaign?.description),
            ("by", loggedBy),
        ].compactMap { name, value in value.map { (name, $0) } }
    }
}
