public import Outreach
import Storage

/// A consent as somebody writes it down from the signed paper.
public struct ConsentDraft: Sendable, Hashable {
    public var unit: Slug
    public var reference: String
    public var age: ConsentAge
    public var childAgreed: Bool
    public var guardianAgreed: Bool
    public var signedOn: Day
    public var expiresOn: Day
    public var pictures: [ContentHash]

    public init(
        unit: Slug, reference: String, age: ConsentAge, childAgreed: Bool, guardianAgreed: Bool, signedOn: Day,
        expiresOn: Day, pictures: [ContentHash]
    ) {
        self.unit = unit
        self.reference = reference
        self.age = age
        self.childAgreed = childAgreed
        self.guardianAgreed = guardianAgreed
        self.signedOn = signedOn
        self.expiresOn = expiresOn
        self.pictures = pictures
    }
}

/// What taking a consent back did.
public struct ConsentWithdrawn: Sendable {
    public let consent: Consent
    /// Posts that were on their way and are drafts again.
    public let pulled: [Post]
    /// Posts that are out, or may be: somebody has to take them down.
    public let toTakeDown: [Post]
    /// Materials with an approved revision that shows one of its pictures; posts of them are kept in.
    public let materials: [Slug]
}

/// A post somebody has to take down, and why.
public struct OpenTakeDown: Sendable {
    public let takeDown: TakeDown
    public let post: Post
    public let reference: String
}

extension Workspace {
    /// Writes a consent into the register: where the signed paper is, never who it is about.
    ///
    /// - Throws: ``ConsentError``.
    public func recordConsent(_ draft: ConsentDraft, as caller: Caller, mode: ChangeMode) async throws -> Consent {
        try await change(mode) { [media] tx in
            try tx.requireUnit(draft.unit)
            try tx.authorise(caller, .edit, for: draft.unit)
            let consent = Consent(
                id: makeID(), unit: draft.unit, reference: draft.reference.normalized.trimmed, age: draft.age,
                childAgreed: draft.childAgreed, guardianAgreed: draft.guardianAgreed, signedOn: draft.signedOn,
                expiresOn: draft.expiresOn, pictures: draft.pictures, recordedBy: caller.name, recordedAt: now)
            let problems = consent.problems(today: today)
            guard problems.isEmpty else { throw ConsentError.invalid(problems) }
            guard try judge(in: tx).blocking(in: CheckedText(consent.reference, kind: .note)).isEmpty else {
                throw ConsentError.invalid([.referenceNames])
            }
            for picture in consent.pictures {
                guard try media.has(picture) || tx.sessionPhoto(hash: picture) != nil else {
                    throw MediaError.unknown(picture)
                }
                guard try tx.pictureMark(picture)?.showsVictim != true else { throw ConsentError.victim(picture) }
            }
            do {
                try tx.add(consent)
            } catch StorageError.duplicate {
                throw ConsentError.known(consent.reference)
            }
            try tx.audit(
                at: now, actor: caller.name, action: "consents.record", subject: consent.id.description,
                detail: "\(consent.unit) \(consent.reference)")
            return consent
        }
    }

    /// Takes a consent back. Every post that rests on it and is not out becomes a draft again; those that are out are
    /// listed to be taken down.
    public func withdrawConsent(
        _ id: Identifier<Consent>, reason: String, as caller: Caller, mode: ChangeMode
    ) async throws -> ConsentWithdrawn {
        try await change(mode) { tx in
            var consent = try tx.requireConsent(id, as: caller, .edit)
            guard consent.withdrawal == nil else { throw ConsentError.withdrawnAlready(consent.reference) }
            let reason = try checkedNote(reason, in: tx)
            guard !reason.isEmpty else { throw PublishingError.reasonMissing }
            let withdrawal = ConsentWithdrawal(by: caller.name, at: now, reason: reason)
            try tx.withdraw(id, withdrawal)
            consent.withdrawal = withdrawal
            try tx.audit(
                at: now, actor: caller.name, action: "consents.withdraw", subject: id.description,
                detail: "\(consent.unit) \(consent.reference): \(reason)")
            var (pulled, out): ([Post], [Post]) = ([], [])
            for post in try tx.posts(showing: consent.pictures) {
                var post = post
                let mayBeOut = try tx.mayBeOut(post)
                // What is no longer on its way passes the gate again before it can go out.
                if [.inReview, .approved, .retrying].contains(post.state) {
                    post = try pull(post, consent, mayBeOut: mayBeOut, as: caller, in: tx)
                    if post.state == .draft { pulled.append(post) }
                }
                if mayBeOut || [.posted, .unknown, .sending].contains(post.state) {
                    try tx.ask(TakeDown(post: post.id, consent: id, askedAt: now))
                    out.append(post)
                }
            }
            return ConsentWithdrawn(
                consent: consent, pulled: pulled, toTakeDown: out,
                materials: try tx.approvedMaterials(showing: consent.pictures))
        }
    }

