import CMinizip
public import Foundation
public import Outreach

/// Writes a ZIP file entry by entry. The same entries give the same bytes: every entry carries one fixed day.
///
/// Not to be used from two tasks at once. Without `finish` the file stays incomplete.
public final class ArchiveWriter {
    private let target: ArchiveTarget
    private var file: zipFile?
    private let day: Day
    private var names: Set<String> = []

    /// Writes a file on disk; one that is there is replaced.
    /// - Parameter day: what the entries say of their age, from 1980 on.
    public convenience init(file url: URL, day: Day = ArchiveWriter.firstDay) throws(ArchiveError) {
        try self.init(.disk(url), day)
    }

    private init(_ target: ArchiveTarget, _ day: Day) throws(ArchiveError) {
        self.target = target
        self.day = max(day, ArchiveWriter.firstDay)
        file = target.open()
        guard file != nil else { throw target.failure }
    }

    deinit { if let file { zipClose(file, nil) } }

    /// A ZIP file in memory, for documents.
    public static func bytes(of parts: [(name: String, content: [UInt8])]) throws(ArchiveError) -> [UInt8] {
        let output = MemoryOutput()
        let writer = try ArchiveWriter(.memory(output), firstDay)
        for part in parts { try writer.add(part.name, part.content) }
        try writer.finish()
        return output.bytes
    }

    /// Adds an entry.
    public func add(_ name: String, _ content: [UInt8]) throws(ArchiveError) {
        try open(name, mayBeLarge: content.count > 1 << 30)
        try write(content)
        try close()
    }

    /// Adds an entry of any size.
    /// - Parameter next: the next piece of the content, nil at its end.
    public func add(_ name: String, pieces next: () throws -> [UInt8]?) throws {
        try open(name, mayBeLarge: true)
        while let piece = try next() { try write(piece) }
        try close()
    }

    /// Writes the directory and closes the file.
    public func finish() throws(ArchiveError) {
        guard let open = file else { return }
        file = nil
        guard zipClose(open, nil) == ZIP_OK else { throw target.failure }
    }

    private func open(_ name: String, mayBeLarge: Bool) throws(ArchiveError) {
        guard ArchiveName.isSafe(name) else { throw .unsafeName(name) }
        guard names.insert(name).inserted else { throw .duplicateName(name) }
        var info = zip_fileinfo()
        let (year, month, day) = day.components
        info.tmz_date = tm_zip(
            tm_sec: 0, tm_min: 0, tm_hour: 0, tm_mday: uInt(day), tm_mon: uInt(month - 1), tm_year: uInt(year))
        // Bit 11: the name is UTF-8. Made by version 2.0 of the format on any system.
        let opened = zipOpenNewFileInZip4_64(
            file, name, &info, nil, 0, nil, 0, nil, Z_DEFLATED, Z_DEFAULT_COMPRESSION, 0, -MAX_WBITS, DEF_MEM_LEVEL,
            Z_DEFAULT_STRATEGY, nil, 0, 20, 1 << 11, mayBeLarge ? 1 : 0)
        guard opened == ZIP_OK else { throw target.failure }
    }

    private func write(_ content: [UInt8]) throws(ArchiveError) {
        for start in stride(from: 0, to: content.count, by: 1 << 30) {
            let piece = content[start..<min(start + (1 << 30), content.count)]
            let status = piece.withUnsafeBytes { zipWriteInFileInZip(file, $0.baseAddress, UInt32($0.count)) }
            guard status == ZIP_OK else { throw target.failure }
        }
    }

    private func close() throws(ArchiveError) {
        guard zipCloseFileInZip(file) == ZIP_OK else { throw target.failure }
    }

    /// The first day a ZIP file can name.
    public static let firstDay = Day(julianDay: 2_444_240)
}
