public import Outreach
import Storage

extension Workspace {
    /// Approves or rejects revisions, named by the hashes the approver saw, all of them or none.
    ///
    /// - Parameter comment: why; needed to reject.
    /// - Throws: ``LibraryError/newerRevision(material:number:)`` where somebody saved another one meanwhile,
    ///   ``LibraryError/ownWork(material:user:)`` where the approver had a hand in one of them.
    public func decideRevisions(
        _ hashes: [ContentHash], _ verdict: RevisionVerdict, comment: String = "", as caller: Caller, mode: ChangeMode
    ) async throws -> [Slug] {
        let now = now
        return try await change(mode) { tx in
            try tx.authorise(caller, .approve)
            let comment = try checkedNote(comment, in: tx)
            return try hashes.map { hash in
                guard let material = try tx.material(of: hash) else { throw LibraryError.unknownRevision(hash) }
                if verdict == .approved { try requireClean(revision: hash, in: tx) }
                try tx.decide(hash, of: material, verdict, comment: comment, as: caller, at: now)
                return material
            }
        }
    }

    /// Approves or rejects the newest revision of each material; of all that wait when none is named.
    ///
    /// - Parameter comment: why; needed to reject.
    /// - Throws: ``LibraryError/ownWork(material:user:)`` where the approver had a hand in one of them; then none is
    ///   decided.
    public func decideMaterials(
        _ slugs: [Slug], _ verdict: RevisionVerdict, comment: String = "", as caller: Caller, mode: ChangeMode
    ) async throws -> [Slug] {
        let now = now
        return try await change(mode) { tx in
            try tx.authorise(caller, .approve)
            let comment = try checkedNote(comment, in: tx)
            let waiting = try tx.materialsInReview()
            if let missing = slugs.first(where: { !waiting.contains($0) }) {
                guard try !tx.revisionHeads(of: missing).isEmpty else { throw try tx.unknown(material: missing) }
                throw LibraryError.nothingToDecide(missing)
            }
            let chosen = slugs.isEmpty ? waiting : Set(slugs).sorted()
            for material in chosen {
                guard let newest = try tx.revisionHeads(of: material).first else { continue }
                if verdict == .approved { try requireClean(revision: newest.hash, in: tx) }
                try tx.decide(newest.hash, of: material, verdict, comment: comment, as: caller, at: now)
            }
            return chosen
        }
    }
}

extension Workspace {
    /// - Throws: ``MaterialRefusal`` where a finding that blocks stands open.
    private func requireClean(revision hash: ContentHash, in tx: ReadTransaction) throws {
        guard let revision = try tx.revision(hash) else { throw LibraryError.unknownRevision(hash) }
        let judged = try judge(in: tx).judged(revision.content, revision: hash)
        guard judged.mayGoOut else {
            throw MaterialRefusal(material: revision.content.material, cause: SafeguardingRefusal(judged))
        }
    }
}

/// Which of several materials was to blame when none of them was decided.
public struct MaterialRefusal: ReadableError {
    public let material: Slug
    public let cause: SafeguardingRefusal

    public var kind: FailureKind { cause.kind }

    public var message: Message {
        Message(
            vi: "Chưa duyệt gì, vì tài liệu “\(material)”: \(cause.message.vietnamese)",
            en: "Nothing was approved, because of the material “\(material)”: \(cause.message.english)")
    }
}

extension WriteTransaction {
    /// The one way a revision is decided.
    ///
    /// An approver must have had no hand in what changes: whoever wrote a revision since the last approved one cannot
    /// approve, lest two people nod each other's half through.
    fileprivate func decide(
        _ hash: ContentHash, of material: Slug, _ verdict: RevisionVerdict, comment: String, as caller: Caller,
        at now: Instant
    ) throws {
        let comment = comment.normalized.trimmed
        guard verdict == .approved || !comment.isEmpty else { throw LibraryError.reasonMissing }
        guard comment.unicodeScalars.count <= 2000 else { throw LibraryError.reasonTooLong }
        let heads = try revisionHeads(of: material)
        guard let newest = heads.first, newest.hash == hash else {
            throw LibraryError.newerRevision(material: material, number: heads.first?.number ?? 0)
        }
        guard newest.state == .inReview else { throw LibraryError.alreadyDecided(material, newest.state) }
        let own = try names(of: caller)
        let undecided = heads.prefix { $0.state != .approved }
        guard verdict == .rejected || !undecided.contains(where: { own.contains($0.author) }) else {
            throw LibraryError.ownWork(material: material, user: caller.name)
        }
        guard try decide(hash, verdict, comment: comment, by: caller.name, at: now) else {
            throw LibraryError.alreadyDecided(material, newest.state)
        }
        try audit(
            at: now, actor: caller.name, action: "content.\(verdict.rawValue)", subject: material.description,
            detail: hash.description + (comment.isEmpty ? "" : ": \(comment)"))
    }
}
