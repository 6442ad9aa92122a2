public import Outreach

/// A post claimed for one attempt, with everything that is needed to send it. It never changes and passes through many
/// hands, so it is handed on by reference.
public final class Envelope: Sendable {
    public let post: Identifier<Post>
    public let unit: Slug
    public let campaign: Slug?
    /// 1 for the first attempt.
    public let attempt: Int
    /// Names the claim; an outcome is written only where it still stands.
    public let token: String
    public let claimedAt: Instant
    /// Until when the claim stands; nothing that could take longer is begun.
    public let lease: Instant
    public let outlet: Outlet
    public let values: PostValues
    /// The text in the pieces in which it goes out; one where it fits.
    public let parts: [String]
    /// So many pieces are out already.
    public let partsSent: Int
    /// Whether an earlier attempt may have gone out.
    public let isInDoubt: Bool
    public let notAfter: Instant
    /// When the channel's posting hours end: what has not begun by then waits until they begin again. Nil where they never
    /// end.
    public let closesAt: Instant?

    public init(
        post: Identifier<Post>, unit: Slug, campaign: Slug? = nil, attempt: Int, token: String,
        claimedAt: Instant, lease: Instant, outlet: Outlet, values: PostValues, parts: [String]? = nil,
        partsSent: Int = 0, isInDoubt: Bool = false, notAfter: Instant, closesAt: Instant? = nil
    ) {
        self.post = post
        self.unit = unit
        self.campaign = campaign
        self.attempt = attempt
        self.token = token
        self.claimedAt = claimedAt
        self.lease = lease
        self.outlet = outlet
        self.values = values
        self.parts = parts ?? [values.text]
        self.partsSent = partsSent
        self.isInDoubt = isInDoubt
        self.notAfter = notAfter
        self.closesAt = closesAt
    }

    public var lane: Lane { outlet.lane }
    public var channel: Slug { outlet.channel.slug }
    /// The steps this post takes.
    var steps: [SendStep] { outlet.steps(of: values) }
    /// What each of these steps does.
    var roles: [StepRole] { outlet.roles(of: values) }
}

/// One attempt as it is to be written down; handed on by reference like its envelope. Request and answer are redacted
/// already.
public final class DeliveryResult: Sendable {
    public let post: Identifier<Post>
    public let channel: Slug
    public let moment: Instant
    /// The zone the post's moment was chosen in.
    public let zone: Zone
    /// 1 for the first attempt.
    public let attempt: Int
    public let token: String
    public let claimedAt: Instant
    public let conclusion: Conclusion
    /// So many pieces of the text are out now.
    public let partsSent: Int
    public let endedAt: Instant
    public let status: Int?
    public let bytesMayHaveLeft: Bool
    public let request: String?
    public let answer: String?

    public init(
        post: Identifier<Post>, channel: Slug, moment: Instant, zone: Zone, attempt: Int, token: String,
        claimedAt: Instant, conclusion: Conclusion, partsSent: Int = 0, endedAt: Instant, status: Int?,
        bytesMayHaveLeft: Bool, request: String?, answer: String?
    ) {
        self.post = post
        self.channel = channel
        self.moment = moment
        self.zone = zone
        self.attempt = attempt
        self.token = token
        self.claimedAt = claimedAt
        self.conclusion = conclusion
        self.partsSent = partsSent
        self.endedAt = endedAt
        self.status = status
        self.bytesMayHaveLeft = bytesMayHaveLeft
        self.request = request
        self.answer = answer
    }
}
