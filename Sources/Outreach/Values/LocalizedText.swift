/// A name or phrase of the data files in both languages, normalised to NFC.
public struct LocalizedText: Sendable, Hashable, Codable {
    public let vi: String
    public let en: String

    public init(vi: String, en: String) {
        self.vi = vi.normalized
        self.en = en.normalized
    }

    public func callAsFunction(_ language: Language) -> String {
        switch language {
        case .vietnamese: vi
        case .english: en
        }
    }
}
