import Foundation
import Logging
import Outreach

/// Writes each log entry to standard error as one line of JSON. Secrets are kept out by whoever logs: no text, header,
/// address or answer of a post goes into an entry.
struct JSONLogHandler: LogHandler {
    let label: String
    var metadata: Logger.Metadata = [:]
    var logLevel = Logger.Level.info

    /// From here on every logger of the process writes so; once for each process.
    static func bootstrap() { LoggingSystem.bootstrap { JSONLogHandler(label: $0) } }

    init(label: String) {
        self.label = label
    }

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
        let time = Instant(milliseconds: Int64(Date().timeIntervalSince1970 * 1000))
        let fields = metadata.merging(event.metadata ?? [:]) { _, new in new }.sorted { $0.key < $1.key }
        let entry = JSONValue.object(
            [
                JSONMember("time", .string(time.description)), JSONMember("level", .string(event.level.rawValue)),
                JSONMember("label", .string(label)), JSONMember("message", .string("\(event.message)")),
            ] + fields.map { JSONMember($0.key, .string("\($0.value)")) })
        // On a terminal it takes the place of the line that tells how far the work is.
        let start = isatty(STDERR_FILENO) == 1 ? "\r\u{1B}[K" : ""
        // An entry that nobody can be shown is lost, and the work goes on.
        try? FileHandle.standardError.write(contentsOf: Data(Array(start.utf8) + entry.bytes + [0x0A]))
    }
}
