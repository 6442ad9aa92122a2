public import Outreach
import Storage

/// What may have gone out without this database knowing, between the state that was put back and now.
public struct ResumeReport: Sendable {
    /// Up to when the database knows what went out; nil where it was this folder's own all along.
    public let knownUntil: Instant?
    /// Unknown from now on: a person looks at the channel and says whether they are out.
    public let toSettle: [Post]
    /// Sent again by themselves, under the key their receiver knows or after it was asked: they go out once.
    public let repeated: [Post]

    public var isEmpty: Bool { toSettle.isEmpty && repeated.isEmpty }

    /// The same posts with their states of this moment.
    fileprivate func asTheyAreNow(in tx: ReadTransaction) throws -> ResumeReport {
        ResumeReport(
            knownUntil: knownUntil, toSettle: try toSettle.compactMap { try tx.post($0.id) },
            repeated: try repeated.compactMap { try tx.post($0.id) })
    }
}

extension Workspace {
    /// Accepts the database this folder holds as its own after a restore, so that sending may go on. Posts that may have
    /// gone out after the back-up are set aside, or go under their channel's promise.
    @discardableResult
    public func resumeDelivery(as caller: Caller, mode: ChangeMode) async throws -> ResumeReport {
        let instance = makeID(of: Workspace.self).description
        let (report, end) = try await change(mode) { tx -> (ResumeReport, AuditEnd?) in
            try tx.authoriseWhole(caller, .administer)
            let restored = RestoredPosts(self, in: tx)
            let found = try restored.report()
            try restored.setAside(found, in: tx)
            let report = try found.asTheyAreNow(in: tx)
            try tx.setWorkspaceValue(WorkspaceKey.instance, to: instance)
            try tx.removeWorkspaceValue(WorkspaceKey.knownUntil)
            try tx.audit(
                at: now, actor: caller.name, action: "delivery.resume", subject: "workspace",
                detail: report.knownUntil.map {
                    "known until \($0): \(report.toSettle.count) to settle, \(report.repeated.count) repeated"
                } ?? "")
            return (report, try tx.auditEnd())
        }
        guard mode == .perform else { return report }
        // The log of this database is the one that counts from here on, be it shorter than the one before.
        if report.knownUntil != nil, let end { auditAnchor.replace(with: end) }
        try folder.writeInstance(instance)
        return report
    }

    /// What resuming would set aside; nothing is changed.
    public func resumePreview(as caller: Caller) async throws -> ResumeReport {
        try await database.read { tx in
            try tx.authoriseWhole(caller, .administer)
            return try RestoredPosts(self, in: tx).report()
        }
    }
}

/// The posts of a restored database that had their time between what it knows and now.
struct RestoredPosts {
    private let workspace: Workspace
    private let tx: ReadTransaction

    init(_ workspace: Workspace, in tx: ReadTransaction) {
        self.workspace = workspace
        self.tx = tx
    }

    func report() throws -> ResumeReport {
        let instance = try tx.workspaceValue(WorkspaceKey.instance)
        guard instance == nil || instance != workspace.folder.instance() else {
            return ResumeReport(knownUntil: nil, toSettle: [], repeated: [])
        }
        let known = try tx.workspaceValue(WorkspaceKey.knownUntil).flatMap { Instant($0) } ?? Instant(milliseconds: 0)
        let now = workspace.now
        var filter = PostFilter()
        filter.states = [.approved, .retrying, .sending]
        filter.before = now + .milliseconds(1)
        filter.limit = .max
        let channels = try workspace.channels.channels(in: tx)
        var (toSettle, repeated): ([Post], [Post]) = ([], [])
        for post in try tx.posts(filter) where post.dueAt <= now && post.notAfter >= known {
            let promise: IdempotencyPromise = channels[post.channel]?.webhook?.idempotency ?? .none
            if promise == .none || post.notAfter < now { toSettle.append(post) } else { repeated.append(post) }
        }
        return ResumeReport(knownUntil: known, toSettle: toSettle, repeated: repeated)
    }

    func setAside(_ report: ResumeReport, in tx: WriteTransaction) throws {
        guard report.knownUntil != nil else { return }
        let now = workspace.now
        // What was being sent when the back-up was made is settled as after a crash.
        _ = try Recovery(workspace, in: tx).settleAll()
        for post in report.toSettle where post.state != .sending {
            try tx.settle(post, after: .uncertain, RestoredPosts.mayBeOut, at: now)
        }
        for post in report.repeated where post.state != .sending {
            try tx.noteRestored(post.id, after: post.attempts, at: now)
            var changed = post
            changed.attempts += 1
            changed.reason = RestoredPosts.repeated
            _ = try tx.update(changed, from: post.state)
        }
    }

    private static let mayBeOut = Message(
        vi:
            "Bài đến giờ sau lần sao lưu đã khôi phục nên có thể đã ra kênh. Xem trên kênh rồi ghi lại: đã đăng, gửi lại, "
            + "hoặc chưa đăng.",
        en: "It fell due after the back-up that was restored, so it may be out. Look at the channel, then write down "
            + "whether it is.")
    private static let repeated = Message(
        vi:
            "Bài có thể đã ra kênh sau lần sao lưu đã khôi phục; Loa gửi cùng mã hoặc hỏi kênh trước, nên không đăng hai lần.",
        en:
            "It may have gone out after the back-up that was restored; it is sent under the same key, or its receiver is "
            + "asked first, so it goes out once.")
}

extension WriteTransaction {
    /// Notes up to when this database knows what went out; noted before, that stands, for it is the earlier one.
    func noteKnownUntil() throws {
        guard try workspaceValue(WorkspaceKey.knownUntil) == nil, let newest = try auditEntries(limit: 1).first else {
            return
        }
        try setWorkspaceValue(WorkspaceKey.knownUntil, to: newest.at.description)
    }
}
