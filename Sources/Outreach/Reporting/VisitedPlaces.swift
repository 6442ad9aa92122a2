/// The forms and school levels of the sessions that were held at a place, and whether that was at a school.
public struct VisitKinds: OptionSet, Sendable, Hashable {
    public let rawValue: UInt128

    public init(rawValue: UInt128) {
        self.rawValue = rawValue
    }

    /// One session's; words no session can have are of no kind.
    ///
    /// - Parameter isSchool: whether the place is a unit that is a school; where it is none that is known, the form alone
    ///   says so.
    public init(form: String?, level: String?, isSchool: Bool = false) {
        guard let form = form.flatMap(SessionForm.init),
            let place = SessionForm.allCases.firstIndex(of: form)
        else {
            self.init(rawValue: 0)
            return
        }
        let step = level.flatMap(SchoolLevel.init).flatMap(SchoolLevel.allCases.firstIndex).map { $0 + 1 } ?? 0
        let kind = place * (SchoolLevel.allCases.count + 1) + step
        self.init(rawValue: VisitKinds.first << (isSchool || form == .schoolSession ? VisitKinds.count + kind : kind))
    }

    private static let first: UInt128 = 1
    /// How many kinds there are of each: at schools, and elsewhere.
    private static let count = SessionForm.allCases.count * (SchoolLevel.allCases.count + 1)

    /// All that were held at schools.
    public static let atSchools = VisitKinds(rawValue: ((first << count) - first) << count)

    /// Those whose places an indicator counts.
    public init(countedBy indicator: Indicator) {
        let forms = indicator.filters[.form] ?? []
        let levels = indicator.filters[.level] ?? []
        let wanted = SessionForm.allCases.map(\.rawValue).filter { forms.isEmpty || forms.contains($0) }
        var kinds = VisitKinds()
        for (form, isSchool) in wanted.flatMap({ [($0, true), ($0, false)] }) {
            for level in SchoolLevel.allCases.map(\.rawValue) where levels.isEmpty || levels.contains(level) {
                kinds.formUnion(VisitKinds(form: form, level: level, isSchool: isSchool))
            }
            if levels.isEmpty { kinds.formUnion(VisitKinds(form: form, level: nil, isSchool: isSchool)) }
        }
        let places = indicator.filters[.place] ?? []
        self = places.isEmpty ? kinds : kinds.intersection(.atSchools)
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
