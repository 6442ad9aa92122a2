/// A duty of a plan with what was done for it in the period.
public struct DutyResult: Sendable, Hashable, Codable {
    /// Opens its numbers into their rows; nil in versions from before they could be opened.
    public let reference: DutyReference?
    public let plan: LocalizedText
    public let task: LocalizedText
    /// Where in the paper it stands.
    public let section: String
    public let units: [LocalizedText]
    public let posts: Int
    public let sessions: Int

    public init(
        _ reference: DutyReference? = nil, plan: LocalizedText, task: LocalizedText, section: String,
        units: [LocalizedText], posts: Int, sessions: Int
    ) {
        self.reference = reference
        self.plan = plan
        self.task = task
        self.section = section
        self.units = units
        self.posts = posts
        self.sessions = sessions
    }
}

/// Which duty of which plan.
public struct DutyReference: Sendable, Hashable, Codable {
    public let plan: Slug
    public let duty: Slug

    public init(plan: Slug, duty: Slug) {
        self.plan = plan
        self.duty = duty
    }
}

/// As the command line writes it: `PLAN/DUTY`.
extension DutyReference: LosslessStringConvertible {
    public init?(_ text: String) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false).map { Slug(String($0)) }
        guard parts.count == 2, let plan = parts[0], let duty = parts[1] else { return nil }
        self.init(plan: plan, duty: duty)
    }

    public var description: String { "\(plan)/\(duty)" }
}

extension Duty {
    /// The posts that count for it, as ``WorkCounts/posts(of:in:)`` has them; nil where it asks for none.
    public var posts: Indicator? {
        let materials = forms.compactMap { if case .material(let kind) = $0 { kind.rawValue } else { nil } }
        let channels = forms.compactMap { if case .channel(let kind) = $0 { kind.rawValue } else { nil } }
        guard !materials.isEmpty || !channels.isEmpty else { return nil }
        return Indicator(
            id: id, name: task, unit: LocalizedText(vi: "tin, bài", en: "posts"), rows: .posts,
            filters: materials.isEmpty ? [.channelKind: channels] : [.materialKind: materials], sum: .count)
    }

    /// The sessions that count for it; nil where it asks for none.
    public var sessions: Indicator? {
        let forms = forms.compactMap { if case .session(let form) = $0 { form.rawValue } else { nil } }
        guard !forms.isEmpty else { return nil }
        return Indicator(
            id: id, name: task, unit: LocalizedText(vi: "cuộc", en: "sessions"), rows: .sessions,
            filters: [.form: forms], sum: .count)
    }
}
