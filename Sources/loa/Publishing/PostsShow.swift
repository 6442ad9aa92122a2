import ArgumentParser
import Documents
import Operations
import Outreach

struct PostsShow: LoaCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: say("Xem một bài: nội dung, ý kiến, các lần gửi.", "Show a post: text, comments, attempts."))

    @OptionGroup var common: CommonOptions
    @OptionGroup var output: OutputOptions

    @Argument(help: ArgumentHelp(say("Mã bài hoặc phần cuối của mã.", "The post's id or its end.")))
    var post: String

    func run(in context: Context) async throws {
        let reading = try await context.workspace.readPost(post, as: context.caller())
        let (post, attempts, holds) = (reading.post, reading.attempts, reading.holds)
        let comments = reading.steps.filter { !$0.text.isEmpty }
        if output.json {
            return try context.console.json(
                Output(
                    post: post, comments: comments, attempts: attempts, holds: holds, hash: reading.hash,
                    findings: reading.judgement.judged?.findings.map(FindingLine.init) ?? [],
                    overrides: reading.judgement.judged?.overrides ?? [], signatures: reading.approval.signatures))
        }
        let (console, language) = (context.console, context.console.language)
        console.write(
            """
            \(post.title)
            \(post.id) · \(post.channel) · \(post.zone.written(post.moment)) · \(post.state.words(language))

            \(post.text)
            """)
        for hold in holds { console.write("⏸ \(hold.by): \(hold.reason)") }
        if let reason = post.reason { console.write("\(Heading.reason(language)): \(reason(language))") }
        if let link = post.receipt?.link { console.write(link) }
        if let approval = post.approval { console.write("✓ \(approval.by) · \(approval.hash.short)") }
        for comment in comments { console.write("\(comment.author) (\(comment.action)): \(comment.text)") }
        for remark in reading.remarks { console.write("! \(remark.message(language))") }
        for signature in reading.approval.signatures {
            console.write("✓ \(signature.step.words(language)): \(signature.by)")
        }
        console.findings(of: reading.judgement)
        if post.state == .inReview, let hash = reading.hash {
            console.say(
                "Duyệt đúng bản này: loa posts approve \(SeenPost(post.id.short, hash: hash))",
                "To approve exactly this: loa posts approve \(SeenPost(post.id.short, hash: hash))")
        }
        guard !attempts.isEmpty else { return }
        console.table(
            [
                Message(vi: "Lần", en: "No"), Heading.time, Message(vi: "Kết quả", en: "Outcome"),
                Message(vi: "Mã trả lời", en: "Status"), Message(vi: "Có thể đã đi", en: "May have left"),
            ],
            attempts.map { attempt in
                [
                    .integer(attempt.number), .text(post.zone.written(attempt.claimedAt)),
                    .text(attempt.outcome ?? "—"), attempt.status.map { .integer($0) } ?? .empty,
                    .text(attempt.bytesMayHaveLeft.map { $0 ? "✓" : "" } ?? "?"),
                ]
            })
    }

    private struct Output: Encodable {
        let post: Post
        let comments: [Comment]
        let attempts: [AttemptRecord]
        let holds: [Hold]
        /// What an approval of exactly this names.
        let hash: ContentHash?
        let findings: [FindingLine]
        let overrides: [Override]
        let signatures: [StepSignature]
    }
}
