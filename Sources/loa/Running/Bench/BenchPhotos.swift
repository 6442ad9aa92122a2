import ArgumentParser
import Operations
import Outreach

struct BenchPhotos: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "photos",
        abstract: say(
            "Đưa vào nhiều ảnh có GPS, XMP, ảnh thu nhỏ; exiftool xem còn gì riêng tư.",
            "Put in photos with GPS, XMP and thumbnails; exiftool looks for anything private."))

    @OptionGroup var common: CommonOptions

    @Option(help: ArgumentHelp(say("Số ảnh.", "How many photos.")))
    var photos = 1000

    func run() async throws {
        let console = Console(language: .ofProcess)
        try await Failure.reported(language: console.language) {
            let result = try await PhotoBenchmark.run(photos: photos) { done in
                console.progress(Message(vi: "Đã đưa vào \(done)…", en: "Put in \(done)…"))
            }
            console.endProgress()
            let each = result.duration / max(1, result.photos)
            console.write(
                """
                photos: \(result.photos) put in, half JPEG, half PNG; \(result.stored) stored; \(each.milliseconds3) ms each
                exiftool: \(result.factsBefore) private facts in what was sent, \(result.factsAfter.count) in what is stored
                """)
            for fact in result.factsAfter.prefix(20) { console.write("  \(fact)") }
            if !result.factsAfter.isEmpty { throw CommandError.checkFailed }
        }
    }
}
