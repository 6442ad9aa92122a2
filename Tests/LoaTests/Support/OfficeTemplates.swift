import Foundation

/// Workspaces made once in a run and copied for every test, through the program itself.
enum OfficeTemplates {
    /// The repository these tests were built in: the starter content.
    static let repository = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()

    /// The folder of all workspaces of this run; it goes with the process.
    static let folder: URL = {
        let folder = FileManager.default.temporaryDirectory.appending(path: "loa-tests-\(UUID().uuidString)")
        try? FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        atexit { try? FileManager.default.removeItem(at: OfficeTemplates.folder) }
        return folder
    }()

    static let new = Task { () throws -> URL in
        let office = folder.appending(path: "new")
        try await perform(["init", office.path, "--from", repository.path], in: office)
        return office
    }

    static let open = Task { () throws -> URL in
        let office = folder.appending(path: "open")
        try FileManager.default.copyItem(at: try await new.value, to: office)
        try await perform(["users", "add", Office.administrator, "--name", "Chi"], in: office)
        let asAdministrator = ["--as", Office.administrator]
        try await perform(["content", "import"] + asAdministrator, in: office)
        for (person, role, unit) in [
            (Office.editor, "editor", "xa-thanh-xuan"), (Office.approver, "approver", "xa-thanh-xuan"),
            (Office.logger, "logger", Office.youthUnion),
        ] {
            let grant = ["--name", person.capitalized, "--role", role, "--unit", unit]
            try await perform(["users", "add", person] + grant + asAdministrator, in: office)
        }
        try await perform(["content", "approve", "--all", "--as", Office.approver], in: office)
        return office
    }

    private static func perform(_ arguments: [String], in office: URL) async throws {
        let answer = try await Program.run(arguments, environment: ["LOA_WORKSPACE": office.path])
        guard answer.code == 0 else { throw OfficeNotPrepared(answer: answer) }
    }
}

/// A workspace could not be made, so nothing about it can be tested.
struct OfficeNotPrepared: Error, CustomStringConvertible {
    let answer: Answer
    var description: String { answer.description }
}
