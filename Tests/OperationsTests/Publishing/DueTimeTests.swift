import Outreach
import Testing

@testable import Delivery
@testable import Office
@testable import Operations

/// When a post may leave, and when no more.
struct DueTimeTests {
    @Test func `a post goes out up to the end of its time and not a millisecond later`() async throws {
        try await Office.open { office in
            let (late, missed) = (
                try await office.approved(at: "2026-06-01 08:00", tolerance: .seconds(600)),
                try await office.approved(on: "wall", at: "2026-06-01 07:59", tolerance: .seconds(660))
            )
            office.clock.advance(by: late.notAfter - office.clock.source.now)
            #expect(late.notAfter == missed.notAfter)
            #expect(try await office.claim().count == 2)
        }
        try await Office.open { office in
            let post = try await office.approved(tolerance: .seconds(600))
            office.clock.advance(by: post.notAfter + .milliseconds(1) - office.clock.source.now)
            let claimed = try await office.claim()
            #expect(claimed.isEmpty)
            let found = try await office.post(post)
            #expect(found.state == .missed && found.attempts == 0 && found.approval == post.approval)
            #expect(found.reason?.english.contains("not sent") == true)
        }
    }

    @Test func `after a night without power nothing floods out`() async throws {
        try await Office.open { office in
            for hour in 8...12 {
                _ = try await office.approved(at: "2026-06-01 \(hour < 10 ? "0" : "")\(hour):00")
            }
            _ = try await office.approved(at: "2026-06-02 07:30")
            try office.turn(to: "2026-06-02 08:00")
            #expect(try await office.claim().count == 1)
            var filter = PostFilter()
            filter.states = [.missed]
            let missed = try await office.workspace.posts(filter, as: .program)
            #expect(missed.count == 5)
        }
    }

    @Test func `a missed post that is to go after all needs a new approval, for its moment is another`() async throws {
        try await Office.open { office in
            let post = try await office.approved()
            try office.turn(to: "2026-06-01 12:00")
            _ = try await office.claim()
            let again = try await office.review(post, .retry, by: "lan")
            #expect(again.state == .inReview && again.approval == nil)
            #expect(again.moment == office.clock.source.now && again.notAfter - again.moment == .seconds(3600))
            let early = try await office.claim()
            #expect(early.isEmpty)
            _ = try await office.approve(post, by: "tam")
            #expect(try await office.claim().map(\.post) == [post.id])
        }
    }

    @Test func `a closed window puts the post off to its opening, without an attempt spent`() async throws {
        try await Office.open { office in
            let post = try await office.approved(on: "office", at: "2026-06-01 18:00")
            try office.turn(to: "2026-06-01 18:00")
            let evening = try await office.claim()
            #expect(evening.isEmpty)
            let waiting = try await office.post(post)
            #expect(waiting.state == .approved && waiting.attempts == 0)
            #expect(waiting.nextAttemptAt == (try office.moment("2026-06-02 07:00")))
            #expect(waiting.reason?.english.contains("posting hours") == true)
            #expect(try await office.nextDue() == waiting.nextAttemptAt)
            try office.turn(to: "2026-06-02 06:59")
            #expect(try await office.claim().isEmpty)
            try office.turn(to: "2026-06-02 07:00")
            #expect(try await office.claim().map(\.attempt) == [1])
        }
    }

    @Test func `what was claimed and did not begin before the window closed waits for its opening, no attempt spent`()
        async throws
    {
        try await Office.open { office in
            let post = try await office.approved(on: "office", at: "2026-06-01 16:59")
            let always = try await office.approved(at: "2026-06-01 16:59")
            try office.turn(to: "2026-06-01 16:59")
            let claimed = try await office.claim()
            let envelope = try #require(claimed.first { $0.post == post.id })
            #expect(envelope.closesAt == (try office.moment("2026-06-01 17:00")))
            let other = try #require(claimed.first { $0.post == always.id })
            #expect(other.closesAt == nil)
            try office.turn(to: "2026-06-01 17:00")
            let now = office.clock.source.now
            guard case .conclude(let conclusion) = AttemptMachine(envelope).next(at: now, random: 0) else {
                return #expect(Bool(false))
            }
            let result = DeliveryResult(
                post: envelope.post, channel: envelope.channel, moment: envelope.values.moment, zone: .vietnam,
                attempt: envelope.attempt, token: envelope.token, claimedAt: envelope.claimedAt,
                conclusion: conclusion, endedAt: now, status: nil, bytesMayHaveLeft: false, request: nil, answer: nil)
            let round = Exchange(results: [result], room: SendingRoom(slots: 100))
            #expect(try await StoredOutbox(workspace: office.workspace).exchange(round).claimed.isEmpty)
            let waiting = try await office.post(post)
            #expect(waiting.state == .approved && waiting.attempts == 0)
            #expect(waiting.nextAttemptAt == (try office.moment("2026-06-02 07:00")))
            #expect(waiting.reason?.english.contains("posting hours") == true)
        }
    }

