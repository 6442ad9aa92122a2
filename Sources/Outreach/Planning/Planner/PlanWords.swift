/// The names of things as the notes of a plan write them, in both languages.
struct PlanWords: Sendable {
    private let audiences: [Slug: LocalizedText]
    private let topics: [Slug: LocalizedText]

    init(_ request: PlanningRequest) {
        audiences = Dictionary(request.taxonomy.audiences.map { ($0.id, $0.name) }) { first, _ in first }
        topics = Dictionary(request.taxonomy.topics.map { ($0.id, $0.name) }) { first, _ in first }
    }

    func audience(_ audience: Slug, _ language: Language) -> String {
        audiences[audience]?(language) ?? audience.description
    }

    /// What was looked for, to stand behind "no": "bài viết hoặc clip về “…” cho “…”, có bản cho mạng xã hội".
    func wanted(_ need: MaterialNeed, _ language: Language) -> String {
        let criteria = need.criteria
        let isVietnamese = language == .vietnamese
        var parts = [
            criteria.kinds.isEmpty
                ? (isVietnamese ? "tài liệu" : "material")
                : PlanWords.either(criteria.kinds.map { $0.word(language) }, language)
        ]
        if !criteria.topics.isEmpty {
            let names = criteria.topics.map { "“\(topics[$0]?(language) ?? $0.description)”" }
            parts.append((isVietnamese ? "về " : "about ") + PlanWords.either(names, language))
        }
        if !need.audiences.isEmpty {
            let names = need.audiences.map { "“\(audience($0, language))”" }
            parts.append((isVietnamese ? "cho " : "for ") + PlanWords.either(names, language))
        }
        if !criteria.slugs.isEmpty {
            parts.append(
                (isVietnamese ? "trong số " : "among ") + criteria.slugs.map(\.description).joined(separator: ", "))
        }
        switch need.form {
        case .post(let kind): parts.append((isVietnamese ? "có bản cho " : "with a variant for ") + kind.word(language))
        case .session(.some(let level)): parts.append((isVietnamese ? "cấp " : "of level ") + level.word(language))
        case .session: break
        }
        return parts.joined(separator: " ")
    }

    private static func either(_ names: [String], _ language: Language) -> String {
        guard let last = names.last, names.count > 1 else { return names.first ?? "" }
        return names.dropLast().joined(separator: ", ") + (language == .vietnamese ? " hoặc " : " or ") + last
    }
}

extension DayRange {
    func word(_ language: Language) -> String {
        guard first != last else { return (language == .vietnamese ? "ngày " : "on ") + first.written }
        return language == .vietnamese
            ? "từ ngày \(first.written) đến ngày \(last.written)" : "from \(first.written) to \(last.written)"
    }
}

extension ChannelKind {
    /// As it stands in the middle of a sentence.
    func word(_ language: Language) -> String {
        let isVietnamese = language == .vietnamese
        return switch self {
        case .social: isVietnamese ? "mạng xã hội" : "social media"
        case .portal: isVietnamese ? "cổng thông tin" : "the portal"
        case .loudspeaker: isVietnamese ? "loa truyền thanh" : "loudspeakers"
        case .print: isVietnamese ? "ấn phẩm" : "print"
        }
    }
}

extension MaterialKind {
    /// As it stands in the middle of a sentence.
    func word(_ language: Language) -> String {
        let isVietnamese = language == .vietnamese
        return switch self {
        case .article: isVietnamese ? "bài viết" : "article"
        case .clip: "clip"
        case .radioScript: isVietnamese ? "bài phát thanh" : "radio script"
        case .poster: isVietnamese ? "áp phích" : "poster"
        case .leaflet: isVietnamese ? "tờ rơi" : "leaflet"
        case .sessionKit: isVietnamese ? "tài liệu buổi tuyên truyền" : "session kit"
        case .hotlineNotice: isVietnamese ? "thông báo Tổng đài 111" : "Hotline 111 notice"
        }
    }
}

extension SchoolLevel {
    /// As it stands in the middle of a sentence.
    func word(_ language: Language) -> String {
        let isVietnamese = language == .vietnamese
        return switch self {
        case .preschool: isVietnamese ? "mầm non" : "pre-school"
        case .primary: isVietnamese ? "tiểu học" : "primary"
        case .lowerSecondary: isVietnamese ? "trung học cơ sở" : "lower secondary"
        case .upperSecondary: isVietnamese ? "trung học phổ thông" : "upper secondary"
        }
    }
}
