/// How a number was found, in words: by counting, from an import, pulled from a network.
public enum CountingQuality {
    public static func words(_ quality: String) -> Message? {
        CountingMethod(rawValue: quality)?.words ?? SampleSource(rawValue: quality)?.words
            ?? SessionOrigin(rawValue: quality)?.words
    }
}

extension ReportDimension {
    public var words: Message {
        switch self {
        case .form: Message(vi: "hình thức", en: "form")
        case .audience: Message(vi: "đối tượng", en: "audience")
        case .channel: Message(vi: "kênh", en: "channel")
        case .campaign: Message(vi: "chiến dịch", en: "campaign")
        case .quality: Message(vi: "cách có số", en: "how found")
        }
    }
}
