import Documents
import Foundation
import Outreach

/// Where a command writes: data to standard output, messages to standard error.
struct Console: Sendable {
    let language: Language

    func say(_ vietnamese: String, _ english: String) {
        say(Message(vi: vietnamese, en: english))
    }

    func say(_ message: Message) {
        Console.put(message(language) + "\n", on: .standardError)
    }

    /// A question on a terminal, answered on the same line.
    func ask(_ message: Message) {
        Console.put(message(language), on: .standardError)
    }

    func write(_ text: String) {
        write(Array((text.hasSuffix("\n") ? text : text + "\n").utf8))
    }

    func write(_ bytes: [UInt8]) {
        do {
            try FileHandle.standardOutput.write(contentsOf: Data(bytes))
        } catch {
            // The work is done; only its account cannot be given, and saying so must not undo or hide it.
            say(
                "Không in ra được kết quả: \(error.systemWords). Việc đã làm vẫn được lưu.",
                "The output cannot be written: \(error.systemWords). What was done is stored.")
            exit(EX_IOERR)
        }
    }

    /// A message that nobody can be shown is lost, and the work goes on.
    private static func put(_ text: String, on handle: FileHandle) {
        try? handle.write(contentsOf: Data(text.utf8))
    }

    /// A table cut to the terminal's width; whole where the output goes elsewhere.
    func table(_ header: [Message], _ rows: [[Cell]]) {
        let table = TextTable(header: header.map { $0(language) }, rows: rows, language: language)
        write(table.text(maximumWidth: Console.terminalWidth))
    }

    /// JSON with sorted keys, instants and days as ISO 8601.
    func json(_ value: some Encodable) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        write(String(decoding: try encoder.encode(value), as: UTF8.self))
    }

    /// Replaces the line on a terminal; says nothing where messages go to a file.
    func progress(_ message: Message) {
        guard isatty(STDERR_FILENO) == 1 else { return }
        Console.put("\r\u{1B}[K\(message(language))", on: .standardError)
    }

    func endProgress() {
        guard isatty(STDERR_FILENO) == 1 else { return }
        Console.put("\r\u{1B}[K", on: .standardError)
    }

    func number(_ value: Int) -> String { NumberFormatting.integer(value, language) }

    static var terminalWidth: Int? {
        var size = winsize()
        guard isatty(STDOUT_FILENO) == 1, ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 20
        else { return nil }
        return Int(size.ws_col)
    }
}
