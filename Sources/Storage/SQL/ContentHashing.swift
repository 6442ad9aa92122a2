import Crypto
public import Foundation
public import Outreach

extension ContentHash {
    /// The SHA-256 (FIPS 180-4) of the bytes.
    public static func sha256(of bytes: some DataProtocol) -> ContentHash {
        let digits = SHA256.hash(data: bytes).map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }
        guard let hash = ContentHash(digits.joined()) else { preconditionFailure("SHA-256 has 64 hexadecimal digits") }
        return hash
    }

    public static func sha256(of text: String) -> ContentHash {
        sha256(of: Data(text.utf8))
    }
}
