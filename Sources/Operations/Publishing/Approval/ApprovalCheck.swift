import Outreach
import Storage

/// The rules of approval, asked when a post is approved and once more in the transaction that claims it.
struct ApprovalCheck {
    let tx: ReadTransaction
    let judge: Judge
    let signers: SignerCheck
    private let workspace: Workspace
    private let memory = Memory()

    init(_ workspace: Workspace, in tx: ReadTransaction) throws {
        self.tx = tx
        self.workspace = workspace
        judge = try Judge(workspace, in: tx)
        signers = try SignerCheck(tx)
    }

    /// What one transaction asks again and again for the posts of a channel; nothing of it can change meanwhile.
    private final class Memory {
        var channels: [Slug: ApprovedChannel] = [:]
        var helpLineNumbers: [String]?
    }

    /// What an approval rests on besides the post: the channel with its templates, and its secrets by fingerprint.
    func description(of channel: ResolvedChannel) -> String { approved(channel).description }

    private func approved(_ channel: ResolvedChannel) -> ApprovedChannel {
        if let known = memory.channels[channel.slug] { return known }
        let fingerprints = channel.preset.secrets.map { name in
            (name, workspace.secrets.fingerprint(channel.storedName(ofSecret: name)) ?? "")
        }
        let description = workspace.channels.description(
            of: channel, secretFingerprints: Dictionary(fingerprints) { first, _ in first })
        let approved = ApprovedChannel(channel, description: description)
        memory.channels[channel.slug] = approved
        return approved
    }

    /// The hash over exactly what would be sent, where, as whom and when.
    func hash(of post: Post, on channel: ResolvedChannel) throws -> ContentHash {
        let approved = approved(channel)
        let subject = ApprovalSubject(
            post, channel: approved.hash, parts: try parts(of: post, on: channel),
            sendsMaterial: approved.sendsMaterial)
        return ContentHash.sha256(of: subject.bytes)
    }

    /// The pieces of a text that is too long for one message. Where it is cut hangs on the help lines as well; cut
    /// otherwise in the middle of sending, a piece would be lost or come twice.
    private func parts(of post: Post, on channel: ResolvedChannel) throws -> [String] {
        let values = workspace.values(of: post, on: channel)
        guard channel.mayPart(values) else { return [] }
        let numbers = try memory.helpLineNumbers ?? tx.helpLineNumbers()
        memory.helpLineNumbers = numbers
        return channel.parts(of: values, protecting: numbers)
    }

    /// The post as it stands now, as a version to be compared or kept.
    func version(
        of post: Post, on channel: ResolvedChannel, submitted: PostVersion.Signature? = nil,
        approved: PostVersion.Signature? = nil
    ) throws -> PostVersion {
        PostVersion(
            hash: try hash(of: post, on: channel), content: PostContent(post),
            channelDescription: description(of: channel), submitted: submitted, approved: approved)
    }

    /// Why a post must not leave now, whatever was approved once; nil where nothing stands in its way.
    ///
    /// A text is held against the rules anew only where they changed since it was approved, or where somebody let a
    /// finding of it pass and may not any more; pictures always, for a consent runs out by itself.
    ///
    /// - Throws: ``SafeguardingError`` where there are no rules to hold it against.
    func defect(of post: Post, on channel: ResolvedChannel) throws -> ApprovalDefect? {
        guard let approval = post.approval else {
            return ApprovalDefect(Message(vi: "Bài chưa được duyệt.", en: "The post is not approved."))
        }
        guard try approval.hash == hash(of: post, on: channel) else {
            return try changed(post, on: channel, since: approval)
        }
        if let defect = try signers.defect(of: approval, for: post) { return ApprovalDefect(defect) }
        if approval.rules == judge.version, post.media.isEmpty, try judge.overridesStand(for: post) { return nil }
        let judged = try judge.judged(post)
        return judged.mayGoOut ? nil : ApprovalDefect(SafeguardingRefusal(judged))
    }

    /// - Throws: ``SafeguardingRefusal`` where a finding that blocks stands open, ``SafeguardingError``.
    func requireClean(_ post: Post) throws {
        let judged = try judge.judged(post)
        guard judged.mayGoOut else { throw SafeguardingRefusal(judged) }
    }

    /// What of it is not what was approved, as far as the version that was approved is known.
    private func changed(_ post: Post, on channel: ResolvedChannel, since approval: Approval) throws -> ApprovalDefect {
        let current = try version(of: post, on: channel)
        let approved = try tx.versions(of: post.id).first { $0.hash == approval.hash }
        let changes = approved.map { $0.changes(to: current) } ?? []
        let (vietnamese, english) =
            changes.isEmpty
            ? (
                "nội dung, chỗ tách bài, media, kênh, mã bí mật, thời điểm, hoặc Loa đã được nâng cấp",
                "text, where it is parted, media, channel, secret or moment, or Loa was updated"
            )
            : (changes.map(\.vietnamese).joined(separator: ", "), changes.map(\.english).joined(separator: ", "))
        return ApprovalDefect(
            Message(
                vi: "Đã đổi sau khi duyệt: \(vietnamese). Lần duyệt hết hiệu lực và chưa gửi gì; hãy gửi duyệt lại.",
                en: "Changed after approval: \(english). The approval no longer holds and nothing was sent; submit it "
                    + "again."))
    }
}

/// What of a channel goes into every approval of its posts.
private struct ApprovedChannel {
    let description: String
    /// Over the description.
    let hash: String
    let sendsMaterial: Bool

    init(_ channel: ResolvedChannel, description: String) {
        self.description = description
        hash = ContentHash.sha256(of: description).description
        sendsMaterial = channel.sendsMaterial
    }
}

/// Why an approved post must not leave.
struct ApprovalDefect {
    let message: Message
    /// The same for the audit log, which holds none of the words that were found.
    let detail: String

    init(_ message: Message) {
        self.message = message
        detail = message.english
    }

    init(_ refusal: SafeguardingRefusal) {
        message = refusal.message
        let rules = Set(refusal.findings.map(\.rule.rawValue)).sorted().joined(separator: " ")
        detail = rules.isEmpty ? "pictures nobody said anything about" : "safeguarding \(rules)"
    }
}
