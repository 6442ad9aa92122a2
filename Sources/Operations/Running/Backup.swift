public import Foundation
public import Outreach
import Storage

/// A back-up as it was made or restored.
public struct BackupReport: Sendable, Hashable {
    public let folder: URL
    public let mediaFiles: Int
    public let auditEntries: Int
}

extension Workspace {
    /// Copies database and media into a new folder while work goes on, and opens the copy to see that it is sound.
    ///
    /// - Parameter target: a folder that does not exist yet; nil is one under `.loa/backups` named by the time.
    public func backUp(to target: URL?, as caller: Caller) async throws -> BackupReport {
        try await database.read { try $0.authoriseWhole(caller, .administer) }
        let name = now.description.filter { $0.isNumber }.prefix(14)
        let target = target ?? folder.backups.appending(path: String(name))
        guard !FileManager.default.fileExists(atPath: target.path) else { throw BackupError.exists(target.path) }
        // Made under another name, so that whatever bears the name of a back-up is a whole one.
        let report: BackupReport
        let building = target.deletingLastPathComponent().appending(path: ".\(target.lastPathComponent)-unfinished")
        do {
            try? FileManager.default.removeItem(at: building)
            try FileManager.default.createDirectory(
                at: building, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
            try await database.copy(to: BackupFolder.database(in: building))
            try FileManager.default.copyItem(at: folder.media, to: BackupFolder.media(in: building))
            let found = try await BackupFolder.verify(building)
            try FileManager.default.moveItem(at: building, to: target)
            report = BackupReport(folder: target, mediaFiles: found.mediaFiles, auditEntries: found.auditEntries)
        } catch {
            try? FileManager.default.removeItem(at: building)
            if error is any ReadableError { throw error }
            throw WorkspaceError.cannotWrite(path: target.path, detail: error.localizedDescription)
        }
        try await database.write { tx in
            try tx.audit(
                at: now, actor: caller.name, action: "workspace.backup", subject: target.lastPathComponent, detail: "")
        }
        return report
    }

    /// Opens a back-up and checks it from end to end; changes nothing else.
    public static func verifyBackup(_ source: URL) async throws -> BackupReport {
        try await BackupFolder.verify(source)
    }

    /// Puts a back-up in the place of a workspace's database and media. What was there is kept beside it. Nothing is
    /// sent afterwards until a person resumes.
    ///
    /// - Parameter caller: an administrator of the workspace that is replaced; where its database can no longer be
    ///   opened nobody can be asked, and whoever holds the folder may mend it.
    /// - Throws: ``WorkspaceError/inUse(by:)`` while another process works in the folder; ``BackupError``.
    public static func restore(_ source: URL, into root: URL, as caller: Caller?) async throws -> BackupReport {
        let folder = WorkspaceFolder(root: root)
        try folder.prepareState()
        let locks = (try WorkLock(folder, .alone), try DeliveryLock(folder))
        defer { withExtendedLifetime(locks) {} }
        try await authoriseRestore(over: folder, as: caller)
        let report = try await BackupFolder.verify(source)
        let aside = folder.backups.appending(
            path: "replaced-\(TimeSource.system.now.description.filter { $0.isNumber })")
        // A name no database carries, written first: whatever happens from here on, nothing is sent until someone
        // looked at what had gone out meanwhile.
        try folder.writeInstance("restored")
        do {
            try folder.moveState(to: aside)
            do {
                let files = FileManager.default
                try files.copyItem(at: BackupFolder.database(in: source), to: folder.databaseFile)
                try files.copyItem(at: BackupFolder.media(in: source), to: folder.media)
            } catch {
                try folder.moveState(backFrom: aside)
                throw error
            }
        } catch {
            throw WorkspaceError.cannotWrite(path: folder.state.path, detail: error.localizedDescription)
        }
        let restored = try Storage.Database(file: folder.databaseFile)
        let end = try await restored.write { tx in
            let now = TimeSource.system.now
            try tx.noteKnownUntil()
            try tx.closeAllAccess(at: now)
            try tx.audit(
                at: now, actor: (caller ?? .program).name, action: "workspace.restore",
                subject: source.lastPathComponent, detail: "what was there: \(aside.lastPathComponent)")
            return try tx.auditEnd()
        }
        // An older log took the place of the one that was noted, and says so itself.
        if let end { AuditAnchor(folder).replace(with: end) }
        return report
    }

    private static func authoriseRestore(over folder: WorkspaceFolder, as caller: Caller?) async throws {
        guard FileManager.default.fileExists(atPath: folder.databaseFile.path),
            let current = try? Storage.Database(file: folder.databaseFile)
        else { return }
        try await current.read { tx in
            guard try !tx.users().isEmpty else { return }
            guard let caller else { throw OrganisationError.nobody }
            try tx.authoriseWhole(caller, .administer)
        }
    }
}

extension WorkspaceFolder {
    /// Moves database and media out of the way.
    fileprivate func moveState(to aside: URL) throws {
        let files = FileManager.default
        try files.createDirectory(at: aside, withIntermediateDirectories: true)
        for name in try files.contentsOfDirectory(atPath: state.path) where name.isState {
            try files.moveItem(at: state.appending(path: name), to: aside.appending(path: name))
        }
    }

