public import Outreach
import Storage

extension Workspace {
    /// Lets one finding of a post pass, in exactly the text it was found in. It is for somebody with the right who did
    /// not write the post; the approver sees it, and any other word voids it.
    ///
    /// - Parameter text: ``JudgedText/text`` as it was read; another text is another thing to decide about.
    /// - Throws: ``OverrideError``.
    public func override(
        _ finding: FindingReference, of reference: String, text: ContentHash, reason: String, as caller: Caller,
        mode: ChangeMode
    ) async throws -> JudgedText {
        try await change(mode) { tx in
            let post = try tx.requirePost(reference, visibleTo: caller)
            try authoriseOverride(of: post, as: caller, in: tx)
            let judged = try judge(in: tx).judged(post)
            let override = try self.override(finding, in: judged, text: text, reason: reason, as: caller, in: tx)
            try tx.put(override, of: .post(post.id))
            try tx.note(
                "posts.override", on: post, comment: override.reason, by: caller, at: now, detail: finding.description)
            return try judge(in: tx).judged(post)
        }
    }

    /// Takes an override back; an approval that rested on it is void.
    public func withdrawOverride(
        _ finding: FindingReference, of reference: String, reason: String, as caller: Caller, mode: ChangeMode
    ) async throws -> Post {
        try await change(mode) { tx in
            let post = try tx.requirePost(reference, visibleTo: caller)
            try tx.authorise(caller, .override, for: post.unit)
            let reason = try checkedNote(reason, in: tx)
            guard !reason.isEmpty else { throw PublishingError.reasonMissing }
            let judged = try judge(in: tx).judged(post)
            guard try tx.removeOverride(finding, of: .post(post.id), text: judged.text) else {
                throw OverrideError.notGiven(finding)
            }
            guard [.inReview, .approved, .retrying].contains(post.state) else {
                try tx.note(
                    "posts.withdraw-override", on: post, comment: reason, by: caller, at: now,
                    detail: finding.description)
                return post
            }
            var changed = try takenBack(post, .reject, mayBeOut: tx.mayBeOut(post))
            let said = Message(verbatim: reason)
            changed.reason = changed.state == .unknown ? PostDoubt.takenBack(said) : said
            try save(
                changed, from: post.state, comment: reason, action: "posts.withdraw-override", as: caller, in: tx)
            return changed
        }
    }

    /// Lets one finding of a revision pass, so that it can be approved.
    public func override(
        _ finding: FindingReference, ofRevision hash: ContentHash, reason: String, as caller: Caller, mode: ChangeMode
    ) async throws -> JudgedText {
        try await change(mode) { tx in
            try tx.authorise(caller, .override)
            _ = try tx.requirePerson(caller)
            guard let revision = try tx.revision(hash) else { throw LibraryError.unknownRevision(hash) }
            let material = revision.content.material
            guard try !tx.names(of: caller).contains(revision.author) else {
                throw LibraryError.ownWork(material: material, user: caller.name)
            }
            let judged = try judge(in: tx).judged(revision.content, revision: hash)
            let override = try self.override(finding, in: judged, text: hash, reason: reason, as: caller, in: tx)
            try tx.put(override, of: .revision(hash))
            try tx.audit(
                at: now, actor: caller.name, action: "content.override", subject: material.description,
                detail: "\(hash.short) \(finding): \(override.reason)")
            return try judge(in: tx).judged(revision.content, revision: hash)
        }
    }

    /// What the rules find in a revision and what of it was let pass; nil where there are no rules.
    public func judgedRevision(_ hash: ContentHash, as caller: Caller) async throws -> JudgedText? {
        try await database.read { tx in
            try tx.authorise(caller, .view)
            guard let revision = try tx.revision(hash) else { throw LibraryError.unknownRevision(hash) }
            do {
                return try judge(in: tx).judged(revision.content, revision: hash)
            } catch is SafeguardingError {
                return nil
            }
        }
    }

    private func authoriseOverride(of post: Post, as caller: Caller, in tx: ReadTransaction) throws {
        try tx.authorise(caller, .override, for: post.unit)
        _ = try tx.requirePerson(caller)
        // Who wrote it does not wave it through, even where one person alone approves.
        guard try !tx.names(of: caller).contains(where: post.isWork) else {
            throw PublishingError.ownWork(user: caller.name)
        }
        guard ![.posted, .sending, .cancelled].contains(post.state) else {
            throw PostTransitionError(state: post.state, event: .edit)
        }
    }

    private func override(
        _ reference: FindingReference, in judged: JudgedText, text: ContentHash, reason: String, as caller: Caller,
        in tx: ReadTransaction
    ) throws -> Override {
        let reason = try checkedNote(reason, in: tx)
        guard !reason.isEmpty else { throw PublishingError.reasonMissing }
        guard judged.text == text else { throw OverrideError.textChanged }
        guard let finding = judged.findings.first(where: { $0.reference == reference }) else {
            throw OverrideError.unknown(reference)
        }
        guard finding.mayBeOverridden else { throw OverrideError.notOverridable(finding) }
        return Override(finding: reference, text: text, reason: reason, by: caller.name, at: now)
    }
}

/// Why a finding was not let pass; nothing was changed.
public enum OverrideError: ReadableError, Hashable {
    case unknown(FindingReference)
    case notGiven(FindingReference)
    /// A warning needs none, and for pictures there is the consent register alone.
    case notOverridable(Finding)
    case textChanged

    public var kind: FailureKind {
        switch self {
        case .unknown, .notGiven: .notFound
        case .notOverridable: .refused
        case .textChanged: .conflict
        }
    }

    public var message: Message {
        switch self {
        case .unknown(let reference):
            Message(
                vi: "Bài không có phát hiện “\(reference)”. Chưa thay đổi gì; xem lại danh sách phát hiện.",
                en: "There is no finding “\(reference)”. Nothing was changed; look at the findings again.")
        case .notGiven(let reference):
            Message(
                vi: "Chưa ai cho qua “\(reference)” ở bản này. Không thay đổi gì.",
                en: "Nobody let “\(reference)” pass in this text. Nothing was changed.")
        case .notOverridable(let finding):
            finding.rule == .pictureOfChild
                ? Message(
                    vi: "Ảnh trẻ em chỉ theo sổ đồng ý; ảnh nạn nhân không bao giờ được đăng. Chưa thay đổi gì.",
                    en: "Pictures of children go by the consent register alone, and a victim’s never go out. "
                        + "Nothing was changed.")
                : Message(
                    vi: "Đây là cảnh báo, không chặn bài nên không cần cho qua. Không thay đổi gì.",
                    en: "This is a warning and stops nothing, so nothing has to be let pass. Nothing was changed.")
        case .textChanged:
            Message(
                vi: "Bài đã đổi sau khi bạn đọc. Chưa cho qua gì; hãy đọc lại bản mới.",
                en: "The text changed after you read it. Nothing was let pass; read it again.")
        }
    }
}
