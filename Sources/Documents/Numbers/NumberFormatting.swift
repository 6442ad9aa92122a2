import Foundation
public import Outreach

/// Numbers as offices write them: `1.234.567,8` in Vietnamese, `1,234,567.8` in English.
///
/// Pure functions of number and language, so that a page, a file and a terminal show the same, whatever locale data the
/// machine has.
public enum NumberFormatting {
    /// A whole number with its thousands apart.
    public static func integer(_ value: Int, _ language: Language) -> String {
        (value < 0 ? "-" : "") + grouped(String(value.magnitude), by: language.groupingSeparator)
    }

    /// A number with exactly `fractionDigits` digits after the sign, thousands apart.
    ///
    /// Rounds half away from zero on the digits people see, as spreadsheets do: 2.675 becomes 2,68 although its binary
    /// form lies a little below. Infinity and not-a-number have no digits and come out as an em dash.
    public static func decimal(_ value: Double, fractionDigits: Int, _ language: Language) -> String {
        guard let digits = Digits(value, fractionDigits: fractionDigits) else { return "—" }
        let whole = grouped(digits.whole, by: language.groupingSeparator)
        return digits.sign + whole
            + (digits.fraction.isEmpty ? "" : language.decimalSeparator.rawValue + digits.fraction)
    }

    /// A part of a whole with the sign: `57,6%` for 0.576.
    public static func percent(_ share: Double, fractionDigits: Int, _ language: Language) -> String {
        share.isFinite ? decimal(share * 100, fractionDigits: fractionDigits, language) + "%" : "—"
    }

    /// The number for a file another program reads: no grouping.
    static func plain(_ value: Double, fractionDigits: Int, _ separator: DecimalSeparator) -> String? {
        Digits(value, fractionDigits: fractionDigits).map { digits in
            digits.sign + digits.whole + (digits.fraction.isEmpty ? "" : separator.rawValue + digits.fraction)
        }
    }

    private static func grouped(_ digits: String, by separator: String) -> String {
        var result = ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index).isMultiple(of: 3) { result += separator }
            result.append(digit)
        }
        return result
    }
}

/// The sign between whole number and fraction.
public enum DecimalSeparator: String, Sendable, Hashable {
    case comma = ","
    case point = "."
}

extension Language {
    public var decimalSeparator: DecimalSeparator {
        switch self {
        case .vietnamese: .comma
        case .english: .point
        }
    }

    fileprivate var groupingSeparator: String {
        switch self {
        case .vietnamese: "."
        case .english: ","
        }
    }
}

/// A rounded number taken apart into what is printed.
private struct Digits {
    let sign: String
    let whole: String
    let fraction: String

    /// Nil for infinity and not-a-number.
    init?(_ value: Double, fractionDigits: Int) {
        guard value.isFinite else { return nil }
        let digits = max(0, fractionDigits)
        // The shortest text that names the double is what a person typed; a decimal number holds 38 digits of it.
        let text =
            Decimal(string: "\(value.magnitude)").map { Digits.rounded($0, to: digits).description }
            ?? String(format: "%.\(digits)f", value.magnitude)
        let parts = text.split(separator: ".", maxSplits: 1).map(String.init)
        let fraction = parts.count > 1 ? parts[1] : ""
        whole = parts.first ?? "0"
        self.fraction = fraction + String(repeating: "0", count: max(0, digits - fraction.count))
        sign = value < 0 && (whole + fraction).contains { $0 != "0" } ? "-" : ""
    }

    private static func rounded(_ value: Decimal, to digits: Int) -> Decimal {
        var (exact, result) = (value, Decimal())
        NSDecimalRound(&result, &exact, digits, .plain)
        return result
    }
}
