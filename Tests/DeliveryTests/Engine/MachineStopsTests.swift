import Outreach
import Testing

@testable import Delivery

private typealias Make = EngineFixture
private typealias Fixture = MachineFixture

/// Holds, a clock that was set, and the end of the engine.
struct MachineStopsTests {
    private func steps() throws -> [SendStep] {
        try [Make.step("upload", role: .prepare, path: "upload"), Make.step("post", path: "post")]
    }

    private func held(_ change: (inout SendingStops) throws -> Void) rethrows -> EngineEvent {
        var stops = SendingStops()
        try change(&stops)
        return .stops(stops)
    }

    @Test func `holds are looked at twice a second while anything is under way, and not otherwise`() throws {
        let fixture = Fixture()
        let post = try Make.envelope(1, Make.webhook())
        _ = fixture.claim([post])
        #expect(fixture.deadline == .milliseconds(400))
        #expect(fixture.tell(.tick, after: .milliseconds(400)) == [.readStops])
        #expect(fixture.tell(.tick, after: .milliseconds(400)).isEmpty)
        #expect(fixture.tell(.stops(SendingStops())) == [.readStops])
        _ = fixture.tell(.stops(SendingStops()), Fixture.answered(post), .exchanged(ExchangeAnswer()))
        #expect(!fixture.tell(.tick, after: .seconds(2)).contains(.readStops))
    }

    @Test(arguments: ["everything", "unit", "channel", "campaign", "post"])
    func `a hold closes the door of what is under way and sends back what waits`(scope: String) throws {
        let fixture = Fixture()
        let webhook = try Make.webhook(limits: DeliveryLimits(concurrency: 8))
        let posts = try (1...2).map { try Make.envelope($0, webhook, campaign: "june") }
        let other = try Make.envelope(3, webhook, channel: "other", unit: "doan")
        _ = fixture.claim(posts + [other])
        let stops = try held { stops in
            switch scope {
            case "unit": stops.units[try Make.slug("vh")] = Fixture.reason
            case "channel": stops.channels[try Make.slug("page")] = Fixture.reason
            case "campaign": stops.campaigns[try Make.slug("june")] = Fixture.reason
            case "post": for post in posts { stops.posts[post.post] = Fixture.reason }
            default: stops.everything = Fixture.reason
            }
        }
        let actions = fixture.tell(stops)
        #expect(actions.contains(.close(posts[0].post)) && !actions.contains(.close(posts[1].post)))
        #expect(actions.contains(.close(other.post)) == (scope == "everything"))
        // What did not leave for its door was closed had no attempt.
        let back = fixture.tell(
            .ended(posts[0].post, .broken(.withheld, bytesMayHaveLeft: false), took: .zero), after: .milliseconds(4))
        #expect(back.ends == ["2 put back", "1 put back"])
        #expect(fixture.tell(.exchanged(ExchangeAnswer()), stops).filter { $0 == .close(other.post) }.isEmpty)
    }

    @Test func `what had left when the hold came is finished, and its outcome counts`() throws {
        let fixture = Fixture()
        let post = try Make.envelope(1, Make.webhook(promise: .none))
        _ = fixture.claim([post])
        #expect(fixture.tell(held { $0.everything = Fixture.reason }) == [.close(post.post)])
        #expect(fixture.tell(Fixture.answered(post)).ends == ["1 posted"])
    }

    @Test func `between two requests of one attempt the holds are looked at again`() throws {
        for isHeld in [false, true] {
            let fixture = Fixture()
            let post = try Make.envelope(1, Make.webhook(steps(), promise: .none))
            _ = fixture.claim([post])
            #expect(fixture.tell(Fixture.answered(post)) == [.readStops])
            let actions = fixture.tell(held { if isHeld { $0.everything = Fixture.reason } })
            if isHeld {
                // The upload was done, so the attempt counts; nothing was published, so it is not in doubt.
                #expect(actions.made.isEmpty && actions.ends == ["1 retry"])
            } else {
                #expect(actions == [.make(.step(1, part: 0), of: post.post, captures: ["upload": [:]])])
            }
        }
    }

    @Test func `a look that began before the first request ended does not count for the second`() throws {
        let fixture = Fixture()
        let post = try Make.envelope(1, Make.webhook(steps(), promise: .none))
        _ = fixture.claim([post])
        #expect(fixture.tell(.tick, after: .milliseconds(400)) == [.readStops])
        #expect(fixture.tell(Fixture.answered(post)).isEmpty)
        #expect(fixture.tell(.stops(SendingStops())) == [.readStops])
        #expect(fixture.tell(.stops(SendingStops())).made == [post.post])
    }

