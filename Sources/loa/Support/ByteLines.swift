import Foundation
import Glibc

/// Standard input line by line as it comes, as bytes: a line may hold anything but its line feed.
struct ByteLines {
    /// So much of a line is kept; whatever it is, nobody reads on beyond that.
    let limit: Int

    /// Calls back with each line as soon as it is there, a last one without a line feed included.
    func read(_ take: ([UInt8]) throws -> Void) throws {
        var line: [UInt8] = []
        var isOpen = false
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = Glibc.read(STDIN_FILENO, &buffer, buffer.count)
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw CommandError.cannotRead("-", detail: String(cString: strerror(errno))) }
            guard count > 0 else { break }
            for (index, piece) in buffer[..<count].split(separator: 0x0A, omittingEmptySubsequences: false).enumerated()
            {
                if index > 0 {
                    try take(line)
                    line.removeAll(keepingCapacity: true)
                    isOpen = false
                }
                line += piece.prefix(max(0, limit - line.count))
                isOpen = isOpen || !piece.isEmpty
            }
        }
        if isOpen { try take(line) }
    }
}
