import Foundation
import Operations

/// The repository this test was built in: it is a workspace itself.
enum Repository {
    static var folder: URL {
        var folder = URL(filePath: #filePath)
        while !Workspace.isWorkspace(folder), folder.path != "/" { folder.deleteLastPathComponent() }
        return folder
    }

    /// The rules and help lines as they ship, by path inside a workspace.
    static var safeguarding: [String: Data] {
        get throws {
            let rules = folder.appending(path: "Content/safeguarding")
            let names = FileManager.default.enumerator(atPath: rules.path)?.compactMap { $0 as? String } ?? []
            var files = [
                "Content/help-lines.yaml": try Data(contentsOf: folder.appending(path: "Content/help-lines.yaml"))
            ]
            for name in names where name.hasSuffix(".yaml") {
                files["Content/safeguarding/\(name)"] = try Data(contentsOf: rules.appending(path: name))
            }
            return files
        }
    }
}
