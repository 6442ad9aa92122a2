/// A question to the receiver whether a post is out already: always a GET. It is asked where an earlier attempt may have
/// gone through, before anything is sent again.
public struct ProbeTemplate: Sendable, Hashable {
    public let url: URLTemplate
    public let query: [NamedTemplate]
    public let headers: [NamedTemplate]
    /// What the answer gives where the post is out, under the names the publishing step captures.
    public let captures: [Capture]
    /// What the answer says where it is not.
    public let absent: SuccessCondition
    /// How long what may have gone out is given to show before the question is asked.
    public let after: Duration

    public init(
        url: URLTemplate,
        query: [NamedTemplate] = [],
        headers: [NamedTemplate] = [],
        captures: [Capture],
        absent: SuccessCondition,
        after: Duration = .seconds(60)
    ) {
        self.url = url
        self.query = query
        self.headers = headers
        self.captures = captures
        self.absent = absent
        self.after = after
    }
}
