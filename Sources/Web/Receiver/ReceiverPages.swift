import Hummingbird
import Outreach

/// What may be asked of a receiver about itself; these requests are not written down.
///
/// `GET /received`, and `GET /` as a browser asks it, list what came, `GET /received/N` shows one request,
/// `GET /metrics/ID` gives stand-in figures.
struct ReceiverPages {
    let ledger: ReceiverLedger

    /// The answer, or nil where the request is one to be received.
    func response(to request: Request) throws -> Response? {
        guard request.method == .get else { return nil }
        let parts = request.uri.path.split(separator: "/")
        switch (parts.first, parts.count) {
        case (nil, _) where request.uri.query == nil: return try ReceiverJSON.response(ledger.summary)
        case ("favicon.ico", 1): return Response(status: .notFound)
        case ("received", 1): return try ReceiverJSON.response(ledger.summary)
        case ("received", 2): return try received(parts[1])
        case ("metrics", 2): return try ReceiverJSON.response(StandInFigures(id: parts[1]))
        default: return nil
        }
    }

    private func received(_ sequence: Substring) throws -> Response {
        guard let request = Int(sequence).flatMap(ledger.request) else {
            return try ReceiverJSON.response(
                ReceiverRefusal(
                    Message(
                        vi: "Không có yêu cầu số \(sequence), hoặc máy nhận không còn giữ. Xem danh sách ở /received.",
                        en: "There is no request \(sequence), or it is no longer kept. See the list at /received.")),
                status: 404)
        }
        return try ReceiverJSON.response(request)
    }
}

/// Stands in for a network's statistics, so that pulling figures can be shown without one: made from the id alone, the
/// same every time, and about nothing that anybody saw.
struct StandInFigures: Encodable {
    let views: Int

    /// 20 to 499 views, by the FNV-1a hash of the id.
    init(id: some StringProtocol) {
        let hash = id.utf8.reduce(0xcbf2_9ce4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
        views = 20 + Int(hash % 480)
    }
}

/// An answer that says what was wrong, in both languages.
struct ReceiverRefusal: Encodable {
    let ok = false
    let vi: String
    let en: String

    init(_ message: Message) {
        vi = message.vietnamese
        en = message.english
    }
}
