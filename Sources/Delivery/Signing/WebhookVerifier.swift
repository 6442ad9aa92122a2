import Crypto
import Foundation
public import Outreach

/// Checks requests signed by Standard Webhooks 1.0.0: that whoever knows a secret sent them whole, and not long ago.
public struct WebhookVerifier: Sendable {
    public enum Refusal: Sendable, Hashable, Error {
        /// A header is missing or cannot be read.
        case unsigned
        /// Signed longer ago, or further ahead, than the window allows.
        case outsideWindow
        case wrongSignature
    }

    private let keys: [SymmetricKey]
    /// How far the time of a message may lie from now, in seconds either way.
    public static let window: Int64 = 300

    /// - Parameter secrets: the new one and, during a rotation, the old one.
    public init(secrets: [String]) throws(SigningError) {
        guard !secrets.isEmpty else { throw .noSecret }
        var keys: [SymmetricKey] = []
        for secret in secrets { keys.append(try WebhookSigner.key(secret)) }
        self.keys = keys
    }

    /// - Parameter signatures: `v1,…` in base64, several with blanks between; other versions are passed over.
    public func check(
        id: String, timestamp: String, signatures: String, body: [UInt8], at now: Instant
    ) throws(Refusal) {
        guard !id.isEmpty, id.utf8.count <= 200, !id.contains("."), timestamp.utf8.count <= 12,
            timestamp.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let seconds = Int64(timestamp)
        else { throw .unsigned }
        let candidates = signatures.split(separator: " ").prefix(10).compactMap { signature in
            signature.hasPrefix("v1,") ? Data(base64Encoded: String(signature.dropFirst(3))) : nil
        }
        guard !candidates.isEmpty else { throw .unsigned }
        let signed = Array("\(id).\(timestamp).".utf8) + body
        // Compared in constant time by the library; every key and signature is tried.
        let isRight = keys.contains { key in
            candidates.contains { HMAC<SHA256>.isValidAuthenticationCode($0, authenticating: signed, using: key) }
        }
        guard isRight else { throw .wrongSignature }
        guard abs(now.milliseconds / 1000 - seconds) <= WebhookVerifier.window else { throw .outsideWindow }
    }
}
