/// Which sessions to list; empty parts ask nothing.
public struct SessionFilter: Sendable, Hashable {
    public var units: [Slug]?
    public var range: DayRange?
    public var form: SessionForm?
    public var limit = 1000

    public init() {}
}
