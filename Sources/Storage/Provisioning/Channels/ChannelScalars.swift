import Outreach
import Yams

/// Scalar forms of the channel files.
extension YAMLValue {
    /// The name of a secret, a target, a step or a captured value.
    func name() -> String? {
        parsed(
            "một tên gồm chữ thường không dấu, số và gạch dưới", "a name of lower-case letters, digits and underscores"
        ) { TemplateReference.isName($0) ? $0 : nil }
    }

    func integer(in range: ClosedRange<Int>) -> Int? {
        parsed(
            "một số nguyên từ \(range.lowerBound) đến \(range.upperBound)",
            "a whole number from \(range.lowerBound) to \(range.upperBound)"
        ) { Int($0).flatMap { range.contains($0) ? $0 : nil } }
    }

    func positiveDuration() -> Duration? {
        guard let duration = duration() else { return nil }
        return duration > .zero ? duration : expected("một khoảng thời gian lớn hơn 0", "a duration above zero")
    }

    /// A scalar as JSON means it: in quotation marks a text; otherwise null, true, false or a JSON number if it reads as
    /// one, else a text.
    func jsonScalar() -> JSONValue? {
        guard let scalar = node.scalar else { return expected("một giá trị đơn", "a single value") }
        if isNull { return .null }
        let text = scalar.string
        guard scalar.style == .plain || scalar.style == .any else { return .string(text.normalized) }
        if let value = JSONValue(parsing: Array(text.utf8)), value.scalarText != nil {
            return value
        }
        return .string(text.normalized)
    }

    /// `""`, which is a text and not nothing.
    var isEmptyText: Bool { node.scalar?.string.isEmpty == true && !isNull }

    /// A text in which spaces and line breaks count, so it is not trimmed.
    func templateText() -> String? {
        guard let text = text() else { return nil }
        return node.scalar?.string.normalized ?? text
    }

    func refuse<Value>(_ error: some ReadableError) -> Value? {
        report(Message(vi: "\(path): \(error.message.vietnamese)", en: "\(path): \(error.message.english)"))
        return nil
    }
}
