import Foundation
import Operations
import Outreach

/// Texts of which people said which rules they break, one JSON object a line: what a line to check has, and `expect` and
/// `allow`, numbers of rules.
enum LabelledLines {
    static func read(_ path: String) throws -> [LabelledText] {
        let lines = try Files.read(path).split(separator: 0x0A)
        return try lines.enumerated().map { index, line in
            guard let text = try? TextLine(Array(line)),
                let labels = try? JSONDecoder().decode(Labels.self, from: Data(line))
            else {
                throw CommandError.usage(
                    Message(
                        vi:
                            "\(path), dòng \(index + 1): không phải văn bản có nhãn (expect là danh sách số từ 1 đến 16).",
                        en: "\(path), line \(index + 1): no labelled text (expect is a list of numbers from 1 to 16)."))
            }
            return LabelledText(
                id: text.id, text: text.text, expected: labels.rules(labels.expect),
                allowed: labels.rules(labels.allow ?? []))
        }
    }

    private struct Labels: Decodable {
        let expect: [Int]
        let allow: [Int]?

        func rules(_ numbers: [Int]) -> Set<SafeguardingRuleID> {
            Set(numbers.compactMap { SafeguardingRuleID(rawValue: "S" + $0.padded(2)) })
        }
    }
}
