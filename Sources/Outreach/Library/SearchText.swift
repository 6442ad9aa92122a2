import Foundation

/// Text as search sees it: no case, no diacritics, đ as d, words of letters and digits only.
///
/// Neither SQLite's `remove_diacritics` nor Foundation's folding turns đ into d, so text is folded as it is
/// indexed and as it is asked.
public enum SearchText {
    /// Folds to lower-case letters without diacritics, one space between words.
    public static func folded(_ text: String) -> String {
        LetterFolding.latin.folded(text) ?? foldedSlowly(text)
    }

    /// Whatever the script.
    static func foldedSlowly(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        var spaceWanted = false
        for scalar in text.decomposedStringWithCompatibilityMapping.unicodeScalars {
            switch scalar.properties.generalCategory {
            case .nonspacingMark, .format: continue
            case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .otherLetter, .modifierLetter,
                .decimalNumber, .otherNumber, .letterNumber:
                if spaceWanted, !result.isEmpty { result.append(" ") }
                spaceWanted = false
                result.append(contentsOf: base(of: scalar))
            default: spaceWanted = true
            }
        }
        return String(result)
    }

    /// Lower-cased and normalised, diacritics kept: what an exact hit is compared on.
    public static func exact(_ text: String) -> String {
        text.normalized.lowercased()
    }

    private static func base(of scalar: Unicode.Scalar) -> String.UnicodeScalarView {
        switch scalar {
        case "đ", "Đ": "d".unicodeScalars
        default: scalar.properties.lowercaseMapping.unicodeScalars
        }
    }
}
