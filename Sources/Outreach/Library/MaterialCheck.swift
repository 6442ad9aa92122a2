/// What a material needs before it can be kept: the same whether it was typed into a page or comes from elsewhere.
public struct MaterialCheck: Sendable {
    private let audiences: Set<Slug>
    private let topics: Set<Slug>

    public init(_ taxonomy: Taxonomy) {
        audiences = Set(taxonomy.audiences.map(\.id))
        topics = Set(taxonomy.topics.map(\.id))
    }

    /// Everything that is missing or cannot be, in the order of the form.
    public func mistakes(in content: MaterialContent) -> [MaterialMistake] {
        texts(content) + labels(content) + measures(content) + variants(content) + media(content)
    }

    private func texts(_ content: MaterialContent) -> [MaterialMistake] {
        let needed: [(MaterialField, String)] = [
            (.title, content.title.vi), (.summary, content.summary), (.source, content.source), (.body, content.body),
        ]
        return needed.filter { $0.1.trimmed.isEmpty }.map {
            MaterialMistake($0.0, Message(vi: "Cần điền ô này.", en: "This has to be filled in."))
        }
    }

    private func labels(_ content: MaterialContent) -> [MaterialMistake] {
        var mistakes: [MaterialMistake] = []
        for (field, chosen, known) in [
            (MaterialField.audiences, content.audiences, audiences), (.topics, content.topics, topics),
        ] {
            if chosen.isEmpty {
                mistakes.append(
                    MaterialMistake(field, Message(vi: "Chọn ít nhất một mục.", en: "Choose at least one.")))
            }
            for slug in chosen where !known.contains(slug) {
                mistakes.append(
                    MaterialMistake(
                        field,
                        Message(
                            vi: "Danh mục không có “\(slug)”. Hãy chọn lại.",
                            en: "The lists have no “\(slug)”. Choose another.")))
            }
        }
        return mistakes
    }

    private func measures(_ content: MaterialContent) -> [MaterialMistake] {
        var mistakes: [MaterialMistake] = []
        if content.kind.isPlayed, content.duration ?? .zero <= .zero {
            mistakes.append(
                MaterialMistake(
                    .duration,
                    Message(
                        vi: "Clip và bài phát thanh cần thời lượng, tính bằng giây.",
                        en: "Clips and radio scripts need a length in seconds.")))
        }
        if content.kind == .sessionKit, content.level == nil {
            mistakes.append(
                MaterialMistake(
                    .level,
                    Message(
                        vi: "Bộ tài liệu buổi nói chuyện cần cấp học.", en: "A session kit needs a level of school.")))
        }
        if let from = content.validity.from, let until = content.validity.until, until < from {
            mistakes.append(
                MaterialMistake(
                    .validity,
                    Message(
                        vi: "Ngày hết hiệu lực đứng trước ngày bắt đầu. Sửa một trong hai.",
                        en: "It ends before it begins. Correct one of the two.")))
        }
        return mistakes
    }

    private func variants(_ content: MaterialContent) -> [MaterialMistake] {
        guard content.kind == .radioScript, content.variant(for: .loudspeaker) == nil else { return [] }
        return [
            MaterialMistake(
                .variant(.loudspeaker),
                Message(
                    vi: "Bài phát thanh cần lời đọc: điền bản cho loa truyền thanh.",
                    en: "A radio script needs the words to be read: fill in the loudspeakers' variant."))
        ]
    }

    private func media(_ content: MaterialContent) -> [MaterialMistake] {
        content.media.filter { $0.alternativeText.trimmed.isEmpty }.map { file in
            MaterialMistake(
                .media(file.name),
                Message(
                    vi: "Mô tả “\(file.name)” cho người không nhìn thấy: trong tệp có gì.",
                    en: "Say what “\(file.name)” shows, for those who cannot see it."))
        }
    }
}

extension MaterialKind {
    /// Whether it is played, and so has a length.
    public var isPlayed: Bool { self == .clip || self == .radioScript }
}

extension MaterialContent {
    /// As it is kept: in normal form C, with plain line ends, without blanks around and without empty variants; what
    /// another kind of material has is left out.
    public var tidied: MaterialContent {
        func tidy(_ text: String) -> String { text.normalized.replacing("\r\n", with: "\n").trimmed }
        let vietnamese = tidy(title.vi)
        let english = tidy(title.en)
        return MaterialContent(
            material: material, kind: kind,
            title: LocalizedText(vi: vietnamese, en: english.isEmpty ? vietnamese : english), summary: tidy(summary),
            audiences: audiences, topics: topics, source: tidy(source), duration: duration,
            level: kind == .sessionKit ? level : nil, validity: validity,
            media: media.map {
                MediaFile(name: tidy($0.name), alternativeText: tidy($0.alternativeText), hash: $0.hash)
            }, body: tidy(body),
            variants: ChannelKind.allCases.compactMap { kind in
                guard let text = variant(for: kind).map({ tidy($0.text) }), !text.isEmpty else { return nil }
                return Variant(channelKind: kind, text: text)
            }, language: language)
    }
}

extension MaterialContent {
    /// With audiences and topics in the order another revision has them, for which box was ticked first is no change;
    /// and in its language, which stands in files alone.
    public func labelled(inTheOrderOf other: MaterialContent?) -> MaterialContent {
        guard let other else { return self }
        func ordered(_ slugs: [Slug], like known: [Slug]) -> [Slug] {
            known.filter(slugs.contains) + slugs.filter { !known.contains($0) }
        }
        return MaterialContent(
            material: material, kind: kind, title: title, summary: summary,
            audiences: ordered(audiences, like: other.audiences), topics: ordered(topics, like: other.topics),
            source: source, duration: duration, level: level, validity: validity, media: media, body: body,
            variants: variants, language: language ?? other.language)
    }
}

extension Slug {
    /// A name made of a title: “Năm ngón tay” becomes `nam-ngon-tay`. Nil where the title has no letters or digits.
    public static func named(after title: String) -> Slug? {
        var name = ""
        for word in SearchText.folded(title).split(separator: " ") {
            let letters = word.unicodeScalars.filter { ("a"..."z").contains($0) || ("0"..."9").contains($0) }
            guard !letters.isEmpty, name.utf8.count + letters.count < 72 else { continue }
            name += (name.isEmpty ? "" : "-") + String(String.UnicodeScalarView(letters))
        }
        return Slug(name)
    }
}
