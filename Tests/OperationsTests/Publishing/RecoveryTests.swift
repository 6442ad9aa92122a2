import Outreach
import Storage
import Testing

@testable import Delivery
@testable import Office
@testable import Operations

/// What a process that died left in `sending`.
struct RecoveryTests {
    private func result(_ envelope: Envelope, _ conclusion: Conclusion, in office: Office) -> DeliveryResult {
        DeliveryResult(
            post: envelope.post, channel: envelope.channel, moment: envelope.values.moment, zone: .vietnam,
            attempt: envelope.attempt,
            token: envelope.token, claimedAt: envelope.claimedAt, conclusion: conclusion,
            endedAt: office.clock.source.now, status: 200, bytesMayHaveLeft: true, request: "POST", answer: "200")
    }

    @Test func `under a key it is tried again, without a promise a person has to look`() async throws {
        try await Office.open { office in
            let (keyed, plain) = (try await office.approved(), try await office.approved(on: "wall"))
            try office.turn(to: "2026-06-01 08:00")
            _ = try await office.claim()
            let next = try await office.reopened()
            #expect(try await StoredOutbox(workspace: next.workspace).recover() == 2)
            #expect(try await office.post(keyed).state == .retrying)
            #expect(try await office.post(plain).state == .unknown)
            #expect(try await office.post(plain).reason?.english.contains("may or may not be out") == true)
            let attempts = try await office.workspace.post(plain.id.description, as: .program).attempts
            #expect(attempts.map(\.outcome) == ["interrupted"] && attempts.map(\.bytesMayHaveLeft) == [true])
            #expect(try await next.claim().map(\.post) == [keyed.id])
            #expect(try await office.post(keyed).attempts == 2)
            #expect(try await StoredOutbox(workspace: next.workspace).recover() == 1)
            #expect(try await StoredOutbox(workspace: next.workspace).recover() == 0)
        }
    }

    @Test func `an engine begins by forgetting which hosts another left alone, for it asks them anew`() async throws {
        try await Office.open { office in
            let outbox = StoredOutbox(workspace: office.workspace)
            let until = office.clock.source.now + .seconds(30)
            try await outbox.note(HostHealth(host: "a.example:443", failures: 5, openUntil: until))
            let before = try await office.workspace.database.read { try $0.restingHosts().map(\.host) }
            #expect(before == ["a.example:443"])
            _ = try await outbox.recover()
            let after = try await office.workspace.database.read { try $0.restingHosts().map(\.host) }
            #expect(after.isEmpty)
        }
    }

    @Test func `what may be out is never called missed, though its time is over`() async throws {
        try await Office.open { office in
            let post = try await office.approved()
            try office.turn(to: "2026-06-01 08:00")
            _ = try await office.claim()
            try office.turn(to: "2026-06-01 12:00")
            _ = try await StoredOutbox(workspace: office.workspace).recover()
            #expect(try await office.claim().isEmpty)
            let found = try await office.post(post)
            #expect(found.state == .unknown)
            #expect(found.reason?.english.contains("not known whether") == true)
        }
    }

    @Test func `what may be out is unknown when its approval falls, not a draft as if nothing had left`() async throws {
        try await Office.open { office in
            let post = try await office.approved()
            try office.turn(to: "2026-06-01 08:00")
            _ = try await office.claim()
            _ = try await StoredOutbox(workspace: office.workspace).recover()
            _ = try await office.workspace.revoke(
                Grant(role: .approver, unit: try slug("east")), from: try slug("minh"), as: try office.user("admin"),
                mode: .perform)
            #expect(try await office.claim().isEmpty)
            #expect(try await office.post(post).state == .unknown)
        }
    }

    @Test func `the same key goes with every attempt`() async throws {
        try await Office.open { office in
            _ = try await office.approved()
            try office.turn(to: "2026-06-01 08:00")
            let outbox = StoredOutbox(workspace: office.workspace)
            let first = try await office.claim()
            _ = try await outbox.recover()
            let second = try await office.claim()
            #expect(first.map(\.values.key) == second.map(\.values.key))
            #expect(first.map(\.token) != second.map(\.token))
        }
    }

