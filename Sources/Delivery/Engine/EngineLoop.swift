import Outreach

/// Does what the machine says and tells it what came of it; decides nothing.
struct EngineLoop {
    private let outbox: any Outbox
    private let transport: any Transport
    private let keeper: TokenKeeper
    private let clock: EngineClock
    private let mailbox: EngineMailbox
    private let progress: @Sendable (DeliverySummary) -> Void
    private var machine: DeliveryMachine
    private var carriers: [Identifier<Post>: AttemptCarrier] = [:]
    /// Outcomes with what was sent and answered, until they are durable.
    private var results: [Identifier<Post>: DeliveryResult] = [:]
    /// Whose outcomes the round under way writes down.
    private var written: [Identifier<Post>] = []
    /// Requests that go to the transport together, once everything that came was decided about.
    private var orders: [TransferOrder] = []
    private var leaseWatch = LeaseWatch()
    /// How many answers are awaited; a clock that is turned by hand stands still meanwhile.
    private var awaited = 0
    /// Writes down what became known of hosts and the rests that receivers ask for, one after the other: the last word on
    /// each is to stand.
    private var noting: Task<Void, Never>?
    private var timer: (at: Duration, task: Task<Void, Never>)?
    private var failure: (any Error)?

    init(
        _ machine: DeliveryMachine, outbox: any Outbox, transport: any Transport, keeper: TokenKeeper,
        clock: EngineClock, mailbox: EngineMailbox, progress: @escaping @Sendable (DeliverySummary) -> Void
    ) {
        self.machine = machine
        self.outbox = outbox
        self.transport = transport
        self.keeper = keeper
        self.clock = clock
        self.mailbox = mailbox
        self.progress = progress
    }

    /// Runs until the machine has nothing left to do.
    ///
    /// - Throws: what trying again did not mend.
    mutating func run() async throws -> DeliverySummary {
        for action in machine.start() { perform(action, at: clock.now) }
        var told = machine.summary
        while !machine.isOver {
            let events = read(await letters())
            let now = clock.now
            let actions = machine.handle(events, at: now)
            // The outbox first: it works while requests are made up.
            for action in actions where action.isExchange { perform(action, at: now) }
            for action in actions where !action.isExchange { perform(action, at: now) }
            submitOrders()
            if machine.summary != told {
                told = machine.summary
                progress(told)
            }
        }
        timer?.task.cancel()
        await noting?.value
        if let failure, machine.hasFailed { throw failure }
        return machine.summary
    }

    /// What came since the last look, or a tick where time alone has to bring the next event.
    private mutating func letters() async -> [EngineLetter] {
        let come = mailbox.takeNow()
        if !come.isEmpty { return come }
        let now = clock.now
        let sleep = machine.deadline(at: now)
        if let sleep, sleep <= .zero, clock.runsByItself || awaited == 0 { return [.event(.tick)] }
        if clock.runsByItself {
            if let sleep { wake(at: now.uptime + sleep) }
        } else if awaited == 0, let sleep {
            do {
                try await clock.wait(sleep)
                return [.event(.tick)]
            } catch {
                // Whoever turns the clock will not turn it any more: nothing that needs time can be waited for.
                if machine.isStopping { machine.abandon() }
                return [.event(.stop)]
            }
        }
        return await mailbox.take()
    }

    private mutating func wake(at moment: Duration) {
        let now = clock.now.uptime
        if let timer, timer.at > now, timer.at <= moment { return }
        timer?.task.cancel()
        let (clock, mailbox) = (clock, mailbox)
        let task = Task {
            try? await clock.wait(max(moment - now, .zero))
            if !Task.isCancelled { mailbox.post(.event(.tick)) }
        }
        timer = (moment, task)
    }

    /// Turns what came into events: reports are judged, claims get somebody to carry them.
    private mutating func read(_ letters: [EngineLetter]) -> [EngineEvent] {
        let now = clock.now.wall
        return letters.compactMap { letter in
            switch letter {
            case .event(let event):
                if event.isAnswer { awaited -= 1 }
                return event
            case .failed(let event, let error):
                awaited -= 1
                failure = error
                return event
            case .reported(let post, let call, let report):
                awaited -= 1
                let ending = carriers[post]?.ending(of: call, report, at: now)
                return ending.map { .ended(post, $0, took: report.totalDuration) }
            case .renewed(let post, let ending, let secrets):
                awaited -= 1
                carriers[post]?.take(secrets)
                return .ended(post, ending, took: .zero)
            case .exchanged(let answer):
                awaited -= 1
                for post in written { results[post] = nil }
                for envelope in answer.claimed { carriers[envelope.post] = AttemptCarrier(envelope) }
                return .exchanged(answer)
            }
        }
    }
}

