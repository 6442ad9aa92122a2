/// Why a request could not be made; nothing was sent. It names the value and never quotes it, since it may be a secret.
public enum TemplateError: ReadableError, Hashable {
    case missing(TemplateReference)
    case empty(TemplateReference)
    /// A control character, such as a line break, where it would end the line of a header or an address.
    case controlCharacter(TemplateReference)
    /// A space at the end of a header's value, which receivers cut off.
    case badHeader(String)
    case badHost(String)
    case badPort(String)
    case badPath(String)
    /// The host is none of those the preset may reach.
    case hostNotAllowed(String)
    /// `:` in the user name of basic authentication, where it would end the name (RFC 7617 §2).
    case colonInUser
    case titleTooLong(length: Int, maximum: Int)
    case textTooLong(length: Int, maximum: Int)
    /// The post's file cannot be read.
    case mediaMissing
    /// The post has another number of files than the channel takes.
    case tooManyFiles(count: Int, maximum: Int)
    case fileTooLarge(size: Int, maximum: Int)
    case fileType(String, taken: [String])
    /// The channel is done by hand: there is no request to make.
    case byHand

    public var message: Message {
        let reason = reason
        return Message(
            vi: "\(reason.vietnamese) Chưa gửi gì.",
            en: "\(reason.english) Nothing was sent.")
    }

    private var reason: Message {
        switch self {
        case .missing(let reference):
            Message(
                vi: "Thiếu giá trị cho \(reference). \(TemplateError.remedy(reference).vietnamese)",
                en: "There is no value for \(reference). \(TemplateError.remedy(reference).english)")
        case .empty(let reference):
            Message(
                vi: "Giá trị của \(reference) trống. \(TemplateError.remedy(reference).vietnamese)",
                en: "The value of \(reference) is empty. \(TemplateError.remedy(reference).english)")
        case .controlCharacter(let reference):
            Message(
                vi: "Giá trị của \(reference) chứa ký tự điều khiển (như xuống dòng). Xóa ký tự đó.",
                en: "The value of \(reference) holds a control character (such as a line break). Remove it.")
        case .badHeader(let name):
            Message(
                vi: "Giá trị của tiêu đề \(name) có khoảng trắng ở đầu hoặc cuối. Xóa khoảng trắng đó.",
                en: "The value of the header \(name) begins or ends with a space. Remove it.")
        case .badHost(let template):
            Message(
                vi: "“\(template)” không cho ra tên máy chủ hợp lệ. Sửa target của kênh.",
                en: "“\(template)” does not give a valid host name. Correct the channel's target.")
        case .badPort(let template):
            Message(
                vi: "“\(template)” không cho ra cổng từ 1 đến 65535. Sửa target của kênh.",
                en: "“\(template)” does not give a port from 1 to 65535. Correct the channel's target.")
        case .badPath(let template):
            Message(
                vi:
                    "“\(template)” cho ra một đoạn đường dẫn trống, “.” hoặc “..”. Bỏ dấu gạch chéo thừa trong giá trị.",
                en:
                    "“\(template)” gives a path segment that is empty, “.” or “..”. Remove the extra slash in the value."
            )
        case .hostNotAllowed(let host):
            Message(
                vi: "Mẫu kênh không được gửi tới \(host). Thêm máy chủ vào egress.hosts nếu đúng là nơi nhận.",
                en: "The preset may not send to \(host). Add it to egress.hosts if it is the receiver.")
        case .colonInUser:
            Message(
                vi: "Tên đăng nhập chứa dấu “:” nên không dùng được với auth basic. Dùng tên khác.",
                en: "The user name holds “:”, which basic authentication cannot carry. Use another name.")
        case .titleTooLong(let length, let maximum):
            Message(
                vi: "Tiêu đề dài \(length) ký tự, kênh này nhận tối đa \(maximum). Rút ngắn tiêu đề.",
                en: "The title has \(length) characters; this channel takes \(maximum). Shorten it.")
        case .textTooLong(let length, let maximum):
            Message(
                vi: "Bài dài \(length) ký tự, kênh này nhận tối đa \(maximum). Rút ngắn bài.",
                en: "The text has \(length) characters; this channel takes \(maximum). Shorten it.")
        case .mediaMissing:
            Message(
                vi: "Không đọc được tệp đi kèm bài. Nhập lại nội dung hoặc khôi phục bản sao lưu.",
                en: "The post's file cannot be read. Import the content again or restore a back-up.")
        case .tooManyFiles(let count, let maximum):
            Message(
                vi: "Bài có \(count) tệp đi kèm, kênh này nhận tối đa \(maximum). Bớt tệp của tài liệu.",
                en:
                    "The post has \(count.of("file", "files")); this channel takes \(maximum). Take some off the material."
            )
        case .fileTooLarge(let size, let maximum):
            Message(
                vi: "Tệp đi kèm nặng \(size) byte, kênh này nhận tối đa \(maximum). Dùng tệp nhỏ hơn.",
                en: "The post's file has \(size) bytes; this channel takes \(maximum). Use a smaller file.")
        case .fileType(let type, let taken):
            Message(
                vi: "Tệp đi kèm là \(type); kênh này chỉ nhận \(taken.joined(separator: ", ")). Dùng tệp loại khác.",
                en: "The post's file is \(type); this channel takes only \(taken.joined(separator: ", ")). "
                    + "Use a file of another type.")
        case .byHand:
            Message(
                vi: "Kênh này do người thực hiện, không có gì để gửi tự động.",
                en: "This channel is done by hand; there is nothing to send.")
        }
    }

    /// Where the person finds the value that is missing.
    private static func remedy(_ reference: TemplateReference) -> Message {
        switch reference {
        case .post: Message(vi: "Điền vào bài đăng.", en: "Fill it in in the post.")
        case .secret: Message(vi: "Đặt bí mật này cho kênh.", en: "Set this secret for the channel.")
        case .target, .channel:
            Message(vi: "Điền vào Channels/channels.yaml.", en: "Fill it in in Channels/channels.yaml.")
        case .oauth:
            Message(
                vi: "Kênh chưa có mã truy cập; kiểm tra mã làm mới.",
                en: "The channel has no access token yet; check its refresh token.")
        case .media: Message(vi: "Bài không có tệp đi kèm.", en: "The post has no file.")
        case .captured:
            Message(
                vi: "Bước trước không nhận được giá trị này.", en: "The step before did not receive it.")
        case .receipt:
            Message(
                vi: "Bài đăng không có mã hoặc đường dẫn nhận về.", en: "The post has no id or link of a receipt.")
        }
    }
}