    /// The register of the caller's units, the newest first.
    public func consents(as caller: Caller) async throws -> [Consent] {
        try await database.read { tx in
            try tx.authorise(caller, .view)
            let tree = try tx.unitTree()
            return try tx.consents().filter { try tx.may(caller, .view, for: $0.unit, in: tree) }
        }
    }

    public func consent(_ id: Identifier<Consent>, as caller: Caller) async throws -> Consent {
        try await database.read { try $0.requireConsent(id, as: caller, .view) }
    }

    /// What is out and has to be taken down, the longest asked for first.
    public func openTakeDowns(as caller: Caller) async throws -> [OpenTakeDown] {
        try await database.read { tx in
            try tx.authorise(caller, .view)
            let tree = try tx.unitTree()
            return try tx.takeDowns().filter { $0.doneAt == nil }.compactMap { takeDown in
                guard let post = try tx.post(takeDown.post), try tx.may(caller, .view, for: post.unit, in: tree),
                    let consent = try tx.consent(takeDown.consent)
                else { return nil }
                return OpenTakeDown(takeDown: takeDown, post: post, reference: consent.reference)
            }
        }
    }

    /// Writes down that a post is gone from its channel.
    public func settleTakeDown(of reference: String, as caller: Caller, mode: ChangeMode) async throws -> Post {
        try await change(mode) { tx in
            let post = try tx.requirePost(reference, visibleTo: caller)
            try tx.authorise(caller, .edit, for: post.unit)
            guard try tx.settleTakeDowns(of: post.id, by: caller.name, at: now) else {
                throw ConsentError.notAsked(post.id.short)
            }
            try tx.note("posts.take-down", on: post, comment: "", by: caller, at: now, detail: "")
            return post
        }
    }

    private func pull(
        _ post: Post, _ consent: Consent, mayBeOut: Bool, as caller: Caller, in tx: WriteTransaction
    ) throws -> Post {
        var changed = try takenBack(post, .reject, mayBeOut: mayBeOut)
        changed.reason =
            changed.state == .unknown
            ? PostDoubt.takenBack(
                Message(
                    vi: "Sự đồng ý \(consent.reference) cho ảnh trong bài đã được rút.",
                    en: "The consent \(consent.reference) for a picture in it was withdrawn."))
            : Message(
                vi: "Sự đồng ý \(consent.reference) cho ảnh trong bài đã được rút. Thay ảnh rồi gửi duyệt lại.",
                en: "The consent \(consent.reference) for a picture in it was withdrawn. Put another, then submit it "
                    + "again.")
        // Whoever takes a consent back need not have a right for every unit that used the picture.
        try save(changed, from: post.state, comment: "", action: "posts.pull", as: caller, in: tx)
        return changed
    }
}

extension ReadTransaction {
    fileprivate func requireConsent(
        _ id: Identifier<Consent>, as caller: Caller, _ permission: Permission
    ) throws -> Consent {
        guard let consent = try consent(id), try may(caller, .view, for: consent.unit, in: unitTree()) else {
            throw ConsentError.unknown(id)
        }
        try authorise(caller, permission, for: consent.unit)
        return consent
    }
}
