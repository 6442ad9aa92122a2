/// That a channel does not send, since when and why.
public struct ChannelSwitchedOff: Sendable, Hashable {
    public let reason: Message
    public let at: Instant
    /// Who switched it off; nil where its receiver's answers did.
    public let by: String?

    public init(reason: Message, at: Instant, by: String?) {
        self.reason = reason
        self.at = at
        self.by = by
    }
}
