/// Everything an approval is about: what is sent, where, as whom, and when.
///
/// The hash over its text is pinned at approval and taken again in the transaction that claims the post; a text, a
/// media file, an address, a secret or a moment that changed in between voids the approval.
public struct ApprovalSubject: Sendable, Hashable {
    /// One fact a line, each value with its length before it, so that no value can imitate another line.
    public let canonicalText: String

    /// - Parameter channelDescription: `ResolvedChannel.canonicalDescription`.
    public init(_ post: Post, channelDescription: String) {
        var facts = [
            ("post", post.id.description), ("unit", post.unit.description), ("title", post.title),
            ("text", post.text), ("link", post.link ?? ""), ("moment", String(post.moment.milliseconds)),
            ("zone", post.zone.name), ("not after", String(post.notAfter.milliseconds)),
            ("channel", channelDescription),
        ]
        facts += post.media.map { ("media", "\($0.hash) \($0.name) \($0.alternativeText)") }
        canonicalText = facts.map { "\($0.0) \($0.1.utf8.count):\($0.1)" }.joined(separator: "\n")
    }
}
