import ArgumentParser
import Logging
import Operations
import Outreach
import Web

struct Serve: LoaCommand {
    static let configuration = CommandConfiguration(
        abstract: say(
            "Mở các trang web và gửi bài đúng giờ, đến khi Ctrl-C.",
            "Serve the pages and send posts on time, until Ctrl-C."))

    @OptionGroup var common: CommonOptions

    @Option(
        help: ArgumentHelp(
            say(
                "Địa chỉ lắng nghe (mặc định: LOA_HOST, 127.0.0.1).",
                "The address to listen at (default: LOA_HOST, 127.0.0.1)."), valueName: "host"))
    var host: String?

    @Option(
        help: ArgumentHelp(
            say(
                "Cổng; 0 là cổng trống bất kỳ (mặc định: LOA_PORT, 8111).",
                "The port; 0 takes any that is free (default: LOA_PORT, 8111)."), valueName: "port"))
    var port: Int?

    @Option(
        help: ArgumentHelp(
            say(
                "Địa chỉ mọi người dùng để vào, ví dụ https://loa.xa.gov.vn (mặc định: LOA_ADDRESS).",
                "The address people use, such as https://loa.example.vn (default: LOA_ADDRESS)."), valueName: "url"))
    var address: String?

    @Flag(
        help: ArgumentHelp(
            say(
                "Tin X-Forwarded-For: chỉ khi có proxy của mình ở trước (hoặc LOA_TRUST_PROXY=true).",
                "Believe X-Forwarded-For: only behind a proxy of your own (or LOA_TRUST_PROXY=true).")))
    var trustProxy = false

    @Flag(
        inversion: .prefixedNo,
        help: ArgumentHelp(say("Gửi bài đến giờ.", "Send the posts that are due.")))
    var deliver = true

    func validate() throws {
        guard (0...65_535).contains(port ?? 0) else {
            throw ValidationError(say("Cổng từ 0 đến 65535.", "A port is 0 to 65535."))
        }
    }

    /// Files that are not visitors' connections: the database, media, and posts on their way out.
    private static let filesForWork = 1536

    func run(in context: Context) async throws {
        let (workspace, console) = (context.workspace, context.console)
        let settings = ServerSettings()
        let metrics = MetricsRegistry()
        metrics.bootstrap()
        JSONLogHandler.bootstrap()
        var options = WebOptions(
            host: host ?? settings.host, port: try port ?? settings.port(),
            publicAddress: try settings.publicAddress(address), trustsProxy: try trustProxy || settings.trustsProxy())
        options.metrics = metrics
        options.shippedContent = try? StarterContent.folder()
        let log = Logger(label: "loa.delivery")
        let files = OpenFiles.raise()
        options.mostConnections = max(64, files - min(Serve.filesForWork, files / 2))
        let (delivers, settled) = (deliver, options)
        try await Interruption.cancelling {
            try await withThrowingTaskGroup(of: Void.self) { group in
                if delivers {
                    group.addTask { await workspace.keepDelivering(log: log) { console.say($0) } }
                    group.addTask { await workspace.keepPulling { console.say($0) } }
                    group.addTask { await workspace.keepReminding { console.say($0) } }
                }
                group.addTask { await workspace.keepCounting { console.say($0) } }
                group.addTask {
                    try await WebServer(workspace: workspace, options: settled).run { port in
                        let root = settled.publicAddress ?? "http://\(settled.host):\(port)"
                        console.say("Loa đang chạy tại \(root)", "Loa is running at \(root)")
                        await Serve.inviteFirst(to: workspace, at: root, console)
                    }
                }
                defer { group.cancelAll() }
                try await group.next()
                if delivers { group.cancelAll() }
                try await group.waitForAll()
            }
        }
        console.say("Đã dừng. Không có gì bị mất.", "Stopped. Nothing was lost.")
    }

    /// A workspace without users lets its first administrator in by a link that works once.
    private static func inviteFirst(to workspace: Workspace, at root: String, _ console: Console) async {
        do {
            guard let link = try await workspace.makeFirstAdministratorLink() else { return }
            console.say(
                "Chưa có ai. Mở đường dẫn dùng một lần này để trở thành quản trị: \(root)/first/\(link.code)",
                "There is nobody yet. Open this one-time link to become the administrator: \(root)/first/\(link.code)")
        } catch {
            console.say((error as? any ReadableError)?.message ?? Message(verbatim: "\(error)"))
        }
    }
}
