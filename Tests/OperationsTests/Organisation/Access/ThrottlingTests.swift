import Operations
import Outreach
import Testing

@testable import Office
@testable import Storage

/// Guessing is slowed down, by name and by address, and the slowing survives a restart.
struct ThrottlingTests {
    private func paused(_ office: Office, for pause: Duration) -> AccessError {
        .paused(until: office.clock.source.now + pause, zone: .vietnam)
    }

    @Test func `after five failures the right password waits too, and then works`() async throws {
        try await Office.open { office in
            try await office.givePassword(to: "lan")
            for _ in 1...4 { #expect(await office.fail("lan") == .wrongLogIn) }
            #expect(await office.fail("lan") == paused(office, for: .seconds(30)))
            let again = try await office.reopened()
            await #expect(throws: paused(office, for: .seconds(30))) { try await again.signIn("lan") }
            office.wait(.seconds(29))
            await #expect(throws: paused(office, for: .seconds(1))) { try await office.signIn("lan") }
            office.wait(.seconds(1))
            _ = try await office.signIn("lan")
            for _ in 1...4 { #expect(await office.fail("lan") == .wrongLogIn) }
        }
    }

    @Test func `the pause grows to a quarter of an hour, and says until when`() async throws {
        try await Office.open { office in
            try await office.givePassword(to: "lan")
            for _ in 1...4 { _ = await office.fail("lan") }
            for seconds in [30, 60, 120, 240, 480, 900, 900] {
                #expect(await office.fail("lan") == paused(office, for: .seconds(seconds)))
                #expect(await office.fail("lan") == paused(office, for: .seconds(seconds)))
                office.wait(.seconds(seconds))
            }
        }
        let error = AccessError.paused(until: try #require(Instant("2026-05-20T01:30:01Z")), zone: .vietnam)
        #expect(error.message(.vietnamese).contains("08:31") && error.kind == .tryAgain)
    }

    @Test func `a name nobody has is slowed down just the same`() async throws {
        try await Office.open { office in
            for _ in 1...4 { #expect(await office.fail("nobody") == .wrongLogIn) }
            #expect(await office.fail("nobody") == paused(office, for: .seconds(30)))
            #expect(await office.fail("NOBODY ") == paused(office, for: .seconds(30)))
            let (audited, everything) = (
                try await office.audited(1), try await office.rows().filter { !$0.hasPrefix("documents:") }.joined()
            )
            #expect(audited == ["loa users.log-in-paused unknown"] && !everything.contains("nobody"))
        }
    }

    @Test func `an address that tries many names is slowed down for all of them`() async throws {
        try await Office.open { office in
            try await office.givePassword(to: "lan")
            for number in 1...19 { #expect(await office.fail("user-\(number)") == .wrongLogIn) }
            #expect(await office.fail("user-20") == paused(office, for: .seconds(30)))
            await #expect(throws: AccessError.self) { try await office.signIn("lan") }
            _ = try await office.signIn("lan", from: "192.0.2.8")
            _ = try await office.signIn("lan", from: "")
        }
    }

    @Test(arguments: [
        ("2001:db8::1", "2001:db8:0:0:ffff::2", true), ("2001:db8::1", "2001:db8:0:1::1", false),
        ("192.0.2.1", "::ffff:192.0.2.1", true), ("192.0.2.1", "192.0.2.2", false), ("proxy", "proxy", true),
    ])
    func `of IPv6 the whole network is one address`(first: String, second: String, isOne: Bool) async throws {
        try await Office.open { office in
            for number in 1...20 { _ = await office.fail("user-\(number)", from: first) }
            #expect((await office.fail("someone", from: second) == .wrongLogIn) == !isOne)
        }
    }

    @Test func `tries at the same moment all count`() async throws {
        try await Office.open { office in
            try await office.givePassword(to: "lan")
            let outcomes = await withTaskGroup { group in
                for number in 1...30 { group.addTask { await office.fail("lan", from: "192.0.2.\(number)") } }
                return await group.reduce(into: [AccessError?]()) { $0.append($1) }
            }
            // Four that are only wrong, a fifth that begins the pause, and everything else is not even tried.
            #expect(outcomes.count { $0 == .wrongLogIn } == 4)
            #expect(outcomes.count { $0 == paused(office, for: .seconds(30)) } == 26)
        }
    }

    @Test func `more than can wait at once are asked to come again, and nothing is held against them`() async throws {
        try await Office.open { office in
            let outcomes = await withTaskGroup { group in
                for number in 1...300 {
                    group.addTask { await office.fail("user-\(number)", from: "10.0.\(number).1") }
                }
                return await group.reduce(into: [AccessError?]()) { $0.append($1) }
            }
            #expect(Set(outcomes).isSubset(of: [.wrongLogIn, .busy]))
            #expect(outcomes.contains(.wrongLogIn))
        }
    }

    @Test func `failures are forgotten after an hour, and their rows after a day`() async throws {
        try await Office.open { office in
            for _ in 1...4 { _ = await office.fail("lan") }
            office.wait(.hours(1))
            for _ in 1...4 { #expect(await office.fail("lan") == .wrongLogIn) }
            office.wait(.days(2))
            _ = await office.fail("hoa", from: "192.0.2.9")
            let kept = try await office.count("log_in_failures")
            #expect(kept == 2)
        }
    }

    @Test func `guessing the current password of a session left open is slowed down too`() async throws {
        try await Office.open { office in
            try await office.givePassword(to: "lan")
            let signedIn = try await office.signIn("lan")
            func guess() async throws {
                _ = try await office.workspace.setPassword(
                    "mot mat khau moi hoan toan", current: Office.wrongPassword, token: signedIn.token,
                    from: Office.address)
            }
            for _ in 1...4 { await #expect(throws: AccessError.currentPasswordWrong) { try await guess() } }
            for _ in 1...2 { await #expect(throws: paused(office, for: .seconds(30))) { try await guess() } }
            _ = try await #require(office.workspace.session(token: signedIn.token))
        }
    }
}
