import Delivery
import Testing

@testable import Receivers

@Suite("Connections")
struct ConnectionTests {
    @Test func `are kept for requests that may share one`() async throws {
        try await withReceiver(Behaviours.answer()) { receiver, transport in
            for turn in 0..<5 {
                let report = await transport.perform(.post(receiver.url(), fresh: false))
                #expect(report.answer?.status == 200)
                #expect(report.connectionReused == (turn > 0))
            }
            #expect(receiver.connectionCount == 1)
        }
    }

    @Test func `are never shared by requests that need their own`() async throws {
        try await withReceiver(Behaviours.answer()) { receiver, transport in
            #expect(await transport.perform(.post(receiver.url(), fresh: true)).answer?.status == 200)
            for turn in 0..<3 {
                #expect(await transport.perform(.post(receiver.url(), fresh: false)).connectionReused == (turn > 0))
                let report = await transport.perform(.post(receiver.url(), fresh: true))
                #expect(report.answer?.status == 200)
                #expect(!report.connectionReused)
            }
            #expect(receiver.connectionCount == 5)
        }
    }

    /// The reason for ``TransferRequest/freshConnection``: what libcurl does by itself on a kept connection.
    @Test func `that die on reuse make libcurl send again, which a connection of its own prevents`() async throws {
        let dyingOnReuse: Receiver.Behaviour = { request, connection in
            request.position == 1 && Behaviours.answer()(request, connection)
        }
        try await withReceiver(dyingOnReuse) { receiver, transport in
            #expect(await transport.perform(.post(receiver.url(), fresh: false)).answer?.status == 200)
            #expect(await transport.perform(.post(receiver.url(), fresh: false)).answer?.status == 200)
            #expect(receiver.requests.count == 3)
        }
        try await withReceiver(Behaviours.closeBeforeAnswer) { receiver, transport in
            #expect(await transport.perform(.post(receiver.url(), fresh: true)).failure == .reset)
            #expect(receiver.requests.count == 1)
        }
    }

    @Test(arguments: [false, true])
    func `carry hundreds of transfers at once, each with its own report`(fresh: Bool) async throws {
        let echo: Receiver.Behaviour = { request, connection in
            Behaviours.answer(body: String(decoding: request.body, as: UTF8.self))(request, connection)
        }
        try await withReceiver(echo) { receiver, transport in
            await withTaskGroup(of: Bool.self) { group in
                for number in 0..<200 {
                    var request = TransferRequest.post(receiver.url("/\(number)"), fresh: fresh)
                    request.body = Array("\(number)".utf8)
                    group.addTask { [request] in await transport.perform(request).answer?.body == request.body }
                }
                for await matches in group { #expect(matches) }
            }
            #expect(receiver.requests.count == 200)
        }
    }
}
