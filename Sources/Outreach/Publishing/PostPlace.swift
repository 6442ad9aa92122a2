/// Where a post stands in the order of moments: from here a list goes on, however many posts come before.
public struct PostPlace: Sendable, Hashable, LosslessStringConvertible {
    public let moment: Instant
    public let id: Identifier<Post>

    public init(_ post: Post) {
        moment = post.moment
        id = post.id
    }

    /// The place right before the first post of a moment.
    public init(before moment: Instant) {
        self.moment = moment
        id = .least
    }

    /// Reads what ``description`` writes.
    public init?(_ text: String) {
        let parts = text.split(separator: "_", omittingEmptySubsequences: false)
        guard parts.count == 2, let milliseconds = Int64(parts[0]), let id = Identifier<Post>(String(parts[1])) else {
            return nil
        }
        moment = Instant(milliseconds: milliseconds)
        self.id = id
    }

    public var description: String { "\(moment.milliseconds)_\(id)" }
}

/// In which order posts are read.
public enum PostOrder: String, Sendable, Hashable, CaseIterable {
    case soonestFirst = "soonest"
    case latestFirst = "latest"

    public var reversed: PostOrder { self == .soonestFirst ? .latestFirst : .soonestFirst }
}
