public import Foundation
public import Outreach
import Storage

/// How fast reports are over the work of a whole country: 34 provinces and 3,321 communes, as since 1 July 2025.
public enum ReportBenchmark {
    public struct Size: Sendable, Hashable {
        public var sessions: Int
        public var posts: Int
        public var samples: Int

        public init(sessions: Int, posts: Int, samples: Int) {
            self.sessions = sessions
            self.posts = posts
            self.samples = samples
        }
    }

    public struct Timing: Sendable, Hashable {
        public let subject: Slug
        public let units: Int
        /// The first time, with nothing of it read before by this process.
        public let first: Duration
        public let median: Duration
        public let slowest: Duration
        /// What the numbers of sessions and turns were, to see that something was counted.
        public let sessions: Int
        public let rows: Duration
    }

    public struct Result: Sendable, Hashable {
        public let period: String
        public let timings: [Timing]
        public let databaseMegabytes: Int
        /// Resident memory of this process, now and at most.
        public let memoryMegabytes: Int?
        public let mostMemoryMegabytes: Int?
    }

    private static let provinces = 34
    private static let communes = 3_321
    private static let batch = 5_000

    /// Fills a new workspace; sessions and posts lie in the two years before its clock's today.
    public static func fill(
        at root: URL, copying source: URL, size: Size, progress: @escaping @Sendable (String, Int) -> Void
    ) async throws {
        try WorkspaceCreation.create(at: root, name: "Bench", copying: source)
        let workspace = try await Workspace(at: root)
        _ = try await workspace.importContent(as: .program, mode: .perform)
        let activity = try SyntheticActivity(today: workspace.today, zone: workspace.zone, now: workspace.now)
        try await workspace.database.write { tx in
            for (position, unit) in activity.units.enumerated() {
                _ = try tx.put(unit, position: 10_000 + position, at: workspace.now)
            }
            for (position, committee) in activity.committees.enumerated() {
                _ = try tx.put(committee, position: 10_000 + position, at: workspace.now)
            }
        }
        try await repeating("sessions", size.sessions) { tx, number in
            _ = try tx.log(try activity.session(number), origin: .typed, by: "bench", at: workspace.now)
        }
        try await repeating("posts", size.posts) { tx, number in
            let (post, posted) = try activity.post(number)
            try tx.insert(post, channelKind: activity.channelKind(number), materialKind: .article)
            _ = try tx.update(posted, from: post.state)
        }
        try await repeating("samples", size.samples) { tx, number in
            _ = try tx.insert(try activity.sample(number, posts: size.posts), zone: workspace.zone)
        }
        progress("months", try await workspace.countMonths())

        func repeating(
            _ what: String, _ count: Int, _ make: @escaping @Sendable (WriteTransaction, Int) throws -> Void
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

    /// The half-year reports of the whole country's committee, of a province's, and of one commune.
    public static func run(at root: URL, repetitions: Int = 7) async throws -> Result {
        let subjects = try SyntheticActivity.subjects()
        var timings: [Timing] = []
        var period = ""
        for subject in subjects {
            // Opened anew for each, so that the first time reads the tree and the pages of the file again.
            let workspace = try await Workspace(at: root)
            period = "\(workspace.today.year - 1)-H2"
            timings.append(try await time(subject, period, workspace, repetitions))
        }
        let file = WorkspaceFolder(root: root).databaseFile.path
        let bytes = (try? FileManager.default.attributesOfItem(atPath: file)[.size] as? Int) ?? 0
        return Result(
            period: period, timings: timings, databaseMegabytes: bytes / 1_048_576,
            memoryMegabytes: ProcessMemory.megabytes("VmRSS"), mostMemoryMegabytes: ProcessMemory.megabytes("VmHWM"))
    }

    private static func time(
        _ subject: Slug, _ period: String, _ workspace: Workspace, _ repetitions: Int
    ) async throws -> Timing {
        let clock = ContinuousClock()
        var durations: [Duration] = []
        var sessions = 0
        for _ in 0..<max(2, repetitions) {
            let start = clock.now
            let report = try await workspace.report(on: subject, period: period, as: .program)
            durations.append(clock.now - start)
            sessions = report.lines.first { $0.indicator.id.description == "sessions-held" }?.value ?? 0
        }
        let start = clock.now
        let indicator = try await workspace.database.read { try $0.documents(Indicator.self).first }
        if let indicator {
            _ = try await workspace.reportRows(on: subject, period: period, indicator: indicator.id, as: .program)
        }
        let sorted = durations.dropFirst().sorted()
        let range = try await workspace.database.read { try $0.requireSpan(period).period.range }
        return Timing(
            subject: subject,
            units: try await workspace.unitTree().reportingUnits(of: subject, during: range).count,
            first: durations[0], median: sorted[sorted.count / 2], slowest: sorted.last ?? .zero, sessions: sessions,
            rows: clock.now - start)
    }
}
