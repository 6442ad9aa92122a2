public import Outreach
import Storage

/// Something about where and when a post goes out that its reader would want to know; it keeps nothing from happening.
public struct PostRemark: Sendable, Hashable {
    public enum Kind: String, Sendable, Hashable {
        case channelOff, secretMissing, held, closed, missesWindow, lastMomentPassed, newerRevision, notValid,
            crowdedDay
        case sameText
    }

    public let kind: Kind
    public let message: Message

    init(_ kind: Kind, vi vietnamese: String, en english: String) {
        self.kind = kind
        message = Message(vi: vietnamese, en: english)
    }
}

extension Workspace {
    /// States in which a post may still go out, so that remarks about it are of use.
    private static let before: Set<PostState> = [.draft, .inReview, .approved, .retrying]

    func remarks(
        on post: Post, channel: ResolvedChannel?, holds: [Hold], in tx: ReadTransaction
    ) throws -> [PostRemark] {
        guard let channel, Workspace.before.contains(post.state) else { return [] }
        return try channelRemarks(on: post, channel: channel, in: tx) + holds.map(PostRemark.init)
            + hourRemarks(on: post, channel: channel) + materialRemarks(on: post, in: tx)
            + neighbourRemarks(on: post, channel: channel, in: tx)
    }

    private func channelRemarks(
        on post: Post, channel: ResolvedChannel, in tx: ReadTransaction
    ) throws -> [PostRemark] {
        var remarks: [PostRemark] = []
        if let off = try tx.channelSwitches()[channel.slug] {
            remarks.append(
                PostRemark(
                    .channelOff, vi: "Kênh đang tắt nên bài sẽ không đi: \(off.reason.vietnamese)",
                    en: "The channel is switched off, so the post will not leave: \(off.reason.english)"))
        } else if !channel.channel.isEnabled {
            remarks.append(
                PostRemark(
                    .channelOff, vi: "Kênh chưa được bật nên bài sẽ không đi. Nhờ quản trị bật kênh.",
                    en:
                        "The channel is not switched on, so the post will not leave. Ask an administrator to switch it on."
                ))
        }
        let missing = channel.preset.secrets.map(channel.storedName(ofSecret:)).filter { secrets.secret($0) == nil }
        if !missing.isEmpty {
            let names = missing.joined(separator: ", ")
            remarks.append(
                PostRemark(
                    .secretMissing, vi: "Kênh thiếu mã bí mật: \(names).", en: "The channel lacks secrets: \(names)."))
        }
        return remarks
    }

    private func hourRemarks(on post: Post, channel: ResolvedChannel) -> [PostRemark] {
        if post.notAfter < now {
            return [
                PostRemark(
                    .lastMomentPassed, vi: "Đã quá hạn chót gửi: nếu duyệt bây giờ, bài sẽ thành “lỡ giờ”.",
                    en: "Its last moment has passed: approved now, it would become “missed”.")
            ]
        }
        guard channel.webhook != nil else { return [] }
        switch channel.hours.opening(for: post) {
        case .open: return []
        case .later(let day, let time):
            let time = time.written(on: day)
            return [
                PostRemark(
                    .closed, vi: "Lúc hẹn kênh ngoài khung giờ đăng; bài sẽ chờ đến \(time).",
                    en: "The channel is outside its posting hours then; the post waits until \(time).")
            ]
        case .tooLate, .never:
            return [
                PostRemark(
                    .missesWindow,
                    vi: "Lúc hẹn kênh ngoài khung giờ đăng và không mở lại trước hạn chót: bài sẽ lỡ giờ.",
                    en: "The channel is outside its posting hours then and does not open before the last moment: "
                        + "the post would be missed.")
            ]
        }
    }

    private func materialRemarks(on post: Post, in tx: ReadTransaction) throws -> [PostRemark] {
        guard let material = post.material, let used = post.revision else { return [] }
        var remarks: [PostRemark] = []
        let newest = try tx.approvedRevision(of: material)
        if let newest, newest.hash != used {
            remarks.append(
                PostRemark(
                    .newerRevision, vi: "Tài liệu “\(newest.content.title.vi)” đã có phiên bản mới hơn được duyệt.",
                    en: "A newer revision of “\(newest.content.title.en)” has been approved."))
        }
        let day = post.zone.day(of: post.moment)
        if let newest, !newest.content.validity.contains(day) {
            remarks.append(
                PostRemark(
                    .notValid, vi: "Tài liệu không còn (hoặc chưa) có hiệu lực vào ngày đăng.",
                    en: "The material is not valid on the day of posting."))
        }
        return remarks
    }

    /// Other posts on the channel that day, and the same words around it: a reader would take them for a repetition.
    private func neighbourRemarks(
        on post: Post, channel: ResolvedChannel, in tx: ReadTransaction
    ) throws -> [PostRemark] {
        var filter = PostFilter()
        filter.channel = channel.slug
        let day = post.zone.day(of: post.moment)
        filter.from = post.zone.instant(day - 2, .midnight)
        filter.before = post.zone.instant(day + 3, .midnight)
        let near = try tx.posts(filter, order: .soonestFirst, after: nil, limit: 200)
            .filter { $0.id != post.id && $0.state != .cancelled }
        var remarks: [PostRemark] = []
        let sameDay = near.count { $0.zone.day(of: $0.moment) == day } + 1
        if let limit = channel.dailyLimit, sameDay > limit {
            remarks.append(
                PostRemark(
                    .crowdedDay, vi: "Ngày này kênh có \(sameDay) bài, nhiều hơn \(limit) bài mỗi ngày đã đặt.",
                    en: "The channel has \(sameDay) posts that day, more than the \(limit) a day set for it."))
        }
        if let twin = near.first(where: { $0.text == post.text }) {
            remarks.append(
                PostRemark(
                    .sameText,
                    vi: "Đúng nội dung này cũng có trên kênh lúc \(twin.zone.time(of: twin.moment)) ngày "
                        + "\(twin.zone.day(of: twin.moment).written) (\(twin.id.short)).",
                    en: "The very same text stands on the channel at \(twin.zone.time(of: twin.moment)) on "
                        + "\(twin.zone.day(of: twin.moment).written) (\(twin.id.short))."))
        }
        return remarks
    }
}

extension PostRemark {
    fileprivate init(_ hold: Hold) {
        self.init(
            .held, vi: "Đang dừng gửi \(hold.scope.words.vietnamese): \(hold.reason)",
            en: "Sending is held for \(hold.scope.words.english): \(hold.reason)")
    }
}
