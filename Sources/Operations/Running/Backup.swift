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
    /// Copies the database, the media and what people wrote (`Content/`, `Channels/`, `loa.yaml`) into a new folder while
    /// work goes on, and opens the copy to see that it is sound. Secrets stay where they are.
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
            let copy = BackupFolder(building)
            try await database.copy(to: copy.database)
            try copy.take(folder)
            try copy.writeSums()
            let found = try await copy.verify()
            try FileManager.default.moveItem(at: building, to: target)
            report = BackupReport(folder: target, mediaFiles: found.mediaFiles, auditEntries: found.auditEntries)
        } catch {
            try? FileManager.default.removeItem(at: building)
            if error is any ReadableError { throw error }
            throw WorkspaceError.cannotWrite(path: target.path, detail: error.systemWords)
        }
        try await database.write { tx in
            try tx.audit(
                at: now, actor: caller.name, action: "workspace.backup", subject: target.lastPathComponent, detail: "")
        }
        return report
    }

    /// Opens a back-up and checks it from end to end; changes nothing else.
    public static func verifyBackup(_ source: URL) async throws -> BackupReport {
        try await BackupFolder(source).verify()
    }

    /// Puts a back-up in the place of a workspace's database, media and files. What was there is kept beside it. Nothing
    /// is sent afterwards until a person resumes.
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
        let backup = BackupFolder(source)
        let report = try await backup.verify()
        let aside = folder.backups.appending(
            path: "replaced-\(TimeSource.system.now.description.filter { $0.isNumber })")
        // A name no database carries, written first: whatever happens from here on, nothing is sent until someone
        // looked at what had gone out meanwhile.
        try folder.writeInstance("restored")
        do {
            try folder.moveState(to: aside)
            do {
                try backup.put(into: folder)
            } catch {
                try folder.moveState(backFrom: aside)
                throw error
            }
        } catch {
            throw WorkspaceError.cannotWrite(path: folder.state.path, detail: error.systemWords)
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

/// Why a back-up was not made or restored.
public enum BackupError: ReadableError, Hashable {
    case exists(String)
    case notABackup(String)
    case damaged(String, detail: Message)

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
                vi: "\(path) không phải bản sao lưu của Loa (thiếu loa.db, media/, files/ hoặc SHA256SUMS). "
                    + "Không thay đổi gì.",
                en: "\(path) is no back-up of Loa (loa.db, media/, files/ or SHA256SUMS is missing). "
                    + "Nothing was changed.")
        case .damaged(let path, let detail):
            Message(
                vi: "Bản sao lưu \(path) hỏng: \(detail.vietnamese). Không thay đổi gì; dùng bản khác.",
                en: "The back-up \(path) is damaged: \(detail.english). Nothing was changed; use another one.")
        }
    }
}
