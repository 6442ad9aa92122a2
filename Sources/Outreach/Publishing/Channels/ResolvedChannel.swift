/// A channel together with its preset, the channel's own settings laid over the preset's.
public struct ResolvedChannel: Sendable, Hashable {
    public let channel: Channel
    public let preset: ChannelPreset

    /// Nil where the preset is not the one the channel names.
    public init?(_ channel: Channel, preset: ChannelPreset) {
        guard channel.preset == preset.slug else { return nil }
        self.channel = channel
        self.preset = preset
    }

    public var slug: Slug { channel.slug }
    public var kind: ChannelKind { preset.kind }
    public var dailyLimit: Int? { channel.dailyLimit ?? preset.dailyLimit }

    /// The channel's windows or else the preset's; the preset's quiet hours hold over both.
    public var hours: PostingHours {
        PostingHours(windows: channel.windows ?? preset.hours.windows, quietHours: preset.hours.quietHours)
    }

    public var push: MetricPush? { preset.push }

    /// How posts leave, where they leave by themselves.
    public var webhook: WebhookDelivery? {
        guard case .webhook(let webhook) = preset.delivery else { return nil }
        return webhook
    }

    /// What a person does, where one has to.
    public var byHand: ByHandDelivery? {
        guard case .byHand(let byHand) = preset.delivery else { return nil }
        return byHand
    }

    /// The name under which the value of one of the preset's secrets is stored: every channel has its own, so that
    /// one page's token never posts to another page by accident.
    public func storedName(ofSecret name: String) -> String {
        channel.secretNames[name] ?? "\(channel.slug).\(name)"
    }

    /// Whether a post goes out with its file: it has one, and the channel takes files.
    public func takesMedia(of post: PostValues) -> Bool { preset.media != nil && !post.media.isEmpty }

    /// Whether its requests say where a post's link goes; what is done by hand is handed the link beside the text.
    public var hasPlaceForLink: Bool {
        webhook?.steps.contains { $0.references.contains(.post(.link)) } ?? true
    }

    /// Whether its requests name the material a post was made from.
    public var sendsMaterial: Bool {
        webhook?.steps.contains { $0.references.contains(.post(.material)) } ?? false
    }

    /// Host and port the publishing request goes to; nil where a target value for them is missing or unfit.
    public var receiver: String? {
        guard let step = webhook?.steps.first(where: { $0.role == .publish }) else { return nil }
        let values = TemplateValues(channel: channel)
        guard let host = try? step.url.filledHost(values) else { return nil }
        let port = try? step.url.port?.filled(values)
        return "\(host):\(port ?? (step.url.scheme == .https ? "443" : "80"))"
    }

    /// The hosts its requests may reach, in lower case.
    public func allowedHosts() throws(TemplateError) -> Set<String> {
        let values = TemplateValues(channel: channel)
        var hosts: Set<String> = []
        for template in webhook?.egress.hosts ?? [] {
            hosts.insert(try URLTemplate.filledHost(template, values))
        }
        return hosts
    }
}
