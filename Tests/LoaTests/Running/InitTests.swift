import Foundation
import Testing

struct InitTests {
    @Test func `a new workspace has content, channels, settings and a place for secrets`() async throws {
        let office = try await Office.new()
        for name in ["Content/units.yaml", "Channels/channels.yaml", "loa.yaml", "secrets", ".loa/loa.db"] {
            #expect(FileManager.default.fileExists(atPath: office.file(name).path), "\(name)")
        }
    }

    @Test func `a folder in use is not touched`() async throws {
        let office = try await Office.new()
        let before = try Data(contentsOf: office.file("loa.yaml"))
        let source = OfficeTemplates.repository.path
        try await Program.run(["init", office.folder.path, "--from", source]).refused(64)
        #expect(try Data(contentsOf: office.file("loa.yaml")) == before)
        try await Program.run(["init", office.file("Content").path, "--from", source]).refused(64)
        #expect(!FileManager.default.fileExists(atPath: office.file("Content/loa.yaml").path))
    }

    @Test func `the name of the workspace may be any text`() async throws {
        let folder = OfficeTemplates.folder.appending(path: "Xã “Thạnh Xuân” \(UUID().uuidString)")
        try await Program.run(
            ["init", folder.path, "--from", OfficeTemplates.repository.path, "--name", #"Xã "A" \ B: 😀"#]
        ).succeeded()
        try await Program.run(["units", "list"], environment: ["LOA_WORKSPACE": folder.path]).succeeded()
    }

    @Test func `the first user is administrator, whoever comes next needs one`() async throws {
        let office = try await Office.new()
        let first = try await office.loa("users", "add", "chi", "--name", "Chi").succeeded()
        #expect(first.messages.contains("administrator"))
        try await office.loa("users", "add", "lan", "--name", "Lan", "--role", "editor").refused(64)
        try await office.loa("users", "add", "lan", "--name", "Lan", "--role", "editor", as: "chi").succeeded()
        try await office.loa("users", "add", "minh", "--name", "Minh", "--role", "editor", as: "lan").refused(1)
        try await office.loa("users", "revoke", "chi", "--role", "administrator", as: "chi").refused(1)
    }
}
