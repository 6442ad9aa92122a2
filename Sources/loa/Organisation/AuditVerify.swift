import ArgumentParser
import Documents
import Operations
import Outreach

struct AuditVerify: LoaCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: say(
            "Kiểm tra nhật ký có bị sửa, thiếu, đảo hay cắt cuối không.",
            "Check that no entry was changed, taken out, moved or cut off the end."))

    @OptionGroup var common: CommonOptions

    @Option(
        help: ArgumentHelp(
            say(
                "Chỗ cuối đã ghi lại ở nơi khác; nhật ký phải đi qua đó.",
                "An end noted down elsewhere; the log has to lead through it."), valueName: "number:hash"))
    var expect: AuditEnd?

    func run(in context: Context) async throws {
        let result = try await context.workspace.verifyAudit(expecting: expect)
        if let problem = result.problem {
            context.console.say(problem.message)
            throw CommandError.checkFailed
        }
        context.console.say(
            "Nhật ký nguyên vẹn: \(result.entries) dòng.",
            "The audit log is whole: \(result.entries.of("entry", "entries")).")
        if let end = result.end {
            context.console.write("\(end)")
            context.console.say(
                "Ghi dòng trên vào nơi khác; sau này: loa audit verify --expect.",
                "Note the line above down elsewhere; later: loa audit verify --expect.")
        }
    }
}
