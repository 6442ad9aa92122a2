public import Outreach

extension AccessError {
    public var message: Message {
        switch self {
        case .wrongLogIn, .paused, .busy, .signedOut, .disabled, .personOnly: logInMessage
        case .linkSpent, .linkTime, .ownLink: linkMessage
        case .currentPasswordMissing, .currentPasswordWrong, .ownPasswordOnly, .ownAccount, .nameMissing, .reservedName,
            .unknownSession:
            accountMessage
        case .tokenExists, .unknownToken, .tokenRole, .tokenForWhole, .tokenExpiry, .unknownFeed, .requestKey:
            machineMessage
        }
    }

    private var logInMessage: Message {
        switch self {
        case .paused(let until, let zone):
            // Rounded up to the minute that is shown.
            let time = zone.time(of: until + .seconds(59))
            return Message(
                vi: "Đăng nhập sai nhiều lần nên tạm dừng đến \(time). Hãy thử lại sau đó; nếu quên mật khẩu, "
                    + "nhờ quản trị tạo đường dẫn đăng nhập một lần.",
                en: "Logging in failed several times and is paused until \(time). Try again then; "
                    + "if you forgot the password, ask an administrator for a one-time link.")
        case .busy:
            return Message(
                vi: "Đang có quá nhiều người đăng nhập cùng lúc. Chưa thay đổi gì; đợi vài giây rồi thử lại.",
                en: "Too many people are logging in at once. Nothing was changed; wait a few seconds and try again.")
        case .signedOut:
            return Message(
                vi: "Phiên đăng nhập đã hết. Chưa thay đổi gì; hãy đăng nhập lại.",
                en: "You are no longer logged in. Nothing was changed; log in again.")
        case .disabled(let user):
            return Message(
                vi: "Tài khoản “\(user)” đang bị khóa. Không thay đổi gì; nhờ quản trị mở lại tài khoản.",
                en: "The account “\(user)” is disabled. Nothing was changed; "
                    + "ask an administrator to enable it again.")
        case .personOnly:
            return Message(
                vi: "Việc này chỉ người đăng nhập mới làm được, mã API thì không. Không thay đổi gì.",
                en: "Only a person who is logged in does this, not an API token. Nothing was changed.")
        default:
            return Message(
                vi:
                    "Tên hoặc mật khẩu không đúng. Hãy thử lại; nếu quên, nhờ quản trị tạo đường dẫn đăng nhập một lần.",
                en: "The name or the password is wrong. Try again; "
                    + "if you forgot it, ask an administrator for a one-time link.")
        }
    }

    private var linkMessage: Message {
        switch self {
        case .linkTime:
            return Message(
                vi: "Đường dẫn đăng nhập có hạn từ 1 phút đến 7 ngày. Chưa tạo gì; hãy chọn thời hạn khác.",
                en: "A log-in link holds for 1 minute to 7 days. None was made; choose another time.")
        case .ownLink:
            return Message(
                vi: "Không tự tạo đường dẫn đăng nhập cho chính mình. Chưa tạo gì; nhờ quản trị khác, hoặc chạy "
                    + "“loa users link” trên máy chủ.",
                en: "Nobody makes a log-in link for themselves. None was made; ask another administrator, or run "
                    + "“loa users link” on the server.")
        default:
            return Message(
                vi: "Đường dẫn đăng nhập này không dùng được: đã dùng, đã quá hạn hoặc đã có cái mới hơn. "
                    + "Nhờ quản trị tạo đường dẫn khác.",
                en: "This log-in link does not work: it was used, it is too old, or there is a newer one. "
                    + "Ask an administrator for another.")
        }
    }

