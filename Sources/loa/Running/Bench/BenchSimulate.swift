import ArgumentParser
import Operations
import Outreach

struct BenchSimulate: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "simulate",
        abstract: say(
            "Chạy bộ gửi thật qua nhiều ngày giả đầy sự cố và đối chiếu với lời hứa.",
            "Run the real engine through many made-up days of trouble and hold it against its promises."))

    @OptionGroup var common: CommonOptions
    @OptionGroup var output: OutputOptions

    @Option(help: ArgumentHelp(say("Số lần chạy, hạt giống từ 1.", "How many runs, seeds from 1.")))
    var seeds = 100

    @Option(help: ArgumentHelp(say("Chỉ chạy lại hạt giống này.", "Only run this seed again.")))
    var seed: UInt64?

    func validate() throws {
        guard seeds > 0 else { throw ValidationError(say("--seeds từ 1 trở lên.", "--seeds is at least 1.")) }
    }

    func run() async throws {
        let console = Console(language: .asked ?? .ofProcess)
        try await Failure.reported(language: console.language) {
            let simulation = try await Simulation(copying: StarterContent.folder())
            var report = Report()
            for seed in seed.map({ [$0] }) ?? Array(1...UInt64(seeds)) {
                let outcome = try await simulation.run(seed: seed)
                report.take(outcome)
                console.progress(Message(vi: "Hạt giống \(seed)…", en: "Seed \(seed)…"))
            }
            if seed == nil { report.faults = try await simulation.findPlantedFaults(within: 60) }
            console.endProgress()
            if output.json { try console.json(report) } else { console.write(report.text) }
            if !report.isGood { throw CommandError.checkFailed }
        }
    }

    private struct Report: Encodable {
        var runs = 0
        var events = 0
        var requests = 0
        var digest = ""
        var failures: [Simulation.Outcome] = []
        var faults: [Simulation.FaultSearch] = []

        mutating func take(_ outcome: Simulation.Outcome) {
            runs += 1
            events += outcome.events
            requests += outcome.requests
            digest = outcome.digest
            if !outcome.violations.isEmpty { failures.append(outcome) }
        }

        var isGood: Bool { failures.isEmpty && faults.allSatisfy { $0.seed != nil } }

        var text: String {
            var lines = [
                "simulate: \(runs) seeds, \(events) events, \(requests) requests, \(failures.count) seeds with a broken promise"
            ]
            if runs == 1 { lines.append("  digest \(digest)") }
            for failure in failures {
                lines += failure.violations.map { "  seed \(failure.seed): \($0)" }
                lines.append("  again: loa bench simulate --seed \(failure.seed)")
            }
            lines += faults.map { search in
                search.seed.map { "  planted \(search.fault): found by seed \($0): \(search.violation ?? "")" }
                    ?? "  planted \(search.fault): NOT FOUND"
            }
            return lines.joined(separator: "\n")
        }
    }
}
