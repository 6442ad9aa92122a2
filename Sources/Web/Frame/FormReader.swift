import Foundation
import Outreach

/// Reads a form field by field; every mistake is gathered, so that a person sees them all at once.
struct FormReader {
    let fields: Fields
    private(set) var mistakes: [String: Message] = [:]

    init(_ fields: Fields) { self.fields = fields }

    mutating func refuse(_ name: String, _ message: Message) {
        if mistakes[name] == nil { mistakes[name] = message }
    }

    mutating func required(_ name: String, longest: Int = 500) -> String {
        guard let value = fields[name] else {
            refuse(name, Message(vi: "Cần điền ô này.", en: "This has to be filled in."))
            return ""
        }
        return limited(value, name, longest)
    }

    mutating func optional(_ name: String, longest: Int = 500) -> String? {
        fields[name].map { limited($0, name, longest) }
    }

    /// Several lines, kept as typed.
    mutating func text(_ name: String, longest: Int = 100_000) -> String { limited(fields.text(name), name, longest) }

    private mutating func limited(_ value: String, _ name: String, _ longest: Int) -> String {
        if value.unicodeScalars.count > longest {
            refuse(name, Message(vi: "Dài quá \(longest) ký tự.", en: "Longer than \(longest) characters."))
        }
        return value
    }

    /// A whole number as people type it: `1200`, `1.200` or `1 200`.
    mutating func integer(_ name: String, in range: ClosedRange<Int>) -> Int? {
        guard let text = fields[name] else { return nil }
        // Marks part thousands and nothing else: “1,5” is no whole number.
        let isWhole = text.wholeMatch(of: /[0-9]+|[0-9]{1,3}(?:[., \u{A0}\u{202F}][0-9]{3})+/) != nil
        let digits = text.filter { !"., \u{A0}\u{202F}".contains($0) }
        guard isWhole, let value = Int(digits), range.contains(value) else {
            refuse(
                name,
                Message(
                    vi: "Cần một số nguyên từ \(range.lowerBound) đến \(range.upperBound).",
                    en: "A whole number from \(range.lowerBound) to \(range.upperBound) is needed."))
            return nil
        }
        return value
    }

    mutating func requiredInteger(_ name: String, in range: ClosedRange<Int>) -> Int {
        guard fields[name] != nil else {
            _ = required(name)
            return range.lowerBound
        }
        return integer(name, in: range) ?? range.lowerBound
    }

    /// A day as browsers send it, `2026-09-05`, or as people type it, `5/9/2026`.
    mutating func day(_ name: String) -> Day? {
        guard let text = fields[name] else { return nil }
        guard let day = Day(text) ?? Day(dayFirst: text) else {
            refuse(name, Message(vi: "Ngày viết như 05/09/2026.", en: "Write the day like 05/09/2026."))
            return nil
        }
        return day
    }

    mutating func requiredDay(_ name: String) -> Day {
        if fields[name] == nil { _ = required(name) }
        return day(name) ?? Day(julianDay: 0)
    }

    mutating func time(_ name: String) -> TimeOfDay? {
        guard let text = fields[name] else { return nil }
        guard let time = TimeOfDay(text) else {
            refuse(name, Message(vi: "Giờ viết như 08:30.", en: "Write the time like 08:30."))
            return nil
        }
        return time
    }

    mutating func slug(_ name: String) -> Slug? {
        guard let text = fields[name] else { return nil }
        guard let slug = Slug(text) else {
            refuse(
                name,
                Message(
                    vi: "Chỉ dùng chữ thường không dấu, số và gạch nối.",
                    en: "Use lower-case letters a–z, digits and hyphens only."))
            return nil
        }
        return slug
    }

    mutating func requiredSlug(_ name: String) throws(FormError) -> Slug {
        if fields[name] == nil { _ = required(name) }
        guard let slug = slug(name) else { throw .mistakes(mistakes) }
        return slug
    }

    /// One of a closed set by its raw value.
    mutating func choice<Value: RawRepresentable>(_ name: String, of _: Value.Type = Value.self) -> Value?
    where Value.RawValue == String {
        guard let text = fields[name] else { return nil }
        guard let value = Value(rawValue: text) else {
            refuse(name, Message(vi: "Hãy chọn một mục trong danh sách.", en: "Choose one of the list."))
            return nil
        }
        return value
    }

    mutating func requiredChoice<Value: RawRepresentable>(
        _ name: String, of type: Value.Type = Value.self
    ) throws(FormError) -> Value where Value.RawValue == String {
        if fields[name] == nil { _ = required(name) }
        guard let value = choice(name, of: type) else { throw .mistakes(mistakes) }
        return value
    }

    /// Refuses the form if anything was wrong with it.
    func finish() throws(FormError) {
        guard mistakes.isEmpty else { throw .mistakes(mistakes) }
    }
}

/// What is wrong with a form; nothing was changed and what was typed is shown again.
enum FormError: ReadableError, Hashable {
    case mistakes([String: Message])
    /// Not UTF-8, or not encoded as the standards say.
    case notText
    /// A program sent something that is no JSON object.
    case notJSON

    var message: Message {
        switch self {
        case .mistakes(let mistakes):
            Message(
                vi: "Chưa lưu: có \(mistakes.count) chỗ cần sửa, đánh dấu bên dưới. Những gì đã gõ vẫn còn.",
                en: "Not saved: \(mistakes.count) to correct, marked below. What was typed is still here.")
        case .notText: WebError.badForm.message
        case .notJSON:
            Message(
                vi: "Nội dung gửi lên không phải một đối tượng JSON đúng chuẩn (RFC 8259). Chưa thay đổi gì.",
                en: "What was sent is no well-formed JSON object (RFC 8259). Nothing was changed.")
        }
    }
}

extension Day {
    /// `5/9/2026` or `05/09/2026`, with four digits for the year.
    init?(dayFirst text: String) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 3, parts[2].utf8.count == 4, parts.allSatisfy({ $0.allSatisfy(\.isASCII) }),
            let day = Int(parts[0]), let month = Int(parts[1]), let year = Int(parts[2])
        else { return nil }
        self.init(year: year, month: month, day: day)
    }
}
