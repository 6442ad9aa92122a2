import Delivery
import Outreach
import Storage

/// The engine's outbox on the workspace's database.
struct StoredOutbox: Outbox {
    let workspace: Workspace
    private let metrics: DeliveryMetrics
    private let outlets = OutletShelf()

    init(workspace: Workspace, metrics: DeliveryMetrics = DeliveryMetrics(log: nil)) {
        self.workspace = workspace
        self.metrics = metrics
    }

    func exchange(_ exchange: Exchange) async throws -> ExchangeAnswer {
        let now = exchange.at ?? workspace.now
        // Most looks find nothing, and those need no place in the line of writers.
        if exchange.results.isEmpty, let room = exchange.room {
            let idle = try await workspace.database.read { tx -> ExchangeAnswer? in
                let queue = try SendingQueue(workspace, in: tx)
                let due = try queue.due(in: tx)
                let isDue = due.contains { $0.at <= now && room.room($0.lane) > 0 }
                let isAbandoned = try exchange.underWay != nil && !tx.postsInSending(leasedUntil: now).isEmpty
                return isDue || isAbandoned ? nil : ExchangeAnswer(due: due)
            }
            if let idle { return idle }
        }
        let answer = try await workspace.database.write { tx in
            let stale = try OutcomeWriting(workspace, in: tx).write(exchange.results)
            guard let room = exchange.room else { return ExchangeAnswer(stale: stale) }
            if let underWay = exchange.underWay {
                try Recovery(workspace, in: tx).settleExpired(at: now, except: underWay)
            }
            var round = try ClaimRound(
                workspace, room: room, at: now, dueUntil: exchange.dueUntil, outlets: outlets, in: tx)
            let claimed = try round.claim()
            return ExchangeAnswer(claimed: claimed, stale: stale, due: try round.due(), hasMore: round.hasMore)
        }
        metrics.note(exchange.results, stale: answer.stale)
        return answer
    }

    func recover() async throws -> Int {
        try await workspace.database.write { tx in
            try tx.forgetHosts()
            return try Recovery(workspace, in: tx).settleAll()
        }
    }

    func stops() async throws -> SendingStops {
        try await workspace.database.read { tx in
            var stops = SendingStops(try tx.holds(), in: try tx.unitTree())
            for (channel, reason) in try tx.disabledChannels() { stops.channels[channel] = reason }
            return stops
        }
    }

    func pause(_ reason: Message) async throws {
        try await workspace.database.write { tx in
            let hold = Hold(
                scope: .everything, reason: "\(reason.vietnamese) / \(reason.english)", by: Caller.program.name,
                at: workspace.now)
            // Lifting a hold that lies there already says nothing about this: it is kept for whoever does.
            if try !tx.put(hold) { try tx.setWorkspaceValue(WorkspaceKey.pause, to: hold.reason) }
            try tx.audit(
                at: workspace.now, actor: Caller.program.name, action: "posts.hold",
                subject: HoldScope.everything.description, detail: reason.english)
        }
    }

    func note(_ health: HostHealth) async throws {
        try await workspace.database.write { tx in
            try tx.noteHost(health.host, failures: health.failures, openUntil: health.openUntil, at: workspace.now)
        }
    }

    func rests() async throws -> [AskedRest] {
        let now = workspace.now
        return try await workspace.database.read { tx in
            try tx.askedRests().filter { $0.value > now }.map { AskedRest(limitKey: $0.key, until: $0.value) }
        }
    }

    func note(_ rest: AskedRest) async throws {
        try await workspace.database.write { tx in
            try tx.noteRest(of: rest.limitKey, until: rest.until, at: workspace.now)
        }
    }
}

extension SendingStops {
    fileprivate init(_ holds: [Hold], in tree: UnitTree) {
        self.init()
        for hold in holds {
            let reason = Message(verbatim: hold.reason)
            switch hold.scope {
            case .everything: everything = reason
            case .unit(let unit):
                for held in tree.subjects(within: unit) { units[held] = reason }
            case .campaign(let campaign): campaigns[campaign] = reason
            case .channel(let channel): channels[channel] = reason
            case .post(let post): posts[post] = reason
            }
        }
    }
}
