public import Outreach
import Storage

/// Fills a throw-away workspace with approved posts, so that sending them can be measured.
extension Workspace {
    /// - Parameters:
    ///   - moment: when all of them fall due; nil for now.
    ///   - progress: called with how many there are already.
    /// - Throws: ``BenchmarkError/realPosts`` where anybody else has written a post here: those would be sent as well.
    public func fillWithPosts(
        _ count: Int, on slug: Slug, due moment: Instant? = nil, as caller: Caller,
        progress: @escaping @Sendable (Int) -> Void = { _ in }
    ) async throws {
        let (author, approver) = try await prepareFilling(on: slug, as: caller)
        let moment = moment ?? now
        for start in stride(from: 0, to: count, by: PostFilling.batch) {
            let range = start..<min(start + PostFilling.batch, count)
            try await database.write { tx in
                let channel = try channels.require(slug, in: tx)
                let check = try ApprovalCheck(self, in: tx)
                for number in range {
                    var post = PostFilling.post(
                        makeID(), number, on: channel, due: moment, author: author.description, at: now)
                    try tx.insert(post, channelKind: channel.kind, materialKind: nil)
                    post.approval = Approval(
                        by: approver.description, at: now, hash: try check.hash(of: post, on: channel),
                        rules: check.judge.version)
                    post.state = .approved
                    _ = try tx.update(post, from: .draft)
                }
                try tx.audit(
                    at: now, actor: caller.name, action: "bench.fill", subject: slug.description,
                    detail: "\(range.count) posts")
            }
            progress(range.upperBound)
        }
    }

    /// Who writes and who approves what is made up; both are there from then on and can do nothing else.
    private func prepareFilling(on slug: Slug, as caller: Caller) async throws -> (author: Slug, approver: Slug) {
        guard let author = Slug(PostFilling.author), let approver = Slug(PostFilling.approver) else {
            throw BenchmarkError.realPosts
        }
        let now = now
        try await database.write { tx in
            try tx.authoriseWhole(caller, .administer)
            guard try channels.require(slug, in: tx).webhook != nil else { throw PublishingError.byHandOnly(slug) }
            guard try !tx.hasPosts(notBy: author.description) else { throw BenchmarkError.realPosts }
            guard try tx.user(approver) == nil else { return }
            try tx.put(User(id: author, name: "Bench", grants: [Grant(role: .viewer, unit: nil)]))
            try tx.put(User(id: approver, name: "Bench", grants: [Grant(role: .approver, unit: nil)]))
            try tx.audit(
                at: now, actor: caller.name, action: "users.add", subject: approver.description, detail: "bench fill")
        }
        return (author, approver)
    }
}

private enum PostFilling {
    static let batch = 5000
    static let author = "bench-author"
    static let approver = "bench-approver"

    /// A short notice as communes post it; with the fields around it a request body has about 600 bytes.
    static func post(
        _ id: Identifier<Post>, _ number: Int, on channel: ResolvedChannel, due moment: Instant, author: String,
        at now: Instant
    ) -> Post {
        Post(
            id: id, unit: channel.channel.unit, channel: channel.slug, title: "Bài đo số \(number)",
            text: "\(text) Bài số \(number).", moment: moment, notAfter: max(moment, now) + .seconds(86_400),
            author: author, createdAt: now)
    }

    private static let text = """
        Mùa hè đến, cha mẹ và người chăm sóc nhắc con: chỉ xuống nước khi có người lớn biết bơi đi cùng, mặc áo phao khi \
        đi đò, không chơi gần ao, hố công trình sau mưa. Khi thấy trẻ em cần giúp đỡ, gọi ngay Tổng đài quốc gia bảo vệ \
        trẻ em 111 (miễn phí, 24/24). Nhà văn hóa ấp mở lớp dạy bơi miễn phí cho trẻ từ sáu tuổi, chiều thứ bảy.
        """
}

/// Why nothing was measured.
public enum BenchmarkError: ReadableError, Hashable {
    /// Somebody works in this workspace.
    case realPosts
    /// An address that is not this machine's.
    case notLoopback
    /// The plain loop could not be run against the receiver.
    case receiverFails(Int)

    public var kind: FailureKind {
        switch self {
        case .realPosts: .refused
        case .notLoopback: .usage
        case .receiverFails: .unavailable
        }
    }

    public var message: Message {
        switch self {
        case .realPosts:
            Message(
                vi: "Thư mục làm việc này có bài thật nên không được đổ bài đo vào. Chưa thay đổi gì. "
                    + "Hãy tạo thư mục riêng bằng “loa init”.",
                en: "This workspace has real posts, so it is not filled. Nothing was changed. "
                    + "Make a throw-away one with “loa init”.")
        case .notLoopback:
            Message(
                vi: "Chỉ đo với máy nhận trên chính máy này, ví dụ http://127.0.0.1:8080/. Chưa gửi gì.",
                en: "Only a receiver on this machine is measured against, such as http://127.0.0.1:8080/. "
                    + "Nothing was sent.")
        case .receiverFails(let count):
            Message(
                vi: "Máy nhận không trả lời 2xx cho \(count) yêu cầu nên không đo được.",
                en: "The receiver did not answer 2xx to \(count) requests, so there is nothing to compare.")
        }
    }
}
