import Hummingbird
import Logging

/// A receiver on this machine, for `loa channels receive`, the demo and tests: it takes any request on 127.0.0.1,
/// answers as it was told to, and shows what came.
///
/// It keeps its ledger in memory: a receiver that starts again knows no keys of before.
public struct LocalReceiver: Sendable {
    public let options: ReceiverOptions
    /// What has come so far; may be read while the receiver runs.
    public let ledger: ReceiverLedger
    private let onRequest: @Sendable (ReceivedRequest) -> Void

    /// A receiver that is not listening yet; `onRequest` is called once for each request, before it is answered.
    public init(options: ReceiverOptions, onRequest: @escaping @Sendable (ReceivedRequest) -> Void = { _ in }) {
        self.options = options
        self.onRequest = onRequest
        ledger = ReceiverLedger(failFirst: options.failFirst, status: options.status)
    }

    /// Listens until the task is cancelled, then gives the requests under way their answers and returns.
    ///
    /// `onReady` is told the port once the receiver is reachable. Throws ``ReceiverError`` where the status cannot be
    /// answered, the log cannot be opened or the port is taken.
    public func run(onReady: @escaping @Sendable (_ port: Int) async -> Void) async throws {
        try options.check()
        let log = try options.logFile.map { path throws(ReceiverError) in try ReceiverLog(path: path) }
        let ready = Milestone()
        let application = application(log: log) { port in
            ready.reach()
            await onReady(port)
        }
        do {
            try await application.runUntilCancelled(grace: options.grace)
        } catch {
            if Task.isCancelled { return }
            guard !ready.isReached else { throw error }
            throw ReceiverError.cannotListen(port: options.port, reason: error.listeningTrouble)
        }
    }

    /// The application behind ``run(onReady:)``, apart so that a test may drive it without a socket.
    func application(
        log: ReceiverLog? = nil,
        onReady: @escaping @Sendable (Int) async -> Void = { _ in }
    ) -> Application<ReceiverResponder> {
        var logger = Logger(label: "loa.receiver")
        logger.logLevel = .error
        return Application(
            responder: ReceiverResponder(options: options, ledger: ledger, log: log, onRequest: onRequest),
            configuration: .init(address: .hostname("127.0.0.1", port: options.port)),
            onServerRunning: { channel in await onReady(channel.localAddress?.port ?? options.port) },
            logger: logger
        )
    }
}
