public import Outreach
import Storage

extension Workspace {
    /// Keeps what was written as a new revision to be approved; nothing is overwritten. The same text again changes
    /// nothing.
    ///
    /// - Parameter base: the revision the text was made from; nil for a new material.
    /// - Throws: ``LibraryError/savedMeanwhile(material:by:number:newest:)`` where somebody saved another revision
    ///   since, ``LibraryError/incomplete(_:)`` with everything that is missing.
    public func saveMaterial(
        _ content: MaterialContent, basedOn base: ContentHash?, as caller: Caller, mode: ChangeMode
    ) async throws -> (effect: ImportEffect, revision: Revision) {
        let content = content.tidied
        let now = now
        return try await change(mode) { [media] tx in
            try tx.authorise(caller, .edit)
            let before = try tx.requireNewest(base, for: content)
            let mistakes = MaterialCheck(try tx.taxonomy()).mistakes(in: content)
            guard mistakes.isEmpty else { throw LibraryError.incomplete(mistakes) }
            if let lost = content.media.first(where: { !media.has($0.hash) }) {
                throw MediaError.notStored(name: lost.name)
            }
            let (effect, hash) = try tx.addRevision(
                content.labelled(inTheOrderOf: before), author: caller.name, at: now)
            guard let revision = try tx.revision(hash) else { throw LibraryError.unknownRevision(hash) }
            if effect != .unchanged {
                try tx.audit(
                    at: now, actor: caller.name, action: "content.save", subject: content.material.description,
                    detail: hash.description)
            }
            return (effect, revision)
        }
    }
}

extension ReadTransaction {
    /// Refuses a text that was made from another revision than the newest, or under a name that is taken.
    ///
    /// - Returns: what the base says; nil for a new material.
    fileprivate func requireNewest(_ base: ContentHash?, for content: MaterialContent) throws -> MaterialContent? {
        let material = content.material
        let newest = try revisionHeads(of: material).first
        guard let base else {
            guard newest == nil else { throw LibraryError.nameTaken(material) }
            return nil
        }
        guard let newest else { throw LibraryError.unknownMaterial(material, suggestions: []) }
        guard newest.hash == base else {
            throw LibraryError.savedMeanwhile(
                material: material, by: newest.author, number: newest.number, newest: newest.hash)
        }
        let before = try revision(base)?.content
        guard before?.kind == content.kind else { throw LibraryError.kindIsFixed(material) }
        return before
    }
}
