import ArgumentParser
import Documents
import Operations
import Outreach

struct UsersLink: LoaCommand {
    static let configuration = CommandConfiguration(
        commandName: "link",
        abstract: say(
            "Tạo đường dẫn đăng nhập một lần cho người mới hoặc người quên mật khẩu.",
            "Make a one-time log-in link for someone new, or who forgot the password."))

    @OptionGroup var common: CommonOptions

    @Argument(help: ArgumentHelp(say("Người dùng.", "The user.")))
    var id: Slug

    @Option(
        help: ArgumentHelp(
            say(
                "Địa chỉ của máy chủ, đặt trước đường dẫn (mặc định: LOA_ADDRESS, rồi máy này).",
                "The server's address, put before the path (default: LOA_ADDRESS, else this machine)."),
            valueName: "https://…"))
    var address: String?

    @Option(help: ArgumentHelp(say("Có hiệu lực trong số giờ này.", "Holds for so many hours.")))
    var hours = 24

    func validate() throws {
        if let address, address.wholeMatch(of: /https?:\/\/[^\/\s?#]+\/*/) == nil {
            throw ValidationError(
                say(
                    "--address phải có dạng https://loa.example.vn.",
                    "--address has the form https://loa.example.vn."))
        }
        guard (1...168).contains(hours) else {
            throw ValidationError(say("--hours từ 1 đến 168.", "--hours is 1 to 168."))
        }
    }

    func run(in context: Context) async throws {
        let workspace = context.workspace
        let settings = ServerSettings()
        let server = try address.map { String($0.trimmingSuffix { $0 == "/" }) } ?? settings.root()
        // Nobody makes a link for themselves in the pages. Whoever holds the machine may: that is how a lone
        // administrator who forgot the password gets in again.
        let caller = try context.caller()
        let made = try await workspace.makeLogInLink(
            for: id, validFor: .seconds(hours * 3600), as: caller == .user(id) ? .program : caller)
        context.console.write(server + made.path)
        let until = workspace.zone.written(made.expiresAt)
        context.console.say(
            "Đường dẫn cho \(id) dùng được một lần, đến \(until). Chỉ gửi riêng cho người đó.",
            "The link for \(id) works once, until \(until). Send it to nobody else.")
        if try address == nil && settings.publicAddress() == nil {
            context.console.say(
                "Đây là địa chỉ trên máy này; người ở máy khác cần --address https://… hoặc LOA_ADDRESS.",
                "It is an address of this machine; for another one say --address https://… or set LOA_ADDRESS.")
        }
    }
}

extension String {
    /// Without the characters at the end that fit.
    fileprivate func trimmingSuffix(while fits: (Character) -> Bool) -> Substring {
        guard let last = lastIndex(where: { !fits($0) }) else { return "" }
        return self[...last]
    }
}
