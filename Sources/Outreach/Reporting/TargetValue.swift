/// What a unit registered for an indicator: plans leave it blank or write words as often as numbers.
public enum TargetValue: Sendable, Hashable, Codable {
    case number(Double)
    /// Percent: 3 for "3%".
    case percent(Double)
    /// A bound such as ">95%".
    case bound(Comparison, Double, isPercent: Bool)
    case text(String)
    case blank

    public enum Comparison: String, Sendable, Hashable, Codable, CaseIterable {
        case atLeast = "≥"
        case atMost = "≤"
        case above = ">"
        case below = "<"
    }

    /// Reads "12", "3%", ">95%", "≥ 10"; anything else is text, and empty text is blank.
    public init(reading text: String) {
        let text = text.normalized.trimmed
        guard !text.isEmpty else {
            self = .blank
            return
        }
        let pattern = /([<>≥≤]?)\s*([1-9][0-9]{0,2}(?:\.[0-9]{3})+|[0-9]+(?:[.,][0-9]+)?)\s*(%?)/
        guard let match = text.wholeMatch(of: pattern), let number = TargetValue.number(in: match.2) else {
            self = .text(text)
            return
        }
        let isPercent = !match.3.isEmpty
        if let comparison = Comparison(rawValue: String(match.1)) {
            self = .bound(comparison, number, isPercent: isPercent)
        } else {
            self = isPercent ? .percent(number) : .number(number)
        }
    }

    /// `1.000` is a thousand, as Vietnamese offices write it; `2,5` and `2.5` are two and a half.
    private static func number(in text: Substring) -> Double? {
        text.wholeMatch(of: /[1-9][0-9]{0,2}(?:\.[0-9]{3})+/) != nil
            ? Double(text.replacing(".", with: "")) : Double(text.replacing(",", with: "."))
    }

    /// As it stands in a table; blank is empty.
    public var description: String {
        switch self {
        case .number(let number): TargetValue.plain(number)
        case .percent(let number): TargetValue.plain(number) + "%"
        case .bound(let comparison, let number, let isPercent):
            comparison.rawValue + TargetValue.plain(number) + (isPercent ? "%" : "")
        case .text(let text): text
        case .blank: ""
        }
    }

    private static func plain(_ number: Double) -> String {
        number == number.rounded() && abs(number) < 1e15 ? String(Int(number)) : String(number)
    }
}
