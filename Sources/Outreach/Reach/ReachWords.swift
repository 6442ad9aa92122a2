/// The words on screen for metrics and where their values come from.
///
/// Turns are not people: no word here says so.
extension Metric {
    public var words: Message {
        switch self {
        case .reach: Message(vi: "lượt tiếp cận", en: "reach")
        case .views: Message(vi: "lượt xem", en: "views")
        case .reactions: Message(vi: "lượt bày tỏ cảm xúc", en: "reactions")
        case .comments: Message(vi: "lượt bình luận", en: "comments")
        case .shares: Message(vi: "lượt chia sẻ", en: "shares")
        case .clicks: Message(vi: "lượt bấm", en: "clicks")
        case .followers: Message(vi: "lượt theo dõi", en: "followers")
        case .plays: Message(vi: "lượt phát", en: "plays")
        case .prints: Message(vi: "bản in", en: "prints")
        }
    }
}

extension SampleSource {
    public var words: Message {
        switch self {
        case .pulled: Message(vi: "tự lấy", en: "pulled")
        case .pushed: Message(vi: "kênh gửi về", en: "pushed")
        case .typed: Message(vi: "nhập tay", en: "typed in")
        case .imported: Message(vi: "nhập từ tệp", en: "imported")
        case .counted: Message(vi: "Loa đếm", en: "counted by Loa")
        }
    }
}
