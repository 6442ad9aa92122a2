import CCurl
import Foundation

extension CurlTransfer {
    /// What libcurl's result means, with everything else that is known; read before the handle is taken out.
    func report(_ code: CURLcode) -> TransferReport {
        if let answer = collector.answer, code == CURLE_OK || collector.limit == .body {
            return report(.answered(answer))
        }
        return report(.failed(failure(code)))
    }

    func report(_ outcome: TransferOutcome) -> TransferReport {
        TransferReport(
            outcome,
            bytesMayHaveLeft: requestStarted,
            statusSeen: collector.status,
            remoteAddress: text(CURLINFO_PRIMARY_IP),
            connectionReused: requestStarted && number(CURLINFO_NUM_CONNECTS) == 0,
            connectDuration: max(duration(CURLINFO_CONNECT_TIME_T), duration(CURLINFO_APPCONNECT_TIME_T)),
            totalDuration: duration(CURLINFO_TOTAL_TIME_T))
    }

    private func failure(_ code: CURLcode) -> TransferFailure {
        if collector.limit == .headers { return .headersTooLarge }
        if isWithheld, !requestStarted { return .withheld }
        return requestStarted ? failureAfterStart(code) : failureBeforeStart(code)
    }

    private func failureBeforeStart(_ code: CURLcode) -> TransferFailure {
        switch code {
        case CURLE_COULDNT_RESOLVE_HOST: .nameNotFound
        case CURLE_OPERATION_TIMEDOUT: .connectTimeout
        case CURLE_COULDNT_CONNECT: connectFailure
        case CURLE_ABORTED_BY_CALLBACK: refusal.map(TransferFailure.addressRefused) ?? other(code)
        case CURLE_PEER_FAILED_VERIFICATION, CURLE_SSL_ISSUER_ERROR:
            .tlsRefused(TLSRefusal(verification: number(CURLINFO_SSL_VERIFYRESULT)))
        case CURLE_SSL_CACERT_BADFILE: .tlsRefused(.noTrustStore)
        case CURLE_SSL_CONNECT_ERROR, CURLE_SSL_CIPHER, CURLE_SSL_CERTPROBLEM:
            .tlsRefused(.handshake)
        default: other(code)
        }
    }

    /// A refused address counts only where no other address of the same name was tried.
    private var connectFailure: TransferFailure {
        if let socketError, socketsOpened == 0 { return .noSocket(Int(socketError)) }
        if let refusal, socketsOpened == 0 { return .addressRefused(refusal) }
        let reason = number(CURLINFO_OS_ERRNO)
        return reason == Int(ECONNREFUSED) || reason == 0 ? .connectionRefused : .unreachable(reason)
    }

    private func failureAfterStart(_ code: CURLcode) -> TransferFailure {
        switch code {
        case CURLE_OPERATION_TIMEDOUT: .timeout(afterBytes: collector.bodyCount)
        case CURLE_RECV_ERROR, CURLE_SEND_ERROR, CURLE_GOT_NOTHING, CURLE_PARTIAL_FILE, CURLE_HTTP2, CURLE_HTTP2_STREAM:
            .reset
        // libcurl has its own limit for a single line, and calls reaching it a lack of memory.
        case CURLE_OUT_OF_MEMORY where !collector.headersEnded: .headersTooLarge
        default: other(code)
        }
    }

    private func other(_ code: CURLcode) -> TransferFailure {
        .other(code: Int(code.rawValue), text: String(cString: curl_easy_strerror(code)))
    }

    private func number(_ info: CURLINFO) -> Int {
        var value = 0
        curl_easy_get_long(easy, info, &value)
        return value
    }

    private func duration(_ info: CURLINFO) -> Duration {
        var microseconds: curl_off_t = 0
        curl_easy_get_offset(easy, info, &microseconds)
        return .microseconds(microseconds)
    }

    private func text(_ info: CURLINFO) -> String? {
        var value: UnsafePointer<CChar>?
        curl_easy_get_string(easy, info, &value)
        return value.map { String(cString: $0) }.flatMap { $0.isEmpty ? nil : $0 }
    }
}
