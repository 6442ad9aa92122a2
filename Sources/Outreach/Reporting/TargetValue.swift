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

    /// Reads "12", "1.000", "3%", "85,7%", ">95%", "≥ 10"; anything else is text, and empty text is blank.
    ///
    /// As Vietnamese offices write numbers: a point or a space before three digits parts thousands, a comma begins a
    /// fraction. A point before fewer or more digits can only be a decimal point.
    public init(reading text: String) {
        let text = text.normalized.trimmed
        guard !text.isEmpty else {
            self = .blank
            return
        }
        guard let match = text.wholeMatch(of: /([<>≥≤]?)\s*([0-9][0-9.,]*|[1-9][0-9]{0,2}(?:\s[0-9]{3}){1,4})\s*(%?)/),
            let number = TargetValue.value(of: match.2.split(whereSeparator: \.isWhitespace).joined())
        else {
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

    /// Whether a text is a number below zero, which nobody can mean to reach.
    public static func isNegative(_ text: String) -> Bool {
        text.normalized.trimmed.wholeMatch(of: /[-−–]\s*[0-9][0-9., ]*%?/) != nil
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

    private static func value(of text: String) -> Double? {
        if let match = text.wholeMatch(of: /([1-9][0-9]{0,2}(?:\.[0-9]{3}){1,4})(?:,([0-9]{1,6}))?/) {
            return Double("\(match.1.replacing(".", with: "")).\(match.2 ?? "0")")
        }
        guard text.wholeMatch(of: /[0-9]{1,15}(?:[.,][0-9]{1,6})?/) != nil else { return nil }
        return Double(text.replacing(",", with: "."))
    }

    /// With a comma before a fraction and without an exponent, which is read back as such.
    private static func plain(_ number: Double) -> String {
        if number == number.rounded(), abs(number) < 1e15 { return String(Int(number)) }
        let text = String(number)
        guard text.contains("e"), abs(number) < 1 else { return text.replacing(".", with: ",") }
        // No fraction is read to more digits than these.
        let millionths = Int((number * 1_000_000).rounded()).padded(6)
        return "0," + (millionths.wholeMatch(of: /([0-9]*[1-9])0*/).map { String($0.1) } ?? "0")
    }
}
