import Outreach
import Testing

@testable import Delivery
@testable import Office
@testable import Operations

/// A post that may be out is settled by a person: it is neither taken back as if nothing had left, nor reworded under the
/// key a receiver knows.
struct PostDoubtTests {
    /// How a post comes to be in doubt.
    enum Doubt: CaseIterable, Sendable {
        /// Bytes left, and no answer came.
        case noAnswer
        /// One piece of it is out.
        case pieces
    }

    @Test(arguments: [ReviewStep.reject, .cancel], Doubt.allCases)
    func `rejected or dropped it is unknown, and does not go out`(step: ReviewStep, doubt: Doubt) async throws {
        try await Office.open { office in
            let post = try await office.doubtful(doubt)
            let name = step == .reject ? "minh" : "lan"
            let taken = try await office.review(post, step, by: name, comment: "Sai tên")
            #expect(taken.state == .unknown && taken.approval == nil)
            #expect(taken.reason?.english.hasPrefix("Sai tên. ") == true)
            #expect(taken.reason?.english.contains("may be out") == true)
            office.clock.advance(by: .seconds(600))
            #expect(try await office.claim().isEmpty)
            #expect(try await office.nextDue() == nil)
            #expect(try await office.workspace.deliveryView(as: .program).unknown.map(\.post.id) == [post.id])
            await #expect(throws: PostTransitionError(state: .unknown, event: .cancel)) {
                try await office.review(post, .cancel, by: "lan")
            }
        }
    }

    @Test func `what certainly did not leave is a draft when rejected, and dropped when dropped`() async throws {
        try await Office.open { office in
            for (step, state) in [(ReviewStep.reject, PostState.draft), (.cancel, .cancelled)] {
                let post = try await office.approved(at: step == .reject ? "2026-06-01 08:00" : "2026-06-01 09:00")
                try office.turn(to: step == .reject ? "2026-06-01 08:00" : "2026-06-01 09:00")
                try await office.conclude(.retry(at: office.clock.source.now, reason: .test, inDoubt: false))
                #expect(try await office.post(post).state == .retrying)
                let name = step == .reject ? "minh" : "lan"
                #expect(try await office.review(post, step, by: name, comment: "Sai").state == state)
            }
        }
    }

    @Test func `a finding no longer let pass leaves it unknown, too`() async throws {
        try await Office.open { office in
            let draft = try await office.draft(text: GateTests.blaming)
            let judged = try #require(
                try await office.workspace.readPost(draft.id.description, as: .program).judgement.judged)
            let finding = try #require(judged.open.first).reference
            _ = try await office.workspace.override(
                finding, of: draft.id.description, text: judged.text, reason: "trích", as: try office.user("tam"),
                mode: .perform)
            _ = try await office.review(draft, .submit, by: "lan")
            _ = try await office.approve(draft, by: "minh")
            try await office.becomeDoubtful(.noAnswer)
            let taken = try await office.workspace.withdrawOverride(
                finding, of: draft.id.description, reason: "nhầm", as: try office.user("tam"), mode: .perform)
            #expect(taken.state == .unknown && taken.approval == nil)
            #expect(try await office.claim().isEmpty)
        }
    }

    @Test func `found not to be out it is a draft, and goes with other words under another key`() async throws {
        try await Office.open { office in
            let post = try await office.doubtful(.noAnswer)
            _ = try await office.review(post, .reject, by: "minh", comment: "Sai tên")
            let found = try await office.resolve(post, .notOut)
            #expect(found.state == .draft && found.settledAttempts == 1)
            try await office.reword(post, "Gọi 111 nhé", at: "2026-06-01 10:00")
            let envelope = try #require(try await office.claim().first)
            #expect(envelope.attempt == 2 && envelope.values.text == "Gọi 111 nhé")
            #expect(envelope.values.key == "\(post.id)-v1" && !envelope.isInDoubt)
        }
    }

    @Test func `the same words keep their key, whenever they go`() async throws {
        try await Office.open { office in
            let post = try await office.doubtful(.noAnswer)
            _ = try await office.review(post, .reject, by: "minh", comment: "Sớm quá")
            _ = try await office.resolve(post, .notOut)
            try await office.reword(post, nil, at: "2026-06-01 10:00")
            let envelope = try #require(try await office.claim().first)
            #expect(envelope.values.key == post.id.description && envelope.isInDoubt)
        }
    }

    @Test func `what a receiver refused goes with other words under another key`() async throws {
        try await Office.open { office in
            let post = try await office.approved()
            try office.turn(to: "2026-06-01 08:00")
            try await office.conclude(.failed(reason: .test))
            try await office.reword(post, "Gọi 111 nhé", at: "2026-06-01 10:00")
            #expect(try await office.claim().map(\.values.key) == ["\(post.id)-v1"])
        }
    }

    @Test func `to send again what was taken back makes a draft of it`() async throws {
        try await Office.open { office in
            let post = try await office.doubtful(.noAnswer)
            _ = try await office.review(post, .cancel, by: "lan")
            #expect(try await office.resolve(post, .sendAgain).state == .draft)
            #expect(try await office.claim().isEmpty)
            #expect(try await office.review(post, .cancel, by: "lan").state == .cancelled)
        }
    }

    @Test func `once a person found nothing out, it is dropped as any other`() async throws {
        try await Office.open { office in
            let post = try await office.doubtful(.noAnswer, on: "wall")
            #expect(try await office.post(post).state == .unknown)
            #expect(try await office.resolve(post, .sendAgain).state == .approved)
            #expect(try await office.review(post, .cancel, by: "lan").state == .cancelled)
        }
    }

    @Test func `a text of which pieces are out is not changed, and begins anew once they are gone`() async throws {
        try await Office.open { office in
            let post = try await office.doubtful(.pieces)
            _ = try await office.review(post, .cancel, by: "lan")
            _ = try await office.resolve(post, .notOut)
            let draft = try await office.post(post)
            #expect(draft.state == .draft && draft.partsSent == 0)
            try await office.reword(post, nil, at: "2026-06-01 10:00")
            let envelope = try #require(try await office.claim().first)
            #expect(envelope.partsSent == 0 && envelope.values.key == "\(post.id)-v1")
        }
    }

    @Test func `of a text in pieces that waits for a new approval no word is changed`() async throws {
        try await Office.open { office in
            let post = try await office.doubtful(.pieces)
            try office.turn(to: "2026-06-01 12:00")
            #expect(try await office.claim().isEmpty)
            #expect(try await office.post(post).state == .unknown)
            #expect(try await office.resolve(post, .sendAgain).state == .inReview)
            await #expect(throws: PostTransitionError(state: .inReview, event: .edit, mayBeOut: true)) {
                try await office.reword(post, "Gọi 111 nhé", at: "2026-06-01 13:00")
            }
            #expect(try await office.review(post, .reject, by: "minh", comment: "Sai").state == .unknown)
        }
    }
}