    @Test func `where the holds cannot be looked at nothing goes on`() throws {
        let fixture = Fixture()
        let post = try Make.envelope(1, Make.webhook(steps()))
        _ = fixture.claim([post])
        #expect(fixture.tell(Fixture.answered(post)) == [.readStops])
        #expect(fixture.tell(.stopsUnknown).made.isEmpty)
        #expect(fixture.tell(.stops(SendingStops())).made == [post.post])
    }

    @Test func `where the holds cannot be looked at what waits does not begin`() throws {
        let fixture = Fixture()
        let posts = try (1...2).map { try Make.envelope($0, Make.webhook(limits: DeliveryLimits(concurrency: 1))) }
        #expect(fixture.claim(posts).made == [posts[0].post])
        #expect(fixture.tell(.tick, after: .milliseconds(400)) == [.readStops])
        #expect(fixture.tell(.stopsUnknown, Fixture.answered(posts[0])).made.isEmpty)
        #expect(fixture.tell(.tick, after: .milliseconds(400)).contains(.readStops))
        #expect(fixture.tell(.stops(SendingStops())).made == [posts[1].post])
    }

    @Test func `where the holds cannot be looked at not even what was handed to the network connects`() throws {
        let fixture = Fixture()
        let post = try Make.envelope(1, Make.webhook())
        _ = fixture.claim([post])
        #expect(fixture.tell(.tick, after: .milliseconds(400)) == [.readStops])
        #expect(fixture.tell(.stopsUnknown) == [.close(post.post)])
        let back = Fixture.broken(post, .withheld)
        #expect(fixture.tell(back, .tick, after: .milliseconds(4)).ends == ["1 put back"])
    }

    @Test func `a look that takes half a second is as good as none, and opens no door when it ends`() throws {
        let fixture = Fixture()
        let posts = try (1...2).map { try Make.envelope($0, Make.webhook(limits: DeliveryLimits(concurrency: 1))) }
        _ = fixture.claim(posts)
        #expect(fixture.tell(.tick, after: .milliseconds(400)) == [.readStops])
        #expect(fixture.deadline == .milliseconds(500))
        #expect(fixture.tell(.tick, after: .milliseconds(499)).isEmpty)
        #expect(fixture.tell(.tick, after: .milliseconds(1)) == [.close(posts[0].post)])
        #expect(fixture.tell(Fixture.answered(posts[0])).made.isEmpty)
        // Somebody may have laid a hold after it was asked for.
        #expect(fixture.tell(.stops(SendingStops())) == [.readStops])
        #expect(fixture.tell(.stops(SendingStops())).made == [posts[1].post])
    }

    @Test func `a look that took long closes the door of the request under way, not those of the next`() throws {
        let fixture = Fixture()
        let post = try Make.envelope(1, Make.webhook(steps(), promise: .none))
        _ = fixture.claim([post])
        #expect(fixture.tell(.tick, after: .milliseconds(400)) == [.readStops])
        #expect(fixture.tell(.tick, after: .milliseconds(500)) == [.close(post.post)])
        // It had left before the door was closed, and is answered.
        #expect(fixture.tell(Fixture.answered(post)).made.isEmpty)
        #expect(fixture.tell(.stops(SendingStops())) == [.readStops])
        #expect(fixture.tell(.stops(SendingStops())).made == [post.post])
        // The second request has a door of its own, which a hold closes as it closed the first.
        #expect(fixture.tell(held { $0.everything = Fixture.reason }) == [.close(post.post)])
        #expect(fixture.tell(Fixture.answered(post)).ends == ["1 posted"])
    }

    @Test func `each request of an attempt has a door of its own`() throws {
        var carrier = AttemptCarrier(try Make.envelope(1, Make.webhook(steps())))
        let first = try carrier.request(for: .step(0, part: 0), captures: [:], at: TurnedClock.start)
        carrier.gate.close()
        let second = try carrier.request(for: .step(1, part: 0), captures: [:], at: TurnedClock.start)
        #expect(first.gate?.isOpen == false && second.gate?.isOpen == true)
        carrier.gate.close()
        #expect(second.gate?.isOpen == false)
    }

    @Test func `a claim that took long is begun only once the holds were looked at`() throws {
        let fixture = Fixture()
        let posts = try [Make.envelope(1, Make.webhook())]
        _ = fixture.start()
        _ = fixture.tell(.recovered(0))
        let actions = fixture.tell(.exchanged(ExchangeAnswer(claimed: posts)), after: .seconds(1))
        #expect(actions == [.readStops])
        #expect(fixture.tell(.stops(SendingStops())).made == [posts[0].post])
    }

