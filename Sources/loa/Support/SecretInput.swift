import Foundation
import Outreach

/// Reads what must not be seen: from a terminal without showing it, else a line of standard input.
struct SecretInput {
    let console: Console

    var isTerminal: Bool { isatty(STDIN_FILENO) == 1 }

    func read(_ prompt: Message) throws -> String {
        guard isTerminal else { return try line() }
        console.ask(prompt)
        var shown = termios()
        tcgetattr(STDIN_FILENO, &shown)
        var hidden = shown
        hidden.c_lflag &= ~tcflag_t(ECHO)
        tcsetattr(STDIN_FILENO, TCSAFLUSH, &hidden)
        defer {
            tcsetattr(STDIN_FILENO, TCSAFLUSH, &shown)
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
