import Foundation
import Testing

/// An init that is refused leaves nothing behind.
struct InitRefusalTests {
    @Test(arguments: ["", "  ", "a\u{1}b"])
    func `an init that is refused leaves no folder behind`(name: String) async throws {
        let folder = OfficeTemplates.folder.appending(path: UUID().uuidString)
        let answer = try await Program.run(
            ["init", folder.path, "--from", OfficeTemplates.repository.path, "--name", name])
        #expect(answer.code == 0 || !FileManager.default.fileExists(atPath: folder.path), "\(answer)")
    }
}
