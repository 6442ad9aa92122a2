import Delivery
import Outreach
import Storage
import Synchronization

/// A defect put into the outbox on purpose, to see that the simulation would notice.
enum PlantedFault: String, CaseIterable, Sendable {
    /// After a crash everything is sent again, whatever the channel promises.
    case blindRecovery = "blind-recovery"
    /// A claim that was handed out is not on the disk.
    case forgottenClaim = "forgotten-claim"
    /// Each attempt has a key of its own.
    case changingKey = "changing-key"
    /// A post nobody approved is handed out.
    case unapprovedClaim = "unapproved-claim"
    /// What is not known to be out is written down as posted.
    case falseSuccess = "false-success"
    /// Holds do not reach what was claimed already.
    case deafToHolds = "deaf-to-holds"
    /// What may be out is taken back and written anew as if nothing had left, under the key it has.
    case rewrittenInDoubt = "rewritten-in-doubt"
}

/// The real outbox with at most one planted fault in it.
struct SimulatedOutbox: Outbox {
    let outbox: StoredOutbox
    let fault: PlantedFault?

    func exchange(_ exchange: Exchange) async throws -> ExchangeAnswer {
        var results = exchange.results
        if fault == .falseSuccess { results = results.map(\.praised) }
        let answer = try await outbox.exchange(
            Exchange(
                results: results, room: exchange.room, at: exchange.at, dueUntil: exchange.dueUntil,
                underWay: exchange.underWay))
        switch fault {
        case .forgottenClaim:
            for envelope in answer.claimed { try await move(envelope.post, from: .sending, to: .approved) }
            return answer
        case .changingKey: return answer.mapping { $0.with(key: "\($0.post)-\($0.attempt)") }
        case .unapprovedClaim:
            guard let other = try await unapproved() else { return answer }
            return answer.mapping { $0.attempt == 1 ? $0.with(post: other) : $0 }
        default: return answer
        }
    }

    func recover() async throws -> Int {
        let abandoned = try await outbox.workspace.database.read { try $0.postsInSending() }
        let count = try await outbox.recover()
        if fault == .blindRecovery {
            for post in abandoned { try await move(post.id, from: .unknown, to: .retrying) }
        }
        return count
    }

    func stops() async throws -> SendingStops { fault == .deafToHolds ? SendingStops() : try await outbox.stops() }
    func pause(_ reason: Message) async throws { try await outbox.pause(reason) }
    func note(_ health: HostHealth) async throws { try await outbox.note(health) }
    func rests() async throws -> [AskedRest] { try await outbox.rests() }
    func note(_ rest: AskedRest) async throws { try await outbox.note(rest) }

    private func move(_ id: Identifier<Post>, from: PostState, to: PostState) async throws {
        try await outbox.workspace.database.write { tx in
            guard var post = try tx.post(id), post.state == from else { return }
            post.state = to
            _ = try tx.update(post, from: from)
        }
    }

    private func unapproved() async throws -> Post? {
        try await outbox.workspace.database.read { tx in
            try tx.postsInReview(limit: 1).first.flatMap { try tx.post($0.id) }
        }
    }
}

extension ExchangeAnswer {
    fileprivate func mapping(_ change: (Envelope) throws -> Envelope) rethrows -> ExchangeAnswer {
        ExchangeAnswer(claimed: try claimed.map(change), stale: stale, due: due, hasMore: hasMore)
    }
}

extension Envelope {
    fileprivate func with(key: String) -> Envelope { changed(post: post, key: key) }
    fileprivate func with(post other: Post) -> Envelope { changed(post: other.id, key: other.id.description) }

    private func changed(post: Identifier<Post>, key: String) -> Envelope {
        let values = PostValues(
            id: post.description, key: key, title: self.values.title, text: self.values.text,
            channel: self.values.channel, moment: self.values.moment, zone: self.values.zone)
        return Envelope(
            post: post, unit: unit, campaign: campaign, attempt: attempt, token: token, claimedAt: claimedAt,
            lease: lease, outlet: outlet, values: values, parts: parts, partsSent: partsSent, isInDoubt: isInDoubt,
            notAfter: notAfter, closesAt: closesAt)
    }
}

extension DeliveryResult {
    /// The same result, but a doubtful one as a success.
    fileprivate var praised: DeliveryResult {
        switch conclusion {
        case .unknown, .retry(_, _, inDoubt: true):
            DeliveryResult(
                post: post, channel: channel, moment: moment, zone: zone, attempt: attempt, token: token,
                claimedAt: claimedAt,
                conclusion: .posted(Receipt(remoteID: nil, link: nil, at: endedAt)), partsSent: partsSent,
                endedAt: endedAt, status: status, bytesMayHaveLeft: bytesMayHaveLeft, request: request, answer: answer)
        default: self
        }
    }
}