    @Test(arguments: [3600, -3600, 86_400 * 365, 61, -61])
    func `a clock that was set stops all sending, with the reason, until a person lets it go on`(seconds: Int) throws {
        let fixture = Fixture()
        let posts = try (1...2).map { try Make.envelope($0, Make.webhook(limits: DeliveryLimits(concurrency: 8))) }
        _ = fixture.claim(posts)
        fixture.wallOffset = .seconds(seconds)
        let actions = fixture.tell(.tick, after: .milliseconds(10))
        guard case .pause(let reason)? = actions.first(where: { if case .pause = $0 { true } else { false } }) else {
            Issue.record("\(actions)")
            return
        }
        #expect(reason.english.contains(seconds > 0 ? "forward" : "back"))
        #expect(reason.english.contains("\(abs(seconds))") && reason.vietnamese.contains("\(abs(seconds))"))
        #expect(actions.made.isEmpty)
        // What waited is given back; nothing is claimed before the stop is written down.
        #expect(fixture.tell(Fixture.answered(posts[0])).exchange == "2")
        #expect(fixture.tell(.exchanged(ExchangeAnswer()), .tick, after: .seconds(5)).exchange == nil)
        // From here on the hold in the database decides.
        _ = fixture.tell(.paused(true))
        #expect(fixture.tell(.tick, after: .seconds(1)).exchange == "0 claiming")
    }

    @Test(arguments: [59, -59])
    func `a clock that is put right by less than a minute stops nothing`(seconds: Int) throws {
        let fixture = Fixture()
        _ = fixture.claim([])
        fixture.wallOffset = .seconds(seconds)
        #expect(fixture.tell(.tick, after: .seconds(1)).exchange == "0 claiming")
    }

    @Test func `a pause that cannot be written down yet holds all the same`() throws {
        let fixture = Fixture()
        _ = fixture.claim([])
        fixture.wallOffset = .seconds(3600)
        #expect(fixture.tell(.tick, after: .seconds(1)).count == 1)
        #expect(fixture.tell(.paused(false)).isEmpty)
        let again = fixture.tell(.tick, after: .seconds(1))
        #expect(again.count == 1)
        guard case .pause? = again.first else {
            Issue.record("\(again)")
            return
        }
    }

    @Test func `told to stop, it gives back what waits, lets what is under way end, and is done`() throws {
        let fixture = Fixture()
        let posts = try (1...2).map { try Make.envelope($0, Make.webhook(limits: DeliveryLimits(concurrency: 8))) }
        _ = fixture.claim(posts)
        #expect(fixture.tell(.stop, .tick, after: .milliseconds(4)).isEmpty)
        #expect(fixture.tell(.tick, after: .milliseconds(4)).exchange == "1")
        #expect(fixture.tell(.exchanged(ExchangeAnswer()), Fixture.answered(posts[0])).ends == ["1 posted"])
        #expect(!fixture.machine.isOver)
        _ = fixture.tell(.exchanged(ExchangeAnswer()))
        #expect(fixture.machine.isOver && fixture.machine.summary.posted == 1)
    }

    @Test func `what does not end in its grace is ended, and within 20 seconds the engine is over`() throws {
        let fixture = Fixture()
        let post = try Make.envelope(1, Make.webhook(promise: .none))
        _ = fixture.claim([post])
        _ = fixture.tell(.stop)
        #expect(fixture.tell(.tick, after: .milliseconds(14_999)).filter { $0 == .stopTransfers }.isEmpty)
        #expect(fixture.tell(.tick, after: .milliseconds(1)).contains(.stopTransfers))
        #expect(fixture.tell(Fixture.broken(post, .stopped, bytesMayHaveLeft: true)).ends == ["1 unknown"])
        // The outcome cannot be written: the row stays in `sending` and is settled at the next start.
        _ = fixture.tell(.exchangeFailed(isLasting: false))
        _ = fixture.tell(.tick, after: .seconds(4))
        #expect(fixture.machine.isOver && fixture.uptime < .seconds(20))
    }

    @Test func `told to stop between two requests, nothing more is asked of the receiver`() throws {
        let fixture = Fixture()
        let post = try Make.envelope(1, Make.webhook(steps()))
        _ = fixture.claim([post])
        _ = fixture.tell(.stop)
        #expect(fixture.tell(Fixture.answered(post)).ends == ["1 retry"])
    }
}
