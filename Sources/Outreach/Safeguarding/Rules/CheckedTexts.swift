/// What of the domain is held against the rules, and how it is cut into texts.
extension MaterialContent {
    /// The full text and each variant on its own, since each is published on its own and has to name a help line itself.
    ///
    /// Pictures are known by name and alternative text here; what they show is for the consent register to say.
    public var checkedTexts: [CheckedText] {
        let titles = [CheckedText.Part(.title, title.vi), CheckedText.Part(.titleInEnglish, title.en)]
        let whole =
            titles + [CheckedText.Part(.summary, summary), CheckedText.Part(.body, body)]
            + media.flatMap(\.checkedParts)
        let texts = [whole] + variants.map { titles + [CheckedText.Part(.variant($0.channelKind), $0.text)] }
        return texts.map {
            CheckedText(parts: $0, kind: TextKind(kind), audiences: audiences.map(\.description))
        }
    }
}

extension MediaFile {
    /// Its name and the words for those who cannot see it.
    var checkedParts: [CheckedText.Part] { CheckedText.Part.ofMedia(name: name, alternativeText: alternativeText) }
}

extension CheckedText.Part {
    /// What can be read of a picture, sound or film.
    public static func ofMedia(name: String, alternativeText: String) -> [CheckedText.Part] {
        [CheckedText.Part(.alternativeText(file: name), alternativeText), CheckedText.Part(.fileName, name)]
    }
}

extension Post {
    /// Everything of a post that reaches its readers.
    ///
    /// - Parameters:
    ///   - kind: that of the material it was made from; a post written freely is one of its own kind.
    ///   - pictures: what the consent register says about its media.
    public func checkedText(kind: MaterialKind?, pictures: [CheckedText.Picture] = []) -> CheckedText {
        var parts = [CheckedText.Part(.title, title), CheckedText.Part(.body, text)]
        if let link { parts.append(CheckedText.Part(.link, link)) }
        return CheckedText(
            parts: parts + media.flatMap(\.checkedParts), kind: kind.map(TextKind.init) ?? .post,
            audiences: audiences.map(\.description), pictures: pictures)
    }
}

extension Session {
    /// What a person wrote about a session.
    public var checkedText: CheckedText {
        let parts = [CheckedText.Part(.notes, notes), CheckedText.Part(.place, place)]
        return CheckedText(parts: parts + speakers.map { CheckedText.Part(.speaker, $0) }, kind: .sessionNotes)
    }
}

extension Safeguard {
    /// The findings in several texts of one thing; what two texts share is reported once.
    public func findings(in texts: [CheckedText]) -> [Finding] {
        var seen: Set<Finding> = []
        return texts.flatMap { findings(in: $0) }.filter { seen.insert($0).inserted }
    }
}
