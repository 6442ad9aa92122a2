import Outreach
import Storage

/// The names of everything a number is divided by, as they are when a report is made.
struct ReportNames {
    let indicators: [Slug: Indicator]
    private let audiences: [String: LocalizedText]
    private let channels: [String: LocalizedText]
    private let campaigns: [String: LocalizedText]

    init(in tx: ReadTransaction, indicators: [Indicator], channels: [Slug: LocalizedText]) throws {
        self.indicators = Dictionary(indicators.map { ($0.id, $0) }) { first, _ in first }
        audiences = Dictionary(
            try tx.documents(Audience.self).map { ($0.id.description, $0.name) }
        ) { first, _ in first }
        campaigns = Dictionary(try tx.campaigns().map { ($0.id.description, $0.name) }) { first, _ in first }
        self.channels = Dictionary(uniqueKeysWithValues: channels.map { ($0.key.description, $0.value) })
    }

    func name(_ word: String, of dimension: ReportDimension) -> LocalizedText {
        let known: LocalizedText? =
            switch dimension {
            case .form: SessionForm(rawValue: word).map { LocalizedText($0.words) }
            case .audience: audiences[word]
            case .channel: channels[word]
            case .campaign: campaigns[word]
            case .quality: CountingQuality.words(word).map(LocalizedText.init)
            }
        return known ?? LocalizedText(vi: word, en: word)
    }
}

extension LocalizedText {
    fileprivate init(_ message: Message) {
        self.init(vi: message.vietnamese, en: message.english)
    }
}
