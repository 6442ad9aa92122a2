/// Everything an approval is about: what is sent, where, as whom, and when.
///
/// The hash over its text is pinned at approval and taken again in the transaction that claims the post; a text, a
/// media file, an address, a secret or a moment that changed in between voids the approval.
public struct ApprovalSubject: Sendable, Hashable {
    /// One fact a line, each value with its length before it, so that no value can imitate another line.
    public var canonicalText: String { String(decoding: bytes, as: UTF8.self) }

    /// The same in UTF-8, to be hashed.
    public let bytes: [UInt8]

    /// - Parameters:
    ///   - channel: the hash over `ResolvedChannel.canonicalDescription`, which is far longer than most posts.
    ///   - parts: the pieces in which a long text goes out; none where it goes out whole.
    ///   - sendsMaterial: whether the channel's requests name the material the post was made from.
    public init(_ post: Post, channel: String, parts: [String] = [], sendsMaterial: Bool = false) {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(post.text.utf8.count + 1024)
        func add(_ name: String, _ value: String) {
            if !bytes.isEmpty { bytes.append(UInt8(ascii: "\n")) }
            bytes += name.utf8
            bytes.append(UInt8(ascii: " "))
            bytes += String(value.utf8.count).utf8
            bytes.append(UInt8(ascii: ":"))
            bytes += value.utf8
        }
        add("post", post.id.description)
        add("unit", post.unit.description)
        add("title", post.title)
        add("text", post.text)
        add("link", post.link ?? "")
        // Nobody is sent it otherwise.
        if sendsMaterial { add("material", post.material?.description ?? "") }
        add("moment", String(post.moment.milliseconds))
        add("zone", post.zone.name)
        add("not after", String(post.notAfter.milliseconds))
        add("channel", channel)
        for file in post.media {
            add("media", file.hash.description)
            add("media name", file.name)
            add("media text", file.alternativeText)
        }
        for part in parts { add("part", part) }
        self.bytes = bytes
    }
}
