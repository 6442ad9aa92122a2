import Delivery
import Outreach
import Storage

/// A rest that the receiver of a channel asked for and that is not over.
struct ChannelRest {
    let until: Instant
    /// What the channel's rate is counted by now,
    let limitKey: String
    /// and what it was counted by before any rest was lifted.
    let counted: String
}

extension Workspace {
    /// The rest that keeps a channel, and every other under its limit, from sending now.
    func askedRest(of channel: ResolvedChannel, in tx: ReadTransaction) throws -> ChannelRest? {
        guard let webhook = channel.webhook else { return nil }
        let lane = Lane(channel, webhook) { secretValues(of: channel) }
        let limitKey = lane.counted(since: try tx.liftedRests()).limitKey
        guard let until = try tx.askedRests()[limitKey], until > now else { return nil }
        return ChannelRest(until: until, limitKey: limitKey, counted: lane.limitKey)
    }
}
