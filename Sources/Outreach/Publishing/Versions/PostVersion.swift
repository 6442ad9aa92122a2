/// A post as it was once submitted or approved: exactly what an approval of that time was about.
public struct PostVersion: Sendable, Hashable {
    /// What an approval of it is pinned to.
    public let hash: ContentHash
    public let content: PostContent
    /// `ResolvedChannel.canonicalDescription` as it was then.
    public let channelDescription: String
    public let submitted: Signature?
    public let approved: Signature?

    /// Who did something, and when last.
    public struct Signature: Sendable, Hashable {
        public let by: String
        public let at: Instant

        public init(by: String, at: Instant) {
            self.by = by
            self.at = at
        }
    }

    public init(
        hash: ContentHash, content: PostContent, channelDescription: String, submitted: Signature?,
        approved: Signature?
    ) {
        self.hash = hash
        self.content = content
        self.channelDescription = channelDescription
        self.submitted = submitted
        self.approved = approved
    }

    /// When it was last submitted or approved.
    public var lastAt: Instant? { [submitted?.at, approved?.at].compactMap(\.self).max() }

    /// What is not as it was, for a person: the parts of the post, and of its channel's settings what exactly.
    public func changes(to other: PostVersion) -> [Message] {
        content.parts(differingFrom: other.content).map(\.words)
            + ChannelFacts.changes(from: channelDescription, to: other.channelDescription)
    }

    public func parts(differingFrom other: PostVersion) -> [PostPart] {
        content.parts(differingFrom: other.content)
            + (channelDescription == other.channelDescription ? [] : [.channel])
    }
}

extension [PostVersion] {
    /// The newest that is not this one: what a reader is shown the difference to.
    public func newest(except hash: ContentHash) -> PostVersion? {
        filter { $0.hash != hash }.max { ($0.lastAt, $0.hash) < ($1.lastAt, $1.hash) }
    }
}

private func < (left: (Instant?, ContentHash), right: (Instant?, ContentHash)) -> Bool {
    guard left.0 == right.0 else { return (left.0?.milliseconds ?? .min) < (right.0?.milliseconds ?? .min) }
    return left.1 < right.1
}
