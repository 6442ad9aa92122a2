/// Turns matches into findings with places in the text as it was given.
struct FindingReporter {
    let text: CheckedText
    let tokens: [Token]

    /// One finding for each stretch of words; matches that overlap are one mistake.
    func findings(_ matches: [RuleMatch], of rule: SafeguardingRule) -> [Finding] {
        var merged: [RuleMatch] = []
        for match in matches.sorted(by: {
            ($0.run.lowerBound, -$0.run.upperBound) < ($1.run.lowerBound, -$1.run.upperBound)
        }) {
            if let last = merged.last, match.run.lowerBound < last.run.upperBound {
                let run = last.run.lowerBound..<max(last.run.upperBound, match.run.upperBound)
                merged[merged.count - 1] = RuleMatch(run: run, suggestion: last.suggestion)
            } else {
                merged.append(match)
            }
        }
        let findings = merged.compactMap { finding($0, of: rule) }
        return rule.isReportedOnce ? Array(findings.prefix(1)) : findings
    }

    private func finding(_ match: RuleMatch, of rule: SafeguardingRule) -> Finding? {
        guard !match.run.isEmpty else { return nil }
        let first = tokens[match.run.lowerBound]
        // What runs on into another part is shown as far as its own part goes.
        let last = tokens[match.run].last { $0.part == first.part } ?? first
        let part = text.parts[Int(first.part)]
        return Finding(
            rule: rule.id, level: rule.level, place: part.place, start: Int(first.start), end: Int(last.end),
            words: words(of: part.text, from: Int(first.start), to: Int(last.end)), why: message(rule.why),
            source: rule.source, suggestion: match.suggestion)
    }

    private func words(of text: String, from start: Int, to end: Int) -> String {
        let scalars = text.unicodeScalars
        let from = scalars.index(scalars.startIndex, offsetBy: start, limitedBy: scalars.endIndex) ?? scalars.endIndex
        let until = scalars.index(from, offsetBy: end - start, limitedBy: scalars.endIndex) ?? scalars.endIndex
        return String(scalars[from..<until])
    }

    /// By part, place and rule.
    func inOrder(_ findings: [Finding]) -> [Finding] {
        let order = Dictionary(text.parts.enumerated().map { ($0.element.place, $0.offset) }) { first, _ in first }
        return findings.sorted {
            (order[$0.place] ?? 0, $0.start, $0.rule) < (order[$1.place] ?? 0, $1.start, $1.rule)
        }
    }

    /// A recognisable child without a consent record, and any picture of a victim.
    func pictures(_ rule: SafeguardingRule?) -> [Finding] {
        guard let rule else { return [] }
        return text.pictures
            .filter { $0.showsVictim || ($0.showsRecognisableChild && !$0.hasConsent) }
            .map { picture in
                Finding(
                    rule: rule.id, level: rule.level, place: .picture(file: picture.file), start: 0, end: 0,
                    words: picture.file, why: message(rule.why), source: rule.source,
                    suggestion: message(rule.suggestion))
            }
    }

    private func message(_ text: LocalizedText) -> Message { Message(vi: text.vi, en: text.en) }
}
