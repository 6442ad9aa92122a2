import Foundation
import Testing

/// What is no back-up leaves the workspace as it was.
struct RestoreRefusalTests {
    @Test func `a restore that fails half-way leaves sending off or everything as it was`() async throws {
        let office = try await Office.open()
        let kept = try await office.draft()
        let backup = office.file("backup")
        try FileManager.default.createDirectory(at: backup, withIntermediateDirectories: true)
        try FileManager.default.copyItem(at: office.file(".loa/loa.db"), to: backup.appending(path: "loa.db"))
        let restored = try await office.loa("restore", backup.path, as: Office.administrator)
        if restored.code != 0 {
            #expect(FileManager.default.fileExists(atPath: office.file(".loa/media").path))
            #expect(try await office.posts() == [kept])
        } else {
            try await office.loa("deliver", "--once").refused(1)
        }
    }

    @Test func `a database that is not Loa's is no back-up`() async throws {
        let office = try await Office.open()
        let kept = try await office.draft()
        let backup = office.file("backup")
        try FileManager.default.createDirectory(at: backup.appending(path: "media"), withIntermediateDirectories: true)
        try await Python.run(
            "import sqlite3, sys; sqlite3.connect(sys.argv[1]).execute('CREATE TABLE x (y)')",
            [backup.appending(path: "loa.db").path])
        let answer = try await office.loa("restore", backup.path, as: Office.administrator)
        #expect(answer.code != 0, "\(answer)")
        #expect(try await office.posts() == [kept])
    }
}
