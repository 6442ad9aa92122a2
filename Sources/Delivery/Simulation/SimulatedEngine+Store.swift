import Outreach

/// The engine's actions and its dealings with the database.
extension SimulatedEngine {
    mutating func perform(_ action: EngineAction) {
        switch action {
        case .recover: ask(.recover)
        case .exchange(let ends, let claiming, let dueUntil):
            for end in ends where results[end.post] == nil {
                results[end.post] = carriers.removeValue(forKey: end.post)?.result(end)
            }
            let room = machine.flatMap { claiming ? SendingRoom($0.traffic, at: clock.now.uptime) : nil }
            ask(
                .exchange(
                    Exchange(
                        results: ends.compactMap { results[$0.post] }, room: room, at: clock.now.wall,
                        dueUntil: dueUntil,
                        underWay: Set(carriers.keys).union(ends.map(\.post)))))
        case .make(let call, let post, let captures): make(call, of: post, captures: captures)
        case .close(let post): carriers[post]?.gate.close()
        case .readStops: ask(.readStops)
        case .pause(let reason): ask(.pause(reason))
        case .note(let health): ask(.note(health))
        case .noteRest(let rest): ask(.noteRest(rest))
        case .stopTransfers: stopTransfers()
        }
    }

    private mutating func ask(_ work: SimulatedWork) {
        agenda.add(.store(life: life, work), at: clock.now.uptime + some(.milliseconds(10), slow: .milliseconds(900)))
    }

    /// How long something takes, on a slow database longer.
    private mutating func some(_ usual: Duration, slow: Duration) -> Duration {
        let now = clock.now.uptime
        return some(plan.slowSpells.contains { $0.contains(now) } ? slow : usual)
    }

    /// The database does it now, or refuses; the process may die before it hears of it.
    mutating func store(_ work: SimulatedWork) async throws {
        let now = clock.now.uptime
        let isRefused = plan.diskFailures.contains { $0.contains(now) }
        let answer: EngineEvent?
        switch work {
        case .recover:
            answer =
                isRefused
                ? .recoveryFailed(isLasting: false)
                : .recovered(try await outbox.recover(), rests: try await outbox.rests())
        case .exchange(let exchange):
            answer =
                isRefused
                ? .exchangeFailed(isLasting: false) : .exchanged(try await outbox.exchange(exchange))
        case .readStops: answer = isRefused ? .stopsUnknown : .stops(try await outbox.stops())
        case .pause(let reason):
            if !isRefused { try await outbox.pause(reason) }
            answer = .paused(!isRefused)
        case .note(let health):
            if !isRefused { try await outbox.note(health) }
            answer = nil
        case .noteRest(let rest):
            if !isRefused { try await outbox.note(rest) }
            answer = nil
        }
        guard random.unit() >= plan.killAfterCommit else { return kill(downFor: some(.seconds(60))) }
        if let answer {
            agenda.add(.answer(life: life, answer), at: now + some(.milliseconds(2), slow: .milliseconds(300)))
        }
    }
}
