import Foundation
import Glibc
import Testing

struct WorkspaceTroubleTests {
    @Test(.timeLimit(.minutes(30)))
    func `a database that another program writes to for long makes a change fail with code 75`() async throws {
        let office = try await Office.open()
        try await office.whileWriting {
            let answer = try await office.loa(
                "users", "add", "moi", "--name", "Mới", "--role", "viewer", as: Office.administrator
            ).refused(75)
            #expect(answer.output.isEmpty)
        }
        let users = try await office.loa("users", "list", "--json", as: Office.administrator).succeeded()
        #expect(!users.output.contains("\"moi\""))
    }

    @Test func `a database that is none is named, and no command makes it worse`() async throws {
        let office = try await Office.open()
        let junk = Data("không phải cơ sở dữ liệu".utf8)
        try office.write(junk, to: ".loa/loa.db")
        try await office.loa("units", "list").refused(78)
        #expect(try Data(contentsOf: office.file(".loa/loa.db")) == junk)
    }

    @Test(.enabled("needs a user without rights to this folder") { await SomeoneElse.mayRun() })
    func `a folder one may not write to is refused with its path`() async throws {
        let office = try await Office.open()
        try office.makeReadOnly()
        defer { office.makeWritable() }
        let answer = try await Program.run(
            ["users", "add", "moi", "--name", "Mới", "--workspace", office.folder.path, "--as", Office.administrator],
            userID: SomeoneElse.userID
        ).refused(78)
        #expect(answer.messages.contains(office.folder.lastPathComponent))
        let made = try await Program.run(
            ["init", office.file("moi").path, "--from", OfficeTemplates.repository.path],
            userID: SomeoneElse.userID
        ).refused(78)
        #expect(made.messages.contains(office.file("moi").path))
    }
}

/// A user whom file permissions hold back: this one, unless it is root, whom nothing does.
private enum SomeoneElse {
    static let userID: uid_t? = geteuid() == 0 ? 65534 : nil

    /// Whether that user can start the program at all, wherever it was built.
    static func mayRun() async -> Bool {
        (try? await Program.run(["--version"], userID: userID).code) == 0
    }
}

extension Office {
    fileprivate func makeReadOnly() throws {
        for path in try FileManager.default.subpathsOfDirectory(atPath: folder.path) + [""] {
            var status = stat()
            let path = file(path).path
            guard stat(path, &status) == 0 else { continue }
            chmod(path, status.st_mode & S_IFMT == S_IFDIR ? 0o555 : 0o444)
        }
    }

    fileprivate func makeWritable() {
        for path in ["", ".loa", ".loa/media", ".loa/backups", "Content", "Channels"] {
            chmod(file(path).path, 0o755)
        }
        _ = try? FileManager.default.subpathsOfDirectory(atPath: folder.path).map { chmod(file($0).path, 0o755) }
    }
}
