import Operations
import Outreach

/// One entry of a calendar cell: a link, and where it may be moved something to take hold of.
struct CalendarChip: Sendable {
    /// Where a moved chip is sent, and what is known of it now.
    struct Move: Sendable {
        let action: String
        let day: Day
        let time: TimeOfDay
        /// So that a move of something that has changed meanwhile is refused.
        let seen: String
        /// Whether it was sent for review or approved: moving it takes that back.
        let losesReview: Bool
    }

    let path: String?
    let time: TimeOfDay
    let title: String
    let place: String
    let mark: StateMark
    var move: Move?

    func html(_ visit: Visit, isLong: Bool = false) -> HTML {
        let state = visit.t(mark.words)
        let hover = "\(time) · \(title) · \(place) · \(state)"
        let inner: HTML = """
            <span class="chip-mark" aria-hidden="true">\(mark.sign)</span>\
            <time datetime="\(time)">\(time)</time> <span class="chip-title">\(title)</span>\
            <span class="\(isLong ? "chip-place" : "unseen")"> · \(place) · \(state)</span>
            """
        return """
            <li class="chip chip-\(mark.tone.rawValue)" title="\(hover)" \(moving)>\
            \(path.html { "<a href=\"\($0)\" draggable=\"false\">\(inner)</a>" })\(path == nil ? inner : .empty)</li>
            """
    }

    private var moving: HTML {
        move.html { move in
            """
            draggable="true" data-move="\(move.action)" data-day="\(move.day)" data-time="\(move.time)" \
            data-seen="\(move.seen)" data-title="\(title)" \(flag: "data-reviewed", if: move.losesReview)
            """
        }
    }
}
