/// Gathers an answer as its pieces arrive and says when to stop.
///
/// Pure, so that floods and odd orders of lines are tested without a socket.
struct AnswerCollector {
    /// The limit that ended the transfer.
    enum Limit: Hashable {
        case body
        case headers
    }

    private(set) var limit: Limit?
    /// The status of the final answer; interim answers (1xx) say nothing about the outcome.
    private(set) var status: Int?
    private(set) var headersEnded = false
    /// The body's bytes so far, those beyond the limit not counted.
    var bodyCount: Int { body.count }

    private let maxBodyBytes: Int
    private let maxHeaderBytes: Int
    private var headerBytes = 0
    private var headerLines: [UInt8] = []
    private var body: [UInt8] = []

    init(maxBodyBytes: Int = 0, maxHeaderBytes: Int = 0) {
        self.maxBodyBytes = maxBodyBytes
        self.maxHeaderBytes = maxHeaderBytes
    }

    /// The answer so far, or nil before a final status was seen.
    var answer: TransferAnswer? {
        status.map {
            TransferAnswer(
                status: $0, headers: AnswerHeaders(lines: headerLines), body: body, truncated: limit == .body)
        }
    }

    /// Takes one header line with its line break; false ends the transfer.
    mutating func receive(header line: UnsafeRawBufferPointer) -> Bool {
        headerBytes += line.count
        guard headerBytes <= maxHeaderBytes else {
            limit = .headers
            return false
        }
        if status == nil, let code = AnswerCollector.status(in: line) {
            status = code >= 200 ? code : nil
        } else if status != nil, !headersEnded {
            headersEnded = line.allSatisfy { $0 == 0x0D || $0 == 0x0A }
            if !headersEnded { headerLines.append(contentsOf: line) }
        }
        return true
    }

    /// Takes a piece of the body; false ends the transfer once more arrives than is kept.
    mutating func receive(body bytes: UnsafeRawBufferPointer) -> Bool {
        let room = maxBodyBytes - body.count
        guard bytes.count <= room else {
            body.append(contentsOf: bytes.prefix(room))
            limit = .body
            return false
        }
        body.append(contentsOf: bytes)
        return true
    }

    /// The three digits of a status line, `HTTP/1.1 200 OK` (RFC 9112 §4) or `HTTP/2 200`.
    private static func status(in line: UnsafeRawBufferPointer) -> Int? {
        guard line.starts(with: "HTTP/".utf8), let space = line.firstIndex(of: UInt8(ascii: " ")) else { return nil }
        let digits = line[(space + 1)...].prefix(3)
        guard digits.count == 3 else { return nil }
        return Int(String(decoding: digits, as: UTF8.self))
    }
}
