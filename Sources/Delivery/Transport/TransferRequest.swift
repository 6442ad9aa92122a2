public import Outreach

/// One request as it is to leave, with the limits it has to keep.
public struct TransferRequest: Sendable {
    /// An HTTP method, such as `POST` (RFC 9110 §9).
    public var method: String
    /// An absolute URL; judged by ``Destination/judge(_:loopbackAllowed:hosts:)`` before anything is sent.
    public var url: String
    public var headers: [HeaderField]
    public var body: [UInt8]
    /// The longest wait for name, connection and TLS together; at least one millisecond.
    public var connectTimeout: Duration
    /// The longest the whole transfer may take, the connection included; at least one millisecond.
    public var totalTimeout: Duration
    /// Whether this machine itself may be the receiver. Plain `http` is allowed then, to this machine alone.
    public var loopbackAllowed: Bool
    /// The host names that may be reached; empty means any.
    public var hosts: [String]
    /// Whether the request needs a connection of its own, which libcurl never re-sends on.
    ///
    /// On a kept connection that died before any answer libcurl sends a request a second time. Only a channel that
    /// honours a key can bear that, so the safe value is the default.
    public var freshConnection: Bool
    /// How many bytes of the answer's body are kept; the transfer ends there.
    public var maxAnswerBytes: Int
    /// How many bytes of header lines an answer may have, interim answers and trailers included.
    public var maxHeaderBytes: Int
    /// The body for people to read, where it is not all text; nil shows the body itself.
    public var shownBody: [UInt8]?
    /// Asked before it connects and before its first byte.
    public var gate: TransferGate?

    public init(
        method: String,
        url: String,
        headers: [HeaderField] = [],
        body: [UInt8] = [],
        connectTimeout: Duration = .seconds(5),
        totalTimeout: Duration = .seconds(20),
        loopbackAllowed: Bool = false,
        hosts: [String] = [],
        freshConnection: Bool = true,
        maxAnswerBytes: Int = 65_536,
        maxHeaderBytes: Int = 32_768
    ) {
        self.method = method
        self.url = url
        self.headers = headers
        self.body = body
        self.connectTimeout = connectTimeout
        self.totalTimeout = totalTimeout
        self.loopbackAllowed = loopbackAllowed
        self.hosts = hosts
        self.freshConnection = freshConnection
        self.maxAnswerBytes = maxAnswerBytes
        self.maxHeaderBytes = maxHeaderBytes
    }
}

extension TransferRequest: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// Method and size only: URL, headers and body may carry secrets, and requests end up in logs by accident.
    public var description: String { "\(method) request with a body of \(body.count) bytes" }
    public var debugDescription: String { description }
    public var customMirror: Mirror { Mirror(self, children: []) }
}
