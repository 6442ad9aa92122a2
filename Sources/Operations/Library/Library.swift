public import Outreach
import Storage

/// A material as it is shown: its revisions, newest first, and what was decided about them.
public struct MaterialView: Sendable {
    public let slug: Slug
    public let revisions: [Revision]
    public let decisions: [RevisionDecision]

    public var newest: Revision? { revisions.first }
    /// The one that is used.
    public var approved: Revision? { revisions.first { $0.state == .approved } }

    public func revision(_ number: Int) -> Revision? { revisions.first { $0.number == number } }

    /// What an approver compares a revision with: the newest approved one before it, else the one before.
    public func predecessor(of revision: Revision) -> Revision? {
        let earlier = revisions.filter { $0.number < revision.number }
        return earlier.first { $0.state == .approved } ?? earlier.first
    }

    public func decision(on revision: Revision) -> RevisionDecision? {
        decisions.first { $0.number == revision.number }
    }
}

extension Workspace {
    /// Materials that fit the question, best first. Anyone who works here may read the library.
    public func searchLibrary(_ query: LibraryQuery) async throws -> [LibraryEntry] {
        try await database.read { try $0.searchLibrary(query) }
    }

    /// One page of what ``searchLibrary(_:)`` finds, with the place to go on from.
    public func libraryPage(_ query: LibraryQuery) async throws -> LibraryPage {
        try await database.read { try $0.libraryPage(query) }
    }

    /// How many materials there are, by the state of their newest revision.
    public func libraryCounts() async throws -> [RevisionState: Int] {
        try await database.read { try $0.libraryCounts() }
    }

    public func material(_ slug: Slug) async throws -> MaterialView {
        try await database.read { tx in
            let revisions = try tx.revisions(of: slug)
            guard !revisions.isEmpty else { throw try tx.unknown(material: slug) }
            return MaterialView(slug: slug, revisions: revisions, decisions: try tx.decisions(on: slug))
        }
    }

    /// Where a material was used: posts and sessions of the units the caller may see.
    ///
    /// - Parameter limit: how many posts and how many sessions are listed; the counts go over all.
    public func uses(of material: Slug, limit: Int = 10, as caller: Caller) async throws -> MaterialUses {
        try await database.read { tx in
            try tx.uses(of: material, units: try tx.visibleUnits(within: nil, to: caller), limit: limit)
        }
    }

    /// Audiences, topics and help lines.
    public func taxonomy() async throws -> Taxonomy {
        try await database.read { try $0.taxonomy() }
    }
}

extension ReadTransaction {
    func taxonomy() throws -> Taxonomy {
        Taxonomy(audiences: try documents(), topics: try documents(), helpLines: try documents())
    }
}

extension ReadTransaction {
    /// That there is no such material, with those whose name is nearest, among the newest and what a search for its
    /// words finds.
    func unknown(material slug: Slug) throws -> LibraryError {
        let words = slug.description.replacing("-", with: " ")
        let found = try searchLibrary(LibraryQuery(text: words, limit: 20)) + searchLibrary(LibraryQuery(limit: 1000))
        return .unknownMaterial(slug, suggestions: NearestNames.of(slug, among: Set(found.map(\.material))))
    }
}
