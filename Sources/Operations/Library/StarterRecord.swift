import Foundation
import Outreach
import Storage

/// Which files of the program's content came into a workspace, and as what: so that what people wrote in them is told
/// apart from what an older version of the program brought.
struct StarterRecord {
    private let folder: WorkspaceFolder

    init(_ folder: WorkspaceFolder) {
        self.folder = folder
    }

    /// SHA-256 by path; empty for a workspace that was made before there was a record.
    var hashes: [String: String] {
        guard let data = try? Data(contentsOf: folder.starterFile) else { return [:] }
        return (try? JSONDecoder().decode([String: String].self, from: data)) ?? [:]
    }

    /// Notes what a source's files are now.
    func note(_ source: URL, paths: [String]) throws {
        var all = hashes
        for path in paths { all[path] = try StarterRecord.hash(of: source.appending(path: path)) }
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
        try encoder.encode(all).write(to: folder.starterFile, options: .atomic)
    }

    /// Everything below `Content/` and `Channels/`, in order.
    static func paths(in folder: WorkspaceFolder) throws -> [String] {
        ["Content", "Channels"].flatMap { name in
            let below = FileManager.default.enumerator(atPath: folder.root.appending(path: name).path)
            return (below?.allObjects as? [String] ?? []).map { "\(name)/\($0)" }
        }
        .filter { path in
            var isFolder: ObjCBool = false
            let place = folder.root.appending(path: path).path
            return FileManager.default.fileExists(atPath: place, isDirectory: &isFolder) && !isFolder.boolValue
        }
        .sorted()
    }

    static func hash(of file: URL) throws -> String? {
        guard FileManager.default.fileExists(atPath: file.path) else { return nil }
        return ContentHash.sha256(of: try Data(contentsOf: file)).description
    }
}
