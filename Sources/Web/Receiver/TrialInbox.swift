import Hummingbird
import Operations
import Outreach
import Synchronization

/// What came in by the trial channel since the server started, and the port it comes in at.
final class TrialInbox: Sendable {
    /// One message as it arrived.
    struct Arrived: Sendable {
        let text: String
        let at: Instant
    }

    private static let kept = 5

    private let state = Mutex<(port: Int?, arrived: [Arrived], count: Int)>((nil, [], 0))

    /// Nil before the server listens.
    var port: Int? {
        get { state.withLock { $0.port } }
        set { state.withLock { $0.port = newValue } }
    }

    /// The newest first.
    var arrived: [Arrived] { state.withLock { $0.arrived } }

    /// The number of the message.
    func take(_ text: String, at instant: Instant) -> Int {
        state.withLock { state in
            state.count += 1
            state.arrived = [Arrived(text: text, at: instant)] + state.arrived.prefix(TrialInbox.kept - 1)
            return state.count
        }
    }
}

/// Where the trial channel posts to: this server plays the network that publishes, for whoever is new.
struct TrialRoutes: RouteGroup {
    var routes: [Route] {
        [.post("/trial/:code", .secretAddress, bodyLimit: 65_536, receive)]
    }

    private struct Receipt: Encodable {
        let id: String
        let link: String
    }

    private func receive(_ visit: Visit) async throws -> Reply {
        guard try await visit.workspace.isTrialAddress(try visit.parameter("code")) else { throw WebError.noPage }
        var reader = try JSONReader(visit.body)
        guard case .string(let text)? = reader.value("text") else { throw FormError.notJSON }
        let number = visit.trial.take(text, at: visit.workspace.now)
        return try .json(Receipt(id: "trial-\(number)", link: visit.publicAddress("/start")))
    }
}
