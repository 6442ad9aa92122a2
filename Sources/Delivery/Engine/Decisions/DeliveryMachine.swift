import Outreach

/// Decides everything about sending: what is claimed and when, which request goes next, what an ending means, when to
/// stop. Pure: events in, actions out; it reads no clock, no database and no network.
struct DeliveryMachine: Sendable {
    /// A claimed post on its way.
    struct Flight: Sendable {
        enum Stage: Sendable, Hashable {
            /// Claimed ahead of a free transfer.
            case waiting
            /// A request is under way.
            case carrying
            /// Between two requests, until the holds were looked at once more.
            case checking
        }

        let envelope: Envelope
        var attempt: AttemptMachine
        var stage: Stage
        /// Whether it was told that no connection of the request under way may start any more.
        var isClosed = false
        /// When its last request began, on the monotonic clock.
        var carriedFrom = Duration.zero
        /// Not before this, on the monotonic clock, does its next request go.
        var restsUntil = Duration.zero
    }

    enum Phase: Sendable, Equatable {
        case starting
        case running
        /// Nothing new begins; what is under way may end until then.
        case stopping(until: Duration)
        /// As stopping, because of what trying again does not mend.
        case failing(until: Duration)
        case ended
    }

    let settings: EngineSettings
    let run: DeliveryRun
    let begin: Moment
    var phase = Phase.starting
    /// Whether it ends because of what trying again does not mend.
    var hasFailed = false
    var summary = DeliverySummary()
    var random: SeededRandom
    var clockWatch: ClockWatch
    /// Why all sending is to be stopped, until that is written down.
    var pauseReason: Message?
    var isPausing = false

    var traffic: Traffic
    var flights: [Identifier<Post>: Flight] = [:]
    /// Claimed posts that wait for a transfer.
    var line = WaitingLine()
    /// How many posts have a transfer.
    var begun = 0

    /// What is to be written down, and when the oldest of it ended.
    var ends: [AttemptEnd] = []
    var oldestEnd = Duration.zero
    /// What the round under way writes down.
    var endsUnderWay: [AttemptEnd] = []
    var isRecovering = false
    var isExchanging = false
    /// When the round under way was asked for.
    var exchangeBeganAt = Duration.zero
    /// Whether nothing was under way when the last round began, so that it saw all there is.
    var lookWasIdle = false
    /// When to look for due posts next, on the monotonic clock; nil while nothing but an ending can change anything.
    var lookAt: Duration?
    var due: [ExchangeAnswer.Due] = []
    /// Not before this is the outbox asked again that refused.
    var storeReadyAt = Duration.zero

    /// When a look at the holds was asked for last; a flight between two requests waits for a look that began after it.
    var stopsReadAt = Duration.zero
    var isReadingStops = false
    /// Whether the last look at the holds succeeded; until one does nothing begins that was claimed before.
    var stopsAreKnown = true
    var needsFreshStops = false
    var hasStoppedTransfers = false

    init(_ settings: EngineSettings, run: DeliveryRun, at now: Moment, seed: UInt64) {
        self.settings = settings
        self.run = run
        begin = now
        stopsReadAt = now.uptime
        traffic = Traffic(settings)
        clockWatch = ClockWatch(now, limit: settings.clockJump)
        random = SeededRandom(seed: seed)
    }

    /// What to do first.
    mutating func start() -> [EngineAction] {
        isRecovering = true
        return [.recover]
    }

    /// Takes what happened, in its order, and says what to do about it.
    mutating func handle(_ events: [EngineEvent], at now: Moment) -> [EngineAction] {
        guard phase != .ended else { return [] }
        var actions: [EngineAction] = []
        watchClock(at: now)
        for event in events { handle(event, at: now, &actions) }
        proceed(at: now, &actions)
        return actions
    }

    private mutating func handle(_ event: EngineEvent, at now: Moment, _ actions: inout [EngineAction]) {
        switch event {
        case .recovered(let count, let rests): recovered(count, rests, at: now)
        case .recoveryFailed(let isLasting): recoveryFailed(isLasting: isLasting, at: now)
        case .exchanged(let answer): exchanged(answer, at: now, &actions)
        case .exchangeFailed(let isLasting): exchangeFailed(isLasting: isLasting, at: now)
        case .ended(let post, let ending, let duration): ended(post, ending, took: duration, at: now, &actions)
        case .stops(let stops): read(stops, at: now, &actions)
        case .stopsUnknown: stopsUnknown(at: now, &actions)
        case .paused(let isPaused): paused(isPaused, at: now)
        case .tick: break
        case .stop: stop(at: now)
        }
    }

    /// Whether there is nothing left to do.
    var isOver: Bool { phase == .ended }

    var isStopping: Bool {
        switch phase {
        case .stopping, .failing: true
        case .starting, .running, .ended: false
        }
    }

    /// Ends at once, whatever could not be written: it is settled by its channel's promise at the next start.
    mutating func abandon() { phase = .ended }

    /// A random number from 0 up to 1, for the jitter of a retry.
    mutating func chance() -> Double { random.unit() }
}
