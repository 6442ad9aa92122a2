/// Keeps spreadsheets from running text as a formula (OWASP: CSV injection).
public enum FormulaGuard {
    /// The text with an apostrophe in front where a spreadsheet could take it for a formula, else as it is.
    ///
    /// Dangerous beginnings are `=`, `+`, `-`, `@`, tab, carriage return and line feed, and the full-width forms that
    /// Excel reads alike; blanks and invisible characters before them are looked through.
    public static func guarded(_ text: String) -> String {
        for scalar in text.unicodeScalars {
            if beginnings.contains(scalar) { return "'" + text }
            guard scalar.properties.isWhitespace || scalar.properties.generalCategory == .format else { return text }
        }
        return text
    }

    private static let beginnings: Set<Unicode.Scalar> = [
        "=", "+", "-", "@", "\t", "\r", "\n",
        "\u{FF1D}", "\u{FF0B}", "\u{FF0D}", "\u{FF20}",
    ]
}
