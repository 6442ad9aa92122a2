/// What an answer means for the post.
public enum AnswerVerdict: Sendable, Hashable {
    /// The step worked; what it captured, by name.
    case success(captures: [String: String])
    /// The receiver did not take it and may later; `after` is the wait it asked for, from nothing to a day.
    case retry(after: Duration?, reason: Message)
    /// The receiver refused it and would again: a person has to look at this post.
    case dead(reason: Message)
    /// The receiver would refuse every post of this channel: the channel stops and its queue is kept.
    case disable(reason: Message)
    /// The answer does not tell whether the step worked. Under `idempotency: key` it is tried again; under `none` the
    /// post becomes unknown and a person looks.
    case uncertain(reason: Message)
    /// The receiver has no such post: the answer to a probe.
    case absent
    /// The access token is not valid any more and nothing was done; with a new one the request may be made again.
    case tokenRefused(reason: Message)

    /// Why it did not work; a plain word where it did.
    public var reason: Message {
        switch self {
        case .retry(_, let reason), .dead(let reason), .disable(let reason), .uncertain(let reason),
            .tokenRefused(let reason):
            reason
        case .success: Message(vi: "Đã nhận.", en: "Taken.")
        case .absent: Message(vi: "Máy nhận không có bài này.", en: "The receiver does not have this post.")
        }
    }
}
