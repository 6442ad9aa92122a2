/// A session that does not count any more, with who took it out and why: logged twice, or it never took place.
public struct Withdrawal: Sendable, Hashable, Codable {
    public let record: SessionRecord
    public let corrections: [Correction]
    public let reason: String
    public let by: String
    public let at: Instant

    public init(record: SessionRecord, corrections: [Correction], reason: String, by: String, at: Instant) {
        self.record = record
        self.corrections = corrections
        self.reason = reason
        self.by = by
        self.at = at
    }
}
