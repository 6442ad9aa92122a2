import Foundation
import Operations
import Outreach

/// Checks texts given as JSON, one object a line, and answers with one line for each, in order.
///
/// Lines are read, checked and answered one after the other, so that a file of any length takes the same memory.
struct CheckedLines {
    let safeguard: Safeguard
    let language: Language
    /// Called with each line of the answer.
    let answer: (String) -> Void
    private(set) var count = 0
    private(set) var blocked = 0
    private(set) var broken = 0

    /// The longest line that is read, in bytes; what is longer is answered with an error.
    static let lineLimit = 4 << 20

    init(safeguard: Safeguard, language: Language, answer: @escaping (String) -> Void) {
        self.safeguard = safeguard
        self.language = language
        self.answer = answer
    }

    mutating func read(_ handle: FileHandle) throws {
        var line: [UInt8] = []
        var number = 1
        var isTooLong = false
        while let chunk = try handle.read(upToCount: 1 << 16), !chunk.isEmpty {
            for (index, piece) in chunk.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated() {
                if index > 0 {
                    try take(line, number: number, isTooLong: isTooLong)
                    line.removeAll(keepingCapacity: true)
                    (number, isTooLong) = (number + 1, false)
                }
                isTooLong = isTooLong || line.count + piece.count > CheckedLines.lineLimit
                if !isTooLong { line += piece }
            }
        }
        try take(line, number: number, isTooLong: isTooLong)
    }

    /// Answers one line; a line that cannot be read is named, and the others go on.
    private mutating func take(_ bytes: [UInt8], number: Int, isTooLong: Bool) throws {
        guard isTooLong || bytes.contains(where: { $0 > 0x20 }) else { return }
        count += 1
        let line: TextLine
        do throws(TextLineError) {
            if isTooLong { throw .tooLong }
            line = try TextLine(bytes)
        } catch {
            broken += 1
            return try write(LineErrorOutput(line: number, error: error.message(language)))
        }
        let findings = safeguard.findingsAsTypedAndRead(in: line.text)
        if findings.contains(where: { $0.level == .block }) { blocked += 1 }
        let spoken = line.language ?? language
        try write(
            LineOutput(
                id: line.id, findings: findings.map { FindingOutput($0, spoken) },
                note: line.unknownKind.map { TextLine.note($0)(language) }))
    }

    private func write(_ value: some Encodable) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        answer(String(decoding: try encoder.encode(value), as: UTF8.self))
    }
}

/// The answer to one line.
struct LineOutput: Encodable {
    let id: String
    let findings: [FindingOutput]
    /// What a person should know about how the line was read.
    let note: String?
}

/// The answer to a line that cannot be checked.
struct LineErrorOutput: Encodable {
    let line: Int
    let error: String
}

/// A finding, as data. `start` and `end` count Unicode scalars of the text as it was given.
struct FindingOutput: Encodable {
    let rule: String
    let level: FindingLevel
    let place: String?
    let start: Int
    let end: Int
    let text: String
    let suggest: String
    let why: String

    init(_ finding: Finding, _ language: Language) {
        rule = finding.rule.rawValue
        level = finding.level
        place = finding.place == .body ? nil : finding.place.name
        start = finding.start
        end = finding.end
        text = finding.words
        suggest = finding.suggestion(language)
        why = "\(finding.why(language)) (\(finding.source))"
    }
}
