/// All that is known about one transfer once it is over.
public struct TransferReport: Sendable, Hashable {
    public var outcome: TransferOutcome
    /// False only where no byte of the request can have reached the receiver, so that sending again is safe.
    ///
    /// True from the moment the connection, TLS included, was ready and libcurl was let go on.
    public var bytesMayHaveLeft: Bool
    /// The status of an answer that broke off in the middle; equal to the answer's where there is one.
    public var statusSeen: Int?
    /// The address of the receiver, once a connection was made.
    public var remoteAddress: String?
    /// Whether the request went over a connection that an earlier one had opened.
    public var connectionReused: Bool
    /// The time until the connection, TLS included, was ready; zero on a kept connection.
    public var connectDuration: Duration
    public var totalDuration: Duration

    public init(
        _ outcome: TransferOutcome,
        bytesMayHaveLeft: Bool,
        statusSeen: Int? = nil,
        remoteAddress: String? = nil,
        connectionReused: Bool = false,
        connectDuration: Duration = .zero,
        totalDuration: Duration = .zero
    ) {
        self.outcome = outcome
        self.bytesMayHaveLeft = bytesMayHaveLeft
        self.statusSeen = statusSeen
        self.remoteAddress = remoteAddress
        self.connectionReused = connectionReused
        self.connectDuration = connectDuration
        self.totalDuration = totalDuration
    }
}

/// How a transfer ended.
public enum TransferOutcome: Sendable, Hashable {
    /// The receiver answered, with whatever status.
    case answered(TransferAnswer)
    case failed(TransferFailure)
}

/// An answer as it arrived, redirects not followed and nothing decompressed.
public struct TransferAnswer: Sendable, Hashable {
    public var status: Int
    public var headers: AnswerHeaders
    /// At most ``TransferRequest/maxAnswerBytes`` bytes.
    public var body: [UInt8]
    /// Whether the answer was longer than what is kept; the connection was closed at that point.
    public var truncated: Bool

    public init(status: Int, headers: AnswerHeaders = AnswerHeaders(), body: [UInt8] = [], truncated: Bool = false) {
        self.status = status
        self.headers = headers
        self.body = body
        self.truncated = truncated
    }
}
