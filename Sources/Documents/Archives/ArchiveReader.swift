import CMinizip
public import Foundation
import Outreach

/// Reads a ZIP file (APPNOTE.TXT 6.3.3): deflated or stored entries, ZIP64, no passwords.
///
/// The directory is checked against the limits before anything is unpacked, and what is unpacked is counted again,
/// because a directory can lie. Not to be used from two tasks at once.
public final class ArchiveReader {
    public let entries: [ArchiveEntry]
    private let file: unzFile
    private let limits: ArchiveLimits
    private let source: ArchiveSource

    /// Reads a ZIP file held in memory.
    public convenience init(_ bytes: [UInt8], limits: ArchiveLimits) throws(ArchiveError) {
        guard bytes.starts(with: [0x50, 0x4B]) else { throw .notAnArchive }
        guard ArchiveEnd.isWhole(in: bytes.suffix(ArchiveEnd.longest)) else { throw .damaged(nil) }
        let source = ArchiveSource.memory(MemoryBlock(bytes))
        guard let file = source.open() else { throw .damaged(nil) }
        try self.init(file, source, limits)
    }

    /// Reads a ZIP file on disk.
    public convenience init(file url: URL, limits: ArchiveLimits) throws(ArchiveError) {
        let tail: ArraySlice<UInt8>
        do {
            tail = try ArchiveEnd.tail(of: url)
        } catch {
            throw .unavailable(file: url.lastPathComponent, reason: error.systemWords)
        }
        guard ArchiveEnd.isWhole(in: tail) else { throw .damaged(nil) }
        let source = ArchiveSource.disk(url)
        guard let file = source.open() else { throw .notAnArchive }
        try self.init(file, source, limits)
    }

    private init(_ file: unzFile, _ source: ArchiveSource, _ limits: ArchiveLimits) throws(ArchiveError) {
        do {
            entries = try ArchiveDirectory.entries(of: file, limits)
        } catch {
            unzClose(file)
            throw error
        }
        self.file = file
        self.source = source
        self.limits = limits
    }

    deinit { unzClose(file) }

    /// The entry of this name; names of packages are compared without case (ECMA-376 part 2, 6.2.2).
    public func entry(named name: String) -> ArchiveEntry? {
        entries.first { $0.name == name } ?? entries.first { $0.name.lowercased() == name.lowercased() }
    }

    /// The content of an entry, checked against its checksum.
    public func bytes(of entry: ArchiveEntry) throws(ArchiveError) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(entry.size)
        do {
            try read(entry) { bytes += $0 }
        } catch let error as ArchiveError {
            throw error
        } catch {
            throw .damaged(entry.name)
        }
        return bytes
    }

    /// Hands out the content of an entry piece by piece. What was handed out before an error is thrown must not be used.
    public func read(_ entry: ArchiveEntry, _ body: (UnsafeRawBufferPointer) throws -> Void) throws {
        var position = entry.position.native
        guard unzGoToFilePos64(file, &position) == UNZ_OK, unzOpenCurrentFile(file) == UNZ_OK else {
            throw ArchiveError.damaged(entry.name)
        }
        var isClosed = false
        defer { if !isClosed { unzCloseCurrentFile(file) } }
        let piece = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 16)
        defer { piece.deallocate() }
        var total = 0
        while true {
            let count = Int(unzReadCurrentFile(file, piece.baseAddress, UInt32(piece.count)))
            guard count >= 0 else { throw ArchiveError.damaged(entry.name) }
            guard count > 0 else { break }
            total += count
            guard total <= entry.size else { throw ArchiveError.damaged(entry.name) }
            try body(UnsafeRawBufferPointer(rebasing: piece[..<count]))
        }
        isClosed = true
        guard unzCloseCurrentFile(file) == UNZ_OK, total == entry.size else { throw ArchiveError.damaged(entry.name) }
    }
}

/// The directory at the end of a ZIP file.
private enum ArchiveDirectory {
    static func entries(of file: unzFile, _ limits: ArchiveLimits) throws(ArchiveError) -> [ArchiveEntry] {
        var global = unz_global_info64()
        guard unzGetGlobalInfo64(file, &global) == UNZ_OK else { throw .damaged(nil) }
        guard global.number_entry <= limits.entries else { throw .tooManyEntries(limit: limits.entries) }
        var entries: [ArchiveEntry] = []
        var names: Set<String> = []
        var total = 0
        for index in 0..<Int(global.number_entry) {
            let step = index == 0 ? unzGoToFirstFile(file) : unzGoToNextFile(file)
            guard step == UNZ_OK else { throw .damaged(nil) }
            let entry = try entry(of: file, limits)
            guard names.insert(entry.name).inserted else { throw .duplicateName(entry.name) }
            total += entry.size
            guard total <= limits.totalBytes else { throw .tooLarge(limit: limits.totalBytes) }
            entries.append(entry)
        }
        return entries
    }

    private static func entry(of file: unzFile, _ limits: ArchiveLimits) throws(ArchiveError) -> ArchiveEntry {
        var info = unz_file_info64()
        var buffer = [CChar](repeating: 0, count: ArchiveName.longest + 1)
        var position = unz64_file_pos()
        guard
            unzGetCurrentFileInfo64(file, &info, &buffer, UInt(buffer.count - 1), nil, 0, nil, 0) == UNZ_OK,
            unzGetFilePos64(file, &position) == UNZ_OK
        else { throw .damaged(nil) }
        let bytes = buffer.prefix(min(Int(info.size_filename), ArchiveName.longest)).map(UInt8.init(bitPattern:))
        guard info.size_filename <= ArchiveName.longest, let name = String(validating: bytes, as: UTF8.self),
            ArchiveName.isSafe(name)
        else { throw .unsafeName(String(decoding: bytes.prefix(80), as: UTF8.self)) }
        guard info.flag & 1 == 0 else { throw .encrypted(name) }
        guard [0, 8].contains(info.compression_method) else { throw .unknownCompression(name) }
        guard info.uncompressed_size <= limits.entryBytes else {
            throw .entryTooLarge(name, limit: limits.entryBytes)
        }
        return ArchiveEntry(
            name: name, size: Int(info.uncompressed_size), compressedSize: Int(clamping: info.compressed_size),
            position: ArchivePosition(offset: position.pos_in_zip_directory, index: position.num_of_file))
    }
}
