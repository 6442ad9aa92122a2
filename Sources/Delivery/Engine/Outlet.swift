public import Outreach

/// A channel as one look at the queue finds it, with what all its posts share on their way out: made once and handed on
/// by reference, for a channel with its preset is costly to copy, and the spellings of its secrets to work out.
public final class Outlet: Sendable {
    public let channel: ResolvedChannel
    public let webhook: WebhookDelivery
    public let lane: Lane
    /// By the preset's names for them, with the access token that Loa renews.
    public let secrets: [String: String]
    /// Whether there is no access token that lasts through the attempt, where one is needed.
    public let needsToken: Bool
    /// Gives the bytes of a post's file.
    public let files: RequestRenderer.Files
    let preparation: RequestPreparation
    let renderer: RequestRenderer
    let judge: AnswerJudge
    let redactor: SecretRedactor
    let promise: IdempotencyPromise
    /// The longest one request may take.
    let longestRequest: Duration
    private let steps: [SendStep]
    private let stepsWithMedia: [SendStep]
    private let roles: [StepRole]
    private let rolesWithMedia: [StepRole]

    public init(
        _ channel: ResolvedChannel, webhook: WebhookDelivery, lane: Lane, secrets: [String: String],
        needsToken: Bool = false, files: @escaping RequestRenderer.Files = { _ in nil }
    ) {
        self.channel = channel
        self.webhook = webhook
        self.lane = lane
        self.secrets = secrets
        self.needsToken = needsToken
        self.files = files
        renderer = RequestRenderer(channel, files: files)
        preparation = RequestPreparation(renderer, webhook: webhook)
        judge = AnswerJudge(webhook)
        redactor = SecretRedactor(secrets: Array(secrets.values))
        promise = webhook.idempotency
        longestRequest = webhook.timeouts.total
        steps = webhook.steps(withMedia: false)
        stepsWithMedia = webhook.steps(withMedia: true)
        roles = steps.map(\.role)
        rolesWithMedia = stepsWithMedia.map(\.role)
    }

    /// The steps a post takes.
    func steps(of values: PostValues) -> [SendStep] { channel.takesMedia(of: values) ? stepsWithMedia : steps }

    /// What each of these steps does.
    func roles(of values: PostValues) -> [StepRole] { channel.takesMedia(of: values) ? rolesWithMedia : roles }
}
