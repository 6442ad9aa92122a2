public import Outreach

/// Where the reminders of a unit or committee go.
public enum ReminderAddress: Sendable, Hashable {
    case mail(String)
    /// A channel that leads to colleagues.
    case channel(Slug)
}

extension ReminderAddress: CustomStringConvertible {
    private static let mark = "channel:"

    /// Reads what ``description`` writes; no address of mail begins like that of a channel.
    public init(_ text: String) {
        if text.hasPrefix(ReminderAddress.mark), let slug = Slug(String(text.dropFirst(ReminderAddress.mark.count))) {
            self = .channel(slug)
        } else {
            self = .mail(text)
        }
    }

    public var description: String {
        switch self {
        case .mail(let address): address
        case .channel(let slug): ReminderAddress.mark + slug.description
        }
    }
}
