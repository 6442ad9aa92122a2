import ArgumentParser
import Operations
import Outreach

struct Bench: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: say("Đo tốc độ trên máy này.", "Measure speed on this machine."),
        subcommands: [
            BenchSearch.self, BenchPlan.self, BenchSafeguarding.self, BenchPhotos.self, BenchImport.self,
            BenchReport.self, BenchWorkspace.self, BenchFill.self, BenchDelivery.self, BenchLateness.self,
            BenchSimulate.self,
            BenchKillSweep.self, BenchReceive.self,
        ])
}

struct BenchSearch: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "search",
        abstract: say("Tìm trong một thư viện lớn tạm thời.", "Search a large throw-away library."))

    @OptionGroup var common: CommonOptions

    @Option(help: ArgumentHelp(say("Số tài liệu.", "How many materials.")))
    var materials = 100_000

    func run() async throws {
        let console = Console(language: .ofProcess)
        try await Failure.reported(language: console.language) {
            let result = try await SearchBenchmark.run(materials: materials) { done in
                console.progress(Message(vi: "Đã tạo \(done)…", en: "Made \(done)…"))
            }
            console.endProgress()
            console.write(
                """
                search: \(result.materials) materials, \(result.queries) queries, database \(result.megabytes) MB
                median \(result.median.milliseconds3) ms, 95th percentile \(result.percentile95.milliseconds3) ms, slowest \(result.slowest.milliseconds3) ms (“\(result.slowestQuery)”)
                """)
        }
    }
}

struct BenchPlan: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "plan", abstract: say("Lập một chiến dịch lớn.", "Plan a large campaign."))

    @OptionGroup var common: CommonOptions

    @Option(help: ArgumentHelp(say("Số xã.", "Communes.")))
    var communes = 100

    @Option(help: ArgumentHelp(say("Số ngày.", "Days.")))
    var days = 30

    @Option(help: ArgumentHelp(say("Số kênh mỗi xã.", "Channels of each commune.")))
    var channels = 8

    @Option(help: ArgumentHelp(say("Số tài liệu.", "Materials.")))
    var materials = 200

    func run() async throws {
        let console = Console(language: .ofProcess)
        try await Failure.reported(language: console.language) {
            let result = try PlanBenchmark.run(
                communes: communes, days: days, channelsPerCommune: channels, materials: materials)
            console.write(
                """
                plan: \(communes) communes × \(days) days × \(channels) channels, \(materials) materials
                \(result.slots) slots, \(result.notes) notes in \(result.duration.milliseconds3) ms
                """)
        }
    }
}

extension Duration {
    /// Milliseconds with three digits behind the point.
    var milliseconds3: String {
        let microseconds = components.seconds * 1_000_000 + components.attoseconds / 1_000_000_000_000
        return "\(microseconds / 1000).\(Int(microseconds % 1000).padded(3))"
    }
}
