import Delivery
import Outreach
import Storage

/// The channels that may send now, with their lanes, as one transaction sees them.
struct SendingQueue {
    /// A channel that sends by itself.
    struct Sender {
        let channel: ResolvedChannel
        let webhook: WebhookDelivery
        let lane: Lane
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
        let disabled = try tx.disabledChannels()
        let open = try workspace.channels.channels(in: tx).values.compactMap { channel -> Sender? in
            guard let webhook = channel.webhook, channel.channel.isEnabled, disabled[channel.slug] == nil,
                !holds.contains(where: { $0.scope == .channel(channel.slug) })
            else { return nil }
            return Sender(
                channel: channel, webhook: webhook,
                lane: Lane(channel, webhook) { workspace.secretValues(of: channel) })
        }
        senders = Dictionary(open.map { ($0.channel.slug, $0) }) { first, _ in first }
        scope = try SendingScope(channels: Set(senders.keys), holds: holds, in: tx)
    }

    /// When each channel's next post falls due; channels without a queue are left out.
    func due(in tx: ReadTransaction) throws -> [ExchangeAnswer.Due] {
        try senders.keys.sorted().compactMap { slug in
            guard let sender = senders[slug], let at = try tx.nextDue(on: slug, scope) else { return nil }
            return ExchangeAnswer.Due(lane: sender.lane, at: at)
        }
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
}
