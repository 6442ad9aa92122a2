import Delivery
import Outreach
import Storage

/// The channels that may send now, with their lanes, as one transaction sees them.
struct SendingQueue {
    /// A channel that sends by itself; known by reference, for it is costly to copy.
    final class Sender: Sendable {
        let channel: ResolvedChannel
        let webhook: WebhookDelivery
        let lane: Lane

        init(_ channel: ResolvedChannel, _ webhook: WebhookDelivery, _ lane: Lane) {
            self.channel = channel
            self.webhook = webhook
            self.lane = lane
        }
    }

    /// By slug; empty where nothing may be sent at all.
    let senders: [Slug: Sender]
    let scope: SendingScope

    init(_ workspace: Workspace, in tx: ReadTransaction) throws {
        let holds = try tx.holds()
        guard !holds.contains(where: { $0.scope == .everything }) else {
            senders = [:]
            scope = SendingScope(channels: [])
            return
        }
        let (disabled, lifted) = (try tx.disabledChannels(), try tx.liftedRests())
        var open: [Slug: Sender] = [:]
        for (slug, sender) in try workspace.channels.senders(in: tx)
        where disabled[slug] == nil && !holds.contains(where: { $0.scope == .channel(slug) }) {
            open[slug] = sender.lane(by: workspace, lifted)
        }
        senders = open
        scope = try SendingScope(channels: Set(open.keys), holds: holds, in: tx)
    }

    /// When each channel's next post falls due; channels without a queue are left out.
    func due(in tx: ReadTransaction) throws -> [ExchangeAnswer.Due] {
        try senders.keys.sorted().compactMap { slug in
            guard let sender = senders[slug], let at = try tx.nextDue(on: slug, scope) else { return nil }
            return ExchangeAnswer.Due(lane: sender.lane, at: at)
        }
    }
}

extension SendingQueue.Sender {
    /// Nil for a channel that is not switched on or sends nothing by itself. Where its rate is counted by a secret it is
    /// not known yet by which.
    convenience init?(_ channel: ResolvedChannel) {
        guard let webhook = channel.webhook, channel.channel.isEnabled else { return nil }
        self.init(channel, webhook, Lane(channel, webhook) { [:] })
    }

    /// The same with the lane of this moment: a secret may have been changed, or a rest lifted.
    fileprivate func lane(by workspace: Workspace, _ lifted: [String: Instant]) -> SendingQueue.Sender {
        var lane = lane
        if case .secret = webhook.limits.key {
            lane = Lane(channel, webhook) { workspace.secretValues(of: channel) }
        } else if lifted[lane.limitKey] == nil {
            return self
        }
        return SendingQueue.Sender(channel, webhook, lane.counted(since: lifted))
    }
}

extension SendingScope {
    fileprivate init(channels: Set<Slug>, holds: [Hold], in tx: ReadTransaction) throws {
        self.init(channels: channels)
        guard !holds.isEmpty else { return }
        let tree = try tx.unitTree()
        for hold in holds {
            switch hold.scope {
            case .unit(let unit): heldUnits.formUnion(tree.subjects(within: unit))
            case .campaign(let campaign): heldCampaigns.insert(campaign)
            case .post(let post): heldPosts.insert(post)
            case .channel, .everything: break
            }
        }
    }
}

extension Lane {
    /// - Parameter secrets: the channel's; asked for only where its rate is counted by one of them.
    init(_ channel: ResolvedChannel, _ webhook: WebhookDelivery, secrets: () -> [String: String]) {
        let host = channel.receiver ?? ""
        let key =
            switch webhook.limits.key {
            case .channel: "channel \(channel.slug)"
            case .preset: "preset \(channel.preset.slug)"
            case .host: "host \(host)"
            case .target(let name): "\(channel.preset.slug) \(name) \(channel.channel.target[name] ?? "")"
            // By its hash, so that the key may be shown and logged.
            case .secret(let name):
                "\(channel.preset.slug) \(name) \(ContentHash.sha256(of: secrets()[name] ?? "").short)"
            }
        self.init(
            channel: channel.slug, host: host, limitKey: key, limits: webhook.limits, promise: webhook.idempotency)
    }

    /// Whose rest a person has lifted is counted anew from then on, so that an engine that runs does not go by the rest it
    /// still knows of.
    func counted(since lifted: [String: Instant]) -> Lane {
        guard let moment = lifted[limitKey] else { return self }
        return Lane(
            channel: channel, host: host, limitKey: "\(limitKey) since \(moment)", limits: limits, promise: promise)
    }
}
