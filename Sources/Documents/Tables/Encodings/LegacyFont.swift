/// Fonts from before Unicode that show Vietnamese for the codes of Western letters. Text written with them is still
/// found in spreadsheets, where a program took the codes for those letters: "Ñôn vò" for "Đơn vị".
public enum LegacyFont: String, Sendable, Hashable, CaseIterable {
    case tcvn3 = "TCVN3"
    case vni = "VNI"

    /// The text in Unicode, or nil where it cannot have been written with the font.
    func decoded(_ text: String) -> String? {
        switch self {
        case .tcvn3: TCVN3.decoded(text.unicodeScalars)
        case .vni: VNI.decoded(text.unicodeScalars)
        }
    }

    /// The font a whole text was written with, and the text in Unicode; nil where it is Unicode already.
    static func found(in text: String) -> (font: LegacyFont, text: String)? {
        let asItIs = VietnameseSyllable.evidence(in: text)
        guard asItIs.unlikely > asItIs.likely else { return nil }
        let readings = allCases.compactMap { font -> (font: LegacyFont, text: String, VietnameseSyllable.Evidence)? in
            font.decoded(text).map { (font, $0, VietnameseSyllable.evidence(in: $0)) }
        }
        return readings.filter(\.2.isConvincing).max { $0.2.balance < $1.2.balance }.map { ($0.font, $0.text) }
    }
}
