public import Outreach
import Storage

/// Where the reminders of a unit or committee go, and where they could go.
public struct ReminderSettings: Sendable {
    /// Nil where nobody is reminded.
    public let address: ReminderAddress?
    /// Those that lead to colleagues and that the caller may use.
    public let channels: [Channel]
    /// Whether a mail server is set up.
    public let hasMailServer: Bool
    /// What would be sent today; nil where nothing is to be reminded of.
    public let today: ReportReminder?
    /// How far today's has come; nil where none was begun.
    public let state: ReminderState?
}

extension Workspace {
    public func reminderSettings(of unit: Slug, as caller: Caller) async throws -> ReminderSettings {
        let day = today
        return try await database.read { tx in
            try tx.requireUnit(unit)
            try tx.authorise(caller, .report, for: unit)
            let tree = try tx.unitTree()
            let known = try channels.channels(in: tx).values.map(\.channel)
            let open = try known.filter { channel in
                try channel.takesReminders && channel.isEnabled && tx.may(caller, .report, for: channel.unit, in: tree)
            }
            return ReminderSettings(
                address: try tx.reminderAddresses()[unit].map(ReminderAddress.init),
                channels: open.sorted { $0.slug < $1.slug }, hasMailServer: settings.mail != nil,
                today: try reminders(in: tx).first { $0.subject.id == unit },
                state: try tx.reminderState(of: unit, on: day))
        }
    }
}
