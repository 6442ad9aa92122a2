/// The canonical metrics; a provider's own names are mapped to them in the preset, because providers rename theirs.
public enum Metric: String, Sendable, Hashable, Codable, CaseIterable {
    case reach, views, reactions, comments, shares, clicks, followers
    /// Times a loudspeaker played an item.
    case plays
    /// Pieces of printed matter put up or handed out.
    case prints
}
