import Documents
public import Foundation
import Outreach
import Storage

extension Workspace {
    /// Makes a workspace out of an export: equal rows, media and files. People log in anew, for passwords and tokens
    /// are not exported, and nothing is sent until a person resumes.
    ///
    /// - Parameter root: a folder that is new or empty, or a workspace nobody works in yet.
    /// - Throws: ``ExportError``, `TransferError`, ``WorkspaceError/inUse(by:)``; then the folder is as it was.
    public static func importEverything(from source: URL, into root: URL) async throws -> ExportReport {
        let archive: ArchiveReader
        do {
            archive = try ArchiveReader(file: source, limits: OpenImport.limits)
        } catch ArchiveError.notAnArchive {
            throw ExportError.notAnExport(source.lastPathComponent)
        }
        guard let entry = archive.entry(named: ExportParts.manifest),
            let manifest = try? JSONDecoder().decode(
                ExportParts.Manifest.self, from: Data(try archive.bytes(of: entry))),
            manifest.format == ExportParts.format
        else { throw ExportError.notAnExport(source.lastPathComponent) }
        guard manifest.version == 1 else { throw ExportError.newer(source.lastPathComponent) }
        let folder = WorkspaceFolder(root: root)
        let lock = try folder.isWorkspace ? folder.takenAlone() : nil
        defer { withExtendedLifetime(lock) {} }
        try await OpenImport.requireFree(folder)
        let cleared = CutOffImports.remove(beside: root)
        // Built beside the place and moved there when it is whole.
        let building = CutOffImports.newFolder(beside: root)
        do {
            let mark = try CutOffImports.begin(building)
            defer { withExtendedLifetime(mark) {} }
            var report = try await OpenImport(archive: archive, manifest: manifest, folder: building).run()
            report.cleared = cleared
            try OpenImport.keepSecrets(of: folder, in: building)
            if FileManager.default.fileExists(atPath: root.path) { try FileManager.default.removeItem(at: root) }
            try FileManager.default.moveItem(at: building.root, to: root)
            return report
        } catch {
            try? FileManager.default.removeItem(at: building.root)
            throw error
        }
    }
}

extension WorkspaceFolder {
    fileprivate func takenAlone() throws -> WorkLock {
        try prepareState()
        return try WorkLock(self, .alone)
    }
}

/// Fills a new folder from an export.
private struct OpenImport {
    let archive: ArchiveReader
    let manifest: ExportParts.Manifest
    let folder: WorkspaceFolder

    static let limits = ArchiveLimits(entries: 2_000_000, entryBytes: 32 << 30, totalBytes: 128 << 30)

    /// New, empty, or a workspace without users and sessions.
    static func requireFree(_ folder: WorkspaceFolder) async throws {
        let present = (try? FileManager.default.contentsOfDirectory(atPath: folder.root.path)) ?? []
        guard !present.isEmpty else { return }
        guard folder.isWorkspace else { throw WorkspaceError.notEmpty(path: folder.root.path) }
        guard FileManager.default.fileExists(atPath: folder.databaseFile.path) else { return }
        let database = try Storage.Database(file: folder.databaseFile)
        let isFree = try await database.read { tx in
            try tx.users().isEmpty && tx.sessionTotals(SessionFilter()).sessions == 0
        }
        guard isFree else { throw ExportError.inUse(folder.root.path) }
    }

    /// An export holds no secrets, so those that were set here already stay.
    static func keepSecrets(of folder: WorkspaceFolder, in building: WorkspaceFolder) throws {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.secrets.path)) ?? []
        for name in names {
            try FileManager.default.copyItem(
                at: folder.secrets.appending(path: name), to: building.secrets.appending(path: name))
        }
    }

    func run() async throws -> ExportReport {
        let content = try writeFiles()
        let media = try write(ExportParts.media, to: folder.media)
        let tables = try await fillDatabase()
        return ExportReport(tables: tables, mediaFiles: media, contentFiles: content)
    }

    private func writeFiles() throws -> Int {
        try FileManager.default.createDirectory(
            at: folder.secrets, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        if let settings = archive.entry(named: "\(ExportParts.workspace)loa.yaml") {
            try Data(try archive.bytes(of: settings)).write(to: folder.settingsFile, options: .atomic)
        }
        return try write("\(ExportParts.workspace)Content/", to: folder.content)
            + write("\(ExportParts.workspace)Channels/", to: folder.channels)
    }

    /// Names were found safe when the directory of the archive was read.
    private func write(_ prefix: String, to target: URL) throws -> Int {
        let entries = archive.entries.filter { $0.name.hasPrefix(prefix) && !$0.name.hasSuffix("/") }
        for entry in entries {
            let file = target.appending(path: String(entry.name.dropFirst(prefix.count)))
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(try archive.bytes(of: entry)).write(to: file)
        }
        return entries.count
    }

    private func fillDatabase() async throws -> [String: Int] {
        let database = try Storage.Database(file: folder.databaseFile)
        let archive = ArchiveBox(archive)
        let manifest = manifest
        let rows = try await database.write { tx in
            try tx.checkReferencesAtEnd()
            var rows: [String: Int] = [:]
            for entry in archive.reader.entries where entry.name.hasPrefix(ExportParts.data) {
                let table = String(entry.name.dropFirst(ExportParts.data.count).dropLast(".jsonl".count))
                let known = try tx.importedTable(table)
                var lines = LineSplitter()
                var count = 0
                let take = { (line: [UInt8]) in
                    guard let value = JSONValue(parsing: line) else { throw TransferError.notARow(table: table) }
                    try tx.importLine(value, into: table, known: known)
                    count += 1
                }
                try archive.reader.read(entry) { piece in try lines.split(piece, take) }
                try lines.finish(take)
                let expected = manifest.rows[table] ?? 0
                guard count == expected else {
                    throw ExportError.rowsDiffer(table: table, expected: expected, found: count)
                }
                rows[table] = count
            }
            try tx.finishTransfer()
            return rows
        }
        // The database gets a name that the folder does not carry: nothing is sent until a person resumes.
        var generator = SystemRandomNumberGenerator()
        let instance = Identifier<Workspace>(at: TimeSource.system.now, using: &generator).description
        try await database.write { try $0.setWorkspaceValue(WorkspaceKey.instance, to: instance) }
        try folder.writeInstance("imported")
        return rows
    }
}

/// Carries the reader into the one transaction that uses it.
// Unchecked: only that transaction reads the archive, and nothing else does until it is over.
private struct ArchiveBox: @unchecked Sendable {
    let reader: ArchiveReader

    init(_ reader: ArchiveReader) { self.reader = reader }
}

/// Cuts a stream into lines.
private struct LineSplitter {
    private var rest: [UInt8] = []

    mutating func split(_ piece: UnsafeRawBufferPointer, _ take: ([UInt8]) throws -> Void) throws {
        var start = piece.startIndex
        while let end = piece[start...].firstIndex(of: UInt8(ascii: "\n")) {
            rest += piece[start..<end]
            try take(rest)
            rest.removeAll(keepingCapacity: true)
            start = end + 1
        }
        rest += piece[start...]
    }

    func finish(_ take: ([UInt8]) throws -> Void) throws {
        if !rest.isEmpty { try take(rest) }
    }
}
