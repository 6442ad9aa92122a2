import Outreach

/// What happened, as the loop tells the machine.
enum EngineEvent: Sendable {
    /// So many posts were settled, and these rests are not over.
    case recovered(Int, rests: [AskedRest] = [])
    case recoveryFailed(isLasting: Bool)
    /// A round with the outbox came back, all of it durable.
    case exchanged(ExchangeAnswer)
    /// A round with the outbox failed and nothing of it was done; it may work later where `isLasting` is false.
    case exchangeFailed(isLasting: Bool)
    /// The request a post waited for is over, after so long.
    case ended(Identifier<Post>, StepEnding, took: Duration)
    case stops(SendingStops)
    case stopsUnknown
    /// Whether all sending is stopped now, as was asked for.
    case paused(Bool)
    /// Time passed.
    case tick
    /// The engine is to end in an orderly way.
    case stop
}

/// What the loop is to do.
enum EngineAction: Sendable, Equatable {
    case recover
    /// Write these outcomes and claim due posts, up to an instant where one is given.
    case exchange([AttemptEnd], claiming: Bool, dueUntil: Instant?)
    /// Begin a post's attempt or go on with it.
    case make(AttemptMachine.Call, of: Identifier<Post>, captures: Captures)
    /// No connection of this post may start any more.
    case close(Identifier<Post>)
    case readStops
    case pause(Message)
    case note(HostHealth)
    case noteRest(AskedRest)
    /// End every transfer still under way.
    case stopTransfers
}

/// How a post's attempt ended, before what was sent and answered is put beside it.
struct AttemptEnd: Sendable, Hashable {
    let post: Identifier<Post>
    let conclusion: Conclusion
    let partsSent: Int
    let at: Instant
}
