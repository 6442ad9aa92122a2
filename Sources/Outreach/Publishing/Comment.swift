/// A step somebody took with a post — made, changed, submitted, approved, rejected, resolved it — and the word said
/// with it, which may be empty.
public struct Comment: Sendable, Hashable, Codable {
    public let at: Instant
    public let author: String
    public let action: String
    public let text: String

    public init(at: Instant, author: String, action: String, text: String) {
        self.at = at
        self.author = author
        self.action = action
        self.text = text
    }
}
