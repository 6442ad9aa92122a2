public import Outreach

/// The audit log as a table for a spreadsheet.
public enum AuditTable {
    public static let heading = ["số", "lúc", "ai", "việc", "đối tượng", "chi tiết", "mã dòng trước", "mã dòng này"]

    public static func row(_ entry: AuditEntry, zone: Zone) -> [Cell] {
        [
            .integer(entry.sequence), .text(zone.rfc3339(entry.at)), .text(entry.actor), .text(entry.action),
            .text(entry.subject), .text(entry.detail), .text(entry.previousHash), .text(entry.hash),
        ]
    }
}
