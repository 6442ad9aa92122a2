import ArgumentParser
import Operations
import Outreach

/// The receiver that measurements send to; they start it themselves.
struct BenchReceive: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "receive",
        abstract: say("Máy nhận để đo, trả lời ngay “{}”.", "A receiver to measure with; answers “{}” at once."),
        shouldDisplay: false)

    @OptionGroup var common: CommonOptions

    @Option(help: ArgumentHelp(say("Số cổng.", "How many ports.")))
    var ports = 1

    @Option(help: ArgumentHelp(say("Số cổng không bao giờ trả lời.", "How many ports never answer.")))
    var hanging = 0

    @Option(
        help: ArgumentHelp(say("Ghi khóa của mỗi yêu cầu vào tệp.", "Log the key of every request."), valueName: "file")
    )
    var log: String?

    @Option(help: ArgumentHelp(say("Đợi trước khi trả lời, mili giây.", "Milliseconds to wait before answering.")))
    var delay = 0

    func validate() throws {
        guard (1...2000).contains(ports), (0...ports).contains(hanging), (0...900).contains(delay) else {
            throw ValidationError(
                say("--ports từ 1 đến 2000, --delay đến 900.", "--ports from 1 to 2000, --delay up to 900."))
        }
    }

    func run() async throws {
        let console = Console(language: .ofProcess)
        try await Failure.reported(language: console.language) {
            var options = FastReceiver.Options()
            options.ports = ports
            options.hanging = hanging
            options.log = log
            options.delay = .milliseconds(delay)
            try FastReceiver(options).run { ports in
                console.write(ports.map(String.init).joined(separator: " "))
            }
        }
    }
}
