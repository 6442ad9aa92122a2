import Foundation

/// A number of a cell as a person would type it.
enum CellNumber {
    /// With a comma for decimals and nothing between thousands, to the fifteen digits Excel shows; as it stands where it
    /// is no number.
    static func text(_ stored: String) -> String {
        guard let number = Double(stored), number.isFinite else { return stored }
        return text(number)
    }

    static func text(_ number: Double) -> String {
        guard number.isFinite else { return String(number) }
        if number == number.rounded(), abs(number) < 1e15 { return String(Int(number)) }
        // Fifteen significant digits without an exponent.
        let exponent = Int(log10(abs(number)).rounded(.down))
        let digits = min(20, max(0, 14 - exponent))
        var text = String(format: "%.\(digits)f", number)
        if text.contains(".") {
            while text.hasSuffix("0") { text.removeLast() }
            if text.hasSuffix(".") { text.removeLast() }
        }
        return text.replacing(".", with: ",")
    }
}
