public import Foundation
public import Outreach
import Storage

/// Making a new workspace folder.
public enum WorkspaceCreation {
    /// Makes a workspace in a folder that is new or empty, with content and channels to begin with.
    ///
    /// - Parameter source: a folder with `Content/` and `Channels/` to copy from.
    /// - Throws: ``WorkspaceError`` where the folder is in use, cannot be written, or the source is no workspace.
    public static func create(at root: URL, name: String, copying source: URL) throws {
        let folder = WorkspaceFolder(root: root)
        let origin = WorkspaceFolder(root: source)
        let files = FileManager.default
        guard !name.trimmed.isEmpty, name.unicodeScalars.allSatisfy({ $0.value >= 0x20 && $0.value != 0x7F }) else {
            throw WorkspaceError.badName
        }
        guard !folder.isWorkspace else { throw WorkspaceError.alreadyAWorkspace(path: root.path) }
        guard origin.isWorkspace else { throw WorkspaceError.notAWorkspace(path: source.path) }
        let present = (try? files.contentsOfDirectory(atPath: root.path)) ?? []
        guard present.isEmpty else { throw WorkspaceError.notEmpty(path: root.path) }
        do {
            try files.createDirectory(at: root, withIntermediateDirectories: true)
            try copy(origin.content, to: folder.content)
            try copy(origin.channels, to: folder.channels)
            try Data(settings(name: name).utf8).write(to: folder.settingsFile, options: .atomic)
            try files.createDirectory(
                at: folder.secrets, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
            try files.createDirectory(
                at: folder.state, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
            try StarterRecord(folder).note(source, paths: try StarterRecord.paths(in: origin))
        } catch {
            // Half a workspace would be opened as a whole one; the folder was empty or not there before.
            try? files.removeItem(at: root)
            throw WorkspaceError.cannotWrite(path: root.path, detail: error.systemWords)
        }
    }

    /// Copies bytes and names but no owners, so that content installed by another user can be copied.
    private static func copy(_ source: URL, to target: URL) throws {
        let files = FileManager.default
        try files.createDirectory(at: target, withIntermediateDirectories: true)
        for item in try files.contentsOfDirectory(at: source, includingPropertiesForKeys: [.isDirectoryKey]) {
            let place = target.appending(path: item.lastPathComponent)
            if try item.resourceValues(forKeys: [.isDirectoryKey]).isDirectory == true {
                try copy(item, to: place)
            } else {
                try Data(contentsOf: item).write(to: place)
            }
        }
    }

    private static func settings(name: String) -> String {
        let quoted = name.normalized.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
        return """
            # Cấu hình của thư mục làm việc này. Cờ lệnh và biến LOA_… được ưu tiên hơn tệp này.
            # Settings of this workspace. Flags and LOA_… variables come before this file.
            name: "\(quoted)"
            zone: Asia/Ho_Chi_Minh
            language: vi

            """
    }
}

extension Workspace {
    /// Whether a folder holds `Content/` and `Channels/`.
    public static func isWorkspace(_ root: URL) -> Bool {
        WorkspaceFolder(root: root).isWorkspace
    }

    /// The user and language `loa.yaml` names for commands that name none.
    public var defaultUser: String? { settings.user }
    public var defaultLanguage: Language? { settings.language }
}
