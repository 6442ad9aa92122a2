import Documents
public import Outreach

extension Safeguard {
    /// What the rules find in a text as it is typed, as it reads where a channel renders it, and as the words of its
    /// addresses read: marks, references and links can part the letters of a name, a comment can hold a help line that
    /// nobody sees, and the address of a report often names the child that the report is about.
    public func findingsAsTypedAndRead(in text: CheckedText) -> [Finding] {
        let readings = [TextReading.asTyped] + (text.hasMarkup ? [.asRead] : []) + (text.hasAddress ? [.addresses] : [])
        let findings = findings(in: text, readings)
        return findings.dropFirst().reduce(findings[0], joined)
    }

    /// In bytes; a shorter text is read again before another core has begun.
    private static let longText = 4000

    /// What is found in each of the ways to read one text; a long one is read on all cores at once.
    private func findings(in text: CheckedText, _ readings: [TextReading]) -> [[Finding]] {
        guard readings.count > 1, text.parts.reduce(0, { $0 + $1.text.utf8.count }) > Safeguard.longText else {
            return readings.map { findings(in: text, $0) }
        }
        return readings.concurrentMap { findings(in: text, $0) }
    }

    private func findings(in text: CheckedText, _ reading: TextReading) -> [Finding] {
        switch reading {
        case .asTyped: findings(in: text)
        case .asRead: text.asRead.map { findings(in: $0) } ?? []
        case .addresses: findings(in: text.withAddressesRead, of: Safeguard.rulesOfAddresses)
        }
    }

    /// What an address can break: it tells who and where. It is no sentence that blames or lacks a help line.
    private static let rulesOfAddresses: Set<SafeguardingRuleID> = [
        .namedChild, .placeOfCase, .kinship, .contactDetails,
    ]

    /// The findings of another way to read the text beside those that are known. What blocks in one of them blocks,
    /// whatever a comment that nobody sees says beside it.
    private func joined(_ known: [Finding], _ others: [Finding]) -> [Finding] {
        let blocks = Set(others.filter { $0.level == .block }.map(\.gist))
        let kept = known.filter { $0.level == .block || !blocks.contains($0.gist) }
        let gists = Set(kept.map(\.gist))
        return kept
            + others.filter { !gists.contains($0.gist) }.map { finding in
                // Where the words do not stand in the text as they read, the whole is meant.
                Finding(
                    rule: finding.rule, level: finding.level, place: finding.place, start: 0, end: 0,
                    words: finding.words, why: finding.why, source: finding.source, suggestion: finding.suggestion)
            }
    }

    /// The same in several texts of one thing; what two texts share is reported once.
    public func findingsAsTypedAndRead(in texts: [CheckedText]) -> [Finding] {
        var seen: Set<Finding> = []
        return texts.flatMap { findingsAsTypedAndRead(in: $0) }.filter { seen.insert($0).inserted }
    }
}

/// A way to read a text that people are shown.
private enum TextReading {
    case asTyped, asRead, addresses
}

extension CheckedText {
    fileprivate var hasMarkup: Bool { parts.contains(where: \.hasMarkup) }

    /// The text with its bodies as they read once rendered; nil where that leaves the words as they are.
    fileprivate var asRead: CheckedText? {
        let read = parts.map { part in
            part.hasMarkup ? Part(part.place, MarkdownRenderer.readText(part.text).normalized) : part
        }
        // A mark that is none, as in a file's name, leaves the words as they were.
        guard zip(parts, read).contains(where: { !$0.text.says(the: $1.text) }) else { return nil }
        return CheckedText(parts: read, kind: kind, audiences: audiences, pictures: pictures)
    }
}

extension CheckedText.Part {
    /// Whether it is a text that channels may render, with a character that Markdown or HTML reads as a mark.
    fileprivate var hasMarkup: Bool {
        switch place {
        case .body, .summary, .variant: text.utf8.contains { CheckedText.Part.marks.contains($0) }
        default: false
        }
    }

    private static let marks = Set("&<[*_~`\\".utf8)
}

extension String {
    /// Whether two texts are the same but for the white space between their words.
    fileprivate func says(the other: String) -> Bool { SpacedWords(self).elementsEqual(SpacedWords(other)) }

    /// The letters of a text are judged at once; Unicode's tables are slow to ask.
    fileprivate static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x20, 0x09...0x0D: true
        case ..<0x80, 0xC0...0x24F, 0x1E00...0x1EFF: false
        default: scalar.properties.isWhitespace
        }
    }
}

/// The scalars of a text with each run of white space as one blank, and none at its ends.
private struct SpacedWords: Sequence, IteratorProtocol {
    private var rest: String.UnicodeScalarView.Iterator
    private var waiting: Unicode.Scalar?
    private var hasBegun = false

    init(_ text: String) {
        rest = text.unicodeScalars.makeIterator()
    }

    mutating func next() -> Unicode.Scalar? {
        if let scalar = waiting {
            waiting = nil
            return scalar
        }
        var isBehindBlank = false
        while let scalar = rest.next() {
            guard !String.isBlank(scalar) else {
                isBehindBlank = true
                continue
            }
            guard isBehindBlank, hasBegun else {
                hasBegun = true
                return scalar
            }
            waiting = scalar
            return " "
        }
        return nil
    }
}

extension Finding {
    /// What is found where, whatever marks stand between its letters.
    fileprivate var gist: String {
        rule.rawValue + place.name + String(words.unicodeScalars.filter { $0.properties.isAlphabetic })
    }
}
