import Documents
public import Foundation
public import Outreach
import Storage

/// What an export holds.
public struct ExportReport: Sendable, Hashable {
    /// Rows by table.
    public let tables: [String: Int]
    public let mediaFiles: Int
    public let contentFiles: Int
    /// Files beside the content that were not written, for nobody can tell what they say of people and places.
    public var leftOut: [String] = []
    /// Folders of imports that were cut off, now removed.
    public var cleared: [String] = []

    public var rows: Int { tables.values.reduce(0, +) }
}

/// What the parts of an export are called.
enum ExportParts {
    static let manifest = "manifest.json"
    static let data = "data/"
    static let media = "media/"
    static let workspace = "workspace/"
    static let format = "loa-export"

    struct Manifest: Codable {
        let format: String
        let version: Int
        /// The schema the rows were written by.
        let schema: String
        let rows: [String: Int]
    }
}

extension Workspace {
    /// Writes everything into one ZIP file: each table as JSON Lines, the media, and the files of `Content/` and
    /// `Channels/`; no secrets, passwords, tokens or log-ins. Work goes on meanwhile; what is written is one state.
    ///
    /// Pictures, films, sound and PDF beside the content are written without what they say of places and people, and
    /// what cannot be read is left out.
    ///
    /// The same state gives the same bytes.
    public func exportEverything(to target: URL, as caller: Caller) async throws -> ExportReport {
        try await database.read { try $0.authoriseWhole(caller, .administer) }
        guard !FileManager.default.fileExists(atPath: target.path) else { throw ExportError.exists(target.path) }
        let folder = folder
        do {
            let report = try await database.read { tx in
                let writer = try ArchiveWriter(file: target)
                var tables: [String: Int] = [:]
                for table in try tx.exportedTables() {
                    var (position, rows) = (0, 0)
                    try writer.add("\(ExportParts.data)\(table).jsonl") {
                        guard let next = try tx.exportedLines(of: table, after: &position) else { return nil }
                        rows += next.rows
                        return next.lines
                    }
                    tables[table] = rows
                }
                let media = try writer.add(folder: folder.media, as: ExportParts.media)
                var files = ExportedFiles(known: self.media)
                try files.write(folder.content, as: "\(ExportParts.workspace)Content/", to: writer)
                try files.write(folder.channels, as: "\(ExportParts.workspace)Channels/", to: writer)
                if let settings = FileManager.default.contents(atPath: folder.settingsFile.path) {
                    try writer.add("\(ExportParts.workspace)loa.yaml", Array(settings))
                }
                let manifest = ExportParts.Manifest(
                    format: ExportParts.format, version: 1, schema: try tx.schemaVersion(), rows: tables)
                let encoder = JSONEncoder()
                encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
                try writer.add(ExportParts.manifest, Array(try encoder.encode(manifest)))
                try writer.finish()
                return ExportReport(
                    tables: tables, mediaFiles: media, contentFiles: files.count, leftOut: files.leftOut)
            }
            try await database.write { [now] tx in
                try tx.audit(
                    at: now, actor: caller.name, action: "workspace.export", subject: target.lastPathComponent,
                    detail: "\(report.rows) rows, \(report.mediaFiles) media files")
            }
            return report
        } catch {
            // Half an export would be taken for a whole one.
            try? FileManager.default.removeItem(at: target)
            throw error
        }
    }
}

extension ArchiveWriter {
    /// Adds every file below a folder as it is.
    fileprivate func add(folder: URL, as prefix: String) throws -> Int {
        let paths = try ExportedFiles.paths(below: folder)
        for path in paths { try add(prefix + path, Array(try Data(contentsOf: folder.appending(path: path)))) }
        return paths.count
    }
}

/// Why nothing was exported or imported.
public enum ExportError: ReadableError, Hashable {
    case exists(String)
    case notAnExport(String)
    case newer(String)
    case inUse(String)
    /// No export of that name waits to be taken away; a later one took its place.
    case notKept(String)
    case rowsDiffer(table: String, expected: Int, found: Int)

    public var kind: FailureKind {
        switch self {
        case .exists, .inUse: .usage
        case .notKept: .notFound
        case .notAnExport, .rowsDiffer: .badData
        case .newer: .configuration
        }
    }

    public var message: Message {
        switch self {
        case .exists(let path):
            Message(
                vi: "\(path) đã có. Chưa xuất gì; chọn tên khác.",
                en: "\(path) exists. Nothing was exported; choose another name.")
        case .notAnExport(let path):
            Message(
                vi: "\(path) không phải bản xuất của Loa. Chưa nhập gì.",
                en: "\(path) is no export of Loa. Nothing was imported.")
        case .newer(let path):
            Message(
                vi: "\(path) do bản Loa mới hơn xuất ra. Chưa nhập gì; hãy cập nhật Loa.",
                en: "\(path) was exported by a newer Loa. Nothing was imported; update Loa.")
        case .inUse(let path):
            Message(
                vi: "\(path) đã có người dùng hoặc dữ liệu. Chưa nhập gì; chọn thư mục mới hoặc trống.",
                en: "\(path) has users or data already. Nothing was imported; choose a new or empty folder.")
        case .notKept(let name):
            Message(
                vi: "Không còn bản xuất “\(name)”; chỉ bản xuất sau cùng được giữ. Hãy xuất lại.",
                en: "There is no export “\(name)” any more; only the last one is kept. Export again.")
        case .rowsDiffer(let table, let expected, let found):
            Message(
                vi: "Bảng “\(table)” phải có \(expected) dòng nhưng bản xuất có \(found). Chưa nhập gì.",
                en: "The table “\(table)” should have \(expected) rows, the export has \(found). Nothing was imported.")
        }
    }
}
