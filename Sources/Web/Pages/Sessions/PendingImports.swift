import Operations
import Outreach
import Synchronization

/// Files that people looked through before importing them: kept in memory for as long as that takes, and only for the
/// one who sent them.
final class PendingImports: Sendable {
    struct Entry: Sendable {
        let owner: Slug
        let unit: Slug
        let file: String
        let bytes: [UInt8]
        /// The sheet of an Excel file the person chose; nil reads the best.
        var sheet: String?
        /// What the person said of the columns.
        var mapping = SessionMapping()
        /// What a rehearsal found; nil until it is over.
        var report: SessionImportReport?
    }

    private let entries = Mutex<[(id: String, entry: Entry)]>([])
    /// What was imported lately, so that a second press on the button finds the work done.
    private let over = Mutex<[(id: String, owner: Slug)]>([])
    private static let kept = 20

    /// Returns the name under which it is found again. The oldest makes room.
    func add(_ entry: Entry) -> String {
        var generator = SystemRandomNumberGenerator()
        let id = String(generator.next(), radix: 36) + String(generator.next(), radix: 36)
        entries.withLock { entries in
            entries.append((id, entry))
            if entries.count > PendingImports.kept { entries.removeFirst() }
        }
        return id
    }

    func entry(_ id: String, of owner: Slug) -> Entry? {
        entries.withLock { entries in entries.first { $0.id == id && $0.entry.owner == owner }?.entry }
    }

    /// A list of people is not kept a moment longer than it takes to see that it is one.
    func set(_ report: SessionImportReport, sheet: String?, mapping: SessionMapping, for id: String) {
        entries.withLock { entries in
            guard let place = entries.firstIndex(where: { $0.id == id }) else { return }
            let entry = entries[place].entry
            let bytes = report.refused == nil ? entry.bytes : []
            entries[place].entry = Entry(
                owner: entry.owner, unit: entry.unit, file: entry.file, bytes: bytes, sheet: sheet, mapping: mapping,
                report: report)
        }
    }

    func finish(_ id: String, of owner: Slug) {
        entries.withLock { entries in entries.removeAll { $0.id == id } }
        over.withLock { over in
            over.append((id, owner))
            if over.count > PendingImports.kept { over.removeFirst() }
        }
    }

    func isOver(_ id: String, of owner: Slug) -> Bool {
        over.withLock { over in over.contains { $0.id == id && $0.owner == owner } }
    }
}
