public import Foundation
import Outreach
import Storage

/// An export that waits in the workspace for a browser to take it away. Only the last one is kept.
extension Workspace {
    /// Exports everything into a file of the workspace's own, in place of the one before.
    ///
    /// - Returns: the file's name, and what it holds.
    public func keepExport(as caller: Caller) async throws -> (name: String, report: ExportReport) {
        try await database.read { try $0.authoriseWhole(caller, .administer) }
        let name = "loa-\(now.description.filter(\.isNumber).prefix(14)).zip"
        let exports = folder.exports
        do {
            if FileManager.default.fileExists(atPath: exports.path) { try FileManager.default.removeItem(at: exports) }
            try FileManager.default.createDirectory(
                at: exports, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        } catch {
            throw WorkspaceError.cannotWrite(path: exports.path, detail: error.systemWords)
        }
        // Under another name until it is whole, so that nobody takes half of it away.
        let building = exports.appending(path: "unfinished")
        let report = try await exportEverything(to: building, as: caller)
        do {
            try FileManager.default.moveItem(at: building, to: exports.appending(path: name))
        } catch {
            throw WorkspaceError.cannotWrite(path: exports.path, detail: error.systemWords)
        }
        return (name, report)
    }

    /// The name of the export that waits, if there is one.
    public func keptExport(as caller: Caller) async throws -> String? {
        try await database.read { try $0.authoriseWhole(caller, .administer) }
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.exports.path)) ?? []
        return names.filter(Workspace.isExportName).max()
    }

    /// Where the export of that name lies.
    ///
    /// - Throws: ``ExportError/notKept(_:)``.
    public func keptExport(named name: String, as caller: Caller) async throws -> URL {
        try await database.read { try $0.authoriseWhole(caller, .administer) }
        let file = folder.exports.appending(path: name)
        guard Workspace.isExportName(name), FileManager.default.fileExists(atPath: file.path) else {
            throw ExportError.notKept(name)
        }
        return file
    }

    private static func isExportName(_ name: String) -> Bool { name.wholeMatch(of: /loa-[0-9]{14}\.zip/) != nil }
}
