public import Foundation
public import Outreach
import Storage

/// An opened workspace: the one door to everything a person or a timer can ask for.
///
/// Web page, API, command line, import and timer all call its operations. Each checks the caller's permission,
/// changes storage in one transaction and writes the audit entry in the same one.
public struct Workspace: Sendable {
    let folder: WorkspaceFolder
    private let work: WorkLock
    let settings: WorkspaceSettings
    let database: Database
    let media: MediaStore
    let secrets: SecretStore
    let tokenFiles: TokenFiles
    let time: TimeSource
    let channels = ChannelCatalogue()
    let safeguards = Safeguards()
    let passwordWork = PasswordWork()
    let printer = PDFPrinter()

    /// Opens the workspace in a folder, making its database where there is none yet.
    ///
    /// - Throws: ``WorkspaceError``, ``StorageError``, ``SettingsError``.
    public init(
        at root: URL,
        time: TimeSource = .system,
        environment: [String: String] = ProcessInfo.processInfo.environment
    ) async throws {
        folder = WorkspaceFolder(root: root)
        try folder.prepareState()
        // Before the database is opened: from here on nobody puts another in its place.
        work = try WorkLock(folder, .shared)
        self.time = time
        settings = try WorkspaceSettings.read(folder.settingsFile)
        database = try Database(
            file: folder.databaseFile, copyingBeforeUpgradeTo: folder.backups, anchor: AuditAnchor(folder))
        media = MediaStore(folder: folder.media)
        secrets = SecretStore(folder: folder.secrets, environment: environment)
        tokenFiles = TokenFiles(folder: folder.secrets)
        try await nameInstance()
        try await noticeOtherDatabase()
    }

    /// Lets go of the folder, so that a back-up may be put into it; whatever is asked of this workspace afterwards is
    /// refused.
    public func close() throws {
        try database.close()
        work.release()
    }

    public var root: URL { folder.root }
    public var name: String? { settings.name }
    public var now: Instant { time.now }
    public var zone: Zone { settings.zone }
    public var today: Day { zone.day(of: now) }

    /// A new workspace gets a name that its folder and its database share.
    private func nameInstance() async throws {
        let known = try await database.read { try $0.workspaceValue(WorkspaceKey.instance) }
        guard known == nil else { return }
        let instance = makeID(of: Workspace.self).description
        try folder.writeInstance(instance)
        try await database.write { try $0.setWorkspaceValue(WorkspaceKey.instance, to: instance) }
    }

    /// A database that is not this folder's own, or is an older one than the folder has seen, sends nothing until a
    /// person resumes. Up to when it knows what went out is noted now, before it learns anything new.
    private func noticeOtherDatabase() async throws {
        let seen = auditAnchor.end
        let (instance, end, isNoted) = try await database.read { tx in
            (
                try tx.workspaceValue(WorkspaceKey.instance), try tx.auditEnd(),
                try tx.workspaceValue(WorkspaceKey.knownUntil) != nil
            )
        }
        if instance == folder.instance(), let seen, seen.sequence > end?.sequence ?? 0 {
            try folder.writeInstance("older")
        }
        guard instance != folder.instance(), !isNoted else { return }
        try await database.write { try $0.noteKnownUntil() }
    }

    func makeID<Subject>(of _: Subject.Type = Subject.self) -> Identifier<Subject> {
        var generator = SystemRandomNumberGenerator()
        return Identifier(at: now, using: &generator)
    }
}

/// The keys under which the database keeps facts about the workspace.
enum WorkspaceKey {
    static let instance = "instance"
    /// The newest instant a database knew of when it was put back or carried here; gone once somebody resumed.
    static let knownUntil = "known-until"
    /// Why the engine stopped all sending while a hold on everything lay there already; gone once that one is lifted.
    static let pause = "pause"
}

extension TimeSource {
    /// The clock of this machine.
    public static let system = TimeSource { Instant(milliseconds: Int64(Date().timeIntervalSince1970 * 1000)) }
}
