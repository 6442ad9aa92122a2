public import Outreach
import Storage

/// What a person who comes in the morning has to know.
public struct TodayView: Sendable {
    /// Posts of this day that are still to go out, by hand ones too, in order of their moment.
    public let due: [Post]
    /// How many posts wait for approval that this person may give, and how many of all.
    public let mineToApprove: Int
    public let inReview: Int
    /// Materials in review.
    public let materialsInReview: Int
    /// Posts that failed, were missed, or of which nobody knows whether they went out; the newest first.
    public let trouble: [Post]
    /// How many posts failed, were missed, or of which nobody knows whether they went out.
    public let wrong: Int
    public let sessionsThisMonth: Int
    public let turnsThisMonth: Int
    /// Reports that are near or late, by the day they are due.
    public let reports: [OpenReport]
    public let holds: [Hold]
    public let disabledChannels: [Slug]
    /// Whether there is anything yet of what the first steps lead to.
    public let hasContent: Bool
    public let hasChannels: Bool
    public let hasPosts: Bool

    /// The others are found under Posts.
    static let mostTrouble = 20
}

extension Workspace {
    /// Everything of the caller's units that wants attention today.
    public func todayView(as caller: Caller) async throws -> TodayView {
        let (now, today, zone) = (now, today, zone)
        let disabled = try await channelStatuses().filter { $0.disabledReason != nil }.map(\.channel)
        return try await database.read { tx in
            try tx.authorise(caller, .view)
            let units = try tx.visibleUnits(within: nil, to: caller)
            var due = PostFilter()
            due.units = units
            due.states = [.draft, .inReview, .approved, .sending, .retrying]
            due.from = zone.instant(today, .midnight)
            due.before = zone.instant(today + 1, .midnight)
            due.limit = 50
            var trouble = PostFilter()
            trouble.units = units
            trouble.states = [.failed, .unknown, .missed]
            trouble.from = now - .seconds(30 * 86_400)
            let review = try approvalQueue(of: try SignerCheck(tx), as: caller, in: tx)
            var open = PostFilter()
            open.units = units
            var sessions = SessionFilter()
            sessions.units = units
            // Nobody logs what is still to come, so the whole month is what it has so far, and that is kept.
            sessions.range = DayRange(monthOf: today)
            let month = try tx.sessionTotals(sessions)
            return TodayView(
                due: try tx.posts(due), mineToApprove: review.mine.count,
                inReview: review.mine.count + review.others.count,
                materialsInReview: try tx.libraryCounts()[.inReview] ?? 0,
                trouble: try tx.posts(trouble, order: .latestFirst, after: nil, limit: TodayView.mostTrouble),
                wrong: try tx.postCounts(open, in: [.failed, .unknown, .missed]).values.reduce(0, +),
                sessionsThisMonth: month.sessions, turnsThisMonth: month.turns,
                reports: try openReports(of: caller, in: tx), holds: try holds(visibleTo: caller, in: tx),
                disabledChannels: disabled.filter { units?.contains($0.channel.unit) ?? true }.map(\.slug),
                hasContent: try tx.hasMaterials(),
                hasChannels: try !channels.channels(in: tx).isEmpty, hasPosts: try tx.hasPosts())
        }
    }
}

extension Workspace {
    /// Whether a test message has ever left, on any channel: one of the first steps.
    public func hasTestedChannel() async throws -> Bool {
        try await database.read { try $0.hasAuditEntry(of: "channels.test") }
    }
}
