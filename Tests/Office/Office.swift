import Delivery
import Foundation
import Outreach
import Testing

@testable import Operations
@testable import Storage

/// A small workspace in a folder of its own, with its people, on a clock the test turns.
///
/// Of East commune: `lan` and `hoa` are editors, `minh` and `tam` approvers, `an` of its youth union logs sessions.
/// `tay` and `duyet` are editor and approver of West commune; `admin` administers everything.
struct Office {
    let folder: URL
    let clock: TurnedClock
    let workspace: Workspace

    /// 20 May 2026, a Wednesday, 08:00 in Vietnam.
    static let start = "2026-05-20T08:00:00+07:00"
    static let secrets = ["LOA_SECRET_PAGE_TOKEN": "s3cret-of-page", "LOA_SECRET_WEST_PAGE_TOKEN": "s3cret-of-west"]

    /// Makes the workspace, gives it to a test and removes it.
    ///
    /// - Parameter port: where the channels lead to; 9 is nobody's.
    static func open(port: Int = 9, _ test: (Office) async throws -> Void) async throws {
        try await inFolder { folder in
            for (path, bytes) in try await OfficeTemplate.files.value {
                try write(bytes, to: folder.appending(path: path))
            }
            let office = try await Office(in: folder)
            if port != 9 { try await office.rewrite("Channels/channels.yaml", OfficeChannels.register(port: port)) }
            try await test(office)
        }
    }

    /// Gives a fresh folder to `use` and removes it afterwards.
    static func inFolder<Result>(_ use: (URL) async throws -> Result) async throws -> Result {
        let folder = FileManager.default.temporaryDirectory.appending(path: "loa-office-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        return try await use(folder)
    }

    init(in folder: URL) async throws {
        let clock = TurnedClock(try #require(Instant(Office.start)))
        self.folder = folder
        self.clock = clock
        workspace = try await Workspace(at: folder, time: clock.source, environment: Office.secrets)
    }

    private init(folder: URL, clock: TurnedClock, workspace: Workspace) {
        self.folder = folder
        self.clock = clock
        self.workspace = workspace
    }

    func user(_ name: String) throws -> Caller { .user(try slug(name)) }

    static func write(_ text: String, to file: URL) throws {
        try write(Data(text.utf8), to: file)
    }

    private static func write(_ bytes: Data, to file: URL) throws {
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try bytes.write(to: file)
    }

    /// Writes a file of the workspace anew and imports everything.
    func rewrite(_ path: String, _ text: String) async throws {
        try Office.write(text, to: folder.appending(path: path))
        _ = try await workspace.importContent(as: try user("admin"), mode: .perform)
    }

    /// The same workspace opened once more, as another process would.
    func reopened(secrets: [String: String] = Office.secrets) async throws -> Office {
        let again = try await Workspace(at: folder, time: clock.source, environment: secrets)
        return Office(folder: folder, clock: clock, workspace: again)
    }

    /// The workspace's database by a connection of its own.
    func database() throws -> Storage.Database { try Database(file: WorkspaceFolder(root: folder).databaseFile) }

    /// Turns the clock to a time in Vietnam: `2026-06-01 08:00`.
    func turn(to time: String) throws {
        let instant = try moment(time)
        clock.advance(by: instant - clock.source.now)
    }

    func moment(_ time: String) throws -> Instant {
        let parts = time.split(separator: " ").map(String.init)
        return Zone.vietnam.instant(try #require(Day(parts[0])), try #require(TimeOfDay(parts[1])))
    }
}

extension Office {
    /// A draft of a text, by an editor.
    func draft(
        on channel: String = "page", at time: String = "2026-06-01 08:00", text: String = "Gọi 111",
        by editor: String = "lan", tolerance: Duration? = nil
    ) async throws -> Post {
        let parts = time.split(separator: " ").map(String.init)
        var draft = PostDraft(
            channel: try slug(channel), day: try #require(Day(parts[0])), time: try #require(TimeOfDay(parts[1])))
        draft.title = "Bảo vệ trẻ em"
        draft.text = text
        draft.tolerance = tolerance
        let posts = try await workspace.createPosts(draft, as: try user(editor), mode: .perform)
        return try #require(posts.first)
    }

    func review(
        _ post: Post, _ step: ReviewStep, by name: String, comment: String = "", mode: ChangeMode = .perform
    ) async throws -> Post {
        let posts = try await workspace.review(
            [post.id.description], step, comment: comment, as: try user(name), mode: mode)
        return try #require(posts.first)
    }

    func submitted(
        on channel: String = "page", at time: String = "2026-06-01 08:00", by editor: String = "lan"
    ) async throws -> Post {
        try await review(try await draft(on: channel, at: time, by: editor), .submit, by: editor)
    }

    /// A post as it waits for its moment.
    func approved(
        on channel: String = "page", at time: String = "2026-06-01 08:00", text: String = "Gọi 111",
        by editor: String = "lan", approver: String = "minh", tolerance: Duration? = nil
    ) async throws -> Post {
        let draft = try await draft(on: channel, at: time, text: text, by: editor, tolerance: tolerance)
        _ = try await review(draft, .submit, by: editor)
        return try await approve(draft, by: approver)
    }

    /// Reads a post and approves what was read.
    func approve(
        _ post: Post, by name: String, comment: String = "", mode: ChangeMode = .perform
    ) async throws -> Post {
        let posts = try await workspace.approve(
            [try await seen(post)], comment: comment, as: try user(name), mode: mode)
        return try #require(posts.first)
    }

    /// A post as it reads now.
    func seen(_ post: Post) async throws -> SeenPost {
        let hash = try await workspace.readPost(post.id.description, as: .program).hash
        return SeenPost(post.id.description, hash: try #require(hash))
    }

    func post(_ post: Post) async throws -> Post {
        try await workspace.post(post.id.description, as: .program).post
    }

    /// Claims what is due, as the engine does before it sends.
    func claim(_ room: SendingRoom = SendingRoom(slots: 100)) async throws -> [Envelope] {
        try await StoredOutbox(workspace: workspace).exchange(Exchange(room: room)).claimed
    }

    /// When the next post falls due, as the engine is told.
    func nextDue() async throws -> Instant? {
        let outbox = StoredOutbox(workspace: workspace)
        return try await outbox.exchange(Exchange(room: SendingRoom(slots: 0))).due.map(\.at).min()
    }

    /// The receiver of the one channel with a queue asks to be left alone.
    ///
    /// - Returns: what the channel's rate is counted by.
    func noteRest(until instant: Instant) async throws -> String {
        let outbox = StoredOutbox(workspace: workspace)
        let due = try await outbox.exchange(Exchange(room: SendingRoom(slots: 0))).due
        let lane = try #require(due.first?.lane)
        try await outbox.note(AskedRest(limitKey: lane.limitKey, until: instant))
        return lane.limitKey
    }

    /// Every row of every table, to see whether anything changed.
    func rows() async throws -> [String] {
        try await database().read { tx in
            let tables = try tx.query("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")
            return try tables.map { try $0.text("name") }.flatMap { table in
                let columns = try tx.query("PRAGMA table_info(\(table))").map { "quote(\(try $0.text("name")))" }
                return try tx.query("SELECT \(columns.joined(separator: " || ' ' || ")) AS line FROM \(table)")
                    .map { "\(table): \(try $0.text("line"))" }.sorted()
            }
        }
    }
}
