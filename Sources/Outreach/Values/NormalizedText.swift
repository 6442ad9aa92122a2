import Foundation

extension String {
    /// The text in Unicode normalization form C (UAX #15), the one form that is stored and compared.
    ///
    /// Swift's `==` treats canonically equivalent texts as equal while SQLite compares bytes, so text is
    /// normalised where it enters.
    public var normalized: String {
        utf8.allSatisfy { $0 < 0x80 } || unicodeScalars.allSatisfy(\.isSurelyComposed)
            ? self : precomposedStringWithCanonicalMapping
    }

    /// The text without leading and trailing white space and line breaks.
    public var trimmed: String {
        let isPlain = { (byte: UInt8) in (0x21...0x7E).contains(byte) }
        // Ends in ASCII are judged at once; sets of characters are slow to ask.
        if utf8.first.map(isPlain) ?? true, utf8.last.map(isPlain) ?? true { return self }
        return trimmingCharacters(in: .whitespacesAndNewlines)
    }

    /// Whether there is nothing in it but white space and line breaks.
    var isBlank: Bool {
        // One visible letter settles it; only a text without any in ASCII is looked at as a whole.
        !utf8.contains { (0x21...0x7E).contains($0) } && trimmed.isEmpty
    }

    /// Lines split at LF, CR LF or CR, looked for in bytes because Swift sees CR LF as one character.
    public var lines: [Substring] {
        split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" || $0 == "\r" }
    }
}

extension Unicode.Scalar {
    /// Whether it is a letter or mark that form C never changes, whatever stands beside it (`NFC_Quick_Check=Yes` and
    /// no combining class): all of Vietnamese, its usual punctuation, pictures. Others may stand in form C too.
    fileprivate var isSurelyComposed: Bool {
        switch value {
        case ..<0x300, 0x1E00...0x1EFF, 0x2010...0x2027, 0x2030...0x205E, 0x2190...0x21FF, 0x1F300...0x1FAFF: true
        default: false
        }
    }
}
