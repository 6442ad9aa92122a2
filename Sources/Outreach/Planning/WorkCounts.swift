/// How many posts of one form a unit brought out.
public struct PostCount: Sendable, Hashable {
    public let unit: Slug
    public let channelKind: ChannelKind
    /// Nil where the post was made up of no material.
    public let materialKind: MaterialKind?
    public let count: Int

    public init(unit: Slug, channelKind: ChannelKind, materialKind: MaterialKind?, count: Int) {
        self.unit = unit
        self.channelKind = channelKind
        self.materialKind = materialKind
        self.count = count
    }
}

/// How many sessions of one form a unit held.
public struct SessionCount: Sendable, Hashable {
    public let unit: Slug
    public let form: SessionForm
    public let count: Int

    public init(unit: Slug, form: SessionForm, count: Int) {
        self.unit = unit
        self.form = form
        self.count = count
    }
}

/// What units have done, by form: enough to set against every duty of a plan at once.
public struct WorkCounts: Sendable, Hashable {
    public let posts: [PostCount]
    public let sessions: [SessionCount]

    public init(posts: [PostCount], sessions: [SessionCount]) {
        self.posts = posts
        self.sessions = sessions
    }

    /// Posts of these units that a duty in these forms asks for: by kind of material where it names one, else by kind
    /// of channel.
    public func posts(of units: Set<Slug>, in forms: [DutyForm]) -> Int {
        let materials = forms.compactMap { if case .material(let kind) = $0 { kind } else { nil } }
        let channels = forms.compactMap { if case .channel(let kind) = $0 { kind } else { nil } }
        return posts.reduce(0) { sum, line in
            let isAskedFor =
                materials.isEmpty
                ? channels.contains(line.channelKind) : line.materialKind.map(materials.contains) ?? false
            return isAskedFor && units.contains(line.unit) ? sum + line.count : sum
        }
    }

    /// Sessions of these units in these forms.
    public func sessions(of units: Set<Slug>, in forms: [DutyForm]) -> Int {
        sessions.reduce(0) { sum, line in
            forms.contains(.session(line.form)) && units.contains(line.unit) ? sum + line.count : sum
        }
    }
}
