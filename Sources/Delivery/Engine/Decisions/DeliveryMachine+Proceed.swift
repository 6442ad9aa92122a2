import Outreach

/// What follows from everything that happened so far.
extension DeliveryMachine {
    mutating func proceed(at now: Moment, _ actions: inout [EngineAction]) {
        if phase == .starting, !isRecovering, now.uptime >= storeReadyAt { actions += start() }
        beginWaiting(at: now, &actions)
        lookAtStops(at: now, &actions)
        if let pauseReason, !isPausing, now.uptime >= storeReadyAt, phase == .running {
            isPausing = true
            actions.append(.pause(pauseReason))
        }
        stopTransfers(at: now, &actions)
        if wantsExchange(at: now) { actions.append(exchange(at: now)) }
        if isDone(at: now) { phase = .ended }
    }

    /// How long the loop may sleep at most if nothing happens; nil where only an event can change anything.
    func deadline(at now: Moment) -> Duration? {
        var moments: [Duration] = []
        if !isExchanging {
            if !ends.isEmpty { moments.append(max(oldestEnd + settings.groupDelay, storeReadyAt)) }
            if let lookAt, mayClaim { moments.append(max(lookAt, storeReadyAt)) }
        }
        if phase == .starting, !isRecovering { moments.append(storeReadyAt) }
        if pauseReason != nil, !isPausing { moments.append(storeReadyAt) }
        if !flights.isEmpty, !isReadingStops { moments.append(stopsReadAt + settings.stopsInterval) }
        if isReadingStops, stopsAreKnown { moments.append(stopsReadAt + settings.stopsPatience) }
        if case .forever(let interval) = run { moments.append(now.uptime + interval) }
        switch phase {
        case .stopping(let until), .failing(let until):
            moments.append(hasStoppedTransfers ? until + DeliveryMachine.lastWrites : until)
        case .starting, .running, .ended: break
        }
        return moments.min().map { max($0 - now.uptime, .zero) }
    }

    private mutating func lookAtStops(at now: Moment, _ actions: inout [EngineAction]) {
        if isReadingStops, stopsAreKnown, now.uptime - stopsReadAt >= settings.stopsPatience {
            distrustStops(&actions)
        }
        guard !flights.isEmpty, !isReadingStops else { return }
        guard needsFreshStops || now.uptime - stopsReadAt >= settings.stopsInterval else { return }
        isReadingStops = true
        needsFreshStops = false
        stopsReadAt = now.uptime
        actions.append(.readStops)
    }

    /// Ends what does not end by itself in its grace, and soon after that the engine, whatever could not be written.
    private mutating func stopTransfers(at now: Moment, _ actions: inout [EngineAction]) {
        switch phase {
        case .starting, .running, .ended: return
        case .stopping(let until), .failing(let until):
            guard now.uptime >= until else { return }
            if !hasStoppedTransfers {
                hasStoppedTransfers = true
                actions.append(.stopTransfers)
            }
            if now.uptime >= until + DeliveryMachine.lastWrites { phase = .ended }
        }
    }

    /// How long the last outcomes may take to be written.
    private static let lastWrites = Duration.seconds(4)
}