    private var accountMessage: Message {
        switch self {
        case .currentPasswordMissing:
            return Message(
                vi: "Cần mật khẩu hiện tại để đặt mật khẩu mới. Chưa đổi gì.",
                en: "Setting a new password needs the current one. Nothing was changed.")
        case .currentPasswordWrong:
            return Message(
                vi:
                    "Mật khẩu hiện tại không đúng. Chưa đổi gì; nếu quên, nhờ quản trị tạo đường dẫn đăng nhập một lần.",
                en: "The current password is wrong. Nothing was changed; "
                    + "if you forgot it, ask an administrator for a one-time link.")
        case .ownPasswordOnly(let user):
            return Message(
                vi: "Chỉ “\(user)” tự đặt được mật khẩu của mình. Chưa đổi gì; quản trị có thể tạo đường dẫn đăng nhập "
                    + "một lần bằng “loa users link \(user)”.",
                en: "Only “\(user)” sets that password. Nothing was changed; an administrator can make a one-time link "
                    + "with “loa users link \(user)”.")
        case .ownAccount:
            return Message(
                vi: "Không tự khóa tài khoản của chính mình. Chưa thay đổi gì; nhờ quản trị khác.",
                en: "Nobody disables their own account. Nothing was changed; ask another administrator.")
        case .nameMissing:
            return Message(
                vi: "Cần họ tên, từ 1 đến 120 ký tự. Chưa thay đổi gì.",
                en: "A full name of 1 to 120 characters is needed. Nothing was changed.")
        case .reservedName(let name):
            return Message(
                vi: "Loa dùng tên “\(name)” cho việc của chính mình trong nhật ký. Chưa tạo gì; hãy chọn tên khác.",
                en: "Loa signs its own work in the audit log as “\(name)”. Nothing was made; choose another name.")
        default:
            return Message(
                vi: "Không có phiên đăng nhập đó, có thể đã kết thúc. Không thay đổi gì.",
                en: "There is no such log-in; it may have ended. Nothing was changed.")
        }
    }

    private var machineMessage: Message {
        switch self {
        case .tokenExists(let name):
            return Message(
                vi: "Đã có hoặc từng có mã API tên “\(name)”. Chưa tạo gì; hãy chọn tên khác để nhật ký không lẫn.",
                en: "There is or was an API token named “\(name)”. None was made; "
                    + "choose another name, so that the audit log stays clear.")
        case .unknownToken(let name):
            return Message(
                vi: "Không có mã API “\(name)” còn hiệu lực. Không thay đổi gì; xem “loa users tokens list”.",
                en: "No API token “\(name)” holds. Nothing was changed; see “loa users tokens list”.")
        case .tokenRole(let role):
            let roles = APIToken.roles.map(\.rawValue).joined(separator: ", ")
            return Message(
                vi: "Mã API không thể có vai trò “\(role.rawValue)”: máy không duyệt và không quản trị. Chưa tạo gì; "
                    + "chọn một trong: \(roles).",
                en:
                    "An API token cannot be “\(role.rawValue)”: machines neither approve nor administer. None was made; "
                    + "choose one of: \(roles).")
        case .tokenForWhole(let user, let permission):
            return Message(
                vi:
                    "Không nêu đơn vị thì mã dùng cho toàn bộ, mà “\(user)” không có quyền “\(permission.words.vietnamese)” "
                    + "trên toàn bộ. Chưa tạo gì; nêu đơn vị (--unit ĐƠN-VỊ), hoặc nhờ quản trị tạo.",
                en: "Without a unit a token is for the whole workspace, for which “\(user)” lacks the right "
                    + "“\(permission.words.english)”. None was made; name a unit (--unit UNIT), or ask an administrator."
            )
        case .tokenExpiry:
            return Message(
                vi: "Hạn dùng của mã API phải ở tương lai. Chưa tạo gì.",
                en: "The end of an API token has to lie ahead. None was made.")
        case .unknownFeed:
            return Message(
                vi: "Không có địa chỉ theo dõi đó, có thể đã bị thu hồi. Không thay đổi gì.",
                en: "There is no such feed; it may have been revoked. Nothing was changed.")
        default:
            return Message(
                vi: "Idempotency-Key phải có từ 1 đến 255 ký tự ASCII nhìn thấy được. Chưa làm gì.",
                en: "An Idempotency-Key has 1 to 255 visible ASCII characters. Nothing was done.")
        }
    }
}
