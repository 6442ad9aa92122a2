import ArgumentParser
import Documents
import Outreach
import Web

struct Routes: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: say("Mọi địa chỉ của các trang và ai được dùng.", "Every address of the pages and who may use it."))

    @OptionGroup var common: CommonOptions
    @OptionGroup var output: OutputOptions

    func run() async throws {
        let console = Console(language: .ofProcess)
        let language = console.language
        if output.json {
            return try console.json(
                WebServer.listing.map { Row(method: $0.method, path: $0.path, access: $0.access(language)) })
        }
        console.table(
            [
                Message(vi: "Cách hỏi", en: "Method"), Message(vi: "Địa chỉ", en: "Path"),
                Message(vi: "Ai được dùng", en: "Who may"),
            ],
            WebServer.listing.map { [.text($0.method), .text($0.path), .text($0.access(language))] })
    }

    private struct Row: Encodable {
        let method: String
        let path: String
        let access: String
    }
}
