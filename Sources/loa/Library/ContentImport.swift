import ArgumentParser
import Operations
import Outreach

struct ContentImport: ChangeCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: say(
            "Nhập Content/ và Channels/; chỉ thay đổi mới được ghi.",
            "Bring in Content/ and Channels/; only what changed is written."))

    @OptionGroup var common: CommonOptions
    @OptionGroup var change: ChangeOptions
    @OptionGroup var output: OutputOptions

    func run(in context: Context) async throws {
        let report = try await context.workspace.importContent(
            as: context.callerOrFirst(), mode: change.mode)
        if output.json {
            try context.console.json(Output(report, context.console.language))
        } else {
            for kind in report.effects.keys.sorted() {
                let counts = report.effects[kind] ?? [:]
                context.console.write(
                    "\(kind): +\(counts[.added] ?? 0) ~\(counts[.changed] ?? 0) =\(counts[.unchanged] ?? 0)")
            }
        }
        for problem in report.problems { context.console.say(problem.message) }
        context.console.say(
            "Thêm \(report.count(.added)), đổi \(report.count(.changed)), giữ nguyên \(report.count(.unchanged)); "
                + "\(report.toApprove.count) tài liệu chờ duyệt, \(report.problems.count) lỗi.",
            "Added \(report.count(.added)), changed \(report.count(.changed)), unchanged \(report.count(.unchanged)); "
                + "\(report.toApprove.count.of("material", "materials")) to approve, \(report.problems.count.of("mistake", "mistakes"))."
        )
        if !report.blocked.isEmpty {
            let names = report.blocked.map(\.description).joined(separator: ", ")
            context.console.say(
                "Quy tắc bảo vệ trẻ em chặn, chưa duyệt được: \(names). Xem từng chỗ bằng “loa content check”, sửa rồi nhập "
                    + "lại.",
                "Blocked by the safeguarding rules, cannot be approved so: \(names). See each place with “loa content "
                    + "check”, mend them and import again.")
        }
        if let next = try await context.workspace.materialsToApprove(), change.mode == .perform, !output.json {
            context.console.say(next)
        }
        if !report.problems.isEmpty { throw CommandError.someDataWrong }
    }

    private struct Output: Encodable {
        let effects: [String: [String: Int]]
        let toApprove: [Slug]
        let blocked: [Slug]
        let problems: [ProblemOutput]

        init(_ report: ContentImportReport, _ language: Language) {
            effects = report.effects.mapValues { counts in
                Dictionary(uniqueKeysWithValues: counts.map { ($0.key.rawValue, $0.value) })
            }
            toApprove = report.toApprove
            blocked = report.blocked
            problems = report.problems.map { ProblemOutput($0, language) }
        }
    }
}
