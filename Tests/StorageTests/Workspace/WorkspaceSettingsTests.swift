import Foundation
import Outreach
import Storage
import Testing

struct WorkspaceSettingsTests {
    private func read(_ text: String) async throws -> WorkspaceSettings {
        try await StorageFixture.inFolder { folder in
            let file = folder.appending(path: "loa.yaml")
            try Data(text.utf8).write(to: file)
            return try WorkspaceSettings.read(file)
        }
    }

    @Test func `a file that is not there means the defaults`() async throws {
        try await StorageFixture.inFolder { folder in
            let settings = try WorkspaceSettings.read(folder.appending(path: "loa.yaml"))
            #expect(settings == .defaults)
        }
        #expect(WorkspaceSettings.defaults.zone == .vietnam)
    }

    @Test func `name, zone, language and user are read`() async throws {
        let settings = try await read(
            """
            name: "Xã Thạnh Xuân"
            zone: Asia/Bangkok
            language: en
            user: an

            """)
        #expect(settings.name == "Xã Thạnh Xuân" && settings.zone.name == "Asia/Bangkok")
        #expect(settings.language == .english && settings.user == "an")
    }

    @Test(arguments: [
        ("zone: Asia/Nowhere\n", 1), ("name: a\nlanguage: fr\n", 2), ("name: a\ncolour: red\n", 2), ("- a\n", 1),
    ])
    func `a mistake is told with its line`(text: String, line: Int) async throws {
        let error = await #expect(throws: SettingsError.self) { try await read(text) }
        #expect(error?.problems.map(\.line) == [line])
        #expect(error?.kind == .configuration)
        #expect(error?.message.english.hasPrefix("loa.yaml:\(line)") == true)
    }
}
