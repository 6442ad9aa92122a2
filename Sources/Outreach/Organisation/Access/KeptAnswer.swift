/// What an API request was answered with, kept for when the same request comes again.
public struct KeptAnswer: Sendable, Hashable {
    public let status: Int
    public let contentType: String
    public let body: String

    public init(status: Int, contentType: String, body: String) {
        self.status = status
        self.contentType = contentType
        self.body = body
    }

    /// How long a request's key is remembered.
    public static let keptFor = Duration.seconds(24 * 3600)
    /// A request without an answer for this long was cut off.
    public static let longestWork = Duration.seconds(120)
}

/// What is known of a request's `Idempotency-Key`.
public enum KeyedRequest: Sendable, Hashable {
    /// Not seen before: do it, then keep the answer or forget the key.
    case first
    /// Done before: give the same answer again.
    case again(KeptAnswer)
    /// The same key came with another request.
    case conflict
    /// The first one is still being done.
    case underWay
    /// The first one was cut off: whether it took effect is not known, so it is not done again.
    case unknown
}
