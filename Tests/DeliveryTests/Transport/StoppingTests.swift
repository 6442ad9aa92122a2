import Delivery
import Testing

@testable import Receivers

@Suite("Stopping the transport")
struct StoppingTests {
    @Test func `reports what is in flight, and whether it may have left`() async throws {
        let receiver = try Receiver(Behaviours.silence)
        receiver.start()
        defer { receiver.stop() }
        let full = try FullReceiver()
        defer { full.stop() }
        let transport = CurlTransport()
        transport.start()
        async let sent = transport.perform(.post(receiver.url()))
        async let connecting = transport.perform(.post("http://127.0.0.1:\(full.port)/"))
        await receiver.received(1)
        await transport.stop()
        #expect(await sent.failure == .stopped)
        #expect(await sent.bytesMayHaveLeft)
        #expect(await connecting.failure == .stopped)
        #expect(await !connecting.bytesMayHaveLeft)
    }

    @Test func `refuses what comes before the start and after the end`() async throws {
        let transport = CurlTransport()
        for step in 0..<2 {
            let report = await transport.perform(.post("http://127.0.0.1:1/"))
            #expect(report.failure == .stopped, "\(step)")
            #expect(!report.bytesMayHaveLeft)
            if step == 0 { transport.start() }
            await transport.stop()
        }
        transport.start()
        #expect(await transport.perform(.post("http://127.0.0.1:1/")).failure == .stopped)
    }

    @Test func `may be asked for by several at once`() async {
        let transport = CurlTransport()
        transport.start()
        await withTaskGroup(of: Void.self) { group in
            for _ in 0..<8 { group.addTask { await transport.stop() } }
        }
        #expect(await transport.perform(.post("http://127.0.0.1:1/")).failure == .stopped)
    }

    @Test func `loses no report while requests pour in`() async throws {
        let receiver = try Receiver(Behaviours.answer())
        receiver.start()
        defer { receiver.stop() }
        let transport = CurlTransport()
        transport.start()
        await withTaskGroup(of: TransferReport.self) { group in
            for _ in 0..<100 { group.addTask { await transport.perform(.post(receiver.url(), fresh: false)) } }
            await receiver.received(10)
            await transport.stop()
            var reports = 0
            for await report in group {
                reports += 1
                #expect(report.answer?.status == 200 || report.failure == .stopped)
            }
            #expect(reports == 100)
        }
    }

    @Test func `is not what cancelling a task does: its report still comes`() async throws {
        try await withReceiver(Behaviours.answer()) { receiver, transport in
            let task = Task {
                while !Task.isCancelled { await Task.yield() }
                return await transport.perform(.post(receiver.url()))
            }
            task.cancel()
            #expect(await task.value.answer?.status == 200)
        }
    }
}
