import ArgumentParser
import Operations
import Outreach

struct BenchLateness: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "lateness",
        abstract: say(
            "Nhiều bài cùng giờ trên nhiều kênh, một phần mười số máy nhận treo.",
            "Many posts due at once over many channels, a tenth of the receivers hanging."))

    @OptionGroup var common: CommonOptions
    @OptionGroup var output: OutputOptions

    @Option(help: ArgumentHelp(say("Số bài.", "How many posts.")))
    var posts = 10_000

    @Option(help: ArgumentHelp(say("Số kênh.", "How many channels.")))
    var channels = 200

    func validate() throws {
        guard (10...1000).contains(channels), posts >= channels else {
            throw ValidationError(
                say(
                    "--channels từ 10 đến 1000, mỗi kênh ít nhất một bài.",
                    "--channels from 10 to 1000, at least one post each."))
        }
    }

    func run() async throws {
        let console = Console(language: .asked ?? .ofProcess)
        try await Failure.reported(language: console.language) {
            var options = LatenessBenchmark.Options(content: try StarterContent.folder())
            options.posts = posts
            options.channels = channels
            let result = try await LatenessBenchmark(options).run { console.progress($0) }
            console.endProgress()
            if output.json { return try console.json(result) }
            console.write(
                """
                lateness: \(result.posts) posts due in one second over \(result.channels) channels, \(result.hanging) of them hanging
                \(result.healthyPosted) of \(result.healthyPosts) healthy posts out: median \(result.median) ms, 99th percentile \(result.percentile99) ms, longest \(result.maximum) ms
                """)
            if result.healthyPosted < result.healthyPosts { throw CommandError.checkFailed }
        }
    }
}
