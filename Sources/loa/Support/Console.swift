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
        FileHandle.standardError.write(Data((message(language) + "\n").utf8))
    }

    func write(_ text: String) {
        FileHandle.standardOutput.write(Data((text.hasSuffix("\n") ? text : text + "\n").utf8))
    }

    func write(_ bytes: [UInt8]) {
        FileHandle.standardOutput.write(Data(bytes))
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
        FileHandle.standardError.write(Data("\r\u{1B}[K\(message(language))".utf8))
    }

    func endProgress() {
        guard isatty(STDERR_FILENO) == 1 else { return }
        FileHandle.standardError.write(Data("\r\u{1B}[K".utf8))
    }

    func number(_ value: Int) -> String { NumberFormatting.integer(value, language) }

    static var terminalWidth: Int? {
        var size = winsize()
        guard isatty(STDOUT_FILENO) == 1, ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 20
        else { return nil }
        return Int(size.ws_col)
    }
}
