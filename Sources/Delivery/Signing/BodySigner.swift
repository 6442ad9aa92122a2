import Crypto
import Foundation

/// Signs a body alone with HMAC-SHA256 (RFC 2104), for receivers that ask for it in a header of their own.
public struct BodySigner: Sendable {
    private let key: SymmetricKey
    private let prefix: String

    /// Takes the secret as the bytes of its text, and what stands before the digits, such as `sha256=`.
    public init(secret: String, prefix: String = "") throws(SigningError) {
        guard !secret.isEmpty else { throw .noSecret }
        key = SymmetricKey(data: Data(secret.utf8))
        self.prefix = prefix
    }

    /// The signature in 64 lower-case hexadecimal digits, after the prefix.
    public func signature(of body: [UInt8]) -> String {
        let code = HMAC<SHA256>.authenticationCode(for: body, using: key)
        return prefix + code.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }
}
