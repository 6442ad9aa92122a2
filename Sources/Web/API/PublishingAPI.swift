import Operations
import Outreach

/// Channels, posts, and the holds over them. Approving is for people, on the page that shows what will be sent.
enum PublishingAPI {
    static let endpoints: [Endpoint] = [
        .get(
            "/channels", .view, "publishing", "Channels and whether they can send", answer: APISchemas.items, channels),
        .get(
            "/posts", .view, "publishing", "Posts in order of their moment",
            [
                .query("state", .choice(PostState.self), "in this state"), .query("channel", .slug, "on this channel"),
                .query("campaign", .slug, "of this campaign"), .query("from", .day, "from this day on"),
                .query("until", .day, "up to and with this day"), .query("limit", .integer(1...500), "at most so many"),
            ], answer: APISchemas.page("Post"), posts),
        .post(
            "/posts", .edit, "publishing", "Write a draft", body: draftSchema, answer: APISchemas.page("Post"), create),
        .get(
            "/posts/:post", .view, "publishing", "One post with what was said and tried",
            [.path("post", .identifier, "the post")], answer: postSchema, post),
        .post(
            "/posts/:post/submit", .edit, "publishing", "Send a draft for review",
            [.path("post", .identifier, "the post")], body: commentSchema, answer: .named("Post")
        ) { try await review($0, .submit) },
        .post(
            "/posts/:post/cancel", .edit, "publishing", "Give a post up", [.path("post", .identifier, "the post")],
            body: commentSchema, answer: .named("Post")
        ) { try await review($0, .cancel) },
        .get("/holds", .view, "publishing", "What is held", answer: APISchemas.page("Hold"), holds),
        .post("/holds", .hold, "publishing", "Hold sending", body: holdSchema, answer: .named("Hold"), hold),
    ]

    private static let draftSchema = Schema.object([
        .required("channel", .slug), .required("day", .day),
        .required("time", .pattern("^([01][0-9]|2[0-3]):[0-5][0-9]$", longest: 5)), .optional("material", .slug),
        .optional("title", .string), .optional("text", .string), .optional("link", .string),
    ])

    private static let commentSchema = Schema.object([.optional("comment", .string)])

    private static let postSchema = Schema.object([
        .required("post", .named("Post")), .required("comments", .array(.anything)),
        .required("attempts", .array(.anything)), .required("holds", .array(.named("Hold"))),
        .required("findings", .array(.named("Finding"))), .required("overrides", .array(.anything)),
        .required("signatures", .array(.anything)),
    ])

    private static let holdSchema = Schema.object([
        .required(
            "scope", .anyOf([.oneOf(["everything"]), scope("unit"), scope("campaign"), scope("channel"), postScope])),
        .required("reason", .pattern("\\S", longest: 300)),
    ])

    private static func scope(_ kind: String) -> Schema {
        .pattern("^\(kind) [a-z0-9]+(-[a-z0-9]+)*$", longest: kind.utf8.count + 1 + 80)
    }

    private static let postScope = Schema.pattern(
        "^post [0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$", longest: 41)

    private struct ChannelView: Encodable, Sendable {
        let id: Slug
        let name: LocalizedText
        let unit: Slug
        let isReady: Bool
        let disabledReason: Message?
    }

    private static func channels(_ visit: Visit) async throws -> any Encodable & Sendable {
        APIPage(
            items: try await visit.workspace.channelStatuses().map {
                ChannelView(
                    id: $0.channel.slug, name: $0.channel.channel.name, unit: $0.channel.channel.unit,
                    isReady: $0.isReady, disabledReason: $0.disabledReason)
            })
    }

    private static func posts(_ visit: Visit) async throws -> any Encodable & Sendable {
        var filter = PostFilter()
        if let state: PostState = try visit.queryWord("state") { filter.states = [state] }
        filter.channel = try visit.querySlug("channel")
        filter.campaign = try visit.querySlug("campaign")
        let zone = visit.workspace.zone
        filter.from = try visit.queryDay("from").map { zone.instant($0, .midnight) }
        filter.before = try visit.queryDay("until").map { zone.instant($0 + 1, .midnight) }
        filter.limit = try visit.limit()
        return APIPage(items: try await visit.workspace.posts(filter, as: try visit.caller))
    }

    private struct Draft: Decodable {
        let channel: Slug
        let day: Day
        let time: TimeOfDay
        let material: Slug?
        let title: String?
        let text: String?
        let link: String?
    }

    private static func create(_ visit: Visit) async throws -> any Encodable & Sendable {
        let body = try APIAnswer.body(of: visit, as: Draft.self)
        var draft = PostDraft(channel: body.channel, day: body.day, time: body.time)
        draft.material = body.material
        draft.title = body.title
        draft.text = body.text
        draft.link = body.link
        return APIPage(items: try await visit.workspace.createPosts(draft, as: try visit.caller, mode: .perform))
    }

    private struct PostView: Encodable, Sendable {
        let post: Post
        let comments: [Comment]
        let attempts: [AttemptRecord]
        let holds: [HoldView]
        let findings: [FindingView]
        let overrides: [Override]
        let signatures: [StepSignature]
    }

    private static func post(_ visit: Visit) async throws -> any Encodable & Sendable {
        let found = try await visit.workspace.readPost(try visit.parameter("post"), as: try visit.caller)
        let judged = found.judgement.judged
        return PostView(
            post: found.post, comments: found.steps.filter { !$0.text.isEmpty }, attempts: found.attempts,
            holds: found.holds.map(HoldView.init), findings: judged?.findings.map(FindingView.init) ?? [],
            overrides: judged?.overrides ?? [], signatures: found.approval.signatures)
    }

    private struct Remark: Decodable {
        let comment: String?
    }

    private static func review(_ visit: Visit, _ step: ReviewStep) async throws -> any Encodable & Sendable {
        let remark = try APIAnswer.body(of: visit, as: Remark.self)
        let reference = try visit.parameter("post")
        let posts = try await visit.workspace.review(
            [reference], step, comment: remark.comment ?? "", as: try visit.caller, mode: .perform)
        guard let post = posts.first else { throw PublishingError.unknownPost(reference) }
        return post
    }

    struct HoldView: Encodable, Sendable {
        let scope: String
        let reason: String
        let by: String
        let at: Instant

        init(_ hold: Hold) {
            scope = hold.scope.description
            reason = hold.reason
            by = hold.by
            at = hold.at
        }
    }

    private static func holds(_ visit: Visit) async throws -> any Encodable & Sendable {
        APIPage(items: try await visit.workspace.holds(as: try visit.caller).map(HoldView.init))
    }

    private struct NewHold: Decodable {
        let scope: String
        let reason: String
    }

    private static func hold(_ visit: Visit) async throws -> any Encodable & Sendable {
        let body = try APIAnswer.body(of: visit, as: NewHold.self)
        guard let scope = HoldScope(body.scope) else { throw APIError.badBody("/scope is no scope") }
        return HoldView(
            try await visit.workspace.hold(scope, reason: body.reason, as: try visit.caller, mode: .perform))
    }
}
