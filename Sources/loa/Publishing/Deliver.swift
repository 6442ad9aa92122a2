import ArgumentParser
import Logging
import Operations
import Outreach

struct Deliver: ChangeCommand {
    static let configuration = CommandConfiguration(
        abstract: say("Gửi các bài đến giờ.", "Send the posts that are due."))

    @OptionGroup var common: CommonOptions
    @OptionGroup var output: OutputOptions
    @OptionGroup var change: ChangeOptions

    @Flag(help: ArgumentHelp(say("Gửi những gì đến giờ rồi thôi.", "Send what is due, then stop.")))
    var once = false

    @Flag(
        help: ArgumentHelp(
            say(
                "Gửi, kể cả gửi lại, đến khi không còn gì trong giờ tới.",
                "Send, retries included, until nothing is due within the hour.")))
    var untilIdle = false

    @Flag(help: ArgumentHelp(say("Cho phép gửi lại sau khi khôi phục.", "Allow sending again after a restore.")))
    var resume = false

    @Option(
        help: ArgumentHelp(
            say("Không gửi gì; nói vì sao bài này chưa đi.", "Send nothing; tell why this post has not gone out."),
            valueName: "post"))
    var explain: String?

    func validate() throws {
        guard [once, untilIdle, resume, explain != nil].filter(\.self).count < 2 else {
            throw ValidationError(say("Chỉ chọn một.", "Choose only one."))
        }
    }

    func run(in context: Context) async throws {
        let (workspace, console) = (context.workspace, context.console)
        if let explain { return try await tell(explain, in: context) }
        if resume {
            let report = try await workspace.resumeDelivery(as: context.caller(), mode: change.mode)
            return try tell(report, console)
        }
        if change.dryRun {
            return console.posts(try await workspace.duePosts(as: context.caller()))
        }
        let run: DeliveryRun =
            once ? .once : untilIdle ? .untilIdle(within: .seconds(3600)) : .forever(every: .seconds(1))
        JSONLogHandler.bootstrap()
        let log = Logger(label: "loa.delivery")
        let summary = try await Interruption.cancelling {
            // Said once Ctrl-C is listened to, and not before.
            if run == .forever(every: .seconds(1)) {
                console.say("Đang gửi; Ctrl-C để dừng.", "Sending; Ctrl-C to stop.")
            }
            return try await workspace.deliver(
                run, log: log,
                progress: { summary in
                    console.progress(Message(vi: "Đã đăng \(summary.posted)…", en: "Posted \(summary.posted)…"))
                })
        }
        console.endProgress()
        if output.json { try console.json(Output(summary)) }
        console.say(summary.words)
    }

    private func tell(_ report: ResumeReport, _ console: Console) throws {
        if output.json {
            return try console.json(
                Resumed(
                    knownUntil: report.knownUntil, toSettle: report.toSettle.map(\.id),
                    repeated: report.repeated.map(\.id)))
        }
        console.say("Đã cho phép gửi trở lại.", "Sending is allowed again.")
        if !report.toSettle.isEmpty {
            console.say(report.wordsToSettle)
            console.posts(report.toSettle)
        }
        if !report.repeated.isEmpty {
            console.say(report.wordsRepeated)
            console.posts(report.repeated)
        }
        if report.knownUntil != nil { console.say(ResumeReport.lookThrough) }
    }

    private struct Resumed: Encodable {
        let knownUntil: Instant?
        let toSettle: [Identifier<Post>]
        let repeated: [Identifier<Post>]
    }

    private func tell(_ reference: String, in context: Context) async throws {
        let console = context.console
        let explanation = try await context.workspace.explainPost(reference, as: context.caller())
        if output.json {
            return try console.json(
                Explanation(
                    post: explanation.post.id, state: explanation.post.state, overdue: explanation.isOverdue,
                    stuck: explanation.isStuck, reasons: explanation.reasons,
                    lastAttempt: explanation.lastAttempt))
        }
        let late =
            explanation.isStuck
            ? Message(vi: ", bị bỏ giữa chừng", en: ", left midway")
            : explanation.isOverdue ? Message(vi: ", trễ giờ", en: ", overdue") : Message(vi: "", en: "")
        let words = explanation.post.state.words
        console.write(
            "\(explanation.post.title): \(words(console.language))\(late(console.language))")
        for reason in explanation.reasons { console.write("- \(reason(console.language))") }
        if let attempt = explanation.lastAttempt {
            let status = attempt.status.map { "HTTP \($0)" } ?? "–"
            let bytes =
                attempt.bytesMayHaveLeft.map {
                    ($0 ? Message(vi: "có thể", en: "maybe") : Message(vi: "không", en: "no"))(console.language)
                } ?? "–"
            console.write(
                Message(
                    vi:
                        "Lần gửi \(attempt.number): \(attempt.outcome ?? "đang gửi"), trả lời \(status), dữ liệu rời máy \(bytes)",
                    en:
                        "Attempt \(attempt.number): \(attempt.outcome ?? "under way"), answer \(status), bytes left \(bytes)"
                )(
                    console.language))
        }
    }

    private struct Explanation: Encodable {
        let post: Identifier<Post>
        let state: PostState
        let overdue: Bool
        let stuck: Bool
        let reasons: [Message]
        let lastAttempt: AttemptRecord?
    }

    private struct Output: Encodable {
        let recovered: Int
        let attempts: Int
        let posted: Int
        let retrying: Int
        let unknown: Int
        let failed: Int
        let missed: Int

        init(_ summary: DeliverySummary) {
            recovered = summary.recovered
            attempts = summary.attempts
            posted = summary.posted
            retrying = summary.retrying
            unknown = summary.unknown
            failed = summary.failed
            missed = summary.missed
        }
    }
}

extension DeliverySummary {
    fileprivate var words: Message {
        Message(
            vi: "Gửi \(attempts) lần: \(posted) đã đăng, \(retrying) sẽ gửi lại, \(unknown) chưa rõ, \(failed) không "
                + "gửi được, \(missed) lỡ giờ."
                + (recovered > 0 ? " Đã xử lý \(recovered) bài của lần chạy bị ngắt." : ""),
            en:
                "\(attempts.of("attempt", "attempts")): \(posted) posted, \(retrying) to retry, \(unknown) unknown, \(failed) failed, "
                + "\(missed) missed." + (recovered > 0 ? " Settled \(recovered) posts of a run that was cut off." : ""))
    }
}
