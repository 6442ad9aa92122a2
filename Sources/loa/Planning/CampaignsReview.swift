import ArgumentParser
import Operations
import Outreach

struct CampaignsSubmit: ChangeCommand {
    static let configuration = CommandConfiguration(
        commandName: "submit",
        abstract: say("Tạo bài đăng từ các mục và gửi tất cả đi duyệt.", "Make posts of the slots and submit them all.")
    )

    @OptionGroup var common: CommonOptions
    @OptionGroup var change: ChangeOptions
    @OptionGroup var output: OutputOptions

    @Argument(help: ArgumentHelp(say("Mã chiến dịch.", "The campaign's id.")))
    var id: Slug

    func run(in context: Context) async throws {
        let submitted = try await context.workspace.submitCampaign(id, as: context.caller(), mode: change.mode)
        if output.json { try context.console.json(submitted.posts) }
        for (slot, reason) in submitted.left {
            context.console.say("! \(slot.key): \(reason.vietnamese)", "! \(slot.key): \(reason.english)")
        }
        context.console.say(
            "Đã gửi duyệt \(submitted.posts.count) bài; \(submitted.left.count) mục trên kênh chưa thành bài. Các buổi thì ghi bằng “loa sessions log” khi đã diễn ra.",
            "Submitted \(submitted.posts.count.of("post", "posts")); \(submitted.left.count) slots on channels did not become posts. Sessions are logged with “loa sessions log” once they have taken place."
        )
    }
}

struct CampaignsApprove: ChangeCommand {
    static let configuration = CommandConfiguration(
        commandName: "approve",
        abstract: say(
            "Đọc mọi bài đang chờ của chiến dịch, rồi duyệt đúng những bài đã đọc bằng --seeing.",
            "Read every post of the campaign that waits, then approve exactly those with --seeing."))

    @OptionGroup var common: CommonOptions
    @OptionGroup var change: ChangeOptions

    @Argument(help: ArgumentHelp(say("Mã chiến dịch.", "The campaign's id.")))
    var id: Slug

    @Option(
        help: ArgumentHelp(
            say("Mã băm in ra khi đọc; thiếu nó thì chỉ đọc.", "The hash printed on reading; without it, only read."),
            valueName: "hash"))
    var seeing: ContentHash?

    @Option(help: ArgumentHelp(say("Lời nhắn.", "A comment.")))
    var comment = ""

    func run(in context: Context) async throws {
        guard let seeing else { return try await read(in: context) }
        let posts = try await context.workspace.approveCampaign(
            id, seeing: seeing, comment: comment, as: context.caller(), mode: change.mode)
        context.console.say("Đã duyệt \(posts.count) bài.", "Approved \(posts.count.of("post", "posts")).")
    }

    private func read(in context: Context) async throws {
        let reading = try await context.workspace.campaignToApprove(id, as: context.caller())
        for (post, _) in reading.posts {
            context.console.write(
                """
                ── \(post.title) · \(post.channel) · \(post.zone.written(post.moment)) · \(post.author)
                \(post.text)

                """)
        }
        guard !reading.posts.isEmpty else {
            return context.console.say("Không có bài nào chờ duyệt.", "No posts are in review.")
        }
        context.console.say(
            """
            CHƯA duyệt gì: \(reading.posts.count) bài ở trên còn chờ. Đọc xong, duyệt đúng những bài này bằng:
            loa campaigns approve \(id) --as \(try context.caller().name) --seeing \(reading.hash)
            """,
            """
            NOTHING is approved yet: the \(reading.posts.count) posts above still wait. Once read, approve exactly these with:
            loa campaigns approve \(id) --as \(try context.caller().name) --seeing \(reading.hash)
            """)
    }
}
