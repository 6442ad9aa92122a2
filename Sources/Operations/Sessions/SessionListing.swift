public import Outreach
import Storage

/// One page of a list of sessions with the totals over all its pages.
public struct SessionList: Sendable {
    public let records: [SessionRecord]
    public let totals: SessionTotals
    /// Where the next page begins; nil on the last.
    public let next: SessionPosition?
}

extension Workspace {
    /// Sessions of the caller's units, the newest first.
    public func sessions(_ filter: SessionFilter, within subject: Slug?, as caller: Caller) async throws
        -> [SessionRecord]
    {
        try await database.read { tx in
            var filter = filter
            filter.units = try tx.listedUnits(within: subject, to: caller)
            return try tx.sessions(filter)
        }
    }

    /// A page of as many sessions as the filter's limit says, with totals over everything that fits.
    public func sessionList(
        _ filter: SessionFilter, within subject: Slug?, as caller: Caller
    ) async throws -> SessionList {
        try await database.read { tx in
            var filter = filter
            filter.units = try tx.listedUnits(within: subject, to: caller)
            let limit = filter.limit
            filter.limit = limit + 1
            let found = try tx.sessions(filter)
            let page = Array(found.prefix(limit))
            return SessionList(
                records: page, totals: try tx.sessionTotals(filter),
                next: found.count > limit ? page.last.map { SessionPosition($0.session) } : nil)
        }
    }
}

extension ReadTransaction {
    /// As ``visibleUnits(within:to:)``; nil also where these are all units there are, which is asked for faster.
    fileprivate func listedUnits(within subject: Slug?, to caller: Caller) throws -> [Slug]? {
        guard let units = try visibleUnits(within: subject, to: caller) else { return nil }
        return try units.count == unitTree().units.count ? nil : units
    }
}
