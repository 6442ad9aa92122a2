import Crypto
import Foundation
public import Outreach

/// Signs requests by Standard Webhooks 1.0.0, so that a receiver knows who sent them and that they are whole.
public struct WebhookSigner: Sendable {
    private let keys: [SymmetricKey]

    /// Takes the secrets in the order of their signatures: during a rotation the new one and the old one.
    ///
    /// A secret is base64 of 24 to 64 bytes, with or without `whsec_` in front.
    public init(secrets: [String]) throws(SigningError) {
        guard !secrets.isEmpty else { throw .noSecret }
        var keys: [SymmetricKey] = []
        for secret in secrets { keys.append(try WebhookSigner.key(secret)) }
        self.keys = keys
    }

    /// The three headers of a request: `webhook-id`, `webhook-timestamp` and `webhook-signature`.
    ///
    /// The id stays the same over all attempts of a post; the timestamp is that of the attempt, in whole seconds.
    public func headers(id: String, at instant: Instant, body: [UInt8]) throws(SigningError) -> [HeaderField] {
        let seconds = String(instant.milliseconds / 1000)
        return [
            HeaderField("webhook-id", id),
            HeaderField("webhook-timestamp", seconds),
            HeaderField("webhook-signature", try signature(id: id, timestamp: seconds, body: body)),
        ]
    }

    private func signature(id: String, timestamp: String, body: [UInt8]) throws(SigningError) -> String {
        // A full stop in the id would let two different messages have the same signed text.
        guard !id.isEmpty, id.utf8.allSatisfy({ HeaderField.isToken($0) && $0 != UInt8(ascii: ".") }) else {
            throw .badIdentifier
        }
        let signed = Array("\(id).\(timestamp).".utf8) + body
        return keys.map { key in
            "v1," + Data(HMAC<SHA256>.authenticationCode(for: signed, using: key)).base64EncodedString()
        }.joined(separator: " ")
    }

    static func key(_ secret: String) throws(SigningError) -> SymmetricKey {
        let prefix = "whsec_"
        let text = secret.hasPrefix(prefix) ? String(secret.dropFirst(prefix.count)) : secret
        guard let bytes = Data(base64Encoded: text) else { throw .secretNotBase64 }
        guard (24...64).contains(bytes.count) else { throw .secretLength(bytes.count) }
        return SymmetricKey(data: bytes)
    }
}
