import ArgumentParser
import Foundation
import Operations
import Outreach

struct BenchReport: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "report",
        abstract: say(
            "Lập báo cáo trên số liệu cả nước: 34 tỉnh, 3.321 xã.",
            "Build reports over the work of a country: 34 provinces, 3,321 communes."))

    @OptionGroup var common: CommonOptions

    @Option(help: ArgumentHelp(say("Thư mục có Content/ và Channels/.", "A folder with Content/ and Channels/.")))
    var content: String?

    @Option(
        help: ArgumentHelp(
            say(
                "Giữ dữ liệu ở đây và dùng lại lần sau.", "Keep the data here, and use it again the next time."),
            valueName: "dir"))
    var keep: String?

    @Option(help: ArgumentHelp(say("Số buổi.", "How many sessions.")))
    var sessions = 1_000_000

    @Option(help: ArgumentHelp(say("Số bài đăng.", "How many posts.")))
    var posts = 300_000

    @Option(help: ArgumentHelp(say("Số số đo.", "How many samples.")))
    var samples = 3_000_000

    func run() async throws {
        let console = Console(language: .ofProcess)
        try await Failure.reported(language: console.language) {
            let root =
                keep.map { URL(filePath: $0).absoluteURL }
                ?? FileManager.default.temporaryDirectory.appending(path: "loa-bench-\(UUID().uuidString)")
            defer { if keep == nil { try? FileManager.default.removeItem(at: root) } }
            if !Workspace.isWorkspace(root) {
                let source = try content.map { URL(filePath: $0).absoluteURL } ?? StarterContent.folder()
                try await ReportBenchmark.fill(
                    at: root, copying: source, size: .init(sessions: sessions, posts: posts, samples: samples)
                ) { what, done in
                    console.progress(Message(vi: "\(what): \(done)…", en: "\(what): \(done)…"))
                }
                console.endProgress()
            }
            let result = try await ReportBenchmark.run(at: root)
            console.write(
                """
                report: \(sessions) sessions, \(posts) posts, \(samples) samples, 3355 units; database \(result.databaseMegabytes) MB, period \(result.period)
                """)
            for timing in result.timings {
                console.write(
                    """
                    \(timing.subject) (\(timing.units) units, \(timing.sessions) sessions): first \(timing.first.milliseconds3) ms, median \(timing.median.milliseconds3) ms, slowest \(timing.slowest.milliseconds3) ms; rows of one indicator \(timing.rows.milliseconds3) ms
                    """)
            }
            console.write(
                "memory: \(result.memoryMegabytes ?? 0) MB resident, \(result.mostMemoryMegabytes ?? 0) MB at most")
        }
    }
}
