/// What the rules found in the text of one thing, and what of it somebody let pass.
public struct JudgedText: Sendable, Hashable {
    /// Names the text; an override is given for it.
    public let text: ContentHash
    public let findings: [Finding]
    /// Those that were given for exactly this text.
    public let overrides: [Override]
    /// Those given for exactly this text by somebody who has since lost the right to; they let nothing pass.
    public let lapsed: [Override]
    /// What keeps it from going out apart from the rules: pictures nobody said anything about.
    public let obstacles: [Message]

    public init(
        text: ContentHash, findings: [Finding], overrides: [Override], lapsed: [Override] = [],
        obstacles: [Message] = []
    ) {
        self.text = text
        self.findings = findings
        self.overrides = overrides.filter { $0.text == text }
        self.lapsed = lapsed.filter { $0.text == text }
        self.obstacles = obstacles
    }

    public func override(of finding: Finding) -> Override? {
        finding.mayBeOverridden ? overrides.first { $0.finding == finding.reference } : nil
    }

    /// What stops it: findings that block and that nobody let pass.
    public var open: [Finding] { findings.filter { $0.level == .block && override(of: $0) == nil } }

    public var warnings: [Finding] { findings.filter { $0.level == .warn } }

    public var mayGoOut: Bool { open.isEmpty && obstacles.isEmpty }
}

extension CheckedText {
    /// Changes exactly when a word changes that the rules look at, or what it is and for whom: one fact a line, each
    /// with its length before it. What pictures show is left out, for no override is about them.
    public var canonicalText: String {
        let facts =
            [("kind", kind.rawValue)] + audiences.map { ("audience", $0) } + parts.map { ($0.place.name, $0.text) }
        return facts.map { "\($0.0) \($0.1.utf8.count):\($0.1)" }.joined(separator: "\n")
    }
}
