import Foundation
import Outreach
import Storage

/// The folders in which imports of exports are built, beside the place where they are meant to stand. One that was cut
/// off leaves its folder behind; whoever is still at it holds a lock in it.
enum CutOffImports {
    static func newFolder(beside root: URL) -> WorkspaceFolder {
        WorkspaceFolder(
            root: root.deletingLastPathComponent().appending(path: prefix(of: root) + UUID().uuidString))
    }

    /// Makes the folder and marks it as being filled, for as long as the lock is kept.
    static func begin(_ folder: WorkspaceFolder) throws -> WorkLock {
        for part in [folder.content, folder.channels] {
            try FileManager.default.createDirectory(at: part, withIntermediateDirectories: true)
        }
        try folder.prepareState()
        return try WorkLock(folder, .alone)
    }

    /// Those of a workspace that nobody is filling any more, by their paths.
    static func all(beside root: URL) -> [URL] {
        let (parent, prefix) = (root.deletingLastPathComponent(), prefix(of: root))
        let names = (try? FileManager.default.contentsOfDirectory(atPath: parent.path)) ?? []
        return names.sorted().compactMap { name in
            guard name.hasPrefix(prefix), UUID(uuidString: String(name.dropFirst(prefix.count))) != nil else {
                return nil
            }
            let folder = WorkspaceFolder(root: parent.appending(path: name))
            let values = try? folder.root.resourceValues(forKeys: [.isDirectoryKey, .isSymbolicLinkKey])
            guard values?.isDirectory == true, values?.isSymbolicLink != true else { return nil }
            // Just begun, it has no place for the lock yet.
            guard FileManager.default.fileExists(atPath: folder.state.path) else { return nil }
            return (try? WorkLock(folder, .alone)) == nil ? nil : folder.root
        }
    }

    /// - Returns: the paths of what is gone.
    static func remove(beside root: URL) -> [String] {
        all(beside: root).compactMap { folder in
            do {
                try FileManager.default.removeItem(at: folder)
                return folder.path
            } catch {
                return nil
            }
        }
    }

    private static func prefix(of root: URL) -> String { ".\(root.standardizedFileURL.lastPathComponent)-import-" }
}

extension Workspace {
    /// A half import takes room and holds what the export held.
    func cutOffImportCheck() -> HealthCheck {
        let paths = CutOffImports.all(beside: folder.root).map(\.path)
        guard !paths.isEmpty else {
            return HealthCheck(
                part: "imports", state: .good, finding: Message(vi: "không có gì dở dang.", en: "nothing half done."))
        }
        let list = paths.joined(separator: ", ")
        return HealthCheck(
            part: "imports", state: .attention,
            finding: Message(
                vi: "Lần nhập bị ngắt để lại \(list). Không ai dùng nữa: xóa thư mục đó (lần “loa import” sau "
                    + "cũng tự xóa).",
                en: "An import that was cut off left \(list). Nobody uses it: delete the folder (the next "
                    + "“loa import” does so, too)."))
    }
}
