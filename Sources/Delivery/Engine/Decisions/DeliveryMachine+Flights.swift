import Outreach

/// Posts from their claim to the end of their attempt.
extension DeliveryMachine {
    /// Takes newly claimed posts; those of a channel without a promise begin at once, for their slot is kept for them.
    mutating func take(_ claimed: [Envelope], at now: Moment, _ actions: inout [EngineAction]) {
        for envelope in claimed {
            traffic.claim(envelope.lane, at: now.uptime)
            flights[envelope.post] = Flight(envelope: envelope, attempt: AttemptMachine(envelope), stage: .waiting)
            if mayBegin, stopsAreKnown, traffic.mayBegin(envelope.lane, at: now.uptime) {
                begin(envelope.post, at: now, &actions)
            } else {
                line.append(envelope.post, in: envelope.lane)
            }
        }
    }

    /// Begins what waits and may; gives back what would wait for longer than the claim is good for.
    mutating func beginWaiting(at now: Moment, _ actions: inout [EngineAction]) {
        guard !line.isEmpty else { return }
        for lane in line.lanes {
            if !mayBegin || traffic.isResting(lane, at: now.uptime) {
                let reason = mayBegin ? DeliveryMachine.resting : DeliveryMachine.ending
                while let post = line.popFirst(of: lane) { withhold(post, reason, at: now) }
            }
            while stopsAreKnown, traffic.mayBegin(lane, at: now.uptime), let post = line.popFirst(of: lane) {
                begin(post, at: now, &actions)
            }
        }
        line.rotate()
    }

    /// A request is over: the attempt ends with it or goes on once the holds were looked at again.
    mutating func ended(
        _ post: Identifier<Post>, _ ending: StepEnding, took duration: Duration, at now: Moment,
        _ actions: inout [EngineAction]
    ) {
        guard let place = flights.index(forKey: post),
            let (lane, conclusion) = flights.values[place].end(ending, at: now, &random)
        else { return }
        let begun = flights.values[place].carriedFrom
        learn(from: ending, begun: begun, took: duration, lane, at: now, &actions)
        if let conclusion { return conclude(flightAt: place, conclusion, at: now) }
        guard mayBegin else { return withhold(post, DeliveryMachine.ending, at: now) }
        needsFreshStops = true
    }

    /// Goes on with the attempts that waited for a look at the holds.
    mutating func goOn(at now: Moment, _ actions: inout [EngineAction]) {
        for post in flights.keys.sorted() {
            guard let flight = flights[post], flight.stage == .checking, flight.restsUntil <= now.uptime else {
                continue
            }
            guard mayBegin else {
                withhold(post, DeliveryMachine.ending, at: now)
                continue
            }
            switch flight.attempt.next(at: now.wall, random: chance()) {
            case .conclude(let conclusion): conclude(post, conclusion, at: now)
            case .make(let call):
                traffic.spend(flight.envelope.lane, at: now.uptime)
                flights[post]?.carry(from: now.uptime)
                actions.append(.make(call, of: post, captures: flight.attempt.captures))
            }
        }
    }

    /// Ends an attempt before its next request.
    mutating func withhold(_ post: Identifier<Post>, _ reason: Message, at now: Moment) {
        guard let flight = flights[post] else { return }
        conclude(post, flight.attempt.withheld(reason, at: now.wall), at: now)
    }

    private mutating func begin(_ post: Identifier<Post>, at now: Moment, _ actions: inout [EngineAction]) {
        guard let place = flights.index(forKey: post) else { return }
        let (lane, move) = flights.values[place].begin(at: now, &random)
        switch move {
        case .conclude(let conclusion): conclude(flightAt: place, conclusion, at: now)
        case .make(let call):
            traffic.begin(lane)
            begun += 1
            // Nothing was captured before the first request.
            actions.append(.make(call, of: post, captures: [:]))
        }
    }

    private mutating func conclude(_ post: Identifier<Post>, _ conclusion: Conclusion, at now: Moment) {
        guard let place = flights.index(forKey: post) else { return }
        conclude(flightAt: place, conclusion, at: now)
    }

