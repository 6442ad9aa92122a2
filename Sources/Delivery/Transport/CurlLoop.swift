import CCurl
import Foundation

/// The transport's thread: drain the inbox, let libcurl work, report what ended, sleep until something happens.
final class CurlLoop {
    private let multi: UnsafeMutableRawPointer
    private let options: CurlTransport.Options
    private let inbox: CurlInbox
    private var idle: [CurlTransfer] = []
    private var active: [UnsafeMutableRawPointer: CurlTransfer] = [:]
    /// What ended and is not reported yet.
    private var ended: [(PreparedTransfer, TransferReport)] = []

    /// The longest sleep; libcurl's own timers shorten it, the inbox interrupts it.
    private static let pollMilliseconds: Int32 = 1000

    /// Must run once before anything else of libcurl, and never beside it.
    private static let libraryIsReady = curl_global_init(Int(CURL_GLOBAL_DEFAULT)) == CURLE_OK

    private init(multi: UnsafeMutableRawPointer, options: CurlTransport.Options, inbox: CurlInbox) {
        self.multi = multi
        self.options = options
        self.inbox = inbox
        curl_multi_set_long(multi, CURLMOPT_PIPELINING, Int(CURLPIPE_MULTIPLEX))
        curl_multi_set_long(multi, CURLMOPT_MAXCONNECTS, options.keptConnections)
    }

    /// Runs until the inbox is told to stop; called on a thread that does nothing else.
    static func run(options: CurlTransport.Options, inbox: CurlInbox) {
        blockBrokenPipeSignal()
        guard libraryIsReady, let multi = curl_multi_init() else { return inbox.end {} }
        inbox.attach(WakeableLoop(multi: multi))
        let loop = CurlLoop(multi: multi, options: options, inbox: inbox)
        loop.run()
        inbox.end { loop.close() }
    }

    private func run() {
        while true {
            let delivery = inbox.take()
            for transfer in delivery.transfers {
                delivery.stopping ? transfer.answer(unsent: .stopped) : begin(transfer)
            }
            var running: Int32 = 0
            let performed = curl_multi_perform(multi, &running)
            reportEnded()
            if performed != CURLM_OK { abandonAll(.other(performed)) }
            if delivery.stopping { return abandonAll(.stopped) }
            if inbox.mayPoll() {
                let polled = curl_multi_poll(multi, nil, 0, CurlLoop.pollMilliseconds, nil)
                if polled != CURLM_OK { abandonAll(.other(polled)) }
            }
        }
    }

    private func begin(_ prepared: PreparedTransfer) {
        guard let transfer = idle.popLast() ?? CurlTransfer() else {
            return prepared.answer(unsent: .other(CURLM_OUT_OF_MEMORY))
        }
        transfer.begin(prepared, options: options)
        let code = curl_multi_add_handle(multi, transfer.easy)
        guard code == CURLM_OK else {
            transfer.end()
            return prepared.answer(unsent: .other(code))
        }
        active[transfer.easy] = transfer
    }

    /// Reports all of one round together, so that whoever waits is woken once for it.
    private func reportEnded() {
        var left: Int32 = 0
        while let message = curl_multi_info_read(multi, &left) {
            guard message.pointee.msg == CURLMSG_DONE, let easy = message.pointee.easy_handle else { continue }
            let code = curl_message_result(message)
            finish(easy) { $0.report(code) }
        }
        deliver()
    }

    private func abandonAll(_ failure: TransferFailure) {
        for easy in Array(active.keys) { finish(easy) { $0.report(.failed(failure)) } }
        deliver()
    }

    /// Takes a transfer out, so that no byte of it can leave any more.
    private func finish(_ easy: UnsafeMutableRawPointer, _ report: (CurlTransfer) -> TransferReport) {
        guard let transfer = active.removeValue(forKey: easy) else { return }
        let report = report(transfer)
        curl_multi_remove_handle(multi, easy)
        if let prepared = transfer.end() { ended.append((prepared, report)) }
        idle.append(transfer)
    }

    /// Hands the reports of what ended to whoever waits for them.
    private func deliver() {
        for (transfer, report) in ended { transfer.answer(report) }
        ended.removeAll(keepingCapacity: true)
    }

    private func close() {
        idle = []
        curl_multi_cleanup(multi)
    }

    /// Writing to a connection that the receiver closed has to be an error of that transfer, not the end of Loa.
    private static func blockBrokenPipeSignal() {
        var signals = sigset_t()
        sigemptyset(&signals)
        sigaddset(&signals, SIGPIPE)
        pthread_sigmask(SIG_BLOCK, &signals, nil)
    }
}

extension TransferFailure {
    /// A failure of the multi handle, which concerns every transfer it holds.
    fileprivate static func other(_ code: CURLMcode) -> TransferFailure {
        .other(code: Int(code.rawValue), text: String(cString: curl_multi_strerror(code)))
    }
}
