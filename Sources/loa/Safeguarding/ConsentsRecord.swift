import ArgumentParser
import Operations
import Outreach

struct ConsentsRecord: ChangeCommand {
    static let configuration = CommandConfiguration(
        commandName: "record",
        abstract: say(
            "Ghi một bản đồng ý đã ký: số hiệu bản giấy, không bao giờ ghi tên trẻ.",
            "Record a signed consent: the paper's number, never a child's name."),
        discussion: say(
            "Dưới 7 tuổi: cha mẹ hoặc người giám hộ. Từ 7 tuổi: cả trẻ và cha mẹ hoặc người giám hộ.",
            "Under 7: a parent or guardian. From 7 on: the child and a parent or guardian."))

    @OptionGroup var common: CommonOptions
    @OptionGroup var change: ChangeOptions
    @OptionGroup var output: OutputOptions

    @Option(help: ArgumentHelp(say("Đơn vị giữ bản giấy.", "The unit that keeps the paper.")))
    var unit: Slug

    @Option(help: ArgumentHelp(say("Số hiệu bản giấy, ví dụ HS-2026/014.", "The paper's number, such as HS-2026/014.")))
    var reference: String

    @Option(help: ArgumentHelp(say("Tuổi khi ký: under-7, 7-15, 16-17.", "Age when signed: under-7, 7-15, 16-17.")))
    var age: ConsentAge

    @Flag(help: ArgumentHelp(say("Trẻ đồng ý.", "The child agreed.")))
    var child = false

    @Flag(help: ArgumentHelp(say("Cha mẹ hoặc người giám hộ đồng ý.", "A parent or guardian agreed.")))
    var guardian = false

    @Option(help: ArgumentHelp(say("Ngày ký.", "Day of signing."), valueName: "yyyy-mm-dd"))
    var signed: Day

    @Option(help: ArgumentHelp(say("Ngày cuối còn hiệu lực.", "The last day it holds."), valueName: "yyyy-mm-dd"))
    var until: Day

    @Option(
        parsing: .upToNextOption,
        help: ArgumentHelp(say("Mã các ảnh: loa consents pictures.", "Hashes: loa consents pictures.")))
    var pictures: [ContentHash]

    func run(in context: Context) async throws {
        let draft = ConsentDraft(
            unit: unit, reference: reference, age: age, childAgreed: child, guardianAgreed: guardian,
            signedOn: signed, expiresOn: until, pictures: pictures)
        let consent = try await context.workspace.recordConsent(draft, as: context.caller(), mode: change.mode)
        if output.json { try context.console.json(consent) }
        context.console.say(
            "Đã ghi bản đồng ý \(consent.reference) (\(consent.id)), đến hết \(consent.expiresOn.written).",
            "Recorded the consent \(consent.reference) (\(consent.id)), until \(consent.expiresOn.written).")
    }
}
