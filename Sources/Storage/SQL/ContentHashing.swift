import Crypto
public import Foundation
public import Outreach

extension ContentHash {
    /// The SHA-256 (FIPS 180-4) of the bytes.
    public static func sha256(of bytes: some DataProtocol) -> ContentHash {
        ContentHash(SHA256.hash(data: bytes))
    }

    /// The same without the detour that bytes in several pieces take.
    public static func sha256(of bytes: [UInt8]) -> ContentHash {
        bytes.withUnsafeBytes { bytes in
            var hash = SHA256()
            hash.update(bufferPointer: bytes)
            return ContentHash(hash.finalize())
        }
    }

    public static func sha256(of text: String) -> ContentHash {
        var (text, hash) = (text, SHA256())
        text.withUTF8 { hash.update(bufferPointer: UnsafeRawBufferPointer($0)) }
        return ContentHash(hash.finalize())
    }

    /// The same of a file of any length, read a piece at a time.
    public static func sha256(ofFile file: URL) throws -> ContentHash {
        let handle = try FileHandle(forReadingFrom: file)
        defer { try? handle.close() }
        var hash = SHA256()
        while let piece = try handle.read(upToCount: 1 << 20), !piece.isEmpty { hash.update(data: piece) }
        return ContentHash(hash.finalize())
    }

    private init(_ digest: SHA256.Digest) {
        let digits = String(unsafeUninitializedCapacity: 64) { text in
            digest.withUnsafeBytes { bytes in
                for index in bytes.indices {
                    text[2 * index] = ContentHash.digit(bytes[index] >> 4)
                    text[2 * index + 1] = ContentHash.digit(bytes[index] & 15)
                }
            }
            return 64
        }
        guard let hash = ContentHash(digits) else { preconditionFailure("SHA-256 has 64 hexadecimal digits") }
        self = hash
    }

    private static func digit(_ value: UInt8) -> UInt8 {
        value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10
    }
}
