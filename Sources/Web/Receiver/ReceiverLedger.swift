import Synchronization

/// What a ``LocalReceiver`` took, and what came of it; safe to read from anywhere at any time.
///
/// Counts and keys are kept for as long as the receiver runs, requests only as far as ``capacity`` and ``bodyCapacity``
/// allow: the older half of them goes when either is exceeded.
public final class ReceiverLedger: Sendable {
    /// How many requests are kept at most.
    public static let capacity = 10_000
    /// How many bytes of bodies are kept at most.
    public static let bodyCapacity = 64 * 1024 * 1024

    private let failFirst: Int
    private let status: Int
    private let state = Mutex(State())

    private struct State {
        var requests: [ReceivedRequest] = []
        var bodySize = 0
        var received = 0
        var effects = 0
        var duplicates = 0
        /// The request in which each key took effect.
        var effectOfKey: [String: Int] = [:]
    }

    init(failFirst: Int, status: Int) {
        self.failFirst = failFirst
        self.status = status
    }

    /// The requests still kept, oldest first.
    public var received: [ReceivedRequest] { state.withLock { $0.requests } }
    /// How many requests came, kept or not.
    public var receivedCount: Int { state.withLock { $0.received } }
    /// How many requests took effect; one without a key can not be recognised, and counts each time.
    public var effects: Int { state.withLock { $0.effects } }
    /// How many requests repeated a key that had taken effect.
    public var duplicates: Int { state.withLock { $0.duplicates } }

    /// Counts, requests and all, as they were at one moment.
    var summary: ReceiverSummary {
        state.withLock { state in
            ReceiverSummary(
                received: state.received, effects: state.effects, duplicates: state.duplicates,
                requests: state.requests)
        }
    }

    /// One request by its number, or nil if it never came or is no longer kept.
    public func request(_ sequence: Int) -> ReceivedRequest? {
        state.withLock { state in
            guard let first = state.requests.first?.sequence, sequence >= first else { return nil }
            let index = sequence - first
            return index < state.requests.count ? state.requests[index] : nil
        }
    }

    /// Decides what becomes of an arrival and writes it down, in one step: of two arrivals with one key at the same
    /// moment, one takes effect.
    func record(_ arrival: Arrival) -> Receipt {
        state.withLock { state in
            state.received += 1
            let sequence = state.received
            let earlier = arrival.key.flatMap { state.effectOfKey[$0] }
            let (outcome, status) = decide(arrival, sequence: sequence, isRepeated: earlier != nil)
            switch outcome {
            case .effect:
                state.effects += 1
                if let key = arrival.key { state.effectOfKey[key] = sequence }
            case .duplicate: state.duplicates += 1
            case .refused, .question: break
            }
            let request = arrival.request(sequence: sequence, outcome: outcome, status: status)
            keep(request, in: &state)
            return Receipt(request: request, id: outcome == .duplicate ? earlier ?? sequence : sequence)
        }
    }

    private func decide(_ arrival: Arrival, sequence: Int, isRepeated: Bool) -> (ReceiverOutcome, status: Int) {
        if sequence <= failFirst { return (.refused, 503) }
        if arrival.isSafe { return (.question, status) }
        if isRepeated { return (.duplicate, 200) }
        return ((200..<300).contains(status) ? .effect : .refused, status)
    }

    private func keep(_ request: ReceivedRequest, in state: inout State) {
        state.requests.append(request)
        state.bodySize += request.bodySize
        guard state.requests.count > Self.capacity || state.bodySize > Self.bodyCapacity else { return }
        state.requests.removeFirst(state.requests.count / 2)
        state.bodySize = state.requests.reduce(0) { $0 + $1.bodySize }
    }
}

/// The ledger as `GET /received` shows it.
struct ReceiverSummary: Encodable {
    let received: Int
    let effects: Int
    let duplicates: Int
    let requests: [ReceivedRequest]
}

/// A request as it was written down, and the number of the one whose answer it gets.
struct Receipt {
    let request: ReceivedRequest
    let id: Int
}
