import ArgumentParser
import Operations
import Outreach
import Web

struct ChannelsReceive: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "receive",
        abstract: say(
            "Máy nhận thử trên máy này: in và ghi lại mọi yêu cầu gửi đến.",
            "A receiver on this machine that prints and logs what arrives."))

    @OptionGroup var common: CommonOptions

    @Option(help: ArgumentHelp(say("Cổng trên 127.0.0.1 (0: bất kỳ).", "Port on 127.0.0.1 (0: any).")))
    var port = 8138

    @Option(help: ArgumentHelp(say("Mã trả lời.", "Status to answer.")))
    var status = 200

    @Option(help: ArgumentHelp(say("Đợi trước khi trả lời, mili giây.", "Milliseconds to wait before answering.")))
    var delay = 0

    @Option(help: ArgumentHelp(say("Trả lời 503 cho chừng này yêu cầu đầu.", "Answer 503 to so many requests first.")))
    var failFirst = 0

    @Option(
        help: ArgumentHelp(
            say("Ghi mỗi yêu cầu một dòng JSON vào tệp.", "Log a line of JSON for every request."), valueName: "file"))
    var log: String?

    func run() async throws {
        let console = Console(language: .ofProcess)
        try await Failure.reported(language: console.language) {
            let options = ReceiverOptions(
                port: port, status: status, delay: .milliseconds(delay), failFirst: failFirst, logFile: log,
                clock: .system)
            let receiver = LocalReceiver(options: options) { request in
                let key = request.key.map { " · \($0)" } ?? ""
                console.write(
                    "\(request.at) \(request.method) \(request.path) → \(request.status)\(key)\n\(request.body)\n")
            }
            try await Interruption.cancelling {
                try await receiver.run { port in
                    console.say(
                        "Đang nhận ở http://127.0.0.1:\(port); Ctrl-C để dừng.",
                        "Receiving at http://127.0.0.1:\(port); Ctrl-C to stop.")
                }
            }
            console.say(
                "Nhận \(receiver.ledger.receivedCount) yêu cầu, \(receiver.ledger.effects) bài, \(receiver.ledger.duplicates) lặp lại.",
                "Received \(receiver.ledger.receivedCount.of("request", "requests")): \(receiver.ledger.effects.of("post", "posts")), \(receiver.ledger.duplicates) repeated."
            )
        }
    }
}
