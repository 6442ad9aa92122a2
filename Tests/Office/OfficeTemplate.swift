import Foundation
import Operations
import Outreach
import Testing

@testable import Storage

/// The small workspace with its content imported and its people in, made once and kept as files, so that every test
/// begins with a copy.
enum OfficeTemplate {
    /// By path inside the workspace.
    static let files = Task { try await make() }

    private static func make() async throws -> [String: Data] {
        try await Office.inFolder { folder in
            var files = OfficeContent.files.merging(OfficeChannels.files(port: 9)) { first, _ in first }
                .mapValues { Data($0.utf8) }
            try files.merge(Repository.safeguarding) { first, _ in first }
            for (path, bytes) in files {
                let file = folder.appending(path: path)
                try FileManager.default.createDirectory(
                    at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
                try bytes.write(to: file)
            }
            let office = try await Office(in: folder)
            try await settle(office)
            // The rules are in the database now; without their files a later import leaves them alone and is quick.
            files = files.filter { !$0.key.hasPrefix("Content/safeguarding/") }
            let copy = folder.appending(path: "copy.db")
            try await office.database().copy(to: copy)
            files[".loa/loa.db"] = try Data(contentsOf: copy)
            files[".loa/instance"] = try Data(contentsOf: WorkspaceFolder(root: folder).instanceFile)
            return files
        }
    }

    private static func settle(_ office: Office) async throws {
        let (workspace, admin) = (office.workspace, try office.user("admin"))
        _ = try await workspace.addFirstAdministrator(try slug("admin"), name: "Quản trị", mode: .perform)
        let report = try await workspace.importContent(as: admin, mode: .perform)
        #expect(report.problems.map(\.message.english) == [])
        for (name, role, unit) in [
            ("lan", Role.editor, "east"), ("hoa", .editor, "east"), ("minh", .approver, "east"),
            ("tam", .approver, "east"), ("an", .logger, "east-youth"), ("tay", .editor, "west"),
            ("duyet", .approver, "west"),
        ] {
            let grant = Grant(role: role, unit: try slug(unit))
            _ = try await workspace.addUser(try slug(name), name: name, grant: grant, as: admin, mode: .perform)
        }
        _ = try await workspace.decideMaterials([], .approved, as: try office.user("minh"), mode: .perform)
    }
}
