extension Int {
    /// The number and what it counts, for an English sentence: `1 session`, `2 sessions`. Vietnamese has no plural.
    public func of(_ one: String, _ many: String) -> String { "\(self) \(self == 1 ? one : many)" }
}
