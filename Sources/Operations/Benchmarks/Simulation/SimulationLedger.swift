import Delivery
import Foundation
import Outreach
import Synchronization

/// What really happened, as only the simulation can know: which requests left when, what took effect where, and which
/// promise was broken.
final class SimulationLedger: Sendable {
    /// What is known of a post apart from the workspace.
    struct Facts {
        let channel: Slug
        let unit: Slug
        let promise: IdempotencyPromise
        var notAfter: Instant
        /// What was approved last.
        var text: String
        /// Whether it may go out at all: approved, and nothing has voided that.
        var isApproved: Bool
        /// The keys under which it took effect, each once where the receiver honours keys.
        var effects: [String] = []
        /// What is out.
        var textOut: String?
        var firstEffectAt: Duration?
        /// Whether a request left whose fate the engine cannot know, and no person has looked since.
        var isOpen = false
    }

    struct State {
        var posts: [Identifier<Post>: Facts] = [:]
        var holds: [HoldScope: Duration] = [:]
        var weather: [Slug: [SimulatedWeather.Spell]] = [:]
        var random: SeededRandom
        var violations: [String] = []
        var requests = 0
    }

    private let state: Mutex<State>

    init(seed: UInt64) {
        state = Mutex(State(random: SeededRandom(seed: seed)))
    }

    func change<Value: Sendable>(_ body: (inout sending State) -> sending Value) -> Value { state.withLock(body) }

    var violations: [String] { state.withLock(\.violations) }
    var requests: Int { state.withLock(\.requests) }
    func facts(_ post: Identifier<Post>) -> Facts? { state.withLock { $0.posts[post] } }
}

extension SimulationLedger.State {
    mutating func violate(_ rule: String, _ post: Identifier<Post>, at now: Moment, _ detail: String = "") {
        violations.append("\(rule): post \(post.short) at \(now.uptime.milliseconds) ms\(detail)")
    }

    /// The hold that has lasted for more than a second, after which no new connection may begin.
    func hold(on request: SimulatedRequest, _ facts: SimulationLedger.Facts, at uptime: Duration) -> String? {
        let scopes: [HoldScope] = [.everything, .channel(facts.channel), .unit(facts.unit), .post(request.post)]
        for scope in scopes {
            guard let since = holds[scope], uptime - since > .seconds(1) else { continue }
            return ", begun at \(request.begun.uptime.milliseconds), \(scope) held since \(since.milliseconds)"
        }
        return nil
    }
}

extension SimulationLedger: SimulatedNetwork {
    func fate(of request: SimulatedRequest) -> SimulatedFate {
        change { state in
            state.requests += 1
            let kind = SimulatedWeather.kind(of: state.weather[request.channel] ?? [], at: request.begun.uptime)
            return kind.fate(&state.random)
        }
    }

    func leaves(_ request: SimulatedRequest, at now: Moment) {
        change { state in
            guard request.isPublishing, var facts = state.posts[request.post] else { return }
            if !facts.isApproved { state.violate("unapproved", request.post, at: now) }
            if request.text != facts.text { state.violate("other words", request.post, at: now) }
            if request.begun.wall > facts.notAfter { state.violate("after its time", request.post, at: now) }
            if let hold = state.hold(on: request, facts, at: now.uptime) {
                state.violate("while held", request.post, at: now, hold)
            }
            if facts.promise == .none, facts.isOpen { state.violate("sent again by itself", request.post, at: now) }
            facts.isOpen = true
            state.posts[request.post] = facts
        }
    }

    func arrives(_ request: SimulatedRequest, at now: Moment) -> TransferAnswer {
        change { state in
            guard var facts = state.posts[request.post] else { return TransferAnswer(status: 404) }
            guard request.isPublishing else {
                // What was taken in shows after a while, as networks do.
                let shows = facts.firstEffectAt.map { now.uptime - $0 >= .seconds(5) } ?? false
                return shows ? .taken(request.post) : TransferAnswer(status: 404)
            }
            let kind = SimulatedWeather.kind(of: state.weather[request.channel] ?? [], at: request.begun.uptime)
            let (status, hasEffect) = kind.answer(&state.random)
            if hasEffect {
                let isKnown = facts.promise == .key && facts.effects.contains(request.key)
                if !isKnown {
                    facts.effects.append(request.key)
                    facts.firstEffectAt = facts.firstEffectAt ?? now.uptime
                    facts.textOut = facts.textOut ?? request.text
                    if facts.effects.count > 1 { state.violate("twice", request.post, at: now) }
                }
                state.posts[request.post] = facts
            }
            return status == 200 ? .taken(request.post) : TransferAnswer(status: status)
        }
    }

    func answered(_ request: SimulatedRequest, status: Int) {
        // These say that nothing was done, so the request left nothing open.
        guard request.isPublishing, status == 429 || status == 503 else { return }
        change { $0.posts[request.post]?.isOpen = false }
    }
}

extension SimulatedRequest {
    private struct Body: Decodable {
        let text: String
    }

    fileprivate var text: String? { try? JSONDecoder().decode(Body.self, from: Data(body)).text }
}

extension TransferAnswer {
    fileprivate static func taken(_ post: Identifier<Post>) -> TransferAnswer {
        TransferAnswer(status: 200, body: Array(#"{"id":"\#(post)"}"#.utf8))
    }
}
