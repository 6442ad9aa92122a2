import Foundation
import Outreach
import Storage

/// A content folder as a test wants it: written to a fresh folder, read, and removed.
struct ContentFixture {
    /// By path inside the folder: `materials/article/five-fingers.md`.
    var files: [String: Data] = [:]

    subscript(path: String) -> String {
        get { String(decoding: files[path] ?? Data(), as: UTF8.self) }
        set { files[path] = Data(newValue.utf8) }
    }

    /// The same folder with one text changed in one file.
    func replacing(_ old: String, with new: String, in path: String) throws -> ContentFixture {
        guard self[path].contains(old) else { throw MissingText(text: old, path: path) }
        var changed = self
        changed[path] = self[path].replacing(old, with: new)
        return changed
    }

    func load() throws -> ContentFolder {
        try inFolder { try ContentFolder.load($0) }
    }

    /// Gives the written folder to `use` and removes it afterwards.
    func inFolder<Result>(_ use: (URL) throws -> Result) throws -> Result {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("content-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        for (path, bytes) in files {
            let file = folder.appendingPathComponent(path)
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try bytes.write(to: file)
        }
        return try use(folder)
    }

    struct MissingText: Error {
        let text: String
        let path: String
    }
}

extension ContentFolder {
    /// File and line of every problem: `Content/topics.yaml:3`.
    var places: [String] {
        problems.map { problem in problem.line.map { "\(problem.file):\($0)" } ?? problem.file }
    }

    /// Every problem in English, one a line.
    var report: String { problems.map(\.message.english).joined(separator: "\n") }
}
