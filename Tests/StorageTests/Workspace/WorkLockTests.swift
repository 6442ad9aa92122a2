import Foundation
import Outreach
import Testing

@testable import Storage

/// Many work in a workspace at a time, or one puts another database into it.
struct WorkLockTests {
    private func inWorkspace(_ test: (WorkspaceFolder) throws -> Void) throws {
        let root = FileManager.default.temporaryDirectory.appending(path: "loa-use-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: root) }
        let folder = WorkspaceFolder(root: root)
        for part in [folder.content, folder.channels] {
            try FileManager.default.createDirectory(at: part, withIntermediateDirectories: true)
        }
        try folder.prepareState()
        try test(folder)
    }

    @Test func `while others work nobody has it alone, and who they are is told`() throws {
        try inWorkspace { folder in
            let (one, other) = (try WorkLock(folder, .shared), try WorkLock(folder, .shared))
            let here = Int(ProcessInfo.processInfo.processIdentifier)
            for use in [one, other] {
                let refusal = #expect(throws: WorkspaceError.self) { try WorkLock(folder, .alone) }
                guard case .inUse(let users) = refusal else { throw try #require(refusal) }
                #expect(users.map(\.process) == [here])
                #expect(refusal?.message.vietnamese.contains("(tiến trình \(here))") == true)
                use.release()
            }
            _ = try WorkLock(folder, .alone)
        }
    }

    @Test func `while one has it alone nobody else begins`() throws {
        try inWorkspace { folder in
            let alone = try WorkLock(folder, .alone)
            #expect(throws: WorkspaceError.beingReplaced) { try WorkLock(folder, .shared) }
            #expect(throws: WorkspaceError.self) { try WorkLock(folder, .alone) }
            alone.release()
            _ = try WorkLock(folder, .shared)
        }
    }

    @Test func `it is given back with its last reference, and with the process at the latest`() throws {
        try inWorkspace { folder in
            _ = try WorkLock(folder, .shared)
            let holder = Process()
            holder.executableURL = URL(filePath: "/usr/bin/flock")
            holder.arguments = ["--shared", folder.workLockFile.path, "sh", "-c", "echo held; read line"]
            let (output, input) = (Pipe(), Pipe())
            (holder.standardOutput, holder.standardInput) = (output, input)
            try holder.run()
            _ = output.fileHandleForReading.availableData
            #expect(throws: WorkspaceError.self) { try WorkLock(folder, .alone) }
            _ = try WorkLock(folder, .shared)
            input.fileHandleForWriting.closeFile()
            holder.waitUntilExit()
            _ = try WorkLock(folder, .alone)
        }
    }

    @Test func `a lock on a file that was replaced is none`() throws {
        try inWorkspace { folder in
            let old = try WorkLock(folder, .alone)
            try FileManager.default.removeItem(at: folder.workLockFile)
            _ = try WorkLock(folder, .shared)
            withExtendedLifetime(old) {}
        }
    }
}
