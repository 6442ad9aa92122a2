public import Outreach

/// Why the server could not start.
public enum WebServerError: ReadableError, Hashable {
    case cannotListen(host: String, port: Int, reason: String)

    public var kind: FailureKind { .unavailable }

    public var message: Message {
        switch self {
        case .cannotListen(let host, let port, let reason):
            Message(
                vi: "Không mở được \(host):\(port) (\(reason)). Có thể một chương trình khác đang dùng cổng này; "
                    + "hãy chọn cổng khác bằng --port.",
                en: "Cannot listen at \(host):\(port) (\(reason)). Another program may use this port; "
                    + "choose another with --port.")
        }
    }
}