    @Test func `a result that comes after the post was settled changes nothing`() async throws {
        try await Office.open { office in
            let post = try await office.approved(on: "wall")
            try office.turn(to: "2026-06-01 08:00")
            let outbox = StoredOutbox(workspace: office.workspace)
            let envelope = try #require(try await office.claim().first)
            _ = try await outbox.recover()
            let before = try await office.rows()
            let receipt = Receipt(remoteID: nil, link: nil, at: office.clock.source.now)
            let late = Exchange(results: [result(envelope, .posted(receipt), in: office)], room: nil)
            #expect(try await outbox.exchange(late).stale == [envelope.post])
            // The log alone says what came.
            let after = try await office.rows()
            let isLog = { (row: String) in row.hasPrefix("audit") }
            #expect(after.filter { !isLog($0) } == before.filter { !isLog($0) })
            #expect(after.contains { $0.contains("posts.late") })
            #expect(try await office.post(post).state == .unknown)
        }
    }

    @Test func `a channel that is gone promises nothing`() async throws {
        try await Office.open { office in
            let post = try await office.approved()
            try office.turn(to: "2026-06-01 08:00")
            _ = try await office.claim()
            try await office.rewrite("Channels/channels.yaml", "channels: []\n")
            _ = try await StoredOutbox(workspace: office.workspace).recover()
            #expect(try await office.post(post).state == .unknown)
        }
    }

    @Test func `a person says that it is out, where and since when`() async throws {
        try await Office.open { office in
            let post = try await office.unknownPost()
            let at = try office.moment("2026-06-01 08:00")
            let link = "https://example.vn/1"
            let resolved = try await office.workspace.resolvePost(
                post.id.description, .posted(link: link, at: at, figure: (.views, 12)), comment: "Đã xem trang",
                as: try office.user("hoa"), mode: .perform)
            #expect(resolved.state == .posted && resolved.receipt == Receipt(remoteID: nil, link: link, at: at))
            let samples = try await office.workspace.samples(of: post.id.description, as: try office.user("lan"))
            #expect(samples.map(\.value) == [12])
        }
    }

    @Test func `a person says that it is not out, and it goes again while its time lasts`() async throws {
        try await Office.open { office in
            let post = try await office.unknownPost()
            let again = try await office.workspace.resolvePost(
                post.id.description, .sendAgain, comment: "Không thấy", as: try office.user("hoa"), mode: .perform)
            #expect(again.state == .approved && again.moment == post.moment)
            #expect(try await office.claim().map(\.attempt) == [2])
        }
    }

    @Test func `once its time is over, sending again takes a new approval`() async throws {
        try await Office.open { office in
            let post = try await office.unknownPost()
            try office.turn(to: "2026-06-02 09:00")
            let again = try await office.workspace.resolvePost(
                post.id.description, .sendAgain, comment: "", as: try office.user("hoa"), mode: .perform)
            #expect(again.state == .inReview && again.approval == nil && again.moment == office.clock.source.now)
            #expect(try await office.claim().isEmpty)
        }
    }

    @Test func `nothing is written down as out before its day or in the future`() async throws {
        try await Office.open { office in
            let post = try await office.unknownPost()
            let lan = try office.user("lan")
            for (time, error) in [
                ("2026-05-31 23:59", PublishingError.tooEarly("08:00 · 01/06/2026") as any Error),
                ("2026-06-01 09:00", ReachError.inFuture),
            ] {
                let finding = PostFinding.posted(link: nil, at: try office.moment(time), figure: nil)
                let thrown = await #expect(throws: (any Error).self) {
                    try await office.workspace.resolvePost(
                        post.id.description, finding, comment: "", as: lan, mode: .perform)
                }
                #expect(thrown.map(String.init(describing:)) == String(describing: error))
            }
            #expect(try await office.post(post).state == .unknown)
        }
    }

    @Test func `an approved post of an automatic channel cannot be written down as posted`() async throws {
        try await Office.open { office in
            let post = try await office.approved()
            try office.turn(to: "2026-06-01 08:00")
            await #expect(throws: PostTransitionError(state: .approved, event: .resolvePosted)) {
                try await office.workspace.resolvePost(
                    post.id.description, .posted(link: nil, at: nil, figure: nil), comment: "",
                    as: try office.user("lan"), mode: .perform)
            }
            #expect(try await office.claim().count == 1)
        }
    }
}

extension Office {
    /// A post of the wall whose process died while it was being sent.
    fileprivate func unknownPost() async throws -> Post {
        let post = try await approved(on: "wall")
        try turn(to: "2026-06-01 08:00")
        _ = try await claim()
        _ = try await StoredOutbox(workspace: workspace).recover()
        clock.advance(by: .seconds(60))
        return try await self.post(post)
    }
}
