import HTTPTypes
import Hummingbird
import NIOCore
import Operations
import Outreach

/// Honours `Idempotency-Key`: the same request with the same key is done once and answered the same.
struct KeyedWork: Sendable {
    let visit: Visit

    func answer(_ work: @Sendable () async throws -> Response) async throws -> Reply {
        guard let key = visit.headers[.idempotencyKey] else { return .response(try await work()) }
        let caller = try visit.caller
        let known = try await visit.workspace.remember(
            key, method: visit.method.rawValue, path: visit.path, body: visit.body, as: caller)
        switch known {
        case .first: return try await first(key, caller, work)
        case .again(let answer):
            return .response(
                Response(
                    status: .init(code: answer.status), headers: [.contentType: answer.contentType],
                    body: .init(byteBuffer: ByteBuffer(string: answer.body))))
        case .conflict: throw APIError.keyReused
        case .underWay: throw APIError.keyUnderWay
        case .unknown: throw APIError.keyUnknown
        }
    }

    private func first(
        _ key: String, _ caller: Caller, _ work: @Sendable () async throws -> Response
    ) async throws -> Reply {
        do {
            let response = try await work()
            let body = try await response.body.collected()
            try await visit.workspace.keep(
                KeptAnswer(
                    status: response.status.code, contentType: response.headers[.contentType] ?? "application/json",
                    body: String(buffer: body)), for: key, as: caller)
            var answered = response
            answered.body = .init(byteBuffer: body)
            return .response(answered)
        } catch {
            // It had no effect: an operation is one transaction, so the same key may try again.
            try await visit.workspace.forget(key, as: caller)
            throw error
        }
    }
}

extension ResponseBody {
    fileprivate func collected() async throws -> ByteBuffer {
        let collector = BodyCollector()
        try await write(collector)
        return collector.buffer
    }
}

private final class BodyCollector: ResponseBodyWriter {
    var buffer = ByteBuffer()

    func write(_ buffer: ByteBuffer) async throws {
        var buffer = buffer
        self.buffer.writeBuffer(&buffer)
    }

    func finish(_: HTTPFields?) async throws {}
}
