import Hummingbird
import Outreach
import ServiceLifecycle

/// Takes a request in full, writes it down, and answers as the options say.
struct ReceiverResponder: HTTPResponder {
    typealias Context = ReceiverContext

    /// The largest body taken, in bytes: 1 MiB.
    static let bodyLimit = 1_048_576

    let options: ReceiverOptions
    let ledger: ReceiverLedger
    let log: ReceiverLog?
    let onRequest: @Sendable (ReceivedRequest) -> Void

    func respond(to request: Request, context: ReceiverContext) async throws -> Response {
        if let page = try ReceiverPages(ledger: ledger).response(to: request) { return page }
        guard let body = try await body(of: request) else { return try tooLarge() }
        let receipt = ledger.record(Arrival(request, body: body, options: options))
        do {
            try log?.append(receipt.request)
        } catch {
            return try ReceiverJSON.response(ReceiverRefusal(error.message), status: 500)
        }
        onRequest(receipt.request)
        await delay()
        return try answer(receipt, to: request, port: context.port)
    }

    /// The body, or nil if it is larger than ``bodyLimit``.
    private func body(of request: Request) async throws -> [UInt8]? {
        var body: [UInt8] = []
        for try await piece in request.body {
            guard body.count + piece.readableBytes <= Self.bodyLimit else { return nil }
            body.append(contentsOf: piece.readableBytesView)
        }
        return body
    }

    /// A receiver that is told to stop answers at once: whoever waits has been counted already.
    private func delay() async {
        guard options.delay > .zero else { return }
        try? await cancelWhenGracefulShutdown { try await options.wait(options.delay) }
    }

    private func answer(_ receipt: Receipt, to request: Request, port: Int) throws -> Response {
        let status = receipt.request.status
        // Neither may have a body (RFC 9110 §15.3.5, §15.4.5), nor may 205 (§15.3.6).
        if [204, 205, 304].contains(status) { return Response(status: .init(code: status)) }
        let answer = ReceiverAnswer(
            ok: (200..<300).contains(status), id: String(receipt.id),
            link: "http://127.0.0.1:\(port)/received/\(receipt.id)")
        let response = try ReceiverJSON.response(answer, status: status)
        return request.method == .head ? response.createHeadResponse() : response
    }

    private func tooLarge() throws -> Response {
        try ReceiverJSON.response(
            ReceiverRefusal(
                Message(
                    vi: "Nội dung lớn hơn 1 MiB. Yêu cầu không được nhận. Hãy gửi nội dung ngắn hơn.",
                    en: "The body is larger than 1 MiB. The request was not taken. Send a shorter one.")),
            status: 413)
    }
}

/// What a receiver answers, as a network would: an id and a link to what was posted.
struct ReceiverAnswer: Codable, Hashable {
    let ok: Bool
    let id: String
    let link: String
}

/// What the responder has to know of the connection: the port it came in by, for the link.
struct ReceiverContext: InitializableFromSource {
    let port: Int

    init(source: ApplicationRequestContextSource) {
        port = source.channel.localAddress?.port ?? 0
    }
}
