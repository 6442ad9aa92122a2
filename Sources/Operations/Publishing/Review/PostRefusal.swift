public import Outreach

/// Which of several posts was to blame when none of them was changed.
public struct PostRefusal: ReadableError {
    public let post: Identifier<Post>
    public let title: String
    public let cause: any ReadableError

    init(post: Post, _ cause: any ReadableError) {
        self.post = post.id
        title = post.title
        self.cause = cause
    }

    public var kind: FailureKind { cause.kind }

    public var message: Message {
        Message(
            vi: "Chưa thay đổi bài nào, vì bài “\(title)” (\(post.short)): \(cause.message.vietnamese)",
            en: "No post was changed, because of “\(title)” (\(post.short)): \(cause.message.english)")
    }
}
