public import Outreach

/// What a chart is about: its heading, what is counted, and how its numbers are written.
public struct ChartCaption: Sendable, Hashable {
    public let title: String
    /// What is counted, "lượt": stands at the axis and in the table.
    public let unit: String
    /// Digits after the decimal sign.
    public let fractionDigits: Int
    public let language: Language

    public init(title: String, unit: String, fractionDigits: Int = 0, language: Language = .vietnamese) {
        self.title = title
        self.unit = unit
        self.fractionDigits = fractionDigits
        self.language = language
    }

    func words(_ vietnamese: String, _ english: String) -> String {
        Message(vi: vietnamese, en: english)(language)
    }

    /// The number as offices write it, without its unit.
    func number(_ value: Double) -> String {
        NumberFormatting.decimal(value, fractionDigits: fractionDigits, language)
    }

    /// The number with its unit, for sentences.
    func amount(_ value: Double) -> String {
        unit.isEmpty ? number(value) : "\(number(value)) \(unit)"
    }

    func percent(_ share: Double) -> String {
        NumberFormatting.percent(share, fractionDigits: 1, language)
    }

    func count(_ value: Int) -> String { NumberFormatting.integer(value, language) }

    func cell(_ value: Double?) -> Cell {
        value.known.map { .decimal($0, fractionDigits: fractionDigits) } ?? .empty
    }

    var missing: String { words("chưa có số liệu", "no data") }
    var nothing: String { words("Chưa có số liệu để vẽ.", "There is no data to draw yet.") }
}

extension Double? {
    /// The value, or nil where it is none: infinity and not-a-number cannot be drawn and count as missing.
    var known: Double? {
        switch self {
        case .some(let value) where value.isFinite: value
        default: nil
        }
    }
}
