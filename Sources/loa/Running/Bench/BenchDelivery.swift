import ArgumentParser
import Operations
import Outreach

struct BenchDelivery: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "delivery",
        abstract: say(
            "Gửi bền vững được bao nhiêu bài mỗi giây, so với libcurl không kèm gì.",
            "How many posts a second leave durably, against bare libcurl."))

    @OptionGroup var common: CommonOptions
    @OptionGroup var output: OutputOptions

    @Option(help: ArgumentHelp(say("Số bài.", "How many posts.")))
    var count = 100_000

    @Option(help: ArgumentHelp(say("Số kết nối.", "How many connections.")))
    var connections = 64

    @Option(
        help: ArgumentHelp(
            say(
                "Máy nhận trên máy này (mặc định: nginx nếu có, không thì máy nhận của Loa).",
                "A receiver on this machine (default: nginx where it is installed, else Loa's own).")))
    var url: String?

    func validate() throws {
        guard count > 0, (1...1024).contains(connections) else {
            throw ValidationError(
                say("--count từ 1, --connections từ 1 đến 1024.", "--count from 1, --connections from 1 to 1024."))
        }
    }

    func run() async throws {
        let console = Console(language: .asked ?? .ofProcess)
        try await Failure.reported(language: console.language) {
            let options = DeliveryBenchmark.Options(
                count: count, connections: connections, url: url, content: try StarterContent.folder())
            let result = try await DeliveryBenchmark(options).run { console.progress($0) }
            console.endProgress()
            if output.json { return try console.json(result) }
            console.write(result.text)
        }
    }
}

extension DeliveryBenchmark.Result {
    fileprivate var text: String {
        let raw = rawPerSecond.map(String.init).joined(separator: " and ")
        let memory = memory.map { "\($0.percent)%: \($0.megabytes)" }.joined(separator: ", ")
        return """
            delivery: \(posted) of \(count) posts out, \(connections) connections, \(bodyBytes)-byte JSON, HTTP/1.1, receiver \(receiver)
            durable \(durablePerSecond) a second, bare libcurl \(raw) a second (before and after), ratio \(ratio) to the faster
            \(tenths(seconds)) s, \(tenths(cpuSeconds)) s of processor time, database \(databaseMegabytes) MB
            lateness, all due at once: median \(latenessMedian) ms, 95th percentile \(latenessPercentile95) ms, 99th \(latenessPercentile99) ms, longest \(latenessMaximum) ms
            memory in MiB at so much of the work: \(memory)
            """
    }

    private func tenths(_ value: Double) -> String { String((value * 10).rounded() / 10) }
}
