public import Outreach
import Storage

/// One page of a list of sessions with the totals over all its pages.
public struct SessionList: Sendable {
    public let records: [SessionRecord]
    public let totals: SessionTotals
    /// Where the next page begins; nil on the last.
    public let next: SessionPosition?
    /// By session of the page another that may be the same, logged twice: of its unit, day, form and place.
    public let alike: [Identifier<Session>: Identifier<Session>]
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
                next: found.count > limit ? page.last.map { SessionPosition($0.session) } : nil,
                alike: Dictionary(
                    try page.compactMap { record in
                        try tx.sessionsLike(record.session).first.map { (record.session.id, $0.session.id) }
                    }
                ) { first, _ in first })
        }
    }

    /// Sessions that may be the same as this one, logged twice by two people.
    public func sessionsAlike(_ session: Session, as caller: Caller) async throws -> [SessionRecord] {
        try await database.read { tx in
            try tx.authorise(caller, .view, for: session.unit)
            return try tx.sessionsLike(session)
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
