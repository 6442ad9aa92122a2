import Foundation

extension String {
    /// The text in Unicode normalization form C (UAX #15), the one form that is stored and compared.
    ///
    /// Swift's `==` treats canonically equivalent texts as equal while SQLite compares bytes, so text is
    /// normalised where it enters.
    public var normalized: String {
        utf8.allSatisfy { $0 < 0x80 } ? self : precomposedStringWithCanonicalMapping
    }

    /// The text without leading and trailing white space and line breaks.
    public var trimmed: String {
        trimmingCharacters(in: .whitespacesAndNewlines)
    }

    /// Lines split at LF, CR LF or CR, looked for in bytes because Swift sees CR LF as one character.
    public var lines: [Substring] {
        split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" || $0 == "\r" }
    }
}
