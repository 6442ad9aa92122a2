import Operations
import Outreach

/// A finding as data, with the name an override gives.
struct FindingLine: Encodable {
    let reference: FindingReference
    let finding: Finding

    init(_ finding: Finding) {
        reference = finding.reference
        self.finding = finding
    }
}

extension Console {
    /// What the rules say about a post, what was let pass and by whom, and what it takes.
    func findings(of judgement: PostJudgement) {
        if let unchecked = judgement.unchecked { write("✘ \(unchecked(language))") }
        if let judged = judgement.judged { findings(of: judged) }
    }

    func findings(of judged: JudgedText) {
        for obstacle in judged.obstacles { write("✘ \(obstacle(language))") }
        for finding in judged.findings {
            let override = judged.override(of: finding)
            let mark = finding.level == .warn ? "!" : override == nil ? "✘" : "○"
            write("\(mark) \(finding.summary(language)) (\(finding.reference))")
            if let override { write("    \(override.by): \(override.reason)") }
        }
    }
}
