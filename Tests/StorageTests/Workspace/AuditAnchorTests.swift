import Foundation
import Outreach
import Storage
import Testing

@Suite("The noted end of the audit log")
struct AuditAnchorTests {
    private let root = FileManager.default.temporaryDirectory.appending(path: "anchor-\(UUID())")

    @Test("Grows with the log, and a shorter log does not take the place of a longer one")
    func grows() throws {
        let anchor = try made()
        defer { try? FileManager.default.removeItem(at: root) }
        #expect(anchor.end == nil)
        for sequence in [9, 10, 1000] {
            anchor.note(end(sequence))
            #expect(anchor.end == end(sequence))
        }
        anchor.note(end(10))
        #expect(anchor.end == end(1000))
    }

    @Test("A back-up that was put back is noted though its log is shorter, with nothing of the longer line left")
    func replaced() throws {
        let anchor = try made()
        defer { try? FileManager.default.removeItem(at: root) }
        anchor.note(end(1000))
        anchor.replace(with: end(7))
        #expect(anchor.end == end(7))
        anchor.note(end(8))
        #expect(anchor.end == end(8))
    }

    @Test("A file that cannot be read is written anew")
    func unreadable() throws {
        let anchor = try made()
        defer { try? FileManager.default.removeItem(at: root) }
        let file = WorkspaceFolder(root: root).state.appending(path: "audit-end")
        try Data("half a li".utf8).write(to: file)
        #expect(anchor.end == nil)
        anchor.note(end(3))
        #expect(anchor.end == end(3))
    }

    private func made() throws -> AuditAnchor {
        let folder = WorkspaceFolder(root: root)
        try FileManager.default.createDirectory(at: folder.state, withIntermediateDirectories: true)
        return AuditAnchor(folder)
    }

    private func end(_ sequence: Int) -> AuditEnd {
        AuditEnd(sequence: sequence, hash: ContentHash.sha256(of: "\(sequence)").description)
    }
}
