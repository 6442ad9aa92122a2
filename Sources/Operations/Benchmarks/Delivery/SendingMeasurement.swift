import Delivery
import Foundation
import Outreach
import Synchronization

/// One run of the real engine over a filled workspace, with what it took.
struct SendingMeasurement: Sendable {
    private let workspace: Workspace
    private let transfers: Int
    private let count: Int

    init(_ workspace: Workspace, transfers: Int, count: Int) {
        self.workspace = workspace
        self.transfers = transfers
        self.count = count
    }

    struct Result: Sendable {
        let summary: DeliverySummary
        let seconds: Double
        let cpuSeconds: Double
        let memory: [DeliveryBenchmark.MemoryAt]
    }

    func run(progress: @escaping @Sendable (Message) -> Void) async throws -> Result {
        let watch = MemoryWatch(of: count)
        let (start, cpu) = (ContinuousClock.now, ProcessCost.cpuSeconds)
        let summary = try await workspace.deliver(.once, settings: EngineSettings(transfers: transfers)) { summary in
            if watch.note(summary.posted) {
                progress(Message(vi: "Đã đăng \(summary.posted)…", en: "Posted \(summary.posted)…"))
            }
        }
        return Result(
            summary: summary, seconds: start.duration(to: .now) / .seconds(1), cpuSeconds: ProcessCost.cpuSeconds - cpu,
            memory: watch.noted)
    }
}

/// The process's memory at a tenth, a quarter, half, three quarters and all of the work.
private final class MemoryWatch: Sendable {
    private static let marks = [1, 10, 25, 50, 75, 100]

    private let count: Int
    private let state = Mutex<[DeliveryBenchmark.MemoryAt]>([])

    init(of count: Int) {
        self.count = max(1, count)
    }

    var noted: [DeliveryBenchmark.MemoryAt] { state.withLock(\.self) }

    /// - Returns: whether another mark was reached.
    func note(_ done: Int) -> Bool {
        state.withLock { noted in
            let next = noted.count < MemoryWatch.marks.count ? MemoryWatch.marks[noted.count] : 101
            guard done * 100 >= next * count else { return false }
            noted.append(DeliveryBenchmark.MemoryAt(percent: next, megabytes: ProcessCost.residentMegabytes))
            return true
        }
    }
}

/// What this process has used.
enum ProcessCost {
    /// In user and system mode together.
    static var cpuSeconds: Double {
        var usage = rusage()
        getrusage(Int32(RUSAGE_SELF.rawValue), &usage)
        return [usage.ru_utime, usage.ru_stime].reduce(0) { $0 + Double($1.tv_sec) + Double($1.tv_usec) / 1_000_000 }
    }

    /// Resident pages, from `/proc/self/statm`.
    static var residentMegabytes: Int {
        let text = (try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8)) ?? ""
        let pages = text.split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0
        return pages * Int(sysconf(Int32(_SC_PAGESIZE))) / 1_048_576
    }
}
