import Delivery
public import Outreach
import Storage

/// What a message from a network came to.
public struct PushReport: Sendable, Hashable {
    /// False where the same message had arrived before; nothing was recorded then.
    public let isNew: Bool
    public let recorded: Int
    /// Posts the message speaks of that are not out on this channel.
    public let unknownPosts: Int
    /// Figures that are no whole numbers of at least 0, or not believable ones: not recorded.
    public let unreadFigures: Int
}

/// Why a message from a network was not taken; nothing was recorded.
public enum PushError: ReadableError, Hashable {
    /// There is no such channel, it takes no figures, or it has no secret: all look the same from outside.
    case notExpected
    case unsigned
    case wrongSignature
    case outsideWindow
    case unreadable

    public var kind: FailureKind {
        switch self {
        case .notExpected: .notFound
        case .unreadable: .badData
        case .unsigned, .wrongSignature, .outsideWindow: .refused
        }
    }

    public var message: Message {
        switch self {
        case .notExpected:
            Message(vi: "Không nhận số đo ở địa chỉ này.", en: "No figures are taken at this address.")
        case .unsigned:
            Message(
                vi: "Thiếu webhook-id, webhook-timestamp hoặc webhook-signature. Chưa ghi gì.",
                en: "webhook-id, webhook-timestamp or webhook-signature is missing. Nothing was recorded.")
        case .wrongSignature:
            Message(vi: "Chữ ký không đúng. Chưa ghi gì.", en: "The signature is wrong. Nothing was recorded.")
        case .outsideWindow:
            Message(
                vi: "Thời điểm ký cách đây quá 5 phút. Chưa ghi gì; kiểm tra đồng hồ hai máy.",
                en: "It was signed more than 5 minutes away from now. Nothing was recorded; check both clocks.")
        case .unreadable: Message(vi: "Nội dung không phải JSON.", en: "The body is no JSON.")
        }
    }
}

/// The signature a message carries, as its headers say it (Standard Webhooks 1.0.0).
public struct PushSignature: Sendable, Hashable {
    public let id: String
    public let timestamp: String
    public let signatures: String

    public init(id: String, timestamp: String, signatures: String) {
        self.id = id
        self.timestamp = timestamp
        self.signatures = signatures
    }
}

extension Workspace {
    /// Records the figures of a signed message. The secret is stored as `CHANNEL.push_secret`, two of them with a blank
    /// between during a rotation. A message is taken once.
    public func receivePush(
        on channel: Slug, _ body: [UInt8], signature: PushSignature
    ) async throws -> PushReport {
        let resolved = try await database.read { try channels.channels(in: $0)[channel] }
        guard let push = resolved?.push,
            let stored = secrets.secret("\(channel).push_secret")
        else { throw PushError.notExpected }
        let verifier = try WebhookVerifier(secrets: stored.split(separator: " ").map(String.init))
        let now = now
        do {
            try verifier.check(
                id: signature.id, timestamp: signature.timestamp, signatures: signature.signatures, body: body, at: now)
        } catch {
            switch error {
            case .unsigned: throw PushError.unsigned
            case .outsideWindow: throw PushError.outsideWindow
            case .wrongSignature: throw PushError.wrongSignature
            }
        }
        guard let figures = push.figures(in: body) else { throw PushError.unreadable }
        return try await database.write { tx in
            let since = now - .seconds(4 * WebhookVerifier.window)
            guard try tx.receivePush(signature.id, of: channel, at: now, forgetting: since) else {
                return PushReport(isNew: false, recorded: 0, unknownPosts: 0, unreadFigures: 0)
            }
            return try tx.record(figures, on: channel, at: now) { makeID() }
        }
    }
}

extension WriteTransaction {
    fileprivate func record(
        _ figures: [MetricPush.Figures], on channel: Slug, at now: Instant, makeID: () -> Identifier<Sample>
    ) throws -> PushReport {
        var (recorded, unknown, unread) = (0, 0, 0)
        for item in figures {
            unread += item.unread
            guard let found = try known(item.post, on: channel), found.state == .posted else {
                unknown += 1
                continue
            }
            for (metric, value) in item.values.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
                let at = item.at.flatMap { $0 <= now + .seconds(60) ? $0 : nil } ?? now
                let entry = SampleEntry(
                    post: found.id.description, metric: metric, value: value, capturedAt: at)
                do {
                    let sample = try record(entry, id: makeID(), source: .pushed, as: .program, at: now)
                    if sample != nil { recorded += 1 }
                } catch ReachError.differs {
                    // Another figure stands for that very time, and the first one stays.
                    continue
                } catch ReachError.tooMany {
                    unread += 1
                }
            }
        }
        return PushReport(
            isNew: true, recorded: recorded, unknownPosts: unknown, unreadFigures: unread)
    }

    /// A post of the channel by Loa's id or the network's.
    private func known(_ name: String, on channel: Slug) throws -> Post? {
        if let id = Identifier<Post>(name), let found = try post(id), found.channel == channel { return found }
        return try post(on: channel, remoteID: name).flatMap { try post($0) }
    }
}
