import CMinizip

/// One file inside a ZIP file, as its directory describes it.
public struct ArchiveEntry: Sendable, Hashable {
    public let name: String
    /// Bytes once unpacked. The directory says so; reading checks it.
    public let size: Int
    public let compressedSize: Int
    let position: ArchivePosition

    /// Folders are entries whose names end in a slash.
    public var isFolder: Bool { name.hasSuffix("/") }
}

/// Where an entry stands in the directory.
struct ArchivePosition: Sendable, Hashable {
    let offset: UInt64
    let index: UInt64

    var native: unz64_file_pos {
        unz64_file_pos(pos_in_zip_directory: offset, num_of_file: index)
    }
}

/// How much of a ZIP file is read before it is refused, so that a small file cannot fill memory or disk.
public struct ArchiveLimits: Sendable, Hashable {
    public let entries: Int
    /// Unpacked bytes of one entry.
    public let entryBytes: Int
    /// Unpacked bytes of all entries together.
    public let totalBytes: Int

    public init(entries: Int, entryBytes: Int, totalBytes: Int) {
        self.entries = entries
        self.entryBytes = entryBytes
        self.totalBytes = totalBytes
    }
}

/// Names that stay inside the folder they are unpacked into, on every operating system.
enum ArchiveName {
    static let longest = 1_000

    static func isSafe(_ name: String) -> Bool {
        guard (1...longest).contains(name.utf8.count), !name.hasPrefix("/") else { return false }
        guard !name.utf8.contains(where: { $0 < 0x20 || $0 == UInt8(ascii: "\\") || $0 == UInt8(ascii: ":") }) else {
            return false
        }
        let parts = name.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
        // A folder's name ends in a slash, which leaves an empty last part.
        let named = parts.last?.isEmpty == true ? parts.dropLast() : parts[...]
        return named.allSatisfy { !$0.isEmpty && !$0.elementsEqual(".".utf8) && !$0.elementsEqual("..".utf8) }
    }
}
