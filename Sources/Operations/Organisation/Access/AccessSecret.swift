import Crypto
import Foundation
import Outreach
import Storage

/// 256 random bits that open something: a session, a link, a token, a feed. Only its hash is ever stored.
struct AccessSecret: Sendable {
    private let bytes: [UInt8]

    /// A new one, from the system's source of randomness.
    init() {
        bytes = SymmetricKey(size: .bits256).withUnsafeBytes(Array.init)
    }

    /// Reads what ``text`` gave out; nil for everything else.
    init?(_ text: String) {
        guard text.utf8.count == 43, text.utf8.allSatisfy({ AccessSecret.letters.contains($0) }),
            let data = Data(
                base64Encoded: text.replacing("-", with: "+").replacing("_", with: "/") + "="),
            data.count == 32
        else { return nil }
        bytes = Array(data)
        guard self.text == text else { return nil }
    }

    private static let letters = Set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8)

    /// Base64url without padding (RFC 4648 §5), 43 characters.
    var text: String {
        AccessSecret.base64url(bytes)
    }

    /// What is stored in its place.
    var hash: ContentHash { ContentHash.sha256(of: bytes) }

    /// Another secret that follows from this one, so that nothing more has to be stored.
    func derived(for purpose: String) -> String {
        AccessSecret.base64url(
            Array(HMAC<SHA256>.authenticationCode(for: Data(purpose.utf8), using: SymmetricKey(data: bytes))))
    }

    private static func base64url(_ bytes: [UInt8]) -> String {
        Data(bytes).base64EncodedString().replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
    }
}

extension String {
    /// Whether both are the same text, in a time that does not tell where they differ.
    func equalsInConstantTime(_ other: String) -> Bool {
        let (left, right) = (Array(utf8), Array(other.utf8))
        guard left.count == right.count else { return false }
        return zip(left, right).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
    }
}
