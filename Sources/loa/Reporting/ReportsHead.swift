import ArgumentParser
import Operations
import Outreach

struct ReportsHead: ChangeCommand {
    static let configuration = CommandConfiguration(
        commandName: "head",
        abstract: say(
            "Đầu và cuối văn bản báo cáo: cơ quan, ký hiệu, nơi ban hành, người ký, nơi nhận.",
            "Head and end of the paper: bodies, symbol, place, who signs, who gets it."))

    @OptionGroup var common: CommonOptions
    @OptionGroup var change: ChangeOptions

    @Option(help: ArgumentHelp(say("Đơn vị hoặc ban chỉ đạo.", "Unit or committee.")))
    var unit: Slug

    @Option(help: ArgumentHelp(say("Mẫu: state, youth-union, party.", "Template: state, youth-union, party.")))
    var template: ReportHead.Template?

    @Option(help: ArgumentHelp(say("Cơ quan cấp trên.", "The body above.")))
    var superior: String?

    @Option(help: ArgumentHelp(say("Cơ quan ban hành.", "Who issues it.")))
    var issuer: String?

    @Option(help: ArgumentHelp(say("Ký hiệu: BC-BCĐ138.", "Symbol: BC-BCĐ138.")))
    var symbol: String?

    @Option(help: ArgumentHelp(say("Nơi ban hành.", "The place.")))
    var place: String?

    @Option(help: ArgumentHelp(say("Kính gửi (lặp lại được).", "To (may be repeated).")))
    var to: [String] = []

    @Option(
        help: ArgumentHelp(say("Dòng thẩm quyền, chức vụ (lặp lại được).", "Lines of authority (may be repeated).")))
    var sign: [String] = []

    @Option(help: ArgumentHelp(say("Họ tên người ký.", "Who signs.")))
    var signer: String?

    @Option(help: ArgumentHelp(say("Nơi nhận (lặp lại được).", "Recipients (may be repeated).")))
    var recipient: [String] = []

    @Option(help: ArgumentHelp(say("Lưu.", "Archive.")))
    var archive: String?

    func run(in context: Context) async throws {
        let caller = try context.caller()
        let known = try await context.workspace.reportHead(of: unit, as: caller)
        var head = known
        head.template = template ?? head.template
        head.superior = superior ?? head.superior
        head.issuer = issuer ?? head.issuer
        head.symbol = symbol ?? head.symbol
        head.place = place ?? head.place
        if !to.isEmpty { head.addressees = to }
        if !sign.isEmpty { head.signing = sign }
        head.signer = signer ?? head.signer
        if !recipient.isEmpty { head.recipients = recipient }
        head.archive = archive ?? head.archive
        if head != known {
            try await context.workspace.setReportHead(head, of: unit, as: caller, mode: change.mode)
        }
        try context.console.json(head)
    }
}
