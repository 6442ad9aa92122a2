/// What a reader of a post judges: everything an approval is about, but for the settings of its channel.
public struct PostContent: Sendable, Hashable, Codable {
    public let title: String
    public let text: String
    public let link: String?
    public let media: [MediaFile]
    public let moment: Instant
    public let zone: Zone
    public let notAfter: Instant

    public init(_ post: Post) {
        title = post.title
        text = post.text
        link = post.link
        media = post.media
        moment = post.moment
        zone = post.zone
        notAfter = post.notAfter
    }

    /// What differs, in the order in which a person reads a post.
    public func parts(differingFrom other: PostContent) -> [PostPart] {
        let differs: [(PostPart, Bool)] = [
            (.title, title != other.title), (.text, text != other.text), (.link, link != other.link),
            (.media, media != other.media), (.moment, moment != other.moment || zone != other.zone),
            (.lastMoment, notAfter != other.notAfter),
        ]
        return differs.filter(\.1).map(\.0)
    }
}

/// A part of a post that can differ from what somebody read before.
public enum PostPart: String, Sendable, Hashable, CaseIterable {
    case title, text, link, media, moment, lastMoment
    /// The address, the template or the secret of its channel.
    case channel

    public var words: Message {
        switch self {
        case .title: Message(vi: "tiêu đề", en: "title")
        case .text: Message(vi: "nội dung", en: "text")
        case .link: Message(vi: "liên kết", en: "link")
        case .media: Message(vi: "ảnh, âm thanh, phim", en: "media")
        case .moment: Message(vi: "giờ đăng", en: "moment")
        case .lastMoment: Message(vi: "hạn chót gửi", en: "last moment")
        case .channel: Message(vi: "thiết lập của kênh", en: "settings of the channel")
        }
    }
}
