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

    private static let batch = 20_000

    /// Fills a new workspace; sessions and posts lie in the two years before its clock's today.
    public static func fill(
        at root: URL, copying source: URL, size: Size, progress: @escaping @Sendable (String, Int) -> Void
    ) async throws {
        try WorkspaceCreation.create(at: root, name: "Bench", copying: source)
        let activity = try await prepare(root)
        let load = try await BulkLoading(file: WorkspaceFolder(root: root).databaseFile)
        let now = activity.now
        try await repeating("sessions", size.sessions, activity.session) { sessions in
            try await load.add(sessions, origin: .typed, by: "bench", at: now)
        }
        try await repeating("posts", size.posts, activity.post) { try await load.add($0) }
        let each = max(1, (size.samples + size.posts - 1) / max(1, size.posts))
        try await repeating("samples", size.samples) {
            try activity.sample($0, ofEachPost: each)
        } _: { samples in
            try await load.add(samples, zone: activity.zone)
        }
        try await load.finish { progress("indexes", $0) }
        progress("months", try await Workspace(at: root).countMonths())

        /// Each batch is made up while the one before it is written.
        func repeating<Row: Sendable>(
            _ what: String, _ count: Int, _ make: @escaping @Sendable (Int) throws -> Row,
            _ write: @Sendable ([Row]) async throws -> Void
        ) async throws {
            let made = { @Sendable (start: Int) in
                Task { try (start..<min(start + batch, count)).map(make) }
            }
            var next = made(0)
            for start in stride(from: 0, to: count, by: batch) {
                let rows = try await next.value
                if start + batch < count { next = made(start + batch) }
                try await write(rows)
                progress(what, start + rows.count)
            }
        }
    }

    /// The units of the country, and nothing that they did; the workspace is closed again.
    private static func prepare(_ root: URL) async throws -> SyntheticActivity {
        let workspace = try await Workspace(at: root)
        _ = try await workspace.importContent(as: .program, mode: .perform)
        let activity = try SyntheticActivity(today: workspace.today, zone: workspace.zone, now: workspace.now)
        try await workspace.database.write { tx in
            for (position, unit) in activity.units.enumerated() {
                _ = try tx.put(unit, position: 10_000 + position, at: activity.now)
            }
            for (position, committee) in activity.committees.enumerated() {
                _ = try tx.put(committee, position: 10_000 + position, at: activity.now)
            }
        }
        try workspace.close()
        return activity
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
