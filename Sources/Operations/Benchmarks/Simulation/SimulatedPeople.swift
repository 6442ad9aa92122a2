import Delivery
import Outreach
import Storage

/// People at work while posts go out; each act is the operation a page would call.
struct SimulatedPeople: Sendable {
    let workspace: Workspace
    let ledger: SimulationLedger
    let clock: SimulatedClock
    let fault: PlantedFault?

    private static let reason = "simulation"

    func hold(_ scope: HoldScope) async throws {
        do {
            _ = try await workspace.hold(scope, reason: SimulatedPeople.reason, as: .program, mode: .perform)
        } catch PublishingError.holdExists {
            return
        }
        let now = clock.now.uptime
        ledger.change { $0.holds[scope] = $0.holds[scope] ?? now }
    }

    func release(_ scope: HoldScope) async throws {
        // Known to be lifted before it is: what leaves in between is within the rules.
        ledger.change { $0.holds[scope] = nil }
        do {
            try await workspace.release(scope, as: .program, mode: .perform)
        } catch PublishingError.noHold {
            return
        }
    }

    /// Changes the text behind everybody's back, as a fault or an intruder would: the approval holds no more.
    func tamper(_ id: Identifier<Post>) async throws {
        let isVoid = try await workspace.database.write { tx -> Bool in
            guard var post = try tx.post(id), post.state == .approved || post.state == .retrying else { return false }
            post.text += " Đổi."
            return try tx.update(post, from: post.state)
        }
        if isVoid { ledger.change { $0.posts[id]?.isApproved = false } }
    }

    func cancel(_ id: Identifier<Post>) async throws {
        do {
            let posts = try await workspace.review([id.description], .cancel, comment: "", as: .program, mode: .perform)
            // What may be out is unknown until somebody has looked.
            guard posts.first?.state == .cancelled else { return }
        } catch is PostTransitionError {
            return
        }
        ledger.change { $0.posts[id]?.isApproved = false }
    }

    /// Sends a post back that is to be tried again, or this one where there is none, and has it approved in other words for
    /// a few minutes later.
    func rewrite(or id: Identifier<Post>) async throws {
        let retried = try await workspace.database.read { tx in
            var filter = PostFilter()
            filter.states = [.retrying]
            return try tx.posts(filter).map(\.id).min()
        }
        let id = retried ?? id
        let text = "Gọi 111. Viết lại."
        if fault == .rewrittenInDoubt { return try await approve(id, in: .retrying, saying: text) }
        do {
            let posts = try await workspace.review(
                [id.description], .reject, comment: SimulatedPeople.reason, as: .program, mode: .perform)
            guard let post = posts.first, post.state == .draft else { return }
            ledger.change { $0.posts[id]?.isApproved = false }
            let moment = clock.now.wall + .seconds(300)
            var edit = PostEdit()
            (edit.text, edit.day, edit.time) = (text, post.zone.day(of: moment), post.zone.time(of: moment))
            _ = try await workspace.editPost(id.description, edit, as: .program, mode: .perform)
        } catch is PostTransitionError {
            return
        } catch PublishingError.alreadyScheduled {
            // Another was rewritten for the same minute; this one stays a draft.
            return
        }
        try await approve(id, in: .draft, saying: text)
    }

    private func approve(_ id: Identifier<Post>, in state: PostState, saying text: String) async throws {
        let workspace = workspace
        let approved = try await workspace.database.write { tx -> Post? in
            guard var post = try tx.post(id), post.state == state,
                let channel = try workspace.channels.channels(in: tx)[post.channel]
            else { return nil }
            post.text = text
            try tx.approve(post, on: channel, by: SimulatedTemplate.approver, in: workspace)
            return post
        }
        guard let approved else { return }
        ledger.change { state in
            state.posts[id]?.text = approved.text
            state.posts[id]?.notAfter = approved.notAfter
            state.posts[id]?.isApproved = true
        }
    }

    /// Takes the right to approve from one of two: what only they approved and is not on its way goes no more.
    func withdrawApprover() async throws {
        guard let approver = Slug(SimulatedTemplate.otherApprover) else { return }
        let posts = try await workspace.database.write { tx -> [Post] in
            try tx.put(User(id: approver, name: "Bench", grants: [Grant(role: .viewer, unit: nil)]))
            return try tx.posts(PostFilter())
        }
        for post in posts where post.approval?.by == approver.description && post.state != .sending {
            ledger.change { $0.posts[post.id]?.isApproved = false }
        }
    }

    /// Looks up what is unknown and says truly what became of it; lets sending go on that stopped by itself.
    func lookAround() async throws {
        let holds = try await workspace.database.read { try $0.holds() }
        for hold in holds where hold.by == Caller.program.name && hold.reason != SimulatedPeople.reason {
            try await release(hold.scope)
        }
        let unknown = try await workspace.database.read { tx in
            var filter = PostFilter()
            filter.states = [.unknown]
            return try tx.posts(filter)
        }
        for post in unknown {
            guard let facts = ledger.facts(post.id) else { continue }
            let finding: PostFinding = facts.effects.isEmpty ? .sendAgain : .posted(link: nil, at: nil, figure: nil)
            do {
                let moved = try await workspace.resolvePost(
                    post.id.description, finding, comment: "", as: .program, mode: .perform)
                ledger.change { state in
                    state.posts[post.id]?.isOpen = false
                    // Beyond its time it has to be approved anew, and here nobody does.
                    if moved.state == .inReview { state.posts[post.id]?.isApproved = false }
                }
            } catch PublishingError.tooEarly {
                continue
            }
        }
    }
}

extension WriteTransaction {
    /// Approves a post as it stands, without the rules being asked: the simulation is about sending.
    func approve(_ post: Post, on channel: ResolvedChannel, by approver: String, in workspace: Workspace) throws {
        let check = try ApprovalCheck(workspace, in: self)
        var approved = post
        approved.state = .approved
        approved.approval = Approval(
            by: approver, at: workspace.now, hash: try check.hash(of: post, on: channel), rules: check.judge.version)
        _ = try update(approved, from: post.state)
    }
}
