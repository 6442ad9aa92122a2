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

    private static let batch = 20_000

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
        for start in stride(from: 0, to: size.materials, by: batch) {
            let numbers = start..<min(start + batch, size.materials)
            try await workspace.database.write { tx in
                for content in numbers.compactMap(SyntheticMaterial.content) {
                    _ = try tx.addRevision(content, author: "bench", at: workspace.now)
                }
            }
            progress("materials", numbers.upperBound)
        }
        // Whoever loads wants the file to itself.
        try workspace.close()
        let load = try await BulkLoading(file: workspace.folder.databaseFile)
        for start in stride(from: 0, to: size.sessions, by: batch) {
            let numbers = start..<min(start + batch, size.sessions)
            let sessions = numbers.compactMap { session($0, units: units, in: workspace) }
            try await load.add(sessions, origin: .imported, by: "bench", at: workspace.now)
            progress("sessions", numbers.upperBound)
        }
        for start in stride(from: 0, to: size.posts, by: batch) {
            let numbers = start..<min(start + batch, size.posts)
            let posts = try numbers.map { number in
                (
                    post: try post(number, units: units, in: workspace), kind: ChannelKind.social,
                    materialKind: MaterialKind?.some(.article)
                )
            }
            try await load.add(posts)
            progress("posts", numbers.upperBound)
        }
        try await load.finish { progress("indexes", $0) }
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
        let isOut = number % 50 != 0
        return Post(
            id: workspace.makeID(), unit: units[number % units.count], channel: channel,
            title: "Bài số \(number)", text: "Gọi 111 khi trẻ em cần giúp đỡ. Bài \(number).", moment: moment,
            notAfter: moment + Post.defaultTolerance, state: isOut ? .posted : .missed, author: "bench",
            receipt: isOut ? Receipt(remoteID: nil, link: nil, at: moment) : nil, createdAt: moment)
    }
}
