import Outreach

/// The engine's own machine, requests and judgement under a clock that jumps from event to event, with a process that
/// can be killed anywhere. Everything follows from the seed: the same one gives the same run.
///
/// It takes the place of ``EngineLoop`` alone, whose tasks run in no foreseeable order.
public struct SimulatedEngine {
    let clock: SimulatedClock
    let outbox: any Outbox
    let network: any SimulatedNetwork
    let plan: SimulationPlan
    var random: SeededRandom
    var agenda = SimulationAgenda()
    /// Nil while no process runs.
    var machine: DeliveryMachine?
    var life = 0
    var carriers: [Identifier<Post>: AttemptCarrier] = [:]
    var results: [Identifier<Post>: DeliveryResult] = [:]
    var transfers: [Int: SimulatedTransfer] = [:]
    var transferCount = 0
    private var tickAt: Duration?
    private var downFor = Duration.seconds(5)
    public private(set) var trace = SimulationTrace()

    public init(
        outbox: any Outbox, network: any SimulatedNetwork, clock: SimulatedClock, plan: SimulationPlan, seed: UInt64
    ) {
        self.outbox = outbox
        self.network = network
        self.clock = clock
        self.plan = plan
        random = SeededRandom(seed: seed)
    }

    /// Runs to the end of the plan.
    ///
    /// - Throws: what the database threw by itself; nothing may.
    public mutating func run() async throws {
        agenda.add(.start, at: .zero)
        for kill in plan.kills { agenda.add(.kill(downFor: kill.downFor), at: kill.at) }
        for stop in plan.stops { agenda.add(.stop(downFor: stop.downFor), at: stop.at) }
        for jump in plan.jumps { agenda.add(.jump(jump.by), at: jump.at) }
        for (index, person) in plan.people.enumerated() { agenda.add(.person(index), at: person.at) }
        while let (at, event) = agenda.next(), at <= plan.end {
            clock.advance(to: at)
            trace.note(event.name, at)
            try await happen(event)
        }
    }

    private mutating func happen(_ event: SimulationAgenda.Event) async throws {
        switch event {
        case .start: start()
        case .kill(let downFor): kill(downFor: downFor)
        case .stop(let downFor):
            self.downFor = downFor
            tell([.stop])
        case .tick(let life):
            guard life == self.life else { return }
            tickAt = nil
            tell([.tick])
        case .store(let life, let work): if life == self.life { try await store(work) }
        case .answer(let life, let answer): if life == self.life { take(answer) }
        case .connect(let number): connect(number)
        case .arrive(let number): arrive(number)
        case .respond(let number): respond(number)
        case .timeOut(let number): timeOut(number)
        case .jump(let duration):
            clock.jump(by: duration)
            tell([.tick])
        case .person(let index): try await plan.people[index].act()
        }
    }

    private mutating func start() {
        guard machine == nil else { return }
        life += 1
        var machine = DeliveryMachine(
            EngineSettings(transfers: 8), run: .forever(every: .seconds(20)), at: clock.now, seed: random.next())
        let actions = machine.start()
        self.machine = machine
        for action in actions { perform(action) }
    }

    /// The process is gone at once; what has left is on its way all the same.
    mutating func kill(downFor: Duration) {
        guard machine != nil else { return }
        machine = nil
        life += 1
        tickAt = nil
        carriers = [:]
        results = [:]
        for (number, transfer) in transfers {
            if transfer.hasLeft { transfers[number]?.isOver = true } else { transfers[number] = nil }
        }
        agenda.add(.start, at: clock.now.uptime + downFor)
    }

    /// Tells the machine what happened and does what it says.
    mutating func tell(_ events: [EngineEvent]) {
        guard var machine else { return }
        let actions = machine.handle(events, at: clock.now)
        self.machine = machine
        for action in actions { perform(action) }
        guard let machine = self.machine else { return }
        if machine.isOver {
            kill(downFor: downFor)
            downFor = .seconds(5)
        } else if let sleep = machine.deadline(at: clock.now) {
            tick(at: clock.now.uptime + max(sleep, .milliseconds(1)))
        }
    }

    private mutating func tick(at moment: Duration) {
        if let tickAt, tickAt <= moment { return }
        tickAt = moment
        agenda.add(.tick(life: life), at: moment)
    }

    private mutating func take(_ answer: EngineEvent) {
        if case .exchanged(let answer) = answer {
            results = [:]
            for envelope in answer.claimed { carriers[envelope.post] = AttemptCarrier(envelope) }
        }
        tell([answer])
    }

    /// How long something takes: rarely long.
    mutating func some(_ usual: Duration) -> Duration {
        let share = random.unit()
        return usual * (share < 0.9 ? share : share * 20)
    }
}

/// What happened in a run, in short: two runs are the same where these are.
public struct SimulationTrace: Sendable, Hashable {
    public private(set) var events = 0
    /// FNV-1a over names and times.
    public private(set) var digest: UInt64 = 0xCBF2_9CE4_8422_2325

    mutating func note(_ name: StaticString, _ at: Duration) {
        events += 1
        for byte in "\(name) \(at.milliseconds)\n".utf8 { digest = (digest ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
    }
}
