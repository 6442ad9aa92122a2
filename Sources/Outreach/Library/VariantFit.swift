/// How the text of a variant fits one network: all channels of a preset have the same limits.
public struct NetworkFit: Sendable, Hashable {
    public let preset: Slug
    public let name: LocalizedText
    public let channels: [Slug]
    /// In characters as the network counts them.
    public let length: Int
    public let limit: TextLimit?
    public let fit: TextLimit.Fit
    /// The longest title, where the title is longer than that.
    public let titleMaximum: Int?

    public init(
        _ preset: ChannelPreset, channels: [Slug], title: String, text: String, protecting protected: [String]
    ) {
        self.preset = preset.slug
        name = preset.name
        self.channels = channels
        length = TextLimit.length(of: text)
        limit = preset.text
        fit = preset.text?.fit(text, protecting: protected) ?? .fits
        titleMaximum = preset.titleMaximum.flatMap { TextLimit.length(of: title) > $0 ? $0 : nil }
    }

    public var isTooLong: Bool {
        if case .tooLong = fit { return true }
        return titleMaximum != nil
    }
}

/// One variant of a material, held against the networks it is for.
public struct VariantFit: Sendable, Hashable {
    public let kind: ChannelKind
    public let length: Int
    public let syllables: Int
    /// How long it takes to read aloud.
    public let spoken: Duration
    /// The networks of this kind that the workspace has channels on.
    public let networks: [NetworkFit]

    public init(_ variant: Variant, title: String, networks: [NetworkFit]) {
        kind = variant.channelKind
        length = TextLimit.length(of: variant.text)
        syllables = SpokenLength.syllables(in: variant.text)
        spoken = SpokenLength.of(variant.text)
        self.networks = networks
    }
}

extension TextLimit {
    /// A text cut in two where the limit runs out: what fits, and the words that are too many.
    public func cut(_ text: String) -> (fits: String, overflow: String) {
        guard TextLimit.length(of: text) > maximum else { return (text, "") }
        var length = 0
        var end = text.startIndex
        while end < text.endIndex {
            let next = length + text[end].utf16.count
            guard next <= maximum else { break }
            length = next
            end = text.index(after: end)
        }
        return (String(text[..<end]), String(text[end...]))
    }
}
