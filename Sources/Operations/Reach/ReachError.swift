public import Outreach

/// Why a sample was not recorded; nothing was changed.
public enum ReachError: ReadableError, Hashable {
    case negative(Int)
    /// More than a post can have; sums of what is believed must stay numbers.
    case tooMany(Int)
    case notPosted(String, state: PostState)
    case inFuture
    /// Another value stands for the same post, metric and time.
    case differs(String, known: Int)
    case pullFailed(channel: Slug, detail: Message)

    /// The greatest value of a sample.
    static let most = 1_000_000_000

    public var kind: FailureKind {
        switch self {
        case .negative, .tooMany, .inFuture, .differs: .badData
        case .notPosted: .refused
        case .pullFailed: .unavailable
        }
    }

    public var message: Message {
        switch self {
        case .negative(let value):
            Message(vi: "Số đo \(value) âm; ghi từ 0 trở lên.", en: "The value \(value) is negative; give 0 or more.")
        case .tooMany(let value):
            Message(
                vi: "Số đo \(value) lớn hơn mức một bài có thể có (1.000.000.000). Chưa ghi gì; kiểm tra lại.",
                en: "\(value) is more than a post can have (1,000,000,000). Nothing was recorded; check it.")
        case .notPosted(let post, let state):
            Message(
                vi:
                    "Bài \(post) đang ở trạng thái “\(state.words.vietnamese)”, chưa đăng nên chưa có số đo. Chưa ghi gì; "
                    + "bài đăng tay thì ghi là đã đăng trước, rồi mới ghi số đo.",
                en:
                    "The post \(post) is “\(state.words.english)”: it has not gone out, so it has no reach. Nothing was "
                    + "recorded; a post made by hand is written down as posted first, then its figures.")
        case .inFuture:
            Message(
                vi: "Thời điểm đo nằm trong tương lai. Chưa ghi gì; kiểm tra ngày giờ.",
                en: "The time of measuring lies in the future. Nothing was recorded; check date and time.")
        case .differs(let post, let known):
            Message(
                vi:
                    "Bài \(post) đã có số \(known) cho đúng thời điểm này. Giữ số cũ; ghi số mới với thời điểm đo của nó.",
                en:
                    "The post \(post) has \(known) for this very time. It stays; record the new figure with its own time."
            )
        case .pullFailed(let channel, let detail):
            Message(
                vi: "Không lấy được số đo từ kênh “\(channel)”: \(detail.vietnamese) Số đo cũ được giữ nguyên.",
                en: "Could not pull figures from the channel “\(channel)”: \(detail.english) Earlier figures were kept."
            )
        }
    }
}
