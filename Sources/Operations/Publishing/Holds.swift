public import Outreach
import Storage

extension Workspace {
    /// Stops sending for a post, channel, campaign, unit or everything, from the next claim on, and keeps what is claimed
    /// from starting.
    ///
    /// It takes effect before its reason is judged, for whoever is in a hurry types or pastes the very words that are
    /// wrong: it is neither refused for them nor does it wait for them. The reason is written down after it, and not
    /// where it says what must not be kept.
    public func hold(_ scope: HoldScope, reason: String, as caller: Caller, mode: ChangeMode) async throws -> Hold {
        let note = reason.normalized.trimmed
        let hold = try await change(mode) { tx in
            try authoriseHold(scope, as: caller, in: tx)
            guard !note.isEmpty else { throw PublishingError.reasonMissing }
            let hold = Hold(scope: scope, reason: "…", by: caller.name, at: now)
            guard try tx.put(hold) else { throw PublishingError.holdExists }
            try tx.audit(at: now, actor: caller.name, action: "posts.hold", subject: scope.description, detail: "")
            return hold
        }
        let kept = try await keepableNote(note)
        let explained = Hold(scope: scope, reason: kept, by: hold.by, at: hold.at)
        guard mode == .perform else { return explained }
        try await change(mode) { tx in
            guard try tx.explain(explained) else { return }
            try tx.audit(
                at: now, actor: caller.name, action: "posts.hold-reason", subject: scope.description, detail: kept)
        }
        return explained
    }

    /// Lets sending go on. Posts whose time ran out meanwhile become missed; nothing floods out.
    ///
    /// - Returns: the hold that takes the place of the lifted one, where the engine had a reason of its own to stop; nil
    ///   where sending goes on.
    @discardableResult
    public func release(_ scope: HoldScope, as caller: Caller, mode: ChangeMode) async throws -> Hold? {
        try await change(mode) { tx -> Hold? in
            try authoriseHold(scope, as: caller, in: tx)
            // Anyone with the right stops; letting it go on is for whoever stopped it, or for an administrator over what
            // is stopped. Those whom a stop concerns do not lift it themselves.
            if try tx.holds().first(where: { $0.scope == scope })?.by != caller.name {
                try authorise(.administer, scope, as: caller, in: tx)
            }
            guard try tx.removeHold(scope) else { throw PublishingError.noHold }
            try tx.audit(at: now, actor: caller.name, action: "posts.release", subject: scope.description, detail: "")
            return try scope == .everything ? tx.putKeptPause(at: now) : nil
        }
    }

    private func authoriseHold(_ scope: HoldScope, as caller: Caller, in tx: ReadTransaction) throws {
        if scope == .everything { return try tx.authorise(caller, .hold) }
        try authorise(.hold, scope, as: caller, in: tx)
    }

    private func authorise(
        _ permission: Permission, _ scope: HoldScope, as caller: Caller, in tx: ReadTransaction
    ) throws {
        switch scope {
        case .everything: try tx.authoriseWhole(caller, permission)
        case .unit(let unit):
            try tx.requireUnit(unit)
            try tx.authorise(caller, permission, for: unit)
        case .channel(let slug):
            try tx.authorise(caller, permission, for: try channels.require(slug, in: tx).channel.unit)
        case .campaign(let id):
            try tx.authorise(caller, permission, for: try tx.requireCampaign(id, namedBy: caller).owner)
        case .post(let id):
            let post = try tx.requirePost(id.description, visibleTo: caller)
            try tx.authorise(caller, permission, for: post.unit)
        }
    }
}

extension WriteTransaction {
    /// Holds everything for the reason that the engine found while another hold lay there; nil where it found none.
    fileprivate func putKeptPause(at now: Instant) throws -> Hold? {
        guard let reason = try workspaceValue(WorkspaceKey.pause) else { return nil }
        try removeWorkspaceValue(WorkspaceKey.pause)
        let hold = Hold(scope: .everything, reason: reason, by: Caller.program.name, at: now)
        guard try put(hold) else { return nil }
        try audit(
            at: now, actor: hold.by, action: "posts.hold", subject: hold.scope.description, detail: hold.reason)
        return hold
    }
}

extension Hold {
    /// What to tell whoever lifted a hold whose place this one took.
    public var wordsOfNext: Message {
        Message(
            vi: "Đã bỏ lệnh dừng đó, nhưng \(scope.words.vietnamese) vẫn đang dừng vì lý do khác: \(reason) "
                + "Mọi bài vẫn chờ. Xử lý xong, quản trị cho gửi lại một lần nữa.",
            en: "That hold is lifted, but \(scope.words.english) is still held for another reason: \(reason) "
                + "Every post waits. Once it is dealt with, an administrator releases it once more.")
    }
}

extension HoldScope {
    /// What is held, for a person.
    public var words: Message {
        switch self {
        case .everything: Message(vi: "toàn bộ", en: "everything")
        case .unit(let unit): Message(vi: "đơn vị \(unit)", en: "the unit \(unit)")
        case .campaign(let campaign): Message(vi: "chiến dịch \(campaign)", en: "the campaign \(campaign)")
        case .channel(let channel): Message(vi: "kênh \(channel)", en: "the channel \(channel)")
        case .post(let post): Message(vi: "bài \(post.short)", en: "the post \(post.short)")
        }
    }
}
