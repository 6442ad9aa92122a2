import ArgumentParser
import Documents
import Operations
import Outreach

struct AuditVerify: LoaCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify", abstract: say("Kiểm tra nhật ký có bị sửa không.", "Check that the log was not changed.")
    )

    @OptionGroup var common: CommonOptions

    func run(in context: Context) async throws {
        let result = try await context.workspace.verifyAudit()
        guard let broken = result.brokenAt else {
            return context.console.say(
                "Nhật ký nguyên vẹn: \(result.entries) dòng.", "The audit log is whole: \(result.entries) entries.")
        }
        context.console.say(
            "Nhật ký bị sửa hoặc thiếu từ dòng \(broken). Giữ nguyên cơ sở dữ liệu này và đối chiếu với bản sao lưu.",
            "The log was changed or cut at entry \(broken). Keep this database and compare it with a back-up.")
        throw CommandError.checkFailed
    }
}
