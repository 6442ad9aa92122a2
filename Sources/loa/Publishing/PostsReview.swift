import ArgumentParser
import Operations
import Outreach

/// The posts a review command is about, and what is said.
struct ReviewOptions: ParsableArguments {
    @Argument(help: ArgumentHelp(say("Mã bài hoặc phần cuối của mã.", "Ids of posts or their ends.")))
    var posts: [String]

    @Option(help: ArgumentHelp(say("Lời nhắn.", "A comment.")))
    var comment = ""
}

/// A command that takes posts one step further, all or none.
protocol ReviewCommand: ChangeCommand {
    static var step: ReviewStep { get }
    var review: ReviewOptions { get }
}

extension ReviewCommand {
    func run(in context: Context) async throws {
        let posts = try await context.workspace.review(
            review.posts, Self.step, comment: review.comment, as: context.caller(), mode: change.mode)
        context.console.posts(posts)
        for post in posts where post.state == .unknown {
            if let reason = post.reason {
                context.console.say("\(post.id.short): \(reason.vietnamese)", "\(post.id.short): \(reason.english)")
            }
        }
    }
}

struct PostsSubmit: ReviewCommand {
    static let configuration = CommandConfiguration(
        commandName: "submit", abstract: say("Gửi duyệt.", "Submit for review."))
    static let step = ReviewStep.submit

    @OptionGroup var common: CommonOptions
    @OptionGroup var change: ChangeOptions
    @OptionGroup var review: ReviewOptions
}

struct PostsApprove: ChangeCommand {
    static let configuration = CommandConfiguration(
        commandName: "approve",
        abstract: say(
            "Duyệt đúng bản đã đọc (không phải bài của mình).", "Approve exactly what was read (not one's own)."),
        discussion: say(
            "Mỗi bài viết là MÃ@BĂM như “loa posts show” in ra: nếu bài đã đổi sau khi đọc thì không duyệt.",
            "Each post is ID@HASH as “loa posts show” prints it: what changed after it was read is not approved."))

    @OptionGroup var common: CommonOptions
    @OptionGroup var change: ChangeOptions

    @Argument(help: ArgumentHelp(say("Bài đã đọc.", "Posts that were read."), valueName: "id@hash"))
    var posts: [SeenPost]

    @Option(help: ArgumentHelp(say("Lời nhắn.", "A comment.")))
    var comment = ""

    func run(in context: Context) async throws {
        let approved = try await context.workspace.approve(
            posts, comment: comment, as: context.caller(), mode: change.mode)
        context.console.posts(approved)
    }
}

struct PostsReject: ReviewCommand {
    static let configuration = CommandConfiguration(
        commandName: "reject",
        abstract: say("Trả lại, nêu lý do bằng --comment.", "Reject, with the reason in --comment."))
    static let step = ReviewStep.reject

    @OptionGroup var common: CommonOptions
    @OptionGroup var change: ChangeOptions
    @OptionGroup var review: ReviewOptions
}

struct PostsCancel: ReviewCommand {
    static let configuration = CommandConfiguration(commandName: "cancel", abstract: say("Bỏ bài.", "Drop a post."))
    static let step = ReviewStep.cancel

    @OptionGroup var common: CommonOptions
    @OptionGroup var change: ChangeOptions
    @OptionGroup var review: ReviewOptions
}

struct PostsRetry: ReviewCommand {
    static let configuration = CommandConfiguration(
        commandName: "retry",
        abstract: say("Gửi lại bài không gửi được hoặc lỡ giờ.", "Try a failed or missed post again."))
    static let step = ReviewStep.retry

    @OptionGroup var common: CommonOptions
    @OptionGroup var change: ChangeOptions
    @OptionGroup var review: ReviewOptions
}
