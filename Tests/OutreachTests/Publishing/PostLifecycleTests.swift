import Outreach
import Testing

struct PostLifecycleTests {
    /// Every step a post may take; whatever is not here is refused.
    private static let allowed: [PostState: [PostEvent: PostState]] = [
        .draft: [.edit: .draft, .submit: .inReview, .cancel: .cancelled],
        .inReview: [.edit: .draft, .approve: .approved, .reject: .draft, .cancel: .cancelled],
        .approved: [
            .edit: .draft, .reject: .draft, .cancel: .cancelled, .claim: .sending, .expired: .missed,
            .uncertain: .unknown, .resolvePosted: .posted,
        ],
        .sending: [
            .delivered: .posted, .deferred: .retrying, .uncertain: .unknown, .refused: .failed, .expired: .missed,
            .putBack: .approved,
        ],
        .posted: [:],
        .retrying: [
            .reject: .draft, .cancel: .cancelled, .claim: .sending, .expired: .missed, .uncertain: .unknown,
        ],
        .unknown: [.resolvePosted: .posted, .resolveAgain: .approved, .resolveNotOut: .draft],
        .failed: [.edit: .draft, .cancel: .cancelled, .retry: .approved],
        .missed: [.edit: .draft, .cancel: .cancelled, .retry: .approved, .resolvePosted: .posted],
        .cancelled: [:],
    ]

    @Test(arguments: PostState.allCases, PostEvent.allCases)
    func `a post takes the steps of the table and no other`(state: PostState, event: PostEvent) throws {
        if let next = Self.allowed[state]?[event] {
            #expect(try state.after(event, mayBeOut: false) == next)
        } else {
            for mayBeOut in [false, true] {
                #expect(throws: PostTransitionError(state: state, event: event)) {
                    try state.after(event, mayBeOut: mayBeOut)
                }
            }
        }
    }

    @Test(arguments: PostState.allCases, PostEvent.allCases)
    func `what may be out is never taken back as if nothing had left, nor changed`(
        state: PostState, event: PostEvent
    ) throws {
        guard let next = Self.allowed[state]?[event] else { return }
        switch event {
        case .edit:
            let refusal = PostTransitionError(state: state, event: .edit, mayBeOut: true)
            #expect(throws: refusal) { try state.after(.edit, mayBeOut: true) }
            #expect(refusal.message.english.contains("It may be out"))
        case .reject, .cancel, .expired, .refused: #expect(try state.after(event, mayBeOut: true) == .unknown)
        default: #expect(try state.after(event, mayBeOut: true) == next)
        }
    }

    private static var steps: [(from: PostState, event: PostEvent, to: PostState)] {
        PostState.allCases.flatMap { state in
            PostEvent.allCases.compactMap { event in
                (try? state.after(event, mayBeOut: false)).map { (state, event, $0) }
            }
        }
    }

    @Test func `only a claim leads into sending, and only from where an approval stands`() {
        let claims = Self.steps.filter { $0.to == .sending }
        #expect(Set(claims.map(\.event)) == [.claim])
        #expect(Set(claims.map(\.from)) == [.approved, .retrying])
    }

    @Test func `while a post is being sent nobody can change it`() {
        let byHand: [PostEvent] = [
            .edit, .submit, .approve, .reject, .cancel, .resolvePosted, .resolveAgain, .resolveNotOut, .retry,
        ]
        #expect(byHand.allSatisfy { (try? PostState.sending.after($0, mayBeOut: true)) == nil })
    }

    @Test func `a post that may be out is settled by a person alone and sent again by nobody else`() {
        #expect(
            Set(Self.steps.filter { $0.from == .unknown }.map(\.event))
                == [.resolvePosted, .resolveAgain, .resolveNotOut])
    }

    @Test func `a draft becomes approved through review and no other way`() {
        #expect(Self.steps.filter { $0.from == .draft && $0.to == .approved }.isEmpty)
        #expect(Self.steps.filter { $0.from == .inReview && $0.to == .approved }.map(\.event) == [.approve])
    }

    @Test(arguments: PostState.allCases, PostEvent.allCases)
    func `a refusal says which state and that the post was left alone`(state: PostState, event: PostEvent) {
        let message = PostTransitionError(state: state, event: event).message
        #expect(message.english.contains(state.words.english) && message.english.contains("left as it was"))
        #expect(message.vietnamese.contains(state.words.vietnamese) && message.vietnamese.contains("giữ nguyên"))
        #expect(message.english.contains("Wait until") == (state == .sending))
    }

    @Test(arguments: PostState.allCases, PostEvent.allCases)
    func `a refusal says in words what cannot be done, and what can be`(state: PostState, event: PostEvent) throws {
        for mayBeOut in [false, true] {
            let message = PostTransitionError(state: state, event: event, mayBeOut: mayBeOut).message
            let english = try #require(
                message.english.wholeMatch(of: /.+, so it cannot be (.+?)\. It was left .+?\. (.+)/))
            let vietnamese = try #require(
                message.vietnamese.wholeMatch(of: /.+ nên không (.+?) được\. Bài được giữ nguyên\. (.+)/))
            #expect(english.2.split(separator: " ").count > 4 && vietnamese.2.split(separator: " ").count > 4)
            #expect(
                !message.vietnamese.contains("“\(event.rawValue)”") && !message.english.contains("“\(event.rawValue)”"))
        }
    }

    @Test func `the way out of trying again names who opens it`() {
        let message = PostTransitionError(state: .retrying, event: .edit).message
        #expect(message.vietnamese.contains("“sẽ gửi lại” nên không sửa được"))
        #expect(message.vietnamese.contains("nhờ người duyệt trả lại") && message.english.contains("have an approver"))
    }
}
