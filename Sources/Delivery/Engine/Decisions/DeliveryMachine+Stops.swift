import Outreach

/// Whatever stops sending: holds, a clock that was set, the end of the engine.
extension DeliveryMachine {
    /// Whether a claimed post may begin.
    var mayBegin: Bool { phase == .running && pauseReason == nil }

    /// Pauses where the wall clock was set: what is due by it may be due at another hour.
    mutating func watchClock(at now: Moment) {
        guard let jump = clockWatch.jump(at: now), pauseReason == nil else { return }
        pauseReason = DeliveryMachine.clockWasSet(by: jump)
    }

    mutating func paused(_ isPaused: Bool, at now: Moment) {
        isPausing = false
        if isPaused { pauseReason = nil } else { storeReadyAt = now.uptime + settings.storeDelay }
    }

    /// Keeps what is held from starting, and lets everything else that waited for this look go on.
    mutating func read(_ stops: SendingStops, at now: Moment, _ actions: inout [EngineAction]) {
        isReadingStops = false
        // What took long tells of holds as they were: it closes doors and opens none.
        stopsAreKnown = now.uptime - stopsReadAt < settings.stopsPatience
        if !stopsAreKnown { needsFreshStops = true }
        if !stops.isEmpty {
            for post in flights.keys.sorted() {
                guard let flight = flights[post], let reason = stops.reason(for: flight.envelope) else { continue }
                switch flight.stage {
                case .waiting:
                    line.remove(post, in: flight.envelope.lane)
                    withhold(post, reason, at: now)
                case .checking: withhold(post, reason, at: now)
                case .carrying where !flight.isClosed:
                    flights[post]?.isClosed = true
                    actions.append(.close(post))
                case .carrying: break
                }
            }
        }
        // A look that began before somebody came to wait for one does not count for them.
        if !needsFreshStops { goOn(at: now, &actions) }
    }

    /// Nothing begins, and nothing goes on to its next request, before the holds could be looked at.
    mutating func stopsUnknown(at now: Moment, _ actions: inout [EngineAction]) {
        isReadingStops = false
        stopsReadAt = now.uptime
        distrustStops(&actions)
        if flights.contains(where: { $0.value.stage == .checking }) { needsFreshStops = true }
    }

    /// Nobody knows what is held: not even what was handed to the network already may connect now.
    mutating func distrustStops(_ actions: inout [EngineAction]) {
        stopsAreKnown = false
        for post in flights.keys.sorted() {
            guard let flight = flights[post], flight.stage == .carrying, !flight.isClosed else { continue }
            flights[post]?.isClosed = true
            actions.append(.close(post))
        }
    }

    /// Begins to stop: what waits goes back, what is under way may end.
    mutating func stop(at now: Moment) {
        switch phase {
        case .starting, .running: phase = .stopping(until: now.uptime + settings.grace)
        case .stopping, .failing, .ended: return
        }
        for post in flights.keys.sorted() where flights[post]?.stage == .checking {
            withhold(post, DeliveryMachine.ending, at: now)
        }
    }

    private static func clockWasSet(by jump: Duration) -> Message {
        let (seconds, isAhead) = (abs(jump.components.seconds), jump > .zero)
        return Message(
            vi: "Đồng hồ máy vừa bị chỉnh \(isAhead ? "tới" : "lùi") \(seconds) giây nên Loa dừng gửi. "
                + "Kiểm tra giờ của máy, rồi cho gửi tiếp.",
            en:
                "This machine's clock was set \(isAhead ? "forward" : "back") by \(seconds) seconds, so sending stopped. "
                + "Check the machine's time, then let sending go on.")
    }
}
