import CCurl
import Foundation
public import Outreach
import Synchronization

/// A server that takes letters by SMTP (RFC 5321), through libcurl.
///
/// Encrypted always, but for a server on this machine. One letter at a time, on a thread of its own, for libcurl waits.
public struct MailServer: Sendable {
    /// `smtp://host:587` with STARTTLS, or `smtps://host:465`.
    public let url: String
    public let user: String?
    public let password: String?
    private let limit: Duration

    /// - Returns: Nil where the address is none of a mail server.
    public init?(url: String, user: String? = nil, password: String? = nil, limit: Duration = .seconds(60)) {
        guard let parts = URLComponents(string: url), let host = parts.host, !host.isEmpty, parts.user == nil,
            parts.scheme == "smtp" || parts.scheme == "smtps"
        else { return nil }
        self.url = url
        self.user = user
        self.password = password
        self.limit = limit
    }

    /// Hands a letter over; within about a second of the task's cancellation it is broken off.
    /// - Throws: ``MailError`` with what the server or the network said, and whether the letter may have gone out.
    public func send(_ message: MailMessage) async throws {
        let sign = StopSign()
        try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { (answer: CheckedContinuation<Void, any Error>) in
                let thread = Thread { answer.resume(with: Result { try perform(message, until: sign) }) }
                thread.name = "loa-mail"
                thread.start()
            }
        } onCancel: {
            sign.put()
        }
    }

    private func perform(_ message: MailMessage, until sign: StopSign) throws {
        guard let easy = curl_easy_init() else {
            throw MailError(server: url, detail: "libcurl", mayHaveGone: false)
        }
        defer { curl_easy_cleanup(easy) }
        let letter = Letter(message.bytes, until: sign)
        let recipients = curl_slist_append(nil, "<\(message.to)>")
        defer { curl_slist_free_all(recipients) }
        set(easy, message, recipients)
        curl_easy_set_write(easy, CURLOPT_READFUNCTION, Letter.read)
        curl_easy_set_pointer(easy, CURLOPT_READDATA, Unmanaged.passUnretained(letter).toOpaque())
        curl_easy_set_progress(easy, Letter.progress, Unmanaged.passUnretained(letter).toOpaque())
        let result = withExtendedLifetime(letter) { curl_easy_perform(easy) }
        guard result == CURLE_OK else {
            throw MailError(
                server: url, detail: String(cString: curl_easy_strerror(result)),
                mayHaveGone: letter.isReadToItsEnd && !isRefused(easy))
        }
    }

    /// Whether the last thing the server said was a refusal: a reply of 4xx or 5xx (RFC 5321 §4.2.1).
    private func isRefused(_ easy: UnsafeMutableRawPointer) -> Bool {
        var reply = 0
        return curl_easy_get_long(easy, CURLINFO_RESPONSE_CODE, &reply) == CURLE_OK && (400..<600).contains(reply)
    }

    private func set(
        _ easy: UnsafeMutableRawPointer, _ message: MailMessage, _ recipients: UnsafeMutablePointer<curl_slist>?
    ) {
        let host = URLComponents(string: url)?.host ?? ""
        let isHere = ["localhost", "127.0.0.1", "::1", "[::1]"].contains(host)
        curl_easy_set_string(easy, CURLOPT_URL, url)
        curl_easy_set_string(easy, CURLOPT_PROTOCOLS_STR, "smtp,smtps")
        curl_easy_set_string(easy, CURLOPT_PROXY, "")
        curl_easy_set_long(easy, CURLOPT_NOSIGNAL, 1)
        curl_easy_set_long(easy, CURLOPT_USE_SSL, Int((isHere ? CURLUSESSL_TRY : CURLUSESSL_ALL).rawValue))
        curl_easy_set_long(easy, CURLOPT_SSL_VERIFYPEER, 1)
        curl_easy_set_long(easy, CURLOPT_SSL_VERIFYHOST, 2)
        curl_easy_set_long(easy, CURLOPT_CONNECTTIMEOUT_MS, 15_000)
        curl_easy_set_long(easy, CURLOPT_TIMEOUT_MS, Int(limit.milliseconds))
        curl_easy_set_string(easy, CURLOPT_MAIL_FROM, "<\(message.from)>")
        curl_easy_set_list(easy, CURLOPT_MAIL_RCPT, recipients)
        curl_easy_set_long(easy, CURLOPT_UPLOAD, 1)
        if let user { curl_easy_set_string(easy, CURLOPT_USERNAME, user) }
        if let password { curl_easy_set_string(easy, CURLOPT_PASSWORD, password) }
    }
}

/// The bytes of a letter as libcurl takes them, piece by piece.
private final class Letter {
    private let bytes: [UInt8]
    private let sign: StopSign
    private var sent = 0

    init(_ bytes: [UInt8], until sign: StopSign) {
        self.bytes = bytes
        self.sign = sign
    }

    /// Whether libcurl has all of it: then the server may have it, too.
    var isReadToItsEnd: Bool { sent == bytes.count }

    static let progress: curl_xferinfo_callback = { context, _, _, _, _ in
        guard let context else { return 1 }
        return Unmanaged<Letter>.fromOpaque(context).takeUnretainedValue().sign.isUp ? 1 : 0
    }

    static let read: curl_write_callback = { buffer, size, count, context in
        guard let context, let buffer else { return 0 }
        let letter = Unmanaged<Letter>.fromOpaque(context).takeUnretainedValue()
        let length = min(size * count, letter.bytes.count - letter.sent)
        for index in 0..<length { buffer[index] = CChar(bitPattern: letter.bytes[letter.sent + index]) }
        letter.sent += length
        return length
    }
}

/// Put up by whoever wants a letter broken off, and seen by the thread that hands it over.
private final class StopSign: Sendable {
    private let state = Mutex(false)

    var isUp: Bool { state.withLock { $0 } }

    func put() { state.withLock { $0 = true } }
}

/// Why a letter did not go out, or why nobody knows whether it did.
public struct MailError: ReadableError, Hashable {
    public let server: String
    public let detail: String
    /// The server had all of it and never said whether it took it.
    public let mayHaveGone: Bool

    public var kind: FailureKind { .unavailable }

    public var message: Message {
        mayHaveGone
            ? Message(
                vi: "Thư đã chuyển hết tới \(server) nhưng không được xác nhận: \(detail). Thư có thể đã đi; Loa không "
                    + "tự gửi lại thư này.",
                en: "All of the letter reached \(server), which did not confirm it: \(detail). It may have gone out; "
                    + "Loa does not send this letter again by itself.")
            : Message(
                vi: "Thư chưa gửi được qua \(server): \(detail). Kiểm tra mục mail trong loa.yaml; lần sau sẽ gửi lại.",
                en: "The letter did not go out through \(server): \(detail). Check mail in loa.yaml; it is tried again."
            )
    }
}
