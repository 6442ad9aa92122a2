import Outreach
import Storage

/// The rules of approval, asked when a post is approved and once more in the transaction that claims it.
struct ApprovalCheck {
    let tx: ReadTransaction
    let secrets: SecretStore
    private let memory = Memory()

    init(tx: ReadTransaction, secrets: SecretStore) {
        self.tx = tx
        self.secrets = secrets
    }

    /// What one transaction asks again and again for the posts of a channel; nothing of it can change meanwhile.
    private final class Memory {
        var descriptions: [Slug: String] = [:]
        var approvers: [String: Bool] = [:]
        var names: [Slug: Set<String>] = [:]
    }

    /// What an approval rests on besides the post: the channel with its templates, and its secrets by fingerprint.
    func description(of channel: ResolvedChannel) -> String {
        if let known = memory.descriptions[channel.slug] { return known }
        let fingerprints = channel.preset.secrets.map { name in
            (name, secrets.fingerprint(channel.storedName(ofSecret: name)) ?? "")
        }
        let description = channel.canonicalDescription(
            secretFingerprints: Dictionary(fingerprints) { first, _ in first })
        memory.descriptions[channel.slug] = description
        return description
    }

    private func names(of user: Slug) throws -> Set<String> {
        if let known = memory.names[user] { return known }
        let names = try tx.names(of: .user(user))
        memory.names[user] = names
        return names
    }

    private func mayApprove(_ user: Slug, for unit: Slug) throws -> Bool {
        let key = "\(user) \(unit)"
        if let known = memory.approvers[key] { return known }
        let may = try tx.may(.user(user), .approve, for: unit, in: try tx.unitTree())
        memory.approvers[key] = may
        return may
    }

    /// The hash over exactly what would be sent, where, as whom and when.
    func hash(of post: Post, on channel: ResolvedChannel) -> ContentHash {
        hash(of: post, channelDescription: description(of: channel))
    }

    func hash(of post: Post, channelDescription: String) -> ContentHash {
        ContentHash.sha256(of: ApprovalSubject(post, channelDescription: channelDescription).canonicalText)
    }

    /// The post as it stands now, as a version to be compared or kept.
    func version(
        of post: Post, on channel: ResolvedChannel, submitted: PostVersion.Signature? = nil,
        approved: PostVersion.Signature? = nil
    ) -> PostVersion {
        let description = description(of: channel)
        return PostVersion(
            hash: hash(of: post, channelDescription: description), content: PostContent(post),
            channelDescription: description, submitted: submitted, approved: approved)
    }

    /// Whether this user may approve this post: the right for its unit, and no hand in what it says.
    ///
    /// - Throws: ``OrganisationError`` or ``PublishingError/ownWork(user:)``.
    func requireApprover(_ caller: Caller, of post: Post) throws {
        if case .program = caller { throw PublishingError.ownWork(user: caller.name) }
        try tx.authorise(caller, .approve, for: post.unit)
        guard try !tx.names(of: caller).contains(where: post.isWork) else {
            throw PublishingError.ownWork(user: caller.name)
        }
    }

    /// Why the approval a post carries does not hold now; nil where it does.
    func defect(of post: Post, on channel: ResolvedChannel) throws -> Message? {
        guard let approval = post.approval else {
            return Message(vi: "Bài chưa được duyệt.", en: "The post is not approved.")
        }
        guard approval.hash == hash(of: post, on: channel) else {
            return Message(
                vi:
                    "Nội dung, media, kênh, mã truy cập hoặc thời điểm đã đổi sau khi duyệt, nên lần duyệt hết hiệu lực. Gửi duyệt lại.",
                en: "Text, media, channel, secret or moment changed after approval, so the approval no longer holds. "
                    + "Submit it again.")
        }
        guard let approver = Slug(approval.by), try !names(of: approver).contains(where: post.isWork),
            try mayApprove(approver, for: post.unit)
        else {
            return Message(
                vi: "Người duyệt “\(approval.by)” không còn quyền duyệt cho đơn vị này. Nhờ người khác duyệt lại.",
                en: "The approver “\(approval.by)” no longer has the right for this unit. Have it approved again.")
        }
        return nil
    }
}
