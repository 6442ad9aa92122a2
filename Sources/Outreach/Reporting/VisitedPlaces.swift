/// The forms and school levels of the sessions that were held at a place.
public struct VisitKinds: OptionSet, Sendable, Hashable {
    public let rawValue: UInt64

    public init(rawValue: UInt64) {
        self.rawValue = rawValue
    }

    /// One session's; words no session can have are of no kind.
    public init(form: String?, level: String?) {
        guard let form = form.flatMap(SessionForm.init),
            let place = SessionForm.allCases.firstIndex(of: form)
        else {
            self.init(rawValue: 0)
            return
        }
        let step = level.flatMap(SchoolLevel.init).flatMap(SchoolLevel.allCases.firstIndex).map { $0 + 1 } ?? 0
        self.init(rawValue: 1 << UInt64(place * (SchoolLevel.allCases.count + 1) + step))
    }

    /// Those whose places an indicator counts.
    public init(countedBy indicator: Indicator) {
        let forms = indicator.filters[.form] ?? []
        let levels = indicator.filters[.level] ?? []
        let wanted = SessionForm.allCases.map(\.rawValue).filter { forms.isEmpty || forms.contains($0) }
        self = wanted.reduce(into: VisitKinds()) { kinds, form in
            for level in SchoolLevel.allCases.map(\.rawValue) where levels.isEmpty || levels.contains(level) {
                kinds.formUnion(VisitKinds(form: form, level: level))
            }
            if levels.isEmpty { kinds.formUnion(VisitKinds(form: form, level: nil)) }
        }
    }
}

/// Places that were visited alike: in the same cells of a ground, by sessions of the same kinds.
public struct VisitedPlaces: Sendable, Hashable {
    /// What kinds of sessions were held there, by cell of the ``ReportGround``.
    public let visits: [Int: VisitKinds]
    /// How many places.
    public let count: Int

    public init(visits: [Int: VisitKinds], count: Int) {
        self.visits = visits
        self.count = count
    }
}
