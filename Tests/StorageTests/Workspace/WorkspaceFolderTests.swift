import Foundation
import Outreach
import Storage
import Testing

struct WorkspaceFolderTests {
    private func inWorkspace(_ use: (WorkspaceFolder) async throws -> Void) async throws {
        try await StorageFixture.inFolder { root in
            for name in ["Content", "Channels"] {
                try FileManager.default.createDirectory(
                    at: root.appending(path: name), withIntermediateDirectories: true)
            }
            try await use(WorkspaceFolder(root: root))
        }
    }

    @Test func `a folder is a workspace where Content and Channels lie in it`() async throws {
        try await inWorkspace { #expect($0.isWorkspace) }
        try await StorageFixture.inFolder { root in
            let folder = WorkspaceFolder(root: root)
            #expect(!folder.isWorkspace)
            #expect(throws: WorkspaceError.notAWorkspace(path: folder.root.path)) { try folder.prepareState() }
            let made = try FileManager.default.contentsOfDirectory(atPath: root.path)
            #expect(made.isEmpty)
        }
    }

    @Test func `what Loa keeps is made once, for its own user alone`() async throws {
        try await inWorkspace { folder in
            for _ in 1...2 { try folder.prepareState() }
            for kept in [folder.state, folder.media, folder.backups] {
                let rights = try FileManager.default.attributesOfItem(atPath: kept.path)[.posixPermissions] as? Int
                #expect(rights == 0o700)
            }
        }
    }

    @Test func `the folder carries its name`() async throws {
        try await inWorkspace { folder in
            try folder.prepareState()
            #expect(folder.instance() == nil)
            try folder.writeInstance("one")
            try folder.writeInstance("two")
            #expect(folder.instance() == "two")
        }
    }

    @Test func `one process at a time has the right to send, and gives it back when it ends`() async throws {
        try await inWorkspace { folder in
            try folder.prepareState()
            var lock: DeliveryLock? = try DeliveryLock(folder)
            #expect(throws: WorkspaceError.anotherEngine) { try DeliveryLock(folder) }
            #expect(throws: WorkspaceError.anotherEngine) { try DeliveryLock(folder) }
            withExtendedLifetime(lock) {}
            lock = nil
            _ = try DeliveryLock(folder)
        }
    }

    @Test func `without a place for the lock the path is named`() async throws {
        try await inWorkspace { folder in
            let error = #expect(throws: WorkspaceError.self) { try DeliveryLock(folder) }
            guard case .cannotWrite(let path, _) = error else {
                Issue.record("expected that it cannot be written, found \(String(describing: error))")
                return
            }
            #expect(path == folder.deliveryLockFile.path)
        }
    }
}
