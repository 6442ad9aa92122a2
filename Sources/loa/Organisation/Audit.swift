import ArgumentParser
import Documents
import Operations
import Outreach

struct Audit: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: say("Nhật ký kiểm toán.", "The audit log."),
        subcommands: [AuditList.self, AuditVerify.self, AuditExport.self])
}
