import Outreach

/// Rounds with the outbox: outcomes in groups, claims for as many as there is room for.
extension DeliveryMachine {
    mutating func recovered(_ count: Int, _ rests: [AskedRest], at now: Moment) {
        isRecovering = false
        for rest in rests { _ = traffic.rest(rest.limitKey, until: now.uptime + (rest.until - now.wall)) }
        summary.recovered = count
        lookAt = now.uptime
        if phase == .starting { phase = .running }
    }

    /// Nothing is sent before it is settled what a dead process left.
    mutating func recoveryFailed(isLasting: Bool, at now: Moment) {
        isRecovering = false
        storeReadyAt = now.uptime + settings.storeDelay
        if isLasting || !runsOn, phase == .starting { fail(until: now.uptime) }
    }

    private mutating func fail(until end: Duration) {
        hasFailed = true
        phase = .failing(until: end)
    }

    /// Whether this run waits for a database that is busy or full, rather than telling whoever asked for it.
    private var runsOn: Bool { if case .forever = run { true } else { false } }

    mutating func exchanged(_ answer: ExchangeAnswer, at now: Moment, _ actions: inout [EngineAction]) {
        isExchanging = false
        for end in endsUnderWay {
            if answer.stale.contains(end.post) { summary.stale += 1 } else { summary.count(end.conclusion) }
        }
        endsUnderWay = []
        due = answer.due
        // A claim asks for the holds, too; one that took long tells of them as they were.
        if !answer.claimed.isEmpty, now.uptime - exchangeBeganAt >= settings.stopsPatience {
            stopsAreKnown = false
            needsFreshStops = true
        }
        take(answer.claimed, at: now, &actions)
        lookAt = answer.hasMore ? now.uptime : nextLook(at: now)
        // Of a round that ended early nobody knows yet what there is.
        if answer.hasMore { lookWasIdle = false }
    }

    /// Nothing was written and nothing claimed: the outcomes wait, and so does everything else.
    mutating func exchangeFailed(isLasting: Bool, at now: Moment) {
        isExchanging = false
        if isLasting, isFailing {
            // Alone and still refused: it is settled by its channel's promise at the next start.
            endsUnderWay = []
            return
        }
        if !endsUnderWay.isEmpty, ends.isEmpty { oldestEnd = now.uptime }
        ends = endsUnderWay + ends
        endsUnderWay = []
        if isLasting || !runsOn && flights.isEmpty && ends.isEmpty {
            stop(at: now)
            fail(until: now.uptime + settings.grace)
        } else {
            storeReadyAt = now.uptime + settings.storeDelay
            lookAt = storeReadyAt
        }
    }

    /// Whether a round is worth its commit now.
    func wantsExchange(at now: Moment) -> Bool {
        guard !isExchanging, phase != .starting, now.uptime >= storeReadyAt else { return false }
        if !ends.isEmpty {
            let hasWaited = now.uptime - oldestEnd >= settings.groupDelay
            if hasWaited || begun == 0 || ends.count >= settings.groupSize { return true }
        }
        return mayClaim && lookAt.map { $0 <= now.uptime } ?? false
    }

    var mayClaim: Bool { mayBegin && traffic.free > 0 }

    mutating func exchange(at now: Moment) -> EngineAction {
        isExchanging = true
        exchangeBeganAt = now.uptime
        lookWasIdle = flights.isEmpty
        lookAt = nil
        // After a failure each outcome is tried alone, so that the one that is refused keeps no other back.
        let count = isFailing ? 1 : ends.count
        endsUnderWay = Array(ends.prefix(count))
        ends.removeFirst(min(count, ends.count))
        return .exchange(endsUnderWay, claiming: mayClaim, dueUntil: dueUntil)
    }

    var isFailing: Bool { if case .failing = phase { true } else { false } }

    /// A single run leaves alone what falls due while it lasts.
    private var dueUntil: Instant? { run == .once ? begin.wall : nil }

    /// When time alone may make another look worth while.
    private func nextLook(at now: Moment) -> Duration? {
        let moments = due.compactMap { due in
            let moment = moment(of: due, at: now)
            // What is due and not claimed waits for an ending; should none come, it is looked for again.
            if moment <= now.uptime { return begun > 0 ? nil : now.uptime + settings.storeDelay }
            return moment
        }
        guard case .forever(let interval) = run else { return moments.min() }
        return min(moments.min() ?? .seconds(Int64.max / 2), now.uptime + interval)
    }

    /// When a channel's next post may be claimed, as far as time decides it.
    private func moment(of due: ExchangeAnswer.Due, at now: Moment) -> Duration {
        max(now.uptime + (due.at - now.wall), traffic.ready(due.lane, at: now.uptime))
    }

    /// Whether all that this run was to do is done.
    func isDone(at now: Moment) -> Bool {
        guard flights.isEmpty, ends.isEmpty, !isExchanging, !isPausing else { return false }
        switch phase {
        case .starting: return false
        case .stopping, .failing, .ended: return true
        case .running: break
        }
        guard lookWasIdle, pauseReason == nil else { return false }
        switch run {
        case .forever: return false
        case .once: return true
        case .untilIdle(let horizon):
            let end = begin.uptime + horizon
            return !due.contains { moment(of: $0, at: now) <= end }
        }
    }
}
