public import Outreach
import Storage

extension Workspace {
    /// Takes a session out of every count: it was logged twice, or never took place. What it said is kept with the
    /// reason; its photos are deleted.
    public func withdrawSession(
        _ reference: String, reason: String, as caller: Caller, mode: ChangeMode
    ) async throws -> Withdrawal {
        let now = now
        let (withdrawal, photos) = try await change(mode) { tx in
            let record = try tx.requireSession(reference, visibleTo: caller)
            let session = record.session
            try tx.authorise(caller, .logSessions, for: session.unit)
            let withdrawal = Withdrawal(
                record: record, corrections: try tx.corrections(of: session.id),
                reason: try checkedNote(SessionError.reason(reason), in: tx), by: caller.name, at: now)
            let photos = try tx.photos(of: session.id).map(\.id)
            try tx.withdraw(withdrawal)
            try tx.audit(
                at: now, actor: caller.name, action: "sessions.withdraw", subject: session.id.description,
                detail: withdrawal.reason)
            return (withdrawal, photos)
        }
        if mode == .perform { for photo in photos { photoStore.remove(photo) } }
        return withdrawal
    }
}