extension EngineLoop {
    private mutating func perform(_ action: EngineAction, at now: Moment) {
        switch action {
        case .recover:
            ask {
                .recovered(try await $0.recover(), rests: try await $0.rests())
            } otherwise: {
                .recoveryFailed(isLasting: $0)
            }
        case .exchange(let ends, let claiming, let dueUntil):
            exchange(ends, claiming: claiming, dueUntil: dueUntil, at: now)
        case .make(let call, let post, let captures): make(call, of: post, captures: captures, at: now.wall)
        case .close(let post): carriers[post]?.gate.close()
        case .readStops:
            ask {
                .stops(try await $0.stops())
            } otherwise: { _ in
                .stopsUnknown
            }
        case .pause(let reason):
            ask {
                try await $0.pause(reason)
                return .paused(true)
            } otherwise: { _ in
                .paused(false)
            }
        // For people to look at; nothing depends on it.
        case .note(let health): note { try await $0.note(health) }
        // This engine goes by what it knows itself; where the note fails, the next one is told by the receiver.
        case .noteRest(let rest): note { try await $0.note(rest) }
        case .stopTransfers:
            let transport = transport
            Task { await transport.stop() }
        }
    }

    /// Has the outbox write something down after everything that came before it, and waits for none of it.
    private mutating func note(_ words: @escaping @Sendable (any Outbox) async throws -> Void) {
        let (outbox, earlier) = (outbox, noting)
        noting = Task {
            await earlier?.value
            try? await words(outbox)
        }
    }

    /// Asks the outbox in a task of its own, so that the end of this one cannot take its answer away.
    private mutating func ask(
        _ question: @escaping @Sendable (any Outbox) async throws -> EngineEvent,
        otherwise: @escaping @Sendable (_ isLasting: Bool) -> EngineEvent
    ) {
        awaited += 1
        let (outbox, mailbox) = (outbox, mailbox)
        Task {
            do {
                mailbox.post(.event(try await question(outbox)))
            } catch {
                mailbox.post(.failed(otherwise(error.isLasting), error))
            }
        }
    }

    private mutating func exchange(_ ends: [AttemptEnd], claiming: Bool, dueUntil: Instant?, at now: Moment) {
        written = ends.map(\.post)
        let exchange = Exchange(
            results: ends.compactMap { result(of: $0) },
            room: claiming ? SendingRoom(machine.traffic, at: now.uptime) : nil, at: now.wall, dueUntil: dueUntil,
            underWay: leaseWatch.isDue(at: now.uptime) ? Set(carriers.keys).union(results.keys) : nil)
        awaited += 1
        let (outbox, mailbox) = (outbox, mailbox)
        Task {
            do {
                mailbox.post(.exchanged(try await outbox.exchange(exchange)))
            } catch {
                mailbox.post(.failed(.exchangeFailed(isLasting: error.isLasting), error))
            }
        }
    }

    /// What is written down of an attempt; kept, for a round that fails is done again.
    private mutating func result(of end: AttemptEnd) -> DeliveryResult? {
        if let known = results[end.post] { return known }
        let result = carriers.removeValue(forKey: end.post)?.result(end)
        results[end.post] = result
        return result
    }

    private mutating func make(
        _ call: AttemptMachine.Call, of post: Identifier<Post>, captures: Captures, at now: Instant
    ) {
        awaited += 1
        let mailbox = mailbox
        if call == .refresh, let carrier = carriers[post] {
            let keeper = keeper
            Task {
                let (ending, secrets) = await carrier.renew(by: keeper)
                mailbox.post(.renewed(post, ending, secrets: secrets))
            }
            return
        }
        do throws(RequestPreparationError) {
            guard let request = try carriers[post]?.request(for: call, captures: captures, at: now) else {
                let nobody = StepEnding.broken(.withheld, bytesMayHaveLeft: false)
                return mailbox.post(.event(.ended(post, nobody, took: .zero)))
            }
            orders.append(TransferOrder(request) { mailbox.post(.reported(post, call, $0)) })
        } catch {
            mailbox.post(.event(.ended(post, .unprepared(error), took: .zero)))
        }
    }
}

extension EngineLoop {
    private mutating func submitOrders() {
        guard !orders.isEmpty else { return }
        transport.submit(orders)
        orders.removeAll(keepingCapacity: true)
    }
}

extension EngineAction {
    fileprivate var isExchange: Bool { if case .exchange = self { true } else { false } }
}

extension EngineEvent {
    /// Whether somebody was asked for it, rather than that it came by itself.
    fileprivate var isAnswer: Bool {
        switch self {
        case .tick, .stop: false
        default: true
        }
    }
}

extension Error {
    /// Whether trying again will not mend it.
    fileprivate var isLasting: Bool {
        switch (self as? any ReadableError)?.kind {
        case .tryAgain, .unavailable: false
        default: true
        }
    }
}
