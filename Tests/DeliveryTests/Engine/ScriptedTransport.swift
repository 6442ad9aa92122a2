import Delivery
import Outreach
import Synchronization

/// A network that answers as a test says and keeps what was asked.
final class ScriptedTransport: Transport {
    typealias Script = @Sendable (_ request: TransferRequest, _ number: Int) -> TransferReport

    private let script: Script
    private let log: EngineLog?
    private let carried = Mutex<[TransferRequest]>([])

    /// - Parameter script: handed each request with its number, from 1.
    init(log: EngineLog? = nil, _ script: @escaping Script) {
        self.log = log
        self.script = script
    }

    var requests: [TransferRequest] { carried.withLock { $0 } }

    func submit(_ request: TransferRequest, answer: @escaping @Sendable (TransferReport) -> Void) {
        let number = carried.withLock { requests in
            requests.append(request)
            return requests.count
        }
        log?.note("perform \(number)")
        answer(script(request, number))
    }

    func stop() async { log?.note("stop") }
}

extension TransferReport {
    static func answered(
        _ status: Int, headers: [HeaderField] = [], _ body: String = "{}"
    ) -> TransferReport {
        TransferReport(
            .answered(TransferAnswer(status: status, headers: AnswerHeaders(headers), body: Array(body.utf8))),
            bytesMayHaveLeft: true, statusSeen: status)
    }

    static func broken(_ failure: TransferFailure, bytesMayHaveLeft: Bool) -> TransferReport {
        TransferReport(.failed(failure), bytesMayHaveLeft: bytesMayHaveLeft)
    }
}
