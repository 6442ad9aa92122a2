public import Outreach

/// Why a ``LocalReceiver`` did not start, or could not keep its log.
public enum ReceiverError: ReadableError, Hashable {
    case notAStatus(Int)
    case notAPort(Int)
    case cannotListen(port: Int, reason: String)
    case cannotWriteLog(path: String, reason: String)

    public var message: Message {
        switch self {
        case .notAStatus(let status):
            Message(
                vi: "Không thể trả lời bằng mã \(status). Chưa mở máy nhận. Hãy chọn một mã từ 200 đến 599.",
                en: "\(status) is not a status to answer with. The receiver did not start. Choose one from 200 to 599.")
        case .notAPort(let port):
            Message(
                vi: "\(port) không phải là số cổng. Chưa mở máy nhận. Hãy chọn từ 1 đến 65535, hoặc 0 để tự chọn.",
                en: "\(port) is not a port. The receiver did not start. Choose 1 to 65535, or 0 for any free one.")
        case .cannotListen(let port, let reason):
            Message(
                vi: "Không mở được cổng \(port) trên máy này (\(reason)). Chưa nhận gì. "
                    + "Hãy chọn cổng khác, hoặc 0 để tự chọn.",
                en: "Port \(port) on this machine could not be opened (\(reason)). Nothing was received. "
                    + "Choose another port, or 0 for any free one.")
        case .cannotWriteLog(let path, let reason):
            Message(
                vi: "Không ghi được nhật ký \(path) (\(reason)). Những dòng đã ghi vẫn còn. "
                    + "Hãy kiểm tra quyền ghi và chỗ trống trên đĩa, hoặc chọn tệp khác.",
                en: "The log \(path) could not be written (\(reason)). Lines already written are kept. "
                    + "Check permissions and disk space, or choose another file.")
        }
    }

    public var kind: FailureKind {
        switch self {
        case .notAStatus, .notAPort: .usage
        case .cannotListen, .cannotWriteLog: .unavailable
        }
    }
}
