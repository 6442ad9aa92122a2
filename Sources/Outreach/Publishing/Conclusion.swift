/// What becomes of a post after an attempt.
public enum Conclusion: Sendable, Hashable {
    case posted(Receipt)
    /// Another attempt follows; in doubt where this one may have gone out.
    case retry(at: Instant, reason: Message, inDoubt: Bool)
    /// It may be out, and only a person can tell.
    case unknown(reason: Message)
    case failed(reason: Message)
    /// There is no time left for another attempt.
    case missed(reason: Message)
    /// The channel is switched off; the post waits with the rest of its queue.
    case channelDisabled(reason: Message)
    /// Nothing left this machine, so it waits as before and no attempt is spent.
    case putBack(reason: Message)
}
