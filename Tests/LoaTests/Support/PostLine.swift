import Testing

/// A post as `--json` prints it, as far as tests ask.
struct PostLine: Decodable, Hashable {
    let id: String
    let channel: String
    let title: String
    let text: String
    let moment: String
    let state: String
    let attempts: Int
    let author: String
}

extension Office {
    func posts() async throws -> [PostLine] {
        try await loa("posts", "list", "--json", as: Office.editor).succeeded().decoded()
    }

    /// Drafts a post with a text of its own, on a day of the next year.
    func draft(on channel: String = Office.loudspeaker, title: String = "Gọi 111") async throws -> PostLine {
        let made: [PostLine] = try await loa(
            "posts", "create", "--channel", channel, "--day", June.day(1), "--time", "07:30", "--title", title,
            "--text", "Tổng đài 111, miễn phí, ngày đêm.", "--json", as: Office.editor
        ).succeeded().decoded()
        return try #require(made.first)
    }

    /// A post whose moment came a minute ago, approved by someone else than its author.
    func duePost(on channel: String = Office.loudspeaker) async throws -> PostLine {
        let post = try await draft(on: channel)
        try await makeDue([post])
        try await loa("posts", "submit", post.id, as: Office.editor).succeeded()
        try await approve(post)
        return post
    }

    /// Reads a post and approves what was read.
    func approve(_ post: PostLine) async throws {
        try await loa("posts", "approve", try await seen(post), as: Office.approver).succeeded()
    }

    /// The post as it reads now: `id@hash`.
    func seen(_ post: PostLine) async throws -> String {
        let shown: Shown = try await loa("posts", "show", post.id, "--json", as: Office.editor).succeeded().decoded()
        return "\(post.id)@\(shown.hash)"
    }

    private struct Shown: Decodable {
        let hash: String
    }

    func state(of post: PostLine) async throws -> String? {
        try await posts().first { $0.id == post.id }?.state
    }
}
