import CCurl
import Foundation
public import Outreach

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

    /// Hands a letter over.
    /// - Throws: ``MailError`` with what the server or the network said; the letter did not go out, as far as is known.
    public func send(_ message: MailMessage) async throws {
        try await withCheckedThrowingContinuation { (answer: CheckedContinuation<Void, any Error>) in
            let thread = Thread { answer.resume(with: Result { try perform(message) }) }
            thread.name = "loa-mail"
            thread.start()
        }
    }

    private func perform(_ message: MailMessage) throws {
        guard let easy = curl_easy_init() else { throw MailError(server: url, detail: "libcurl") }
        defer { curl_easy_cleanup(easy) }
        let letter = Letter(message.bytes)
        let recipients = curl_slist_append(nil, "<\(message.to)>")
        defer { curl_slist_free_all(recipients) }
        set(easy, message, recipients)
        curl_easy_set_write(easy, CURLOPT_READFUNCTION, Letter.read)
        curl_easy_set_pointer(easy, CURLOPT_READDATA, Unmanaged.passUnretained(letter).toOpaque())
        let result = withExtendedLifetime(letter) { curl_easy_perform(easy) }
        guard result == CURLE_OK else {
            throw MailError(server: url, detail: String(cString: curl_easy_strerror(result)))
        }
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
    private var sent = 0

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
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

/// Why a letter did not go out.
public struct MailError: ReadableError, Hashable {
    public let server: String
    public let detail: String

    public var kind: FailureKind { .unavailable }

    public var message: Message {
        Message(
            vi: "Thư chưa gửi được qua \(server): \(detail). Kiểm tra mục mail trong loa.yaml; lần sau sẽ gửi lại.",
            en: "The letter did not go out through \(server): \(detail). Check mail in loa.yaml; it is tried again.")
    }
}
