/// The words on screen for the library's closed sets.
extension RevisionState {
    public var words: Message {
        switch self {
        case .inReview: Message(vi: "chờ duyệt", en: "in review")
        case .approved: Message(vi: "đã duyệt", en: "approved")
        case .rejected: Message(vi: "trả lại", en: "rejected")
        }
    }
}

extension MaterialKind {
    public var words: Message {
        switch self {
        case .article: Message(vi: "bài viết", en: "article")
        case .clip: Message(vi: "clip", en: "clip")
        case .radioScript: Message(vi: "bài phát thanh", en: "radio script")
        case .poster: Message(vi: "áp phích", en: "poster")
        case .leaflet: Message(vi: "tờ rơi", en: "leaflet")
        case .sessionKit: Message(vi: "bộ tài liệu buổi nói chuyện", en: "session kit")
        case .hotlineNotice: Message(vi: "thông báo 111", en: "Hotline 111 notice")
        }
    }
}

extension ChannelKind {
    public var words: Message {
        switch self {
        case .social: Message(vi: "mạng xã hội", en: "social network")
        case .portal: Message(vi: "cổng thông tin", en: "web portal")
        case .loudspeaker: Message(vi: "loa truyền thanh", en: "loudspeakers")
        case .print: Message(vi: "bản in", en: "printed matter")
        }
    }
}
