import Outreach
import Yams

/// One value of a YAML file with its place, read as exactly what is asked for.
struct YAMLValue {
    let node: Node
    let path: String
    let log: ProblemLog

    var line: Int? { node.mark?.line }

    /// `null`, `~` or nothing behind the colon.
    var isNull: Bool {
        guard let scalar = node.scalar, scalar.style == .plain || scalar.style == .any else { return false }
        return ["", "~", "null"].contains(scalar.string)
    }

    var isMapping: Bool { node.mapping != nil }
    var isSequence: Bool { node.sequence != nil }
    var isEmptyList: Bool { node.sequence?.isEmpty == true }

    func report(_ reason: Message) {
        log.report(line: line, reason)
    }

    /// Text, normalised and trimmed; empty text is a mistake.
    func text() -> String? {
        guard let scalar = node.scalar, !isNull else { return expected("một đoạn chữ", "a text") }
        let text = scalar.string.normalized.trimmed
        return text.isEmpty ? expected("một đoạn chữ không trống", "a text that is not empty") : text
    }

    func mapping() -> YAMLMapping? {
        guard let mapping = node.mapping else { return expected("các cặp khóa: giá trị", "keys with values") }
        return YAMLMapping(mapping, of: self)
    }

    func sequence() -> [YAMLValue]? {
        guard let sequence = node.sequence else { return expected("một danh sách", "a list") }
        return sequence.enumerated().map { index, node in
            YAMLValue(node: node, path: "\(path)[\(index + 1)]", log: log)
        }
    }

    /// Reads scalar text through `parse`, saying what was expected where that fails.
    func parsed<Value>(_ vietnamese: String, _ english: String, _ parse: (String) -> Value?) -> Value? {
        guard let scalar = node.scalar, !isNull, let value = parse(scalar.string.normalized.trimmed) else {
            return expected(vietnamese, english)
        }
        return value
    }

    func expected<Value>(_ vietnamese: String, _ english: String) -> Value? {
        let seen = node.scalar.map { "“\($0.string.prefix(60))”" }
        report(
            Message(
                vi: "\(path): cần \(vietnamese)" + (seen.map { ", nhưng thấy \($0)." } ?? "."),
                en: "\(path): expected \(english)" + (seen.map { ", found \($0)." } ?? ".")))
        return nil
    }
}

/// The scalar forms the data files share.
extension YAMLValue {
    func slug() -> Slug? {
        parsed(
            "một mã chỉ gồm chữ thường không dấu, số và gạch nối",
            "an identifier of lower-case letters, digits and hyphens", Slug.init)
    }

    func integer() -> Int? { parsed("một số nguyên", "a whole number") { Int($0) } }

    func number() -> Double? {
        parsed("một số", "a number") { Double($0).flatMap { $0.isFinite ? $0 : nil } }
    }

    func boolean() -> Bool? {
        parsed("true hoặc false", "true or false") { ["true": true, "false": false][$0] }
    }

    func day() -> Day? { parsed("một ngày có thật, dạng 2026-06-01", "a day that exists, like 2026-06-01", Day.init) }

    func timeOfDay() -> TimeOfDay? { parsed("giờ dạng 07:30", "a time like 07:30", TimeOfDay.init) }

    /// A length of time: `90s`, `30m`, `2h`, `5d`.
    func duration() -> Duration? {
        parsed("một khoảng thời gian dạng 90s, 30m, 2h hoặc 5d", "a duration like 90s, 30m, 2h or 5d") { text in
            guard let match = text.wholeMatch(of: /([0-9]{1,9})([smhd])/), let count = Int(match.1) else { return nil }
            let unit = ["s": 1, "m": 60, "h": 3600, "d": 86_400][match.2] ?? 1
            return .seconds(count * unit)
        }
    }

    /// One of a closed set of words.
    func word<Word: RawRepresentable & CaseIterable>(_: Word.Type = Word.self) -> Word? where Word.RawValue == String {
        let known = Word.allCases.map(\.rawValue)
        guard let text = node.scalar?.string, !isNull else {
            return expected("một trong: \(known.joined(separator: ", "))", "one of: \(known.joined(separator: ", "))")
        }
        if let word = Word(rawValue: text) { return word }
        let hint = Suggestion.closest(to: text, among: known)
        report(
            Message(
                vi: "\(path): không có “\(text)”."
                    + (hint.map { " Có phải “\($0)”?" } ?? " Chọn một trong: \(known.joined(separator: ", "))."),
                en: "\(path): there is no “\(text)”."
                    + (hint.map { " Did you mean “\($0)”?" } ?? " Choose one of: \(known.joined(separator: ", ")).")
            ))
        return nil
    }

    func localizedText() -> LocalizedText? {
        guard let mapping = mapping() else { return nil }
        let vi = mapping.require("vi")?.text()
        let en = mapping.require("en")?.text()
        mapping.finish()
        guard let vi, let en else { return nil }
        return LocalizedText(vi: vi, en: en)
    }

    /// Every element through `read`; one that fails is left out, with its problem in the log.
    func list<Element>(_ read: (YAMLValue) -> Element?) -> [Element]? {
        sequence()?.compactMap(read)
    }

    func validity() -> Validity? {
        guard let mapping = mapping() else { return nil }
        let from = mapping.value("from")?.day()
        let until = mapping.value("until")?.day()
        mapping.finish()
        if let from, let until, until < from {
            return expected("ngày kết thúc không trước ngày bắt đầu", "an end that is not before the start")
        }
        return Validity(from: from, until: until)
    }
}
