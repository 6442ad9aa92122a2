/// What an import did with one document or material.
public enum ImportEffect: String, Sendable, Hashable, Codable, CaseIterable {
    case added, changed, unchanged
}
