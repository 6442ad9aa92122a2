public import Outreach

extension ReadTransaction {
    /// What went through each channel and what waits for it.
    ///
    /// Queues are counted along the index of states, for most posts are out; successes are looked up along each
    /// channel's own index, backwards from now.
    public func traffic(of channels: [Slug], at now: Instant) throws -> [Slug: ChannelTraffic] {
        var queues: [Slug: (waiting: Int, due: Instant?, toSettle: Int)] = [:]
        for row in try query(
            """
            SELECT channel || '' AS slug, state, COUNT(*) AS n, MIN(moment) AS first FROM posts
            WHERE state IN ('approved', 'retrying', 'failed', 'missed', 'unknown')
                AND id NOT IN (SELECT post FROM claims)
            GROUP BY channel || '', state
            """)
        {
            let (slug, state): (Slug, PostState) = (try row.parsed("slug"), try row.word("state"))
            var queue = queues[slug] ?? (0, nil, 0)
            if state == .approved || state == .retrying {
                queue.waiting += try row.integer("n")
                let first = try row.instant("first")
                queue.due = min(queue.due ?? first, first)
            } else {
                queue.toSettle += try row.integer("n")
            }
            queues[slug] = queue
        }
        var traffic: [Slug: ChannelTraffic] = [:]
        for channel in channels {
            let last = try lastPosted(on: channel, before: now)
            traffic[channel] = ChannelTraffic(
                lastPosted: last?.at, failingSince: try failing(on: channel, after: last?.moment, until: now),
                waiting: queues[channel]?.waiting ?? 0, nextDue: queues[channel]?.due,
                toSettle: queues[channel]?.toSettle ?? 0)
        }
        return traffic
    }

    private func lastPosted(on channel: Slug, before now: Instant) throws -> (moment: Instant, at: Instant)? {
        try queryOne(
            """
            SELECT moment, posted_at FROM posts WHERE channel = ? AND moment <= ? AND state || '' = 'posted'
            ORDER BY moment DESC LIMIT 1
            """,
            [channel, now]
        ).map { (try $0.instant("moment"), try $0.instant("posted_at")) }
    }

    private func failing(on channel: Slug, after last: Instant?, until now: Instant) throws -> Instant? {
        try queryOne(
            """
            SELECT MIN(moment) AS since FROM posts
            WHERE channel = ? AND moment > ? AND moment <= ? AND state || '' IN ('retrying', 'failed', 'unknown')
                AND id NOT IN (SELECT post FROM claims)
            """,
            [channel, last ?? Instant(milliseconds: 0), now])?.optional("since", SQLRow.instant)
    }
}
