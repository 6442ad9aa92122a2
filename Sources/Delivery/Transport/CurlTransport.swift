import CCurl
import Foundation

/// Carries requests with libcurl's multi interface, on one thread of its own.
///
/// That thread owns the multi handle and every easy handle; nothing else touches them. Work reaches it through a
/// locked inbox, reports come back as values. Nothing here ever blocks Swift's cooperative threads.
/// How many transfers run at once is the caller's to limit.
public final class CurlTransport: Transport {
    private let options: Options
    private let inbox = CurlInbox()

    public init(options: Options = Options()) {
        self.options = options
    }

    /// Starts the thread; a second call changes nothing, and a stopped transport stays stopped.
    public func start() {
        guard inbox.start() else { return }
        let thread = Thread { [options, inbox] in CurlLoop.run(options: options, inbox: inbox) }
        thread.name = "loa-transport"
        thread.start()
    }

    /// Ends every transfer in flight as ``TransferFailure/stopped``, closes all connections and ends the thread.
    public func stop() async {
        await withCheckedContinuation { inbox.stop($0) }
    }

    /// Takes a request and calls back with its report exactly once, on the transport's own thread unless the request
    /// was refused before; the callback has to return at once.
    public func submit(_ request: TransferRequest, answer: @escaping @Sendable (TransferReport) -> Void) {
        submit([TransferOrder(request, answer: answer)])
    }

    public func submit(_ orders: [TransferOrder]) {
        var transfers: [PreparedTransfer] = []
        transfers.reserveCapacity(orders.count)
        for order in orders {
            do throws(TransferFailure) {
                transfers.append(try PreparedTransfer(order.request, answer: order.answer))
            } catch {
                order.answer(TransferReport(.failed(error), bytesMayHaveLeft: false))
            }
        }
        guard !transfers.isEmpty, !inbox.submit(transfers) else { return }
        for transfer in transfers { transfer.answer(unsent: .stopped) }
    }
}

extension CurlTransport {
    /// What holds for every transfer of one transport.
    public struct Options: Sendable {
        public var userAgent = "Loa/1"
        /// A PEM file of trusted authorities in place of the system's.
        public var certificateAuthorityFile: String?
        /// Names answered without asking DNS, as a hosts file would: `name:port:address[,address]`.
        public var fixedNames: [String] = []
        /// A transfer slower than this many bytes a second throughout the window is given up.
        public var lowSpeedBytes = 1
        /// At least one second; waiting for a receiver that thinks counts as slow.
        public var lowSpeedWindow = Duration.seconds(60)
        /// A kept connection older than this is not used again.
        public var connectionLifetime = Duration.seconds(300)
        /// How many connections are kept at most, idle ones included; each is an open file.
        public var keptConnections = 256

        public init() {}
    }
}
