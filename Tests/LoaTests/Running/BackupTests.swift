import Foundation
import Testing

struct BackupTests {
    @Test func `after a restore nothing is sent until an administrator resumes`() async throws {
        let office = try await Office.open()
        let copy = office.file("backup").path
        try await office.loa("backup", copy, as: Office.editor).refused(1)
        try await office.loa("backup", copy, as: Office.administrator).succeeded()
        let kept = try await office.draft()
        try await office.loa("restore", copy, as: Office.administrator).succeeded()
        #expect(try await office.posts().isEmpty)

        let refused = try await office.loa("deliver", "--once", "--json").refused(1)
        #expect(refused.messages.contains("loa deliver --resume"))
        #expect(refused.output.isEmpty)
        try await office.loa("deliver", "--resume", as: Office.editor).refused(1)
        try await office.loa("deliver", "--once").refused(1)
        try await office.loa("deliver", "--resume", as: Office.administrator).succeeded()
        try await office.loa("deliver", "--once").succeeded()

        // What the restore replaced was set aside, not lost.
        let aside = try FileManager.default.contentsOfDirectory(atPath: office.file(".loa/backups").path)
        let replaced = try #require(aside.first { $0.hasPrefix("replaced-") })
        try await office.loa("restore", office.file(".loa/backups/\(replaced)").path, as: Office.administrator)
            .succeeded()
        #expect(try await office.posts() == [kept])
    }

    @Test func `a folder that is no back-up changes nothing`() async throws {
        let office = try await Office.open()
        let post = try await office.draft()
        try await office.loa("restore", office.file("Content").path, as: Office.administrator).refused(64)
        #expect(try await office.posts() == [post])
        try await office.loa("deliver", "--once").succeeded()
    }

    @Test func `a back-up is not written over another`() async throws {
        let office = try await Office.open()
        try await office.loa("backup", office.file("Content").path, as: Office.administrator).refused(64)
        #expect(!FileManager.default.fileExists(atPath: office.file("Content/loa.db").path))
    }

    @Test func `the audit log is whole, and says so`() async throws {
        let office = try await Office.open()
        try await office.loa("audit", "verify", as: Office.administrator).succeeded()
    }
}
