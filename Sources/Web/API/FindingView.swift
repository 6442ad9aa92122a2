import Operations
import Outreach

/// A finding as programs read it, with the name an override gives.
struct FindingView: Codable, Sendable {
    let reference: FindingReference
    let rule: SafeguardingRuleID
    let level: FindingLevel
    let place: CheckedText.Place
    /// Code points of the text of that place.
    let start: Int
    let end: Int
    let words: String
    let why: Message
    let source: String
    let suggestion: Message

    init(_ finding: Finding) {
        reference = finding.reference
        rule = finding.rule
        level = finding.level
        place = finding.place
        start = finding.start
        end = finding.end
        words = finding.words
        why = finding.why
        source = finding.source
        suggestion = finding.suggestion
    }

    /// The findings for which something was refused; nil where it was refused for another reason.
    static func findings(behind error: (any ReadableError)?) -> [FindingView]? {
        switch error {
        case let refusal as SafeguardingRefusal: refusal.findings.map(FindingView.init)
        case let refusal as PostRefusal: findings(behind: refusal.cause)
        case let refusal as MaterialRefusal: findings(behind: refusal.cause)
        case NoteError.identifies(let findings)?: findings.map(FindingView.init)
        default: nil
        }
    }
}
