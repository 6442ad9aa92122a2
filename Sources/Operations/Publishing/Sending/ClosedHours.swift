import Outreach

/// Whether a channel is within its posting hours, and when they end.
struct Opening {
    let isOpen: Bool
    /// Nil where it is closed already, or never closes.
    let closesAt: Instant?

    init(_ hours: PostingHours, in zone: Zone, at now: Instant) {
        let (day, time, _) = zone.clock(of: now)
        isOpen = hours.isOpen(at: day, time)
        guard isOpen, let closing = hours.nextClosing(from: day, time) else {
            closesAt = nil
            return
        }
        let end = zone.instant(closing.day, closing.time)
        // Of an hour that the zone shows twice the first is meant: what is open now is open for another minute.
        closesAt = end > now ? end : now + .seconds(60)
    }
}

/// That a channel is outside its posting hours: until when, and the reason for people to read.
struct ClosedHours {
    let until: Instant
    let reason: Message

    /// Nil where the channel may post now.
    init?(_ post: Post, _ channel: ResolvedChannel, at now: Instant) {
        let (day, time, _) = post.zone.clock(of: now)
        guard !channel.hours.isOpen(at: day, time) else { return nil }
        let opening = channel.hours.nextOpening(from: day, time)
        let later = opening.map { post.zone.instant($0.day, $0.time) } ?? post.notAfter + .milliseconds(1)
        // At least a minute on, whatever the zone does to the clock: a look that finds the same post again and again
        // would never end.
        let next = max(later, now + .seconds(60))
        // A window that opens after the last moment is waited for no longer than that moment.
        until = min(next, post.notAfter + .milliseconds(1))
        reason = Message(
            vi: "Kênh đang ngoài khung giờ đăng; sẽ gửi lúc \(post.zone.written(next)).",
            en: "The channel is outside its posting hours; it goes out at \(post.zone.written(next)).")
    }
}
