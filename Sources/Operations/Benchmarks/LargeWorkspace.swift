public import Foundation
import Outreach
import Storage

/// A throw-away workspace of the size of a province, to measure the pages on.
public enum LargeWorkspace {
    public struct Size: Sendable, Hashable {
        public var materials: Int
        public var sessions: Int
        public var posts: Int

        public init(materials: Int, sessions: Int, posts: Int) {
            self.materials = materials
            self.sessions = sessions
            self.posts = posts
        }
    }

    private static let batch = 5000

    /// Makes a new workspace in a folder that is new or empty and fills it with made-up work of its last two years.
    ///
    /// - Throws: ``WorkspaceError`` where the folder is in use: a workspace somebody works in is never filled.
    public static func make(
        at root: URL, copying source: URL, size: Size, progress: @escaping @Sendable (String, Int) -> Void
    ) async throws {
        try WorkspaceCreation.create(at: root, name: "Bench", copying: source)
        let workspace = try await Workspace(at: root)
        _ = try await workspace.importContent(as: .program, mode: .perform)
        guard let admin = Slug("bench") else { return }
        _ = try await workspace.addFirstAdministrator(admin, name: "Bench", mode: .perform)
        let units = try await workspace.unitTree().units.keys.sorted()
        try await fill(workspace, "materials", size.materials) { tx, number in
            guard let content = SyntheticMaterial.content(number) else { return }
            _ = try tx.addRevision(content, author: "bench", at: workspace.now)
        }
        try await fill(workspace, "sessions", size.sessions) { tx, number in
            guard let session = session(number, units: units, in: workspace) else { return }
            _ = try tx.log(session, origin: .imported, by: "bench", at: workspace.now)
        }
        try await fill(workspace, "posts", size.posts) { tx, number in
            try tx.insert(post(number, units: units, in: workspace), channelKind: .social, materialKind: .article)
        }

        func fill(
            _ workspace: Workspace, _ what: String, _ count: Int,
            _ make: @escaping @Sendable (WriteTransaction, Int) throws -> Void
        ) async throws {
            for start in stride(from: 0, to: count, by: batch) {
                let end = min(start + batch, count)
                try await workspace.database.write { tx in
                    for number in start..<end { try make(tx, number) }
                }
                progress(what, end)
            }
        }
    }

    private static func session(_ number: Int, units: [Slug], in workspace: Workspace) -> Session? {
        guard let pupils = Slug("primary-pupils"), let topic = Slug("body-safety") else { return nil }
        return Session(
            id: workspace.makeID(), unit: units[number % units.count], day: workspace.today - number % 730,
            place: "Trường \(number % 997)", form: SessionForm.allCases[number % SessionForm.allCases.count],
            level: SchoolLevel.allCases[number % SchoolLevel.allCases.count], topics: [topic],
            minutes: 30 + number % 60, attendance: [Attendance(audience: pupils, turns: 20 + number % 300)])
    }

    private static func post(_ number: Int, units: [Slug], in workspace: Workspace) throws -> Post {
        guard let channel = Slug("bench-\(number % 8)") else { throw WorkspaceError.badName }
        let moment = workspace.now - .seconds(Int64(number) * 240)
        return Post(
            id: workspace.makeID(), unit: units[number % units.count], channel: channel,
            title: "Bài số \(number)", text: "Gọi 111 khi trẻ em cần giúp đỡ. Bài \(number).", moment: moment,
            notAfter: moment + Post.defaultTolerance, state: number % 50 == 0 ? .missed : .posted, author: "bench",
            createdAt: moment)
    }
}
