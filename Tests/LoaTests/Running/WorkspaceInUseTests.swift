import Foundation
import Subprocess
import Testing

/// What a running server has open is not replaced under it.
struct WorkspaceInUseTests {
    @Test func `under a server that only serves nothing is restored or imported, and reading goes on`() async throws {
        let office = try await Office.open()
        let (copy, export) = (office.file("backup").path, office.file("all.zip").path)
        try await office.loa("backup", copy, as: Office.administrator).succeeded()
        try await office.loa("export", export, as: Office.administrator).succeeded()
        let kept = try await office.draft()
        var lines: [String] = []
        let server = try await Program.converse(
            ["serve", "--no-deliver", "--port", "0", "--workspace", office.folder.path]
        ) { execution in
            for try await line in execution.standardError.strings() {
                lines.append(line)
                guard line.contains("http://127.0.0.1:") else { continue }
                for command in [["restore", copy], ["import", export, "--workspace", office.folder.path]] {
                    let refused = try await office.loa(command, as: Office.administrator).refused(75)
                    #expect(refused.messages.contains("“loa serve”"), "\(refused)")
                }
                #expect(try await office.posts() == [kept])
                try execution.send(signal: .interrupt)
            }
        }
        #expect(server.code == 0, "\(lines)")
        try await office.loa("restore", copy, as: Office.administrator).succeeded()
        #expect(try await office.posts().isEmpty)
    }
}
