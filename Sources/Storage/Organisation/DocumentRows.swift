public import Outreach

/// A piece of provisioned content kept whole: read as it was imported, replaced when its file changes.
public protocol ProvisionedDocument: Codable, Sendable {
    static var documentKind: String { get }
    var documentKey: String { get }
}

extension Audience: ProvisionedDocument {
    public static let documentKind = "audience"
    public var documentKey: String { id.description }
}

extension Topic: ProvisionedDocument {
    public static let documentKind = "topic"
    public var documentKey: String { id.description }
}

extension HelpLine: ProvisionedDocument {
    public static let documentKind = "help-line"
    public var documentKey: String { number }
}

extension Observance: ProvisionedDocument {
    public static let documentKind = "observance"
    public var documentKey: String { id.description }
}

extension ReportingCalendar: ProvisionedDocument {
    public static let documentKind = "calendar"
    public var documentKey: String { id.description }
}

extension Indicator: ProvisionedDocument {
    public static let documentKind = "indicator"
    public var documentKey: String { id.description }
}

extension Unit: ProvisionedDocument {
    public static let documentKind = "unit"
    public var documentKey: String { id.description }
}

extension Committee: ProvisionedDocument {
    public static let documentKind = "committee"
    public var documentKey: String { id.description }
}

extension CommitteePlan: ProvisionedDocument {
    public static let documentKind = "plan"
    public var documentKey: String { id.description }
}

extension Playbook: ProvisionedDocument {
    public static let documentKind = "playbook"
    public var documentKey: String { id.description }
}

extension SafeguardingRules: ProvisionedDocument {
    public static let documentKind = "safeguarding"
    /// One document for all: they are only right together.
    public static let key = "rules"
    public var documentKey: String { SafeguardingRules.key }
}

extension ReadTransaction {
    /// All documents of a kind in the order they were written in their file.
    public func documents<Document: ProvisionedDocument>(_: Document.Type = Document.self) throws -> [Document] {
        try query(
            "SELECT body FROM documents WHERE kind = ? ORDER BY position, slug", [Document.documentKind]
        ).map { try $0.json("body") }
    }

    public func document<Document: ProvisionedDocument>(
        _ slug: Slug, as _: Document.Type = Document.self
    ) throws -> Document? {
        try queryOne("SELECT body FROM documents WHERE kind = ? AND slug = ?", [Document.documentKind, slug])?
            .json("body")
    }

    /// When each document of a kind was last changed by an import.
    public func importTimes<Document: ProvisionedDocument>(of _: Document.Type) throws -> [Slug: Instant] {
        let rows = try query("SELECT slug, imported_at FROM documents WHERE kind = ?", [Document.documentKind])
        return Dictionary(
            uniqueKeysWithValues: try rows.map { (try $0.parsed("slug"), try $0.instant("imported_at")) })
    }

    /// The linter's rules; nil before any were imported.
    public func safeguardingRules() throws -> SafeguardingRules? {
        try documents(SafeguardingRules.self).first
    }

    /// Changes whenever an import changed rules or help lines.
    public func safeguardingSources() throws -> String {
        try query(
            "SELECT hash FROM documents WHERE kind IN (?, ?) ORDER BY kind, position, slug",
            [SafeguardingRules.documentKind, HelpLine.documentKind]
        ).map { try $0.text("hash") }.joined()
    }

    /// Changes whenever the rules do, or which help lines are right on the day.
    public func safeguardingVersion(on day: Day) throws -> ContentHash {
        let rules = try query("SELECT hash FROM documents WHERE kind = ?", [SafeguardingRules.documentKind])
            .map { try $0.text("hash") }
        let lines = try documents(HelpLine.self)
            .map { try JSONText.encode($0) + ($0.validity.contains(day) ? "+" : "-") }
        return ContentHash.sha256(of: (rules + lines).joined(separator: "\n"))
    }

    /// The units and committees as a tree.
    public func unitTree() throws -> UnitTree {
        if let knownTree { return knownTree }
        let tree = try trees.tree(in: self)
        knownTree = tree
        return tree
    }
}

extension WriteTransaction {
    public func put(
        _ document: some ProvisionedDocument, position: Int, at instant: Instant
    ) throws -> ImportEffect {
        try putDocument(
            kind: type(of: document).documentKind, key: document.documentKey,
            body: JSONText.encode(document), position: position, at: instant)
    }

    func putDocument(
        kind: String, key: String, body: String, position: Int, at instant: Instant
    ) throws -> ImportEffect {
        if [Unit.documentKind, Committee.documentKind].contains(kind) { knownTree = nil }
        let hash = ContentHash.sha256(of: body)
        let known = try queryOne("SELECT hash, position FROM documents WHERE kind = ? AND slug = ?", [kind, key])
        if let known, try known.text("hash") == hash.description {
            if try known.integer("position") != position {
                try execute("UPDATE documents SET position = ? WHERE kind = ? AND slug = ?", [position, kind, key])
            }
            return .unchanged
        }
        try execute(
            """
            INSERT INTO documents (kind, slug, position, hash, body, imported_at) VALUES (?, ?, ?, ?, ?, ?)
            ON CONFLICT (kind, slug) DO UPDATE SET
                position = excluded.position, hash = excluded.hash, body = excluded.body,
                imported_at = excluded.imported_at
            """,
            [kind, key, position, hash, body, instant])
        return known == nil ? .added : .changed
    }
}
