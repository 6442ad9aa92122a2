public import Outreach

/// Why the consent register or what is said about a picture was not changed; nothing was.
public enum ConsentError: ReadableError, Hashable {
    case invalid([ConsentProblem])
    case unknown(Identifier<Consent>)
    /// The unit has a paper of this number in the register already.
    case known(String)
    case withdrawnAlready(String)
    case victim(ContentHash)
    case childrenOutOfRange
    case notAsked(String)

    public var kind: FailureKind {
        switch self {
        case .invalid, .childrenOutOfRange: .badData
        case .unknown, .notAsked: .notFound
        case .known, .withdrawnAlready: .conflict
        case .victim: .refused
        }
    }

    public var message: Message {
        switch self {
        case .invalid(let problems):
            Message(
                vi: "Chưa ghi vào sổ: " + problems.map(\.message.vietnamese).joined(separator: " "),
                en: "Not recorded: " + problems.map(\.message.english).joined(separator: " "))
        case .unknown(let id):
            Message(vi: "Sổ đồng ý không có mục \(id).", en: "The register has no entry \(id).")
        case .known(let reference):
            Message(
                vi: "Đơn vị đã có mục “\(reference)” trong sổ. Chưa ghi gì; kiểm tra lại số hiệu.",
                en: "The unit has “\(reference)” in the register already. Nothing was recorded; check the number.")
        case .withdrawnAlready(let reference):
            Message(
                vi: "“\(reference)” đã được rút trước đó. Không thay đổi gì.",
                en: "“\(reference)” was withdrawn before. Nothing was changed.")
        case .victim(let hash):
            Message(
                vi: "Ảnh \(hash.short) có nạn nhân: không sự đồng ý nào cho phép đăng. Chưa ghi gì.",
                en: "The picture \(hash.short) shows a victim: no consent lets it go out. Nothing was recorded.")
        case .childrenOutOfRange:
            Message(
                vi: "Số trẻ nhận ra được phải từ 0 đến 1.000. Chưa thay đổi gì.",
                en: "The number of recognisable children goes from 0 to 1,000. Nothing was changed.")
        case .notAsked(let post):
            Message(
                vi: "Bài \(post) không nằm trong danh sách phải gỡ. Không thay đổi gì.",
                en: "The post \(post) is not on the list to be taken down. Nothing was changed.")
        }
    }
}
