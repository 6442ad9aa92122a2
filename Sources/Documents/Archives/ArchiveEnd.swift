import Foundation

/// The record a ZIP file ends with (APPNOTE.TXT 4.3.16).
///
/// It is looked for here because minizip takes bytes that are missing at the end of a file for zeros, and so opens a
/// file that was cut off as one with fewer entries.
enum ArchiveEnd {
    /// As much as the record can take: 22 bytes and a comment.
    static let longest = 22 + 0xFFFF

    /// Whether the record stands whole at the very end.
    /// - Parameter tail: the last bytes of the file, `longest` of them where it has so many.
    static func isWhole(in tail: ArraySlice<UInt8>) -> Bool {
        guard tail.count >= 22 else { return false }
        return (tail.startIndex...tail.endIndex - 22).reversed().contains { start in
            guard tail[start] == signature[0], tail[start...].starts(with: signature) else { return false }
            let comment = Int(tail[start + 20]) + 256 * Int(tail[start + 21])
            return start + 22 + comment == tail.endIndex
        }
    }

    private static let signature: [UInt8] = [0x50, 0x4B, 0x05, 0x06]

    /// The last bytes of a file on disk.
    static func tail(of url: URL) throws -> ArraySlice<UInt8> {
        let file = try FileHandle(forReadingFrom: url)
        defer { try? file.close() }
        let size = try file.seekToEnd()
        try file.seek(toOffset: size - min(size, UInt64(longest)))
        return Array(try file.readToEnd() ?? Data())[...]
    }
}
