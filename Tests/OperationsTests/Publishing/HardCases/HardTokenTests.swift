import Outreach
import Storage
import Synchronization
import Testing

@testable import Delivery
@testable import Office
@testable import Operations
@testable import Receivers

/// Refresh tokens that are good for one use.
@Suite("Hard cases: tokens")
struct HardTokenTests {
    /// A network that takes each refresh token once and the newest access token alone.
    private final class Network: Sendable {
        private let renewals = Mutex(0)
        private let refused = Mutex(0)

        /// How often a refresh token was used that had been used up.
        var misused: Int { refused.withLock { $0 } }
        var count: Int { renewals.withLock { $0 } }

        var behaviour: Receiver.Behaviour {
            { [self] request, connection in
                request.lines[0].contains("/token")
                    ? renew(request, connection)
                    : Behaviours.answer(isGood(request) ? 200 : 401)(request, connection)
            }
        }

        private func isGood(_ request: ReceivedRequest) -> Bool {
            request.header("Authorization") == "Bearer a\(count)"
        }

        private func renew(_ request: ReceivedRequest, _ connection: ReceiverConnection) -> Bool {
            let number = renewals.withLock { count -> Int? in
                guard String(decoding: request.body, as: UTF8.self).hasSuffix("refresh_token=r\(count + 1)") else {
                    return nil
                }
                count += 1
                return count
            }
            guard let number else {
                refused.withLock { $0 += 1 }
                return Behaviours.answer(400, body: #"{"error":"invalid_grant"}"#)(request, connection)
            }
            let tokens = #"{"access_token":"a\#(number)","refresh_token":"r\#(number + 1)","expires_in":3600}"#
            return Behaviours.answer(body: tokens)(request, connection)
        }
    }

    @Test func `two refreshers racing for one refresh token`() async throws {
        let network = Network()
        try await HardCase.open(network.behaviour) { office, _ in
            // As two processes do: each with its own files, connections and memory.
            let offices = try await [office, office.reopened(secrets: HardCase.secrets)]
            for round in 1...3 {
                let secrets = try await withThrowingTaskGroup(of: [String: String].self) { group in
                    for racer in offices + offices { group.addTask { try await racer.renewedSecrets() } }
                    return try await group.reduce(into: []) { $0.append($1) }
                }
                #expect(secrets.count == 4)
                #expect(Set(secrets.map { $0[TokenRenewal.accessTokenName] }) == ["a\(round)"])
                #expect(network.count == round && network.misused == 0)
                // An hour later none of them is good any more.
                office.clock.advance(by: .seconds(3600))
            }
        }
    }

    @Test func `posts whose token is refused get a new one, once for all of them`() async throws {
        let network = Network()
        try await HardCase.open(network.behaviour) { office, receiver in
            let posts = try await [
                office.approved(on: "renewed", at: "2026-06-01 07:59"),
                office.approved(on: "renewed", at: "2026-06-01 08:00"),
            ]
            try office.turn(to: "2026-06-01 08:00")
            #expect(try await office.deliver(within: .seconds(60)).posted == 2)
            #expect(network.count == 1 && network.misused == 0)
            for post in posts { #expect(try await office.post(post).state == .posted) }
            #expect(try await office.rows().allSatisfy { !$0.contains("Bearer a1") })
            #expect(receiver.requests.filter { $0.lines[0].contains("/renewed") }.count == 2)
        }
    }

    @Test func `a refresh token that was used up elsewhere stops the channel and keeps its queue`() async throws {
        let network = Network()
        let secrets = HardCase.secrets.merging(["LOA_SECRET_RENEWED_REFRESH_TOKEN": "r0"]) { $1 }
        try await HardCase.open(network.behaviour, secrets: secrets) { office, _ in
            let post = try await office.due(on: "renewed")
            _ = try await office.deliver()
            #expect(try await office.post(post).state == .retrying && network.misused == 1)
            let status = try await office.workspace.channelStatus(try slug("renewed"))
            #expect(status.disabledReason?.english.contains("no new access token") == true)
        }
    }
}

extension Office {
    /// The secrets of the channel with renewed tokens, its access token renewed if it has to be.
    fileprivate func renewedSecrets() async throws -> [String: String] {
        let workspace = workspace
        let channel = try await workspace.database.read { tx in
            try workspace.channels.require(try slug("renewed"), in: tx)
        }
        let transport = CurlTransport()
        transport.start()
        let keeper = TokenKeeper(vault: workspace.tokens, transport: transport, time: clock.source)
        let secrets = await keeper.current(channel, workspace.sendingSecrets(of: channel))
        await transport.stop()
        return secrets
    }
}