extension Message {
    fileprivate static let test = Message(verbatim: "thử")
}

extension Office {
    /// A post of which something may be out.
    fileprivate func doubtful(_ doubt: PostDoubtTests.Doubt, on channel: String = "page") async throws -> Post {
        let post = try await approved(on: channel)
        try await becomeDoubtful(doubt)
        return post
    }

    /// At its moment, whatever is due is tried once, and nobody knows what became of it.
    func becomeDoubtful(_ doubt: PostDoubtTests.Doubt) async throws {
        try turn(to: "2026-06-01 08:00")
        switch doubt {
        case .noAnswer:
            _ = try await claim()
            _ = try await StoredOutbox(workspace: workspace).recover()
        case .pieces:
            try await conclude(.retry(at: clock.source.now, reason: .test, inDoubt: false), partsSent: 1)
        }
    }

    /// Claims what is due and writes down this ending of it.
    fileprivate func conclude(_ conclusion: Conclusion, partsSent: Int = 0) async throws {
        let envelope = try #require(try await claim().first)
        let result = DeliveryResult(
            post: envelope.post, channel: envelope.channel, moment: envelope.values.moment, zone: .vietnam,
            attempt: envelope.attempt, token: envelope.token, claimedAt: envelope.claimedAt, conclusion: conclusion,
            partsSent: partsSent, endedAt: clock.source.now, status: 503, bytesMayHaveLeft: true, request: "POST",
            answer: "503")
        _ = try await StoredOutbox(workspace: workspace).exchange(Exchange(results: [result], room: nil))
    }

    fileprivate func resolve(_ post: Post, _ finding: PostFinding) async throws -> Post {
        try await workspace.resolvePost(
            post.id.description, finding, comment: "Đã xem trang", as: try user("hoa"), mode: .perform)
    }

    /// Changes words and moment, takes the post through review and turns the clock to its moment.
    fileprivate func reword(_ post: Post, _ text: String?, at time: String) async throws {
        let parts = time.split(separator: " ").map(String.init)
        var edit = PostEdit()
        (edit.text, edit.day, edit.time) = (text, Day(parts[0]), TimeOfDay(parts[1]))
        _ = try await workspace.editPost(post.id.description, edit, as: try user("lan"), mode: .perform)
        _ = try await review(post, .submit, by: "lan")
        _ = try await approve(post, by: "minh")
        try turn(to: time)
    }
}
