import Foundation
import Hummingbird
import HummingbirdTesting
import Outreach
import Testing

@testable import Web

/// A receiver driven without a socket, its clock standing still.
struct ReceiverFixture {
    let receiver: LocalReceiver

    static let clock = TimeSource { Instant(milliseconds: 1_780_273_800_000) }

    init(
        status: Int = 200,
        failFirst: Int = 0,
        signatureCheck: ReceiverOptions.SignatureCheck? = nil
    ) {
        self.init(
            ReceiverOptions(
                status: status, failFirst: failFirst, signatureCheck: signatureCheck, clock: Self.clock))
    }

    init(_ options: ReceiverOptions, onRequest: @escaping @Sendable (ReceivedRequest) -> Void = { _ in }) {
        receiver = LocalReceiver(options: options, onRequest: onRequest)
    }

    var ledger: ReceiverLedger { receiver.ledger }

    func talk(log: ReceiverLog? = nil, _ talk: @Sendable (ReceiverClient) async throws -> Void) async throws {
        try await receiver.application(log: log).test(.router) { try await talk(ReceiverClient(client: $0)) }
    }
}

/// Asks a receiver things.
struct ReceiverClient: Sendable {
    let client: any TestClientProtocol

    @discardableResult
    func send(
        _ method: HTTPRequest.Method = .post,
        _ path: String = "/hooks",
        headers: KeyValuePairs<String, String> = [:],
        body: String = "{}"
    ) async throws -> ReceiverReply {
        let fields = try HTTPFields.of(headers)
        let response = try await client.executeRequest(
            uri: path, method: method, headers: fields, body: ByteBuffer(string: body))
        return ReceiverReply(status: response.status.code, text: String(buffer: response.body))
    }
}

/// What a receiver answered.
struct ReceiverReply {
    let status: Int
    let text: String

    func decoded<Value: Decodable>(_: Value.Type = Value.self) throws -> Value {
        try JSONDecoder().decode(Value.self, from: Data(text.utf8))
    }

    var answer: ReceiverAnswer { get throws { try decoded() } }
}

extension HTTPFields {
    static func of(_ headers: KeyValuePairs<String, String>) throws -> HTTPFields {
        var fields = HTTPFields()
        for (name, value) in headers {
            fields.append(.init(name: try #require(.init(name)), value: value))
        }
        return fields
    }
}