    @Test func `a window that opens too late makes the post missed, not late`() async throws {
        try await Office.open { office in
            // Friday evening; the window opens on Monday and the post may wait for 16 hours.
            let post = try await office.approved(on: "office", at: "2026-06-05 18:00")
            try office.turn(to: "2026-06-05 18:00")
            let evening = try await office.claim()
            #expect(evening.isEmpty)
            #expect(try await office.nextDue() == post.notAfter + .milliseconds(1))
            office.clock.advance(by: .seconds(16 * 3600) + .milliseconds(1))
            #expect(try await office.claim().isEmpty)
            #expect(try await office.post(post).state == .missed)
        }
    }

    @Test func `what is posted by hand is never claimed`() async throws {
        try await Office.open { office in
            let post = try await office.approved(on: "speakers")
            try office.turn(to: "2026-06-01 08:30")
            let claimed = try await office.claim()
            #expect(claimed.isEmpty)
            #expect(try await office.post(post).state == .approved)
            #expect(try await office.nextDue() == nil)
        }
    }

    @Test func `a channel without room keeps its posts, another's go`() async throws {
        try await Office.open { office in
            let first = try await office.approved(at: "2026-06-01 07:58")
            _ = try await office.approved(at: "2026-06-01 07:59")
            let other = try await office.approved(on: "wall")
            try office.turn(to: "2026-06-01 08:00")
            // As an engine begins: every channel gets one transfer until it has answered.
            let room = SendingRoom(Traffic(EngineSettings()), at: .zero)
            #expect(try await office.claim(room).map(\.post) == [first.id, other.id])
            #expect(try await office.claim().count == 1)
        }
    }

    @Test func `of many channels each gets its share, and within one the oldest goes first`() async throws {
        try await Office.open { office in
            let posts = try await [
                office.approved(at: "2026-06-01 07:57"), office.approved(at: "2026-06-01 07:56"),
                office.approved(at: "2026-06-01 07:55"), office.approved(on: "wall", at: "2026-06-01 07:59"),
            ]
            try office.turn(to: "2026-06-01 08:00")
            #expect(try await office.claim(SendingRoom(slots: 2)).map(\.post) == [posts[2].id, posts[3].id])
            #expect(try await office.claim(SendingRoom(slots: 2)).map(\.post) == [posts[1].id, posts[0].id])
        }
    }

    @Test func `a channel that is switched off in its file keeps its queue`() async throws {
        try await Office.open { office in
            let post = try await office.approved()
            let register = OfficeChannels.register(port: 9)
            try await office.rewrite(
                "Channels/channels.yaml", register.replacing("enabled: true", with: "enabled: false"))
            try office.turn(to: "2026-06-01 08:00")
            let off = try await office.claim()
            #expect(off.isEmpty)
            #expect(try await office.post(post).state == .approved)
            try await office.rewrite("Channels/channels.yaml", register)
            #expect(try await office.claim().map(\.post) == [post.id])
        }
    }

    @Test func `what is shown as due is what would be claimed, and nothing is`() async throws {
        try await Office.open { office in
            let post = try await office.approved()
            _ = try await office.approved(on: "speakers")
            _ = try await office.approved(at: "2026-06-02 08:00")
            try office.turn(to: "2026-06-01 08:00")
            #expect(try await office.workspace.duePosts(as: office.user("lan")).map(\.id) == [post.id])
            #expect(try await office.workspace.duePosts(as: office.user("tay")).isEmpty)
            #expect(try await office.post(post).state == .approved)
        }
    }
}
