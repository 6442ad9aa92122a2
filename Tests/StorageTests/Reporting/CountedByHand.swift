import Outreach

/// An indicator's total found by going through the values one by one: slow, plain, and without SQL.
struct CountedByHand {
    let activity: RandomActivity
    let units: Set<Slug>
    let range: DayRange

    /// Nil where nobody measured: what is missing is not zero.
    func total(of indicator: Indicator) -> Int? {
        let allows = { (filter: IndicatorFilter, values: [String?]) in
            guard let words = indicator.filters[filter], !words.isEmpty else { return true }
            return values.contains { $0.map(words.contains) ?? false }
        }
        switch indicator.rows {
        case .sessions, .attendance, .prints:
            let sessions = activity.sessions.map(\.session).filter { session in
                units.contains(session.unit) && range.contains(session.day)
                    && allows(.form, [session.form.rawValue]) && allows(.level, [session.level?.rawValue])
                    && allows(.topic, session.topics.map(\.description))
                    // None of the units is a school here: the form alone says so.
                    && allows(.place, [session.form == .schoolSession ? "school" : nil])
            }
            return total(of: indicator, over: sessions, allows) + (indicator.rows == .prints ? putUp(allows) : 0)
        case .units: return 0
        case .posts, .samples:
            let posts = activity.posts.filter { posted in
                posted.isOut && units.contains(posted.post.unit) && range.contains(Zone.vietnam.day(of: posted.at))
                    && allows(.channelKind, [posted.kind.rawValue])
                    && allows(.materialKind, [posted.material?.kind.rawValue])
                    && allows(.topic, posted.material?.topics.map(\.description) ?? [])
            }
            guard indicator.rows == .samples else { return posts.count }
            let values =
                posts.flatMap(latest).filter {
                    allows(.metric, [$0.metric.rawValue]) && ($0.metric != .clicks || $0.source != .counted)
                }.map(\.value) + (allows(.metric, ["clicks"]) ? visits(allows) : [])
            return values.isEmpty ? nil : values.reduce(0, +)
        }
    }

    /// People who followed a link, by link and day; none where the channel of its post counts the clicks itself.
    private func visits(_ allows: (IndicatorFilter, [String?]) -> Bool) -> [Int] {
        activity.links.filter { followed in
            units.contains(followed.link.unit) && allows(.channelKind, [followed.post?.kind.rawValue])
                && !(followed.post?.samples.contains { $0.metric == .clicks && $0.source != .counted } ?? false)
        }.flatMap { $0.visits.filter { range.contains($0.key) && $0.value > 0 }.values }
    }

    /// Printed matter that went out as posts, as it was last written down.
    private func putUp(_ allows: (IndicatorFilter, [String?]) -> Bool) -> Int {
        activity.posts.filter { posted in
            posted.isOut && units.contains(posted.post.unit) && range.contains(Zone.vietnam.day(of: posted.at))
                && allows(.materialKind, [posted.material?.kind.rawValue]) && allows(.language, ["vietnamese"])
        }
        .flatMap(latest).filter { $0.metric == .prints }.reduce(0) { $0 + $1.value }
    }

    private func total(
        of indicator: Indicator, over sessions: [Session], _ allows: (IndicatorFilter, [String?]) -> Bool
    ) -> Int {
        switch indicator.sum {
        case .count: sessions.count
        case .minutes: sessions.reduce(0) { $0 + ($1.minutes ?? 0) }
        case .places: Set(sessions.map { $0.placeUnit?.description ?? "\($0.unit) \($0.place)" }).count
        case .turns:
            sessions.flatMap(\.attendance).filter { allows(.audience, [$0.audience.description]) }
                .reduce(0) { $0 + $1.turns }
        case .quantity:
            sessions.flatMap(\.handouts).filter { handout in
                let material = activity.materials.first { $0.material == handout.material }
                return allows(.materialKind, [material?.kind.rawValue]) && allows(.language, ["vietnamese"])
            }.reduce(0) { $0 + $1.quantity }
        case .value: 0
        }
    }

    /// The newest sample of each metric; of clicks the total of Loa's own links only where nobody measured them.
    private func latest(_ posted: RandomActivity.Posted) -> [Sample] {
        Dictionary(grouping: posted.samples, by: \.metric).values.compactMap { samples in
            let measured = samples.filter { $0.metric != .clicks || $0.source != .counted }
            return (measured.isEmpty ? samples : measured).max { $0.capturedAt < $1.capturedAt }
        }
    }
}
