/// What a text is, as far as the rules treat it differently.
public enum TextKind: String, Sendable, Hashable, Codable, CaseIterable {
    case post, article, clip
    case radioScript = "radio-script"
    case poster, leaflet
    case sessionKit = "session-kit"
    case hotlineNotice = "hotline-notice"
    /// An announcement to those concerned.
    case notice
    /// What a unit writes down about a session it held.
    case sessionNotes = "session-notes"
    /// For colleagues only.
    case note
    case report

    public init(_ kind: MaterialKind) {
        switch kind {
        case .article: self = .article
        case .clip: self = .clip
        case .radioScript: self = .radioScript
        case .poster: self = .poster
        case .leaflet: self = .leaflet
        case .sessionKit: self = .sessionKit
        case .hotlineNotice: self = .hotlineNotice
        }
    }
}

/// A text to be held against the rules, with what is known about it.
public struct CheckedText: Sendable, Hashable {
    /// Where in the whole a finding lies.
    public enum Place: Sendable, Hashable {
        case title, titleInEnglish, summary, body, link
        case variant(ChannelKind)
        /// The words for those who cannot see a picture, by its file.
        case alternativeText(file: String)
        case fileName
        case notes
        /// Where a session was held, and who spoke.
        case place, speaker
        /// The picture itself, by its file.
        case picture(file: String)
    }

    public struct Part: Sendable, Hashable {
        public let place: Place
        public let text: String

        public init(_ place: Place, _ text: String) {
            self.place = place
            self.text = text
        }
    }

    /// What a person said about a picture or clip.
    public struct Picture: Sendable, Hashable {
        public let file: String
        public let showsRecognisableChild: Bool
        public let showsVictim: Bool
        /// A consent record that holds on the day of publication.
        public let hasConsent: Bool

        public init(file: String, showsRecognisableChild: Bool, showsVictim: Bool, hasConsent: Bool) {
            self.file = file
            self.showsRecognisableChild = showsRecognisableChild
            self.showsVictim = showsVictim
            self.hasConsent = hasConsent
        }

        /// Whether nothing with it may go out.
        public var isKeptIn: Bool { showsVictim || (showsRecognisableChild && !hasConsent) }
    }

    public let parts: [Part]
    public let kind: TextKind
    /// Whom it is for, by the names of `Content/audiences.yaml`; none means everyone.
    public let audiences: [String]
    public let pictures: [Picture]

    public init(parts: [Part], kind: TextKind, audiences: [String] = [], pictures: [Picture] = []) {
        self.parts = parts
        self.kind = kind
        self.audiences = audiences
        self.pictures = pictures
    }

    /// A text of one part.
    public init(_ text: String, kind: TextKind = .post, audiences: [String] = []) {
        self.init(parts: [Part(.body, text)], kind: kind, audiences: audiences)
    }
}

extension CheckedText.Place: Codable {
    /// `body`, `variant:social`, `alternative-text:hand.png`: the form kept with a finding.
    public var name: String {
        switch self {
        case .title: "title"
        case .titleInEnglish: "title-in-english"
        case .link: "link"
        case .place: "place"
        case .speaker: "speaker"
        case .summary: "summary"
        case .body: "body"
        case .variant(let kind): "variant:\(kind.rawValue)"
        case .alternativeText(let file): "alternative-text:\(file)"
        case .fileName: "file-name"
        case .notes: "notes"
        case .picture(let file): "picture:\(file)"
        }
    }

    public init?(name: String) {
        let parts = name.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        let detail = parts.count > 1 ? String(parts[1]) : ""
        switch parts[0] {
        case "title": self = .title
        case "title-in-english": self = .titleInEnglish
        case "link": self = .link
        case "place": self = .place
        case "speaker": self = .speaker
        case "summary": self = .summary
        case "body": self = .body
        case "variant":
            guard let kind = ChannelKind(rawValue: detail) else { return nil }
            self = .variant(kind)
        case "alternative-text": self = .alternativeText(file: detail)
        case "file-name": self = .fileName
        case "notes": self = .notes
        case "picture": self = .picture(file: detail)
        default: return nil
        }
    }

    public init(from decoder: any Decoder) throws {
        let name = try decoder.singleValueContainer().decode(String.self)
        guard let place = CheckedText.Place(name: name) else {
            throw DecodingError.dataCorrupted(
                .init(codingPath: decoder.codingPath, debugDescription: "not a place in a text: \(name)"))
        }
        self = place
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(name)
    }
}
