/// What logging did; a repeated request finds its session and changes nothing.
public enum LogEffect: String, Sendable, Hashable, Codable {
    case logged
    case alreadyLogged = "already-logged"
    /// The id is taken by a session that says something else.
    case conflict
}
