import CArgon2
import Crypto
import Foundation

/// Argon2id (RFC 9106) with the memory and passes OWASP's Password Storage Cheat Sheet gives for a server that does
/// other work too: 19 MiB, two passes, one lane. About 30 ms of one core.
enum PasswordHash {
    private static let kibibytes: UInt32 = 19 * 1024
    private static let passes: UInt32 = 2
    private static let lanes: UInt32 = 1
    private static let saltLength = 16
    private static let hashLength = 32

    /// Belongs to no password: whoever is unknown is checked against it, so that the answer takes as long.
    static let ofNobody =
        "$argon2id$v=19$m=19456,t=2,p=1$IVBKlPdZBke7r9+c1HKtRw$JBb9pp6lWfqAte5Pmy3Xvf5PaVUF2QyO0xylWFiVmm4"

    /// The hash as a PHC string, with a fresh salt; nil where there is no memory for it.
    static func make(of password: String) -> String? {
        let salt = SymmetricKey(size: .init(bitCount: saltLength * 8)).withUnsafeBytes(Array.init)
        let password = Array(password.utf8)
        let length = argon2_encodedlen(
            passes, kibibytes, lanes, UInt32(saltLength), UInt32(hashLength), Argon2_id)
        var encoded = [CChar](repeating: 0, count: length)
        let code = argon2id_hash_encoded(
            passes, kibibytes, lanes, password, password.count, salt, salt.count, hashLength, &encoded, encoded.count)
        guard code == ARGON2_OK.rawValue else { return nil }
        return String(decoding: encoded.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
    }

    /// Whether the hash is the password's; nil where there is no memory to find out.
    static func matches(_ hash: String, _ password: String) -> Bool? {
        let password = Array(password.utf8)
        return switch argon2id_verify(hash, password, password.count) {
        case ARGON2_OK.rawValue: true
        case ARGON2_MEMORY_ALLOCATION_ERROR.rawValue: nil
        default: false
        }
    }
}
