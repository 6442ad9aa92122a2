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

    /// Switches a channel on again that its receiver's answers or a person had switched off, and lifts the rest that its
    /// receiver asked for: also of a channel that is on, and for every other that is under the same limit.
    ///
    /// - Parameter reason: what was put right.
    @discardableResult
    public func enableChannel(
        _ slug: Slug, reason: String, as caller: Caller, mode: ChangeMode
    ) async throws -> ChannelEnabling {
        let now = now
        return try await change(mode) { tx in
            let channel = try channels.require(slug, in: tx)
            try tx.authorise(caller, .edit, for: channel.channel.unit)
            let reason = try checkedNote(reason, in: tx)
            let rest = try askedRest(of: channel, in: tx)
            guard try tx.channelSwitches()[slug] != nil || rest != nil else {
                throw PublishingError.nothingToDo(
                    Message(
                        vi: "Kênh “\(slug)” không bị tắt, và máy nhận không hẹn nghỉ.",
                        en: "The channel “\(slug)” is not switched off, and its receiver asked for no rest."))
            }
            guard !reason.isEmpty else { throw PublishingError.reasonMissing }
            let wasOff = try tx.enable(slug)
            if let rest { try tx.liftRest(of: rest.limitKey, counted: rest.counted, at: now) }
            try tx.audit(
                at: now, actor: caller.name, action: wasOff ? "channels.enable" : "channels.lift-rest",
                subject: slug.description, detail: reason)
            return ChannelEnabling(
                channel: slug, wasOff: wasOff, liftedRest: rest.map { zone.written($0.until) })
        }
    }
}

/// What switching a channel on came to.
public struct ChannelEnabling: Sendable, Hashable {
    public let channel: Slug
    public let wasOff: Bool
    /// Until when its receiver had asked to be left alone, written out; nil where it had not.
    public let liftedRest: String?

    public var message: Message {
        let on = Message(vi: "Đã bật lại \(channel).", en: "\(channel) is on again.")
        guard let liftedRest else { return on }
        let lifted = Message(
            vi: "Không chờ đến \(liftedRest) như máy nhận hẹn nữa: kênh này và các kênh chung giới hạn gửi tiếp. Nếu "
                + "máy nhận lại từ chối, Loa lại chờ.",
            en: "The rest its receiver had asked for until \(liftedRest) is lifted: this channel and those under the "
                + "same limit go on sending. Should the receiver refuse again, Loa waits again.")
        guard wasOff else { return lifted }
        return Message(vi: "\(on.vietnamese) \(lifted.vietnamese)", en: "\(on.english) \(lifted.english)")
    }
}
