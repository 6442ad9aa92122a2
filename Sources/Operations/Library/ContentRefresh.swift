public import Foundation
public import Outreach
import Storage

/// How a file of the program's own content stands to the workspace's.
public enum ShippedFileState: String, Sendable, Hashable, Codable, CaseIterable {
    /// The workspace has none of this name.
    case new
    /// The workspace has it as an earlier version of the program brought it.
    case newer
    /// It was written in here, or nobody knows; it is replaced only where somebody names it.
    case edited
}

/// A file the program brings that the workspace has otherwise, or not at all.
public struct ShippedFile: Sendable, Hashable {
    /// Below the workspace: `Content/help-lines.yaml`.
    public let path: String
    public let state: ShippedFileState
}

/// What came of taking over the program's content.
public struct ContentRefreshReport: Sendable {
    /// What was written; of files that were edited here the old text is kept in `.loa/backups/content`.
    public let taken: [ShippedFile]
    /// What was left as it is here.
    public let left: [ShippedFile]
}

extension Workspace {
    /// The content an installed program brings, in `share/loa` beside it; nil where none lies there.
    public static var installedContent: URL? {
        guard let program = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe") else {
            return nil
        }
        let folder = URL(filePath: program).deletingLastPathComponent().deletingLastPathComponent()
            .appending(path: "share/loa")
        return isWorkspace(folder) ? folder : nil
    }

    /// What the program brings that the workspace has otherwise, or not at all.
    public func shippedFiles(in source: URL) throws -> [ShippedFile] {
        let taken = StarterRecord(folder).hashes
        let origin = WorkspaceFolder(root: source)
        guard origin.root != folder.root, origin.isWorkspace else { return [] }
        return try StarterRecord.paths(in: origin).compactMap { path in
            let shipped = try StarterRecord.hash(of: source.appending(path: path))
            let own = try StarterRecord.hash(of: root.appending(path: path))
            guard let shipped, shipped != own else { return nil }
            // What was deleted here after it came stays deleted.
            guard let own else { return taken[path] == nil ? ShippedFile(path: path, state: .new) : nil }
            return ShippedFile(path: path, state: taken[path] == own ? .newer : .edited)
        }
    }

    /// Takes the program's newer files over into the workspace: all that nobody wrote in here, and those that are named.
    /// They count only once they are imported, and materials once they are approved.
    public func refreshContent(
        from source: URL, taking named: Set<String>, as caller: Caller, mode: ChangeMode
    ) async throws -> ContentRefreshReport {
        try await database.read { try $0.authoriseWhole(caller, .administer) }
        let files = try shippedFiles(in: source)
        let unknown = named.subtracting(files.map(\.path))
        guard unknown.isEmpty else { throw ContentRefreshError.unknown(unknown.sorted()) }
        let taken = files.filter { $0.state != .edited || named.contains($0.path) }
        let report = ContentRefreshReport(taken: taken, left: files.filter { !taken.contains($0) })
        guard mode == .perform else { return report }
        let record = StarterRecord(folder)
        do {
            for file in taken {
                let place = root.appending(path: file.path)
                try FileManager.default.createDirectory(
                    at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
                let bytes = try Data(contentsOf: source.appending(path: file.path))
                if file.state == .edited { try keepAside(place, as: file.path) }
                try bytes.write(to: place, options: .atomic)
            }
            try record.note(source, paths: taken.map(\.path))
        } catch {
            throw WorkspaceError.cannotWrite(path: root.path, detail: error.systemWords)
        }
        if !taken.isEmpty {
            let now = now
            try await database.write { tx in
                try tx.audit(
                    at: now, actor: caller.name, action: "content.refresh", subject: "",
                    detail: "\(taken.count): \(taken.prefix(20).map(\.path).joined(separator: " "))")
            }
        }
        return report
    }

    private func keepAside(_ file: URL, as path: String) throws {
        let aside = folder.backups.appending(path: "content/\(path)")
        try FileManager.default.createDirectory(
            at: aside.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(contentsOf: file).write(to: aside, options: .atomic)
    }
}

/// Why nothing was taken over.
public enum ContentRefreshError: ReadableError, Hashable {
    case unknown([String])

    public var kind: FailureKind { .notFound }

    public var message: Message {
        switch self {
        case .unknown(let paths):
            Message(
                vi: "Không có tệp mới nào tên \(paths.joined(separator: ", ")). Chưa thay đổi gì.",
                en: "There is no newer file \(paths.joined(separator: ", ")). Nothing was changed.")
        }
    }
}
