/// Turns matches into findings with places in the text as it was given.
struct FindingReporter {
    let text: CheckedText
    let tokens: [Token]
    /// Of the parts in which something was found.
    private var places: [Int: ScalarPlaces] = [:]

    init(text: CheckedText, tokens: [Token]) {
        self.text = text
        self.tokens = tokens
    }

    /// One finding for each stretch of words; matches that overlap are one mistake.
    mutating func findings(_ matches: [RuleMatch], of rule: SafeguardingRule) -> [Finding] {
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
        var findings: [Finding] = []
        for match in merged where !(rule.isReportedOnce && !findings.isEmpty) {
            if let finding = finding(match, of: rule) { findings.append(finding) }
        }
        return findings
    }

    private mutating func finding(_ match: RuleMatch, of rule: SafeguardingRule) -> Finding? {
        guard !match.run.isEmpty else { return nil }
        let first = tokens[match.run.lowerBound]
        // What runs on into another part is shown as far as its own part goes.
        let last = tokens[match.run].last { $0.part == first.part } ?? first
        let part = text.parts[Int(first.part)]
        return Finding(
            rule: rule.id, level: rule.level, place: part.place, start: Int(first.start), end: Int(last.end),
            words: words(of: Int(first.part), from: Int(first.start), to: Int(last.end)), why: message(rule.why),
            source: rule.source, suggestion: match.suggestion)
    }

    private mutating func words(of part: Int, from start: Int, to end: Int) -> String {
        let known = places[part] ?? ScalarPlaces(text.parts[part].text)
        places[part] = known
        return known.text(from: start, to: end)
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
            .filter(\.isKeptIn)
            .map { picture in
                Finding(
                    rule: rule.id, level: rule.level, place: .picture(file: picture.file), start: 0, end: 0,
                    words: picture.file, why: message(rule.why), source: rule.source,
                    suggestion: message(rule.suggestion))
            }
    }

    private func message(_ text: LocalizedText) -> Message { Message(vi: text.vi, en: text.en) }
}
