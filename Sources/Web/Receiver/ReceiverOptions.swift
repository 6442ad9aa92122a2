public import Outreach

/// How a ``LocalReceiver`` listens and answers.
public struct ReceiverOptions: Sendable {
    /// Judges a request's signature by its headers, unmasked, and its body.
    public typealias SignatureCheck = @Sendable (_ headers: [ReceivedHeader], _ body: [UInt8]) -> Bool

    /// The port on 127.0.0.1; 0 takes any that is free.
    public var port: Int
    /// The HTTP status of answers, 200 to 599; a repeated key is answered 200 whatever this says.
    public var status: Int
    /// How long each answer is held back, the request being counted before.
    public var delay: Duration
    /// How many of the first requests are answered 503 and take no effect.
    public var failFirst: Int
    /// A file that gets one line of JSON for each request; made if need be, never emptied.
    public var logFile: String?
    /// Absent where there is no secret to check signatures with.
    public var signatureCheck: SignatureCheck?
    /// The clock behind the times of arrival.
    public var clock: TimeSource
    /// Lets the delay pass; a test hands in one that takes no time.
    public var wait: @Sendable (Duration) async throws -> Void
    /// How long requests under way may still take once the receiver is told to stop.
    public var grace: Duration = .seconds(5)

    public init(
        port: Int = 0,
        status: Int = 200,
        delay: Duration = .zero,
        failFirst: Int = 0,
        logFile: String? = nil,
        signatureCheck: SignatureCheck? = nil,
        clock: TimeSource,
        wait: @escaping @Sendable (Duration) async throws -> Void = { try await Task.sleep(for: $0) }
    ) {
        self.port = port
        self.status = status
        self.delay = delay
        self.failFirst = failFirst
        self.logFile = logFile
        self.signatureCheck = signatureCheck
        self.clock = clock
        self.wait = wait
    }

    /// Interim statuses are not answers, and beyond 599 nothing is defined (RFC 9110 §15).
    func check() throws(ReceiverError) {
        guard (200...599).contains(status) else { throw .notAStatus(status) }
        guard (0...65_535).contains(port) else { throw .notAPort(port) }
    }
}
