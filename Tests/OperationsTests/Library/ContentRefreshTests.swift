import Foundation
import Operations
import Outreach
import Testing

@testable import Office

/// After an upgrade the program brings newer content; what an office wrote is never lost for it.
struct ContentRefreshTests {
    private func write(_ text: String, to file: URL) throws { try Office.write(text, to: file) }

    /// A program's content of three files, and a workspace that was made from it.
    private func open(_ test: (Workspace, _ shipped: URL) async throws -> Void) async throws {
        try await Office.inFolder { folder in
            let (shipped, root) = (folder.appending(path: "share"), folder.appending(path: "workspace"))
            for path in ["Content/a.txt", "Content/b.txt", "Channels/c.txt"] {
                try write("1", to: shipped.appending(path: path))
            }
            try WorkspaceCreation.create(at: root, name: "Thử", copying: shipped)
            try await test(try await Workspace(at: root, environment: [:]), shipped)
        }
    }

    private func text(_ path: String, in workspace: Workspace) throws -> String {
        try String(contentsOf: workspace.root.appending(path: path), encoding: .utf8)
    }

    @Test func `what nobody wrote in is taken, what was edited here is left, and what was deleted stays away`()
        async throws
    {
        try await open { workspace, shipped in
            #expect(try workspace.shippedFiles(in: shipped).isEmpty)
            try write("mine", to: workspace.root.appending(path: "Content/b.txt"))
            try FileManager.default.removeItem(at: workspace.root.appending(path: "Channels/c.txt"))
            for path in ["Content/a.txt", "Content/b.txt", "Channels/c.txt", "Content/new/d.txt"] {
                try write("2", to: shipped.appending(path: path))
            }
            let rehearsed = try await workspace.refreshContent(
                from: shipped, taking: [], as: .program, mode: .rehearse)
            #expect(rehearsed.taken.map(\.path) == ["Content/a.txt", "Content/new/d.txt"])
            #expect(try text("Content/a.txt", in: workspace) == "1")
            let report = try await workspace.refreshContent(from: shipped, taking: [], as: .program, mode: .perform)
            #expect(report.taken == rehearsed.taken && report.left.map(\.path) == ["Content/b.txt"])
            #expect(try text("Content/a.txt", in: workspace) == "2")
            #expect(try text("Content/b.txt", in: workspace) == "mine")
            #expect(try workspace.shippedFiles(in: shipped).map(\.state) == [.edited])
        }
    }

    @Test func `a file that is named is taken, and what was written in it is kept`() async throws {
        try await open { workspace, shipped in
            try write("mine", to: workspace.root.appending(path: "Content/b.txt"))
            _ = try await workspace.refreshContent(
                from: shipped, taking: ["Content/b.txt"], as: .program, mode: .perform)
            #expect(try text("Content/b.txt", in: workspace) == "1")
            #expect(try text(".loa/backups/content/Content/b.txt", in: workspace) == "mine")
            await #expect(throws: ContentRefreshError.unknown(["Content/x.txt"])) {
                try await workspace.refreshContent(
                    from: shipped, taking: ["Content/x.txt"], as: .program, mode: .perform)
            }
        }
    }
}
