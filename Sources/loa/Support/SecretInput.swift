import Dispatch
import Foundation
import Outreach

/// Reads what must not be seen: from a terminal without showing it, else a line of standard input.
struct SecretInput {
    private let console: Console
    private let terminal: HiddenTerminal?

    init(console: Console) {
        self.console = console
        terminal = isatty(STDIN_FILENO) == 1 ? HiddenTerminal() : nil
    }

    var isTerminal: Bool { terminal != nil }

    func read(_ prompt: Message) throws -> String {
        guard let terminal else { return try line() }
        console.ask(prompt)
        terminal.hide()
        defer {
            terminal.show()
            console.ask(Message(verbatim: "\n"))
        }
        return try line()
    }

    private func line() throws -> String {
        guard let line = readLine(strippingNewline: true) else {
            throw CommandError.usage(
                Message(
                    vi:
                        "Chưa nhận được mật khẩu nào. Chưa đổi gì; gõ vào khi được hỏi, hoặc đưa mỗi mật khẩu một dòng.",
                    en: "No password came. Nothing was changed; type it when asked, or give one a line."))
        }
        return line
    }
}

/// The terminal as it was found, and how to keep it from showing what is typed.
private struct HiddenTerminal {
    private let found: termios
    private let interruption: any DispatchSourceSignal

    /// From here on Ctrl-C leaves the terminal as it was found.
    init() {
        var found = termios()
        tcgetattr(STDIN_FILENO, &found)
        self.found = found
        signal(SIGINT, SIG_IGN)
        interruption = DispatchSource.makeSignalSource(signal: SIGINT, queue: .global())
        interruption.setEventHandler { [found] in
            HiddenTerminal.set(found)
            // As a shell has it: 128 and the signal's number. Not `exit`, which waits for whoever reads.
            _exit(128 + SIGINT)
        }
        interruption.resume()
    }

    func hide() {
        var hidden = found
        hidden.c_lflag &= ~tcflag_t(ECHO)
        HiddenTerminal.set(hidden)
    }

    func show() { HiddenTerminal.set(found) }

    private static func set(_ settings: termios) {
        var settings = settings
        tcsetattr(STDIN_FILENO, TCSAFLUSH, &settings)
    }
}
