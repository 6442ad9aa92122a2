public import Outreach
import Storage

extension Workspace {
    /// Switches a channel off by hand: its posts stay in the queue, no new connection starts, and the reason is kept
    /// for everybody to see, but for words that must not be kept: it is not refused for them.
    public func disableChannel(_ slug: Slug, reason: String, as caller: Caller, mode: ChangeMode) async throws {
        let reason = try await keepableNote(reason)
        try await change(mode) { tx in
            let channel = try channels.require(slug, in: tx)
            try tx.authorise(caller, .edit, for: channel.channel.unit)
            guard !reason.isEmpty else { throw PublishingError.reasonMissing }
            guard try tx.channelSwitches()[slug] == nil else {
                throw PublishingError.nothingToDo(
                    Message(
                        vi: "Kênh “\(slug)” đang tắt rồi. Giữ nguyên lý do cũ.",
                        en: "The channel “\(slug)” is off already. It stays so, with its reason."))
            }
            try tx.disable(slug, reason: Message(verbatim: reason), at: now, by: caller.name)
            try tx.audit(
                at: now, actor: caller.name, action: "channels.disable", subject: slug.description, detail: reason)
        }
    }

    /// Switches a channel on again that its receiver's answers or a person had switched off.
    ///
    /// - Parameter reason: what was put right.
    public func enableChannel(_ slug: Slug, reason: String, as caller: Caller, mode: ChangeMode) async throws {
        try await change(mode) { tx in
            let channel = try channels.require(slug, in: tx)
            try tx.authorise(caller, .edit, for: channel.channel.unit)
            let reason = try checkedNote(reason, in: tx)
            guard try tx.channelSwitches()[slug] != nil else {
                throw PublishingError.nothingToDo(
                    Message(vi: "Kênh “\(slug)” không bị tắt.", en: "The channel “\(slug)” is not switched off."))
            }
            guard !reason.isEmpty else { throw PublishingError.reasonMissing }
            _ = try tx.enable(slug)
            try tx.audit(
                at: now, actor: caller.name, action: "channels.enable", subject: slug.description, detail: reason)
        }
    }
}
