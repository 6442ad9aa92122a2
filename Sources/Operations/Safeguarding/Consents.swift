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
    public let posts: PostsKeptIn
    /// Materials with an approved revision that shows one of its pictures; posts of them are kept in.
    public let materials: [Slug]
}

/// A post somebody has to take down, and why.
public struct OpenTakeDown: Sendable {
    public let takeDown: TakeDown
    public let post: Post
    public let reason: Message
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
            let kept = try keepIn(because: .withdrawn(consent), as: caller, in: tx)
            return ConsentWithdrawn(
                consent: consent, posts: kept, materials: try tx.approvedMaterials(showing: consent.pictures))
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

    /// What is out and has to be taken down, the longest asked for first. A picture that may be seen again, such as one
    /// whose consent has come, asks for nothing.
    public func openTakeDowns(as caller: Caller) async throws -> [OpenTakeDown] {
        try await database.read { tx in
            try tx.authorise(caller, .view)
            let tree = try tx.unitTree()
            return try tx.takeDowns().filter { $0.doneAt == nil }.compactMap { takeDown in
                guard let post = try tx.post(takeDown.post), try tx.may(caller, .view, for: post.unit, in: tree),
                    let reason = try tx.reason(of: takeDown, on: today)
                else { return nil }
                return OpenTakeDown(takeDown: takeDown, post: post, reason: reason)
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
}

extension ReadTransaction {
    /// Why a post has to be taken down, in a few words; nil where the reason is gone.
    fileprivate func reason(of takeDown: TakeDown, on today: Day) throws -> Message? {
        if let id = takeDown.consent, let consent = try consent(id) {
            return Message(vi: "rút \(consent.reference)", en: "withdrawn: \(consent.reference)")
        }
        guard let picture = takeDown.picture, let mark = try pictureMark(picture), try isKeptIn(mark, on: today) else {
            return nil
        }
        return mark.words
    }

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
