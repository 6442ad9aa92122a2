/// How far the reminder of a unit or committee has come on a day.
public enum ReminderState: String, Sendable, Hashable, Codable {
    /// It is on its way: written down before any byte leaves, so that nobody sends it a second time.
    case sending
    case sent
    /// Nobody knows whether it arrived; it is not repeated that day.
    case unclear
}
