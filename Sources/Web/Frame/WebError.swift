import Hummingbird
import Outreach

/// Why a request was turned away before or beside an operation; nothing was changed.
enum WebError: ReadableError, Hashable {
    case noPage
    case notSignedIn
    /// The form was not sent from a page of this log-in.
    case notFromHere
    /// The form was sent from a page of an earlier log-in.
    case oldPage
    case tooLarge(limit: Int)
    case badForm
    case missingRight(Permission)
    /// The address is there, and is not asked in this way.
    case wrongMethod(allowed: [String])

    var kind: FailureKind {
        switch self {
        case .noPage: .notFound
        case .notSignedIn, .notFromHere, .oldPage, .missingRight: .refused
        case .tooLarge, .badForm: .badData
        case .wrongMethod: .usage
        }
    }

    var message: Message {
        switch self {
        case .noPage:
            Message(
                vi: "Không có trang này, hoặc trang không thuộc đơn vị của bạn. Hãy quay lại trang Hôm nay.",
                en: "There is no such page, or it is not your unit's. Go back to Today.")
        case .notSignedIn:
            Message(
                vi: "Bạn chưa đăng nhập hoặc phiên đã hết. Hãy đăng nhập lại; chưa thay đổi gì.",
                en: "You are not logged in, or the log-in ran out. Log in again; nothing was changed.")
        case .notFromHere, .oldPage:
            Message(
                vi: "Biểu mẫu không đến từ phiên đăng nhập này nên không được nhận. Hãy mở lại trang rồi gửi lại.",
                en: "The form did not come from this log-in and was not taken. Open the page again, then send it again."
            )
        case .tooLarge(let limit):
            Message(
                vi: "Dữ liệu gửi lên lớn hơn \(limit / 1_048_576) MiB nên không được nhận. Hãy gửi tệp nhỏ hơn.",
                en: "What was sent is larger than \(limit / 1_048_576) MiB and was not taken. Send a smaller file.")
        case .badForm:
            Message(
                vi: "Không đọc được biểu mẫu. Chưa thay đổi gì; hãy mở lại trang rồi gửi lại.",
                en: "The form could not be read. Nothing was changed; open the page again, then send it again.")
        case .missingRight(let permission):
            Message(
                vi: "Bạn không có quyền “\(permission.words(.vietnamese))”. Chưa thay đổi gì; hãy hỏi quản trị.",
                en: "You lack the right “\(permission.words(.english))”. Nothing was changed; ask an administrator.")
        case .wrongMethod(let allowed):
            Message(
                vi: "Địa chỉ này chỉ dùng với \(allowed.joined(separator: ", ")). Chưa thay đổi gì.",
                en: "This address takes \(allowed.joined(separator: ", ")) only. Nothing was changed.")
        }
    }
}

extension ReadableError {
    /// The HTTP status that says the same (RFC 9110, section 15).
    var status: HTTPResponse.Status {
        switch self as? WebError {
        case .notSignedIn: return .unauthorized
        case .tooLarge: return .contentTooLarge
        case .wrongMethod: return .methodNotAllowed
        default: break
        }
        switch self as? FormError {
        case .notText, .notJSON: return .badRequest
        default: break
        }
        return switch kind {
        case .notFound: .notFound
        case .usage: .badRequest
        case .badData: .unprocessableContent
        case .refused: .forbidden
        case .unavailable, .output, .tryAgain: .serviceUnavailable
        case .configuration, .conflict: .conflict
        }
    }
}
