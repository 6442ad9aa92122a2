public import Outreach

extension TransferFailure: ReadableError {
    /// What happened, what was kept, what to do; never the URL, a header or a body.
    public var message: Message {
        switch self {
        case .badURL(let error): error.message
        case .addressRefused(let refusal): refusal.message
        case .tlsRefused(let refusal): refusal.message
        case .badHeader(let position, let refusal): refusal.message(position: position)
        default: step
        }
    }

    private var step: Message {
        switch self {
        case .nameNotFound, .connectionRefused, .unreachable, .connectTimeout, .noSocket: unconnected
        case .timeout, .reset, .headersTooLarge: unanswered
        case .badMethod:
            Message(
                vi: "Phương thức HTTP của kênh không đúng dạng. Chưa gửi gì. Hãy sửa tệp kênh, ví dụ POST.",
                en: "The channel's HTTP method is malformed. Nothing was sent. Correct the channel file, such as POST.")
        case .stopped:
            Message(
                vi: "Loa dừng trước khi máy nhận trả lời. Bài vẫn được giữ; trạng thái cho biết bài có thể đã đi chưa.",
                en: "Loa stopped before the receiver answered. The post is kept; its state says if it may have left.")
        case .withheld:
            Message(
                vi: "Việc gửi đã bị dừng trước khi bài rời máy này. Chưa gửi gì; bài vẫn chờ như cũ.",
                en: "Sending was stopped before the post left this machine. Nothing was sent; it waits as before.")
        case .other(let code, let text):
            Message(
                vi: "Lần gửi không thành (libcurl \(code): \(text)). Bài vẫn được giữ. Hãy báo người quản trị.",
                en: "The attempt failed (libcurl \(code): \(text)). The post is kept. Tell the administrator.")
        default:
            Message(
                vi: "Lần gửi không thành. Bài vẫn được giữ. Hãy báo người quản trị.",
                en: "The attempt failed. The post is kept. Tell the administrator.")
        }
    }

    private var unconnected: Message {
        switch self {
        case .nameNotFound:
            Message(
                vi: "Không tìm thấy tên máy nhận. Chưa gửi gì. Hãy kiểm tra địa chỉ của kênh và mạng của máy này.",
                en: "The receiver's name was not found. Nothing was sent. "
                    + "Check the channel's address and this machine's network.")
        case .connectTimeout:
            Message(
                vi: "Không kết nối kịp với máy nhận. Chưa gửi gì. Loa sẽ thử lại; nếu kéo dài, hãy kiểm tra mạng.",
                en: "The receiver could not be reached in time. Nothing was sent. "
                    + "Loa tries again; if it goes on, check the network.")
        case .unreachable(let number):
            Message(
                vi: "Không có đường mạng tới máy nhận (lỗi \(number)). Chưa gửi gì. Hãy kiểm tra mạng của máy này.",
                en: "There is no network path to the receiver (error \(number)). Nothing was sent. "
                    + "Check this machine's network.")
        case .noSocket(let number):
            Message(
                vi: "Máy này không mở thêm được kết nối (lỗi \(number)). Chưa gửi gì. Hãy báo người quản trị.",
                en: "This machine cannot open another connection (error \(number)). Nothing was sent. "
                    + "Tell the administrator.")
        default:
            Message(
                vi: "Máy nhận từ chối kết nối. Chưa gửi gì. Loa sẽ thử lại; nếu kéo dài, hãy báo bên nhận.",
                en: "The receiver refused the connection. Nothing was sent. "
                    + "Loa tries again; if it goes on, tell whoever runs the receiver.")
        }
    }

    private var unanswered: Message {
        switch self {
        case .timeout(let bytes):
            Message(
                vi: "Máy nhận không trả lời xong kịp (mới nhận \(bytes) byte). Bài có thể đã đến nơi. "
                    + "Hãy xem trên kênh trước khi gửi lại.",
                en: "The receiver did not finish its answer in time (\(bytes) bytes came). The post may have arrived. "
                    + "Look at the channel before sending again.")
        case .headersTooLarge:
            Message(
                vi: "Phần đầu câu trả lời của máy nhận quá dài. Bài có thể đã đến nơi. "
                    + "Hãy xem trên kênh trước khi gửi lại.",
                en: "The header of the receiver's answer is too long. The post may have arrived. "
                    + "Look at the channel before sending again.")
        default:
            Message(
                vi: "Kết nối đứt trước khi máy nhận trả lời xong. Bài có thể đã đến nơi. "
                    + "Hãy xem trên kênh trước khi gửi lại.",
                en: "The connection broke before the answer was complete. The post may have arrived. "
                    + "Look at the channel before sending again.")
        }
    }
}

extension HeaderRefusal {
    func message(position: Int) -> Message {
        switch self {
        case .nameNotToken:
            Message(
                vi: "Tên của tiêu đề HTTP thứ \(position) không đúng dạng. Chưa gửi gì. Hãy sửa tệp kênh.",
                en: "The name of HTTP header \(position) is malformed. Nothing was sent. Correct the channel file.")
        case .controlByteInValue:
            Message(
                vi: "Giá trị của tiêu đề HTTP thứ \(position) chứa ký tự xuống dòng hoặc điều khiển. Chưa gửi gì. "
                    + "Hãy chép lại giá trị hoặc mục bí mật.",
                en: "The value of HTTP header \(position) holds a line break or control byte. Nothing was sent. "
                    + "Copy the value or the secret again.")
        case .reserved:
            Message(
                vi: "Tiêu đề HTTP thứ \(position) do Loa tự đặt. Chưa gửi gì. Hãy bỏ tiêu đề này khỏi tệp kênh.",
                en: "HTTP header \(position) is one that Loa sets itself. Nothing was sent. "
                    + "Remove it from the channel file.")
        }
    }
}

extension TLSRefusal: ReadableError {
    public var message: Message {
        if self == .noTrustStore {
            return Message(
                vi: "Máy này không có danh sách chứng thực gốc. Chưa gửi gì. Hãy cài gói ca-certificates.",
                en: "This machine has no list of trusted authorities. Nothing was sent. Install ca-certificates.")
        }
        return Message(
            vi: "Không lập được kết nối an toàn: \(reason.vietnamese). Chưa gửi gì. "
                + "Hãy kiểm tra địa chỉ, hoặc báo bên nhận.",
            en: "No secure connection was made: \(reason.english). Nothing was sent. "
                + "Check the address, or tell whoever runs the receiver.")
    }

    private var reason: Message {
        switch self {
        case .expired: Message(vi: "chứng thư đã hết hạn", en: "the certificate has expired")
        case .notYetValid: Message(vi: "chứng thư chưa có hiệu lực", en: "the certificate is not valid yet")
        case .selfSigned: Message(vi: "chứng thư tự ký", en: "the certificate is self-signed")
        case .unknownIssuer: Message(vi: "không rõ nơi cấp chứng thư", en: "the certificate's issuer is unknown")
        case .wrongHost: Message(vi: "chứng thư của máy khác", en: "the certificate is for another host")
        case .noTrustStore: Message(vi: "thiếu chứng thực gốc", en: "trusted authorities are missing")
        case .certificate(let number): Message(vi: "lỗi chứng thư \(number)", en: "certificate error \(number)")
        case .handshake: Message(vi: "hai bên không thống nhất được TLS", en: "the two sides did not agree on TLS")
        }
    }
}
