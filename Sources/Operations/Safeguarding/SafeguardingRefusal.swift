public import Outreach

/// What keeps a text in: findings that block and that nobody let pass. Nothing was changed.
public struct SafeguardingRefusal: ReadableError {
    public let findings: [Finding]
    public let obstacles: [Message]
    /// Whether words that may be a child's name are left out of what is said: nothing of a session is repeated.
    private let isDiscreet: Bool

    init(_ judged: JudgedText) {
        findings = judged.open
        obstacles = judged.obstacles + SafeguardingRefusal.lapsed(judged)
        isDiscreet = false
    }

    /// Who let an open finding pass and may not any more.
    private static func lapsed(_ judged: JudgedText) -> [Message] {
        let open = Set(judged.open.map(\.reference))
        let names = Set(judged.lapsed.filter { open.contains($0.finding) }.map(\.by)).sorted().joined(separator: ", ")
        guard !names.isEmpty else { return [] }
        return [
            Message(
                vi: "Người đã cho qua (\(names)) không còn quyền; nhờ người khác xem lại hoặc sửa bài.",
                en: "Whoever let it pass (\(names)) no longer has the right; have somebody else look, or change the "
                    + "text.")
        ]
    }

    init(findings: [Finding]) {
        self.findings = findings
        obstacles = []
        isDiscreet = false
    }

    init(ofSession findings: [Finding]) {
        self.findings = findings
        obstacles = []
        isDiscreet = true
    }

    public var kind: FailureKind { .badData }

    /// More findings than this are counted, not listed: a message is read in one look.
    private static let most = 5

    public var message: Message {
        let listed = findings.prefix(SafeguardingRefusal.most).map { isDiscreet ? $0.discreetSummary : $0.summary }
        let rest = findings.count - listed.count
        let vietnamese = listed.map(\.vietnamese) + (rest > 0 ? ["và \(rest) chỗ nữa."] : [])
        let english = listed.map(\.english) + (rest > 0 ? ["and \(rest) more."] : [])
        return Message(
            vi: "Chưa cho qua vì an toàn trẻ em: "
                + (vietnamese + obstacles.map(\.vietnamese)).joined(separator: " "),
            en: "Kept in for children's safety: " + (english + obstacles.map(\.english)).joined(separator: " "))
    }
}

extension Finding {
    /// Rule, words and what to write instead, in one sentence.
    public var summary: Message { summary(quoting: words) }

    /// The same without words that may be a child's name.
    public var discreetSummary: Message {
        summary(quoting: PersonName.mayBeGiven(in: words, amongPeople: true) ? "" : words)
    }

    private func summary(quoting words: String) -> Message {
        let quoted = words.isEmpty ? "" : " “\(words.prefix(80))”"
        return Message(
            vi: "[\(rule.rawValue)]\(quoted) → \(suggestion.vietnamese)",
            en: "[\(rule.rawValue)]\(quoted) → \(suggestion.english)")
    }
}
