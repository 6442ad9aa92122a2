import Foundation
import Outreach
import Storage

/// A back-up on the disk: the database, the media, what people wrote, and a list of the hashes of all of them, as
/// `sha256sum --check SHA256SUMS` reads it, too.
struct BackupFolder {
    private let root: URL

    init(_ root: URL) {
        self.root = root
    }

    var database: URL { root.appending(path: "loa.db") }
    private var media: URL { root.appending(path: "media") }
    fileprivate var files: URL { root.appending(path: "files") }
    private var sums: URL { root.appending(path: "SHA256SUMS") }

    /// Takes over the media and what people wrote.
    func take(_ folder: WorkspaceFolder) throws {
        try FileManager.default.copyItem(at: folder.media, to: media)
        try FileManager.default.createDirectory(at: files, withIntermediateDirectories: true)
        for file in folder.written where FileManager.default.fileExists(atPath: file.path) {
            try FileManager.default.copyItem(
                at: file.resolvingSymlinksInPath(), to: files.appending(path: file.lastPathComponent))
        }
    }

    /// Puts everything where a workspace has it; nothing of it may be there.
    func put(into folder: WorkspaceFolder) throws {
        try copyDatabase(to: folder.databaseFile)
        try FileManager.default.copyItem(at: media, to: folder.media)
        for file in folder.written {
            let kept = files.appending(path: file.lastPathComponent)
            guard FileManager.default.fileExists(atPath: kept.path) else { continue }
            try FileManager.default.copyItem(at: kept, to: file)
        }
    }

    /// Writes down the hash of every file.
    func writeSums() throws {
        let lines = try names().map { name in
            "\(try ContentHash.sha256(ofFile: root.appending(path: name)))  \(name)\n"
        }
        try Data(lines.joined().utf8).write(to: sums, options: .atomic)
    }

    /// Holds every file against its hash, and opens a copy of the database to see that it is sound. Changes nothing.
    func verify() async throws -> BackupReport {
        let files = FileManager.default
        guard [database, media, self.files, sums].allSatisfy({ files.fileExists(atPath: $0.path) }) else {
            throw BackupError.notABackup(root.path)
        }
        try checkSums()
        // Opening a database can change it, and an older one is brought up to date.
        let place = files.temporaryDirectory.appending(path: "loa-verify-\(UUID().uuidString)")
        defer { try? files.removeItem(at: place) }
        do {
            try files.createDirectory(
                at: place, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
            let copy = place.appending(path: "loa.db")
            try copyDatabase(to: copy)
            return BackupReport(
                folder: root, mediaFiles: try names().count { $0.hasPrefix("media/") },
                auditEntries: try await open(copy))
        } catch let error as BackupError {
            throw error
        } catch let error as any ReadableError {
            throw BackupError.damaged(root.path, detail: error.message)
        } catch {
            throw BackupError.damaged(root.path, detail: Message(verbatim: error.systemWords))
        }
    }

    /// With its log, which what a restore set aside may still have.
    private func copyDatabase(to target: URL) throws {
        for suffix in ["", "-wal"] where FileManager.default.fileExists(atPath: database.path + suffix) {
            try FileManager.default.copyItem(atPath: database.path + suffix, toPath: target.path + suffix)
        }
    }

    /// - Returns: how many audit entries there are.
    private func open(_ file: URL) async throws -> Int {
        let copy = try Storage.Database(file: file)
        let (instance, entries) = try await copy.read { tx in
            (try tx.workspaceValue(WorkspaceKey.instance), try tx.auditEntries(limit: 1).first?.sequence ?? 0)
        }
        guard instance != nil else { throw BackupError.notABackup(root.path) }
        if let problem = try await copy.integrityProblems().first {
            throw BackupError.damaged(root.path, detail: Message(verbatim: problem))
        }
        try copy.close()
        return entries
    }

    /// Holds what is there against the list: every file is listed and as it was, and nothing is missing. A file beside
    /// the list, such as a log of changes, would change what a restore brings back.
    private func checkSums() throws {
        let list = (try? String(contentsOf: sums, encoding: .utf8)) ?? ""
        let names = Set(try names())
        var listed: Set<String> = []
        for line in list.split(separator: "\n") {
            let parts = line.split(separator: "  ", maxSplits: 1).map(String.init)
            guard parts.count == 2, let hash = ContentHash(parts[0]) else {
                throw damaged(
                    vi: "SHA256SUMS có dòng không đọc được: \(line.prefix(80))",
                    en: "SHA256SUMS has a line that cannot be read: \(line.prefix(80))")
            }
            let name = parts[1]
            guard names.contains(name) else { throw damaged(vi: "thiếu \(name)", en: "\(name) is missing") }
            guard let found = try? ContentHash.sha256(ofFile: root.appending(path: name)) else {
                throw damaged(vi: "không đọc được \(name)", en: "\(name) cannot be read")
            }
            guard found == hash else {
                throw damaged(vi: "\(name) đã bị sửa", en: "\(name) was changed")
            }
            listed.insert(name)
        }
        if let name = names.subtracting(listed).min() {
            throw damaged(vi: "\(name) không có trong SHA256SUMS", en: "\(name) is not in SHA256SUMS")
        }
    }

    private func damaged(vi: String, en: String) -> BackupError {
        .damaged(root.path, detail: Message(vi: vi, en: en))
    }

    /// Every file but the list itself, by its path from here.
    private func names() throws -> [String] {
        let all = FileManager.default.enumerator(atPath: root.path)?.allObjects as? [String] ?? []
        return all.filter { name in
            var isFolder: ObjCBool = false
            let path = root.appending(path: name).path
            let isThere = FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
            return isThere && !isFolder.boolValue && name != sums.lastPathComponent
        }.sorted()
    }
}

extension WorkspaceFolder {
    /// What people write, and not Loa.
    fileprivate var written: [URL] { [settingsFile, content, channels] }

    /// Moves the database, the media and what people wrote out of the way, as a back-up that can be restored in its turn.
    func moveState(to aside: URL) throws {
        let files = FileManager.default
        let kept = BackupFolder(aside)
        try files.createDirectory(at: kept.files, withIntermediateDirectories: true)
        for name in try files.contentsOfDirectory(atPath: state.path) where name.isState {
            try files.moveItem(at: state.appending(path: name), to: aside.appending(path: name))
        }
        for file in written where files.fileExists(atPath: file.path) {
            try files.moveItem(at: file, to: kept.files.appending(path: file.lastPathComponent))
        }
        // Without the list it is all there, though not restored by itself.
        try? kept.writeSums()
    }

    /// Puts back what was moved out of the way.
    func moveState(backFrom aside: URL) throws {
        let files = FileManager.default
        for name in try files.contentsOfDirectory(atPath: aside.path) where name.isState {
            let place = state.appending(path: name)
            try? files.removeItem(at: place)
            try files.moveItem(at: aside.appending(path: name), to: place)
        }
        for file in written {
            let kept = BackupFolder(aside).files.appending(path: file.lastPathComponent)
            guard files.fileExists(atPath: kept.path) else { continue }
            try? files.removeItem(at: file)
            try files.moveItem(at: kept, to: file)
        }
    }
}

extension String {
    /// Whether this is the name of the database, one of its companions, or the media store.
    fileprivate var isState: Bool { hasPrefix("loa.db") || self == "media" }
}
