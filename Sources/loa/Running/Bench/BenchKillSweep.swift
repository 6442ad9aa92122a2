import ArgumentParser
import Operations
import Outreach

struct BenchKillSweep: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "kill-sweep",
        abstract: say(
            "Giết chương trình ở mọi bước khi đang gửi, chạy lại, rồi đối chiếu.",
            "Kill the program at every step while it sends, start it again, then reconcile."))

    @OptionGroup var common: CommonOptions
    @OptionGroup var output: OutputOptions

    @Option(help: ArgumentHelp(say("Số lần giết.", "How many kills.")))
    var kills = 500

    @Option(help: ArgumentHelp(say("Hạt giống của các thời điểm.", "The seed of the times.")))
    var seed: UInt64 = 1

    func validate() throws {
        guard kills > 0 else { throw ValidationError(say("--kills từ 1 trở lên.", "--kills is at least 1.")) }
    }

    func run() async throws {
        let console = Console(language: .asked ?? .ofProcess)
        try await Failure.reported(language: console.language) {
            let options = KillSweep.Options(kills: kills, seed: seed, content: try StarterContent.folder())
            let result = try await KillSweep(options).run { console.progress($0) }
            console.endProgress()
            if output.json { try console.json(result) } else { console.write(result.text) }
            if !result.isGood { throw CommandError.checkFailed }
        }
    }
}

extension KillSweep.Result {
    fileprivate var text: String {
        let steps = killsAtStep.sorted { $0.key < $1.key }.map { "\($0.value) at \($0.key)" }
        return """
            kill-sweep: \(kills) kills: \((steps + ["\(killsAtRandom) at random times"]).joined(separator: ", "))
            \(killsWhileSending) of them while posts were being sent, \(interrupted) posts in all
            receiver that honours keys: \(keyedPosts) posts, \(keyedRequests) requests, \(keyedRequests - keyedPosts) of them repeats under the same key
            receiver without a promise: \(plainPosts) posts, \(plainRequests) requests, \(unknown) posts wait for a person
            lost \(lost), duplicates \(duplicates), automatic re-sends \(automaticResends)
            """
    }
}
