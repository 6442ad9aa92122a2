/// Whether a channel is open when a post wants to go out, and if not, what becomes of the post.
public enum PostOpening: Sendable, Hashable {
    case open
    /// It waits until then, within its last moment.
    case later(Day, TimeOfDay)
    /// The channel opens only after its last moment.
    case tooLate(Day, TimeOfDay)
    case never
}

extension PostingHours {
    public func opening(for post: Post) -> PostOpening {
        opening(for: post.moment, notAfter: post.notAfter, in: post.zone)
    }

    public func opening(for moment: Instant, notAfter: Instant, in zone: Zone) -> PostOpening {
        let (day, time, _) = zone.clock(of: moment)
        guard !isOpen(at: day, time) else { return .open }
        guard let opening = nextOpening(from: day, time) else { return .never }
        return zone.instant(opening.day, opening.time) <= notAfter
            ? .later(opening.day, opening.time) : .tooLate(opening.day, opening.time)
    }
}
