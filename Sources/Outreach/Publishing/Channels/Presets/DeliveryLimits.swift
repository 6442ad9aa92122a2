/// How many requests in which time.
public struct RequestRate: Sendable, Hashable, LosslessStringConvertible {
    public let count: Int
    public let per: Duration

    public init?(count: Int, per: Duration) {
        guard count > 0, per > .zero else { return nil }
        self.count = count
        self.per = per
    }

    /// Reads `1/s`, `30/m`, `200/h` or `1000/d`.
    public init?(_ text: String) {
        guard let match = text.wholeMatch(of: /([0-9]{1,6})\/([smhd])/), let count = Int(match.1),
            let seconds = RequestRate.units[String(match.2)]
        else { return nil }
        self.init(count: count, per: .seconds(seconds))
    }

    public var description: String {
        let unit = RequestRate.units.first { per == .seconds($0.value) }?.key ?? "(\(per))"
        return "\(count)/\(unit)"
    }

    private static let units = ["s": 1, "m": 60, "h": 3600, "d": 86_400]
}

/// What a rate is counted by: channels with the same key share it.
public enum LimitKey: Sendable, Hashable {
    case channel
    /// All channels of the preset.
    case preset
    /// Everything that goes to the same host.
    case host
    /// Channels with the same target value, such as one app's id.
    case target(String)
    /// Channels with the same secret, such as one bot's token.
    case secret(String)
}

/// How hard one channel may press its receiver.
public struct DeliveryLimits: Sendable, Hashable {
    /// Nil for no limit but concurrency.
    public let rate: RequestRate?
    /// How many requests may go at once after a pause before the rate holds.
    public let burst: Int
    /// How many requests are under way at the same time.
    public let concurrency: Int
    /// What the rate is counted by.
    public let key: LimitKey

    public init(rate: RequestRate? = nil, burst: Int = 1, concurrency: Int = 1, key: LimitKey = .channel) {
        self.rate = rate
        self.burst = burst
        self.concurrency = concurrency
        self.key = key
    }

    /// One at a time, as fast as the receiver answers.
    public static let standard = DeliveryLimits()
}

/// How long one request may take.
public struct DeliveryTimeouts: Sendable, Hashable {
    public let connect: Duration
    /// From the first byte of connecting to the last byte of the answer.
    public let total: Duration

    public init(connect: Duration, total: Duration) {
        self.connect = connect
        self.total = total
    }

    public static let standard = DeliveryTimeouts(connect: .seconds(5), total: .seconds(20))
}
