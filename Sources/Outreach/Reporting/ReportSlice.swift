/// Which part of a number is opened into its rows.
public enum ReportSlice: Sendable, Hashable {
    case everything
    case member(Slug)
    case part(ReportDimension, String)
    /// The number beside it: from the first day of the reporting year.
    case cumulative
    /// The number beside it: of the same period before.
    case before
    /// What units that worked in priority areas contribute.
    case priority
}

/// As links, the API and the command line write it: `member:doan-thanh-xuan`, `channel:facebook-vh`, `cumulative`.
extension ReportSlice: LosslessStringConvertible {
    private static let plain: [String: ReportSlice] = [
        "everything": .everything, "cumulative": .cumulative, "before": .before, "priority": .priority,
    ]

    /// An equals sign may stand for the colon.
    public init?(_ text: String) {
        if let slice = ReportSlice.plain[text] {
            self = slice
            return
        }
        let parts = text.split(maxSplits: 1) { $0 == ":" || $0 == "=" }.map(String.init)
        guard parts.count == 2 else { return nil }
        if parts[0] == "member", let unit = Slug(parts[1]) {
            self = .member(unit)
        } else if let dimension = ReportDimension(rawValue: parts[0]) {
            self = .part(dimension, parts[1])
        } else {
            return nil
        }
    }

    public var description: String {
        switch self {
        case .everything: "everything"
        case .cumulative: "cumulative"
        case .before: "before"
        case .priority: "priority"
        case .member(let unit): "member:\(unit)"
        case .part(let dimension, let word): "\(dimension.rawValue):\(word)"
        }
    }
}
