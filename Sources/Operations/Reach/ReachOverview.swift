public import Outreach
import Storage

/// What the posts of one channel have come to, week by week of their going out.
public struct ChannelReach: Sendable {
    public let channel: Slug
    public let name: LocalizedText
    public let measuredPosts: Int
    public let total: Int
    /// By the Monday of the week; a week without measured posts is missing, not zero.
    public let weeks: [Day: Int]
}

extension Workspace {
    /// One metric by channel over the posts that went out on these days, for the caller's units.
    public func reachOverview(
        of metric: Metric, during range: DayRange, within subject: Slug?, as caller: Caller
    ) async throws -> [ChannelReach] {
        try await database.read { tx in
            try tx.authorise(caller, .view)
            let units = try tx.visibleUnits(within: subject, to: caller)
            let values = try tx.valuesByChannelAndDay(
                of: metric, units: units, from: range.first, through: range.last)
            let known = try channels.channels(in: tx)
            return Dictionary(grouping: values, by: \.channel).map { channel, days in
                ChannelReach(
                    channel: channel,
                    name: known[channel]?.channel.name ?? LocalizedText(vi: "\(channel)", en: "\(channel)"),
                    measuredPosts: days.reduce(0) { $0 + $1.posts }, total: days.reduce(0) { $0 + $1.value },
                    weeks: Dictionary(grouping: days) { $0.day - ($0.day.isoWeekday - 1) }
                        .mapValues { $0.reduce(0) { $0 + $1.value } })
            }.sorted { ($1.total, $0.channel) < ($0.total, $1.channel) }
        }
    }
}