    private mutating func conclude(
        flightAt place: [Identifier<Post>: Flight].Index, _ conclusion: Conclusion, at now: Moment
    ) {
        let (post, flight) = flights.remove(at: place)
        if flight.stage == .waiting {
            traffic.putBack(flight.envelope.lane)
        } else {
            traffic.end(flight.envelope.lane)
            begun -= 1
        }
        if ends.isEmpty { oldestEnd = now.uptime }
        ends.append(
            AttemptEnd(post: post, conclusion: conclusion, partsSent: flight.attempt.partsSent, at: now.wall))
    }

    /// What an ending tells about channel and host: how much to ask of them from now on.
    private mutating func learn(
        from ending: StepEnding, begun: Duration, took duration: Duration, _ lane: Lane, at now: Moment,
        _ actions: inout [EngineAction]
    ) {
        if case .answered(.retry(let asked, _), let status) = ending, status == 429 || asked != nil {
            let wait = asked ?? DeliveryMachine.unaskedRest
            if traffic.rest(lane.limitKey, until: now.uptime + wait), wait >= DeliveryMachine.notedRest {
                actions.append(.noteRest(AskedRest(limitKey: lane.limitKey, until: now.wall + wait)))
            }
        }
        guard let sign = SignOfLife(ending, took: duration) else { return }
        if traffic.note(sign, of: lane, begun: begun, at: now.uptime) {
            let breaker = traffic.breaker(of: lane.host)
            let openUntil = breaker.openUntil.map { now.wall + ($0 - now.uptime) }
            actions.append(.note(HostHealth(host: lane.host, failures: breaker.failures, openUntil: openUntil)))
        }
    }

    /// How long a receiver is left alone that says “too many” and not for how long.
    private static let unaskedRest = Duration.seconds(1)

    /// A shorter rest is over before another engine could begin.
    private static let notedRest = Duration.seconds(5)

    static let ending = Message(
        vi: "Việc gửi đang dừng nên bài chưa rời máy này. Bài vẫn chờ như cũ.",
        en: "Sending is stopping, so the post did not leave this machine. It waits as before.")

    static let resting = Message(
        vi: "Máy nhận đang được để yên nên bài chưa rời máy này. Loa sẽ tự gửi khi đến lượt.",
        en: "The receiver is being left alone, so the post did not leave this machine. Loa sends it by itself in turn.")
}

/// Changed where it lies: a flight read out of the dictionary is a copy of all it holds.
extension DeliveryMachine.Flight {
    /// A request of it begins, through a door of its own.
    fileprivate mutating func carry(from uptime: Duration) {
        stage = .carrying
        carriedFrom = uptime
        isClosed = false
    }

    /// Goes on to the first request, where there is one.
    fileprivate mutating func begin(
        at now: Moment, _ random: inout SeededRandom
    ) -> (lane: Lane, move: AttemptMachine.Move) {
        let move = attempt.next(at: now.wall, random: random.unit())
        if case .make = move { carry(from: now.uptime) }
        return (envelope.lane, move)
    }

    /// Takes the ending of its request.
    ///
    /// - Returns: the conclusion, or none where the attempt goes on; nil where no request was under way.
    fileprivate mutating func end(
        _ ending: StepEnding, at now: Moment, _ random: inout SeededRandom
    ) -> (lane: Lane, conclusion: Conclusion?)? {
        guard stage == .carrying else { return nil }
        stage = .checking
        let conclusion = attempt.end(ending, at: now.wall, random: random.unit())
        restsUntil = now.uptime + (attempt.pause ?? .zero)
        if let conclusion { return (envelope.lane, conclusion) }
        // A last step that worked needs no further look: there is nothing left to send.
        guard case .conclude(let last) = attempt.next(at: now.wall, random: random.unit()) else {
            return (envelope.lane, nil)
        }
        return (envelope.lane, last)
    }
}
