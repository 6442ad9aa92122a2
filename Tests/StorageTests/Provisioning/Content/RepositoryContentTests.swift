import Foundation
import Outreach
import Storage
import Testing

@Suite struct `Content of the repository` {
    /// The folder beside `Tests`, found from this file upwards.
    private static func folder(from file: String = #filePath) throws -> URL {
        var folder = URL(fileURLWithPath: file)
        while folder.path != "/" {
            folder.deleteLastPathComponent()
            let manifest = folder.appendingPathComponent("Package.swift").path
            let content = folder.appendingPathComponent("Content")
            if FileManager.default.fileExists(atPath: manifest) { return content }
        }
        throw CocoaError(.fileNoSuchFile)
    }

    @Test func `it is read without a single problem`() throws {
        let content = try ContentFolder.load(try Self.folder())
        for problem in content.problems { Issue.record("\(problem.message.english)") }
        #expect(content.fileCount > 0)
    }
}
