import Foundation
import Operations
import Outreach
import Testing

@testable import Office
@testable import Storage

/// Back-up is one command, and a restore never re-sends.
struct RestoreTests {
    private func deliver(_ workspace: Workspace) async throws -> DeliverySummary {
        try await workspace.deliver(.once, wait: { _ in })
    }

    @Test func `after a restore nothing is sent until a person resumes`() async throws {
        let receiver = try LoopbackReceiver { _, _ in 200 }
        defer { receiver.stop() }
        try await Office.open(port: receiver.port) { office in
            let admin = try office.user("admin")
            let post = try await office.approved()
            let target = office.folder.appending(path: "backup")
            let report = try await office.workspace.backUp(to: target, as: admin)
            #expect(report.auditEntries > 0)
            try office.turn(to: "2026-06-01 08:00")
            #expect(try await deliver(office.workspace).posted == 1)
            try office.workspace.close()
            _ = try await Workspace.restore(target, into: office.folder, as: admin)
            let restored = try await office.reopened()
            #expect(try await restored.post(post).state == .approved)
            for _ in 1...2 {
                await #expect(throws: PublishingError.notThisInstance) { try await deliver(restored.workspace) }
            }
            #expect(receiver.requests.count == 1)
            await #expect(throws: OrganisationError.self) {
                try await restored.workspace.resumeDelivery(as: try office.user("lan"), mode: .perform)
            }
            try await restored.workspace.resumeDelivery(as: admin, mode: .rehearse)
            await #expect(throws: PublishingError.notThisInstance) { try await deliver(restored.workspace) }
            try await restored.workspace.resumeDelivery(as: admin, mode: .perform)
            #expect(try await deliver(restored.workspace).posted == 1)
        }
    }

    @Test func `a database carried into another folder sends nothing`() async throws {
        try await Office.open { office in
            try await Office.open { other in
                try await other.workspace.resumeDelivery(as: try other.user("admin"), mode: .perform)
                _ = try await office.workspace.backUp(
                    to: office.folder.appending(path: "backup"), as: try office.user("admin"))
                let database = WorkspaceFolder(root: other.folder).databaseFile
                for suffix in ["", "-wal", "-shm"] {
                    try? FileManager.default.removeItem(atPath: database.path + suffix)
                }
                try FileManager.default.copyItem(at: office.folder.appending(path: "backup/loa.db"), to: database)
                let moved = try await other.reopened()
                await #expect(throws: PublishingError.notThisInstance) { try await deliver(moved.workspace) }
            }
        }
    }

    @Test func `what was there is kept beside the restored, and everything comes back as it was`() async throws {
        try await Office.open { office in
            let admin = try office.user("admin")
            _ = try await office.approved()
            let before = try await office.rows()
            let target = office.folder.appending(path: "backup")
            _ = try await office.workspace.backUp(to: target, as: admin)
            _ = try await office.approved(at: "2026-06-02 08:00")
            try office.workspace.close()
            _ = try await Workspace.restore(target, into: office.folder, as: admin)
            let restored = try await office.reopened()
            let after = try await restored.rows()
            let isNew = { (row: String) in row.hasPrefix("audit") || row.contains("'known-until'") }
            #expect(after.filter { !isNew($0) } == before.filter { !isNew($0) })
            let newest = try await restored.workspace.auditEntries(limit: 1, subject: nil, as: admin)
            #expect(newest.map(\.action) == ["workspace.restore"] && newest.map(\.actor) == ["admin"])
            let kept = try FileManager.default.contentsOfDirectory(
                atPath: WorkspaceFolder(root: office.folder).backups.path)
            #expect(kept.contains { $0.hasPrefix("replaced-") })
        }
    }

    @Test func `a back-up goes to a new folder, by an administrator`() async throws {
        try await Office.open { office in
            let target = office.folder.appending(path: "backup")
            await #expect(throws: OrganisationError.self) {
                try await office.workspace.backUp(to: target, as: try office.user("lan"))
            }
            #expect(!FileManager.default.fileExists(atPath: target.path))
            _ = try await office.workspace.backUp(to: target, as: try office.user("admin"))
            await #expect(throws: BackupError.exists(target.path)) {
                try await office.workspace.backUp(to: target, as: try office.user("admin"))
            }
        }
    }

    @Test func `a file of a back-up that was changed or is missing is named`() async throws {
        try await Office.open { office in
            let target = office.folder.appending(path: "backup")
            _ = try await office.workspace.backUp(to: target, as: try office.user("admin"))
            let sound = try await Workspace.verifyBackup(target)
            #expect(sound.auditEntries > 0)
            let register = target.appending(path: "files/Channels/channels.yaml")
            let before = try String(contentsOf: register, encoding: .utf8)
            try Office.write(before + "\n# one more line\n", to: register)
            let changed = await #expect(throws: BackupError.self) { try await Workspace.verifyBackup(target) }
            #expect(changed?.message.english.contains("files/Channels/channels.yaml was changed") == true)
            try FileManager.default.removeItem(at: register)
            let missing = await #expect(throws: BackupError.self) { try await Workspace.verifyBackup(target) }
            #expect(missing?.message.english.contains("files/Channels/channels.yaml is missing") == true)
            try Office.write(before, to: register)
            #expect(try await Workspace.verifyBackup(target) == sound)
            // Checking left the back-up as it was, with nothing of SQLite's beside the database.
            let names = try FileManager.default.contentsOfDirectory(atPath: target.path).sorted()
            #expect(names == ["SHA256SUMS", "files", "loa.db", "media"])
        }
    }

    @Test func `a file beside the list of a back-up is named, whatever the list leaves out`() async throws {
        try await Office.open { office in
            let target = office.folder.appending(path: "backup")
            _ = try await office.workspace.backUp(to: target, as: try office.user("admin"))
            let (sums, log) = (target.appending(path: "SHA256SUMS"), target.appending(path: "loa.db-wal"))
            let before = try String(contentsOf: sums, encoding: .utf8)
            try Office.write("a log of changes that nobody made", to: log)
            let added = await #expect(throws: BackupError.self) { try await Workspace.verifyBackup(target) }
            #expect(added?.message.english.contains("loa.db-wal is not in SHA256SUMS") == true)
            #expect(added?.message.vietnamese.contains("loa.db-wal không có trong SHA256SUMS") == true)
            try FileManager.default.removeItem(at: log)
            let outside = before + before.prefix(64) + "  ../loa.yaml\n"
            for list in ["", outside] {
                try Office.write(list, to: sums)
                await #expect(throws: BackupError.self) { try await Workspace.verifyBackup(target) }
            }
            try Office.write(before, to: sums)
            #expect(try await Workspace.verifyBackup(target).auditEntries > 0)
        }
    }

    @Test func `what people wrote comes back with the database`() async throws {
        try await Office.open { office in
            let target = office.folder.appending(path: "backup")
            let register = office.folder.appending(path: "Channels/channels.yaml")
            let before = try String(contentsOf: register, encoding: .utf8)
            _ = try await office.workspace.backUp(to: target, as: try office.user("admin"))
            try Office.write("channels: []\n", to: register)
            try office.workspace.close()
            _ = try await Workspace.restore(target, into: office.folder, as: try office.user("admin"))
            #expect(try String(contentsOf: register, encoding: .utf8) == before)
            let backups = office.folder.appending(path: ".loa/backups")
            let aside = try #require(
                try FileManager.default.contentsOfDirectory(atPath: backups.path).first { $0.hasPrefix("replaced-") })
            let kept = backups.appending(path: "\(aside)/files/Channels/channels.yaml")
            #expect(try String(contentsOf: kept, encoding: .utf8) == "channels: []\n")
        }
    }

    @Test func `what is no back-up is not restored`() async throws {
        try await Office.open { office in
            let (empty, damaged) = (office.folder.appending(path: "empty"), office.folder.appending(path: "damaged"))
            try Office.write("", to: empty.appending(path: "note"))
            try Office.write(String(repeating: "no database ", count: 500), to: damaged.appending(path: "loa.db"))
            let before = try await office.rows()
            try office.workspace.close()
            await #expect(throws: BackupError.notABackup(empty.path)) {
                try await Workspace.restore(empty, into: office.folder, as: .program)
            }
            await #expect(throws: (any Error).self) {
                try await Workspace.restore(damaged, into: office.folder, as: .program)
            }
            #expect(try await office.rows() == before)
            #expect(try await deliver(office.reopened().workspace).attempts == 0)
        }
    }

    @Test func `nothing is restored under a process that works here, and its name is told`() async throws {
        try await Office.open { office in
            let target = office.folder.appending(path: "backup")
            _ = try await office.workspace.backUp(to: target, as: try office.user("admin"))
            let before = try await office.rows()
            let refusal = await #expect(throws: WorkspaceError.self) {
                try await Workspace.restore(target, into: office.folder, as: .program)
            }
            guard case .inUse(let users) = refusal else {
                Issue.record("expected that it is in use, found \(String(describing: refusal))")
                return
            }
            #expect(users.map(\.process) == [Int(ProcessInfo.processInfo.processIdentifier)])
            #expect(refusal?.message.english.contains("Nothing was changed") == true)
            #expect(try await office.rows() == before)
            // Others may look meanwhile, and work goes on.
            #expect(try await office.reopened().workspace.sendingStatus() == .nobody)
            _ = try await office.approved()
            try office.workspace.close()
            await #expect(throws: (any Error).self) { try await office.approved() }
        }
    }

    @Test func `one process sends at a time, and nothing is restored under it`() async throws {
        let receiver = try LoopbackReceiver { _, _ in 200 }
        defer { receiver.stop() }
        try await Office.open(port: receiver.port) { office in
            let post = try await office.approved()
            try office.turn(to: "2026-06-01 08:00")
            let target = office.folder.appending(path: "backup")
            _ = try await office.workspace.backUp(to: target, as: try office.user("admin"))
            do {
                let lock = try DeliveryLock(WorkspaceFolder(root: office.folder))
                await #expect(throws: WorkspaceError.anotherEngine) { try await deliver(office.workspace) }
                // One of an older Loa, which knows of no other lock.
                try office.workspace.close()
                await #expect(throws: WorkspaceError.anotherEngine) {
                    try await Workspace.restore(target, into: office.folder, as: .program)
                }
                withExtendedLifetime(lock) {}
            }
            let again = try await office.reopened()
            #expect(receiver.requests.isEmpty)
            #expect(try await again.post(post).state == .approved)
            #expect(try await deliver(again.workspace).posted == 1)
        }
    }
}
