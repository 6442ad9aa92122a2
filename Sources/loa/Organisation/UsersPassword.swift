import ArgumentParser
import Documents
import Operations
import Outreach

struct UsersPassword: LoaCommand {
    static let configuration = CommandConfiguration(
        commandName: "password",
        abstract: say("Đặt mật khẩu của chính mình.", "Set your own password."),
        discussion: say(
            """
            Hỏi trên màn hình, không hiện chữ. Khi nhận từ tệp hay lệnh khác: mỗi dòng một mật khẩu, mật khẩu hiện tại \
            (nếu có) trước, mật khẩu mới sau. Mật khẩu không bao giờ viết trên dòng lệnh.
            """,
            """
            Asks on the terminal without showing it. From a file or another command: one password a line, the current \
            one first where there is one, then the new one. A password is never written on the command line.
            """))

    @OptionGroup var common: CommonOptions

    @Argument(help: ArgumentHelp(say("Tên đăng nhập của bạn.", "Your log-in name.")))
    var id: Slug

    func run(in context: Context) async throws {
        let (workspace, caller) = (context.workspace, try context.caller())
        guard caller == .user(id) else { throw AccessError.ownPasswordOnly(id) }
        let secrets = SecretInput(console: context.console)
        let current =
            try await workspace.hasPassword(id, as: caller)
            ? try secrets.read(Message(vi: "Mật khẩu hiện tại: ", en: "Current password: ")) : nil
        let new = try secrets.read(Message(vi: "Mật khẩu mới: ", en: "New password: "))
        if secrets.isTerminal, try secrets.read(Message(vi: "Nhập lại: ", en: "Once more: ")) != new {
            throw CommandError.usage(
                Message(
                    vi: "Hai lần nhập không giống nhau. Chưa đổi gì; hãy chạy lại.",
                    en: "The two are not the same. Nothing was changed; run it again."))
        }
        try await workspace.setPassword(of: id, to: new, current: current, as: caller)
        context.console.say(
            "Đã đặt mật khẩu của \(id). Các phiên đăng nhập cũ đã kết thúc.",
            "The password of \(id) is set. Earlier log-ins have ended.")
    }
}