    /// Puts back what was moved out of the way.
    fileprivate func moveState(backFrom aside: URL) throws {
        let files = FileManager.default
        for name in try files.contentsOfDirectory(atPath: aside.path) where name.isState {
            let place = state.appending(path: name)
            try? files.removeItem(at: place)
            try files.moveItem(at: aside.appending(path: name), to: place)
        }
    }
}

extension String {
    /// Whether this is the name of the database, one of its companions, or the media store.
    fileprivate var isState: Bool { hasPrefix("loa.db") || self == "media" }
}

/// Where the parts of a back-up lie.
private enum BackupFolder {
    static func database(in folder: URL) -> URL { folder.appending(path: "loa.db") }
    static func media(in folder: URL) -> URL { folder.appending(path: "media") }

    /// Opens the copy and checks it from end to end.
    static func verify(_ folder: URL) async throws -> BackupReport {
        guard FileManager.default.fileExists(atPath: database(in: folder).path) else {
            throw BackupError.notABackup(folder.path)
        }
        guard FileManager.default.fileExists(atPath: media(in: folder).path) else {
            throw BackupError.notABackup(folder.path)
        }
        let copy: Storage.Database
        do {
            copy = try Storage.Database(file: database(in: folder))
        } catch let error as any ReadableError {
            throw BackupError.damaged(folder.path, detail: error.message(.english))
        }
        guard try await copy.read({ try $0.workspaceValue(WorkspaceKey.instance) }) != nil else {
            throw BackupError.notABackup(folder.path)
        }
        if let problem = try await copy.integrityProblems().first {
            throw BackupError.damaged(folder.path, detail: problem)
        }
        let entries = try await copy.read { try $0.auditEntries(limit: 1).first?.sequence ?? 0 }
        let media = FileManager.default.enumerator(atPath: media(in: folder).path)?.allObjects as? [String] ?? []
        return BackupReport(
            folder: folder, mediaFiles: media.filter { $0.contains("/") }.count, auditEntries: entries)
    }
}

/// Why a back-up was not made or restored.
public enum BackupError: ReadableError, Hashable {
    case exists(String)
    case notABackup(String)
    case damaged(String, detail: String)

    public var kind: FailureKind {
        switch self {
        case .exists, .notABackup: .usage
        case .damaged: .badData
        }
    }

    public var message: Message {
        switch self {
        case .exists(let path):
            Message(
                vi: "\(path) đã có. Chưa sao lưu gì; chọn nơi khác.",
                en: "\(path) exists. Nothing was backed up; choose another place.")
        case .notABackup(let path):
            Message(
                vi:
                    "\(path) không phải bản sao lưu của Loa (thiếu loa.db, media/ hoặc dữ liệu của Loa). Không thay đổi gì.",
                en: "\(path) is no back-up of Loa (loa.db, media/ or Loa's own data is missing). Nothing was changed.")
        case .damaged(let path, let detail):
            Message(
                vi: "Bản sao lưu \(path) hỏng: \(detail). Không thay đổi gì; dùng bản khác.",
                en: "The back-up \(path) is damaged: \(detail). Nothing was changed; use another one.")
        }
    }
}
