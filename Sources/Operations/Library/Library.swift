public import Outreach
import Storage

/// A material as it is shown: its revisions, newest first.
public struct MaterialView: Sendable {
    public let slug: Slug
    public let revisions: [Revision]

    public var newest: Revision? { revisions.first }
    /// The one that is used.
    public var approved: Revision? { revisions.first { $0.state == .approved } }
}

extension Workspace {
    /// Materials that fit the question, best first. Anyone who works here may read the library.
    public func searchLibrary(_ query: LibraryQuery) async throws -> [LibraryEntry] {
        try await database.read { try $0.searchLibrary(query) }
    }

    public func material(_ slug: Slug) async throws -> MaterialView {
        try await database.read { tx in
            let revisions = try tx.revisions(of: slug)
            guard !revisions.isEmpty else {
                let near = try tx.searchLibrary(
                    LibraryQuery(text: slug.description.replacing("-", with: " "), limit: 3))
                throw LibraryError.unknownMaterial(slug, suggestions: near.map(\.material))
            }
            return MaterialView(slug: slug, revisions: revisions)
        }
    }

    /// Audiences, topics and help lines.
    public func taxonomy() async throws -> Taxonomy {
        try await database.read { tx in
            Taxonomy(audiences: try tx.documents(), topics: try tx.documents(), helpLines: try tx.documents())
        }
    }

    /// Approves or rejects the newest revision in review of each material; all of them when none is named.
    ///
    /// - Throws: ``LibraryError/ownWork(material:user:)`` where the approver brought one of them in; then none is
    ///   decided.
    public func decideMaterials(
        _ slugs: [Slug], _ state: RevisionState, as caller: Caller, mode: ChangeMode
    ) async throws -> [Slug] {
        let now = now
        return try await change(mode) { tx in
            try tx.authorise(caller, .approve)
            let waiting = try tx.revisionsInReview()
            let chosen = slugs.isEmpty ? waiting : waiting.filter { slugs.contains($0.content.material) }
            if let missing = slugs.first(where: { slug in !chosen.contains { $0.content.material == slug } }) {
                throw LibraryError.nothingToDecide(missing)
            }
            let own = try tx.names(of: caller)
            for revision in chosen {
                guard !own.contains(revision.author) else {
                    throw LibraryError.ownWork(material: revision.content.material, user: caller.name)
                }
                _ = try tx.decide(revision.hash, state, by: caller.name, at: now)
                try tx.audit(
                    at: now, actor: caller.name, action: "content.\(state.rawValue)",
                    subject: revision.content.material.description, detail: revision.hash.description)
            }
            return Set(chosen.map(\.content.material)).sorted()
        }
    }
}
