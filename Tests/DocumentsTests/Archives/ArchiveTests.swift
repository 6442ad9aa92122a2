import Documents
import Foundation
import Outreach
import Testing

@Suite("ZIP files")
struct ArchiveTests {
    private static let limits = ArchiveLimits(entries: 100, entryBytes: 1 << 20, totalBytes: 2 << 20)
    private static let parts: [(name: String, content: [UInt8])] = [
        ("báo cáo.txt", Array("Tổng đài 111".utf8)), ("trong/rỗng", []),
        ("zeros", [UInt8](repeating: 0, count: 300_000)),
    ]

    private func archive(_ parts: [(name: String, content: [UInt8])] = parts) throws -> [UInt8] {
        try ArchiveWriter.bytes(of: parts)
    }

    private func refusal(of bytes: [UInt8], limits: ArchiveLimits = limits) -> ArchiveError? {
        do {
            let reader = try ArchiveReader(bytes, limits: limits)
            for entry in reader.entries { _ = try reader.bytes(of: entry) }
            return nil
        } catch {
            return error
        }
    }

    /// The bytes with the first of `old` replaced by `new`, which is as long.
    private func replacing(_ old: String, _ new: String, in bytes: [UInt8]) throws -> [UInt8] {
        let range = try #require(bytes.firstRange(of: Array(old.utf8)))
        var result = bytes
        result.replaceSubrange(range, with: new.utf8)
        return result
    }

    @Test("what is written is read back, and the same entries give the same bytes")
    func roundTrip() throws {
        let bytes = try archive()
        #expect(try archive() == bytes)
        #expect(bytes.count < 1_500)
        let reader = try ArchiveReader(bytes, limits: Self.limits)
        #expect(reader.entries.map(\.name) == Self.parts.map(\.name))
        for (entry, part) in zip(reader.entries, Self.parts) { #expect(try reader.bytes(of: entry) == part.content) }
        #expect(reader.entry(named: "TRONG/RỖNG")?.size == 0)
    }

    @Test("Python reads it: names in UTF-8, checksums right, the day fixed")
    func python() async throws {
        let printed = try await ForeignProgram.python(
            """
            import sys, zipfile
            with zipfile.ZipFile(sys.argv[1]) as archive:
                print(archive.testzip())
                for entry in archive.infolist(): print(entry.filename, entry.file_size, entry.date_time[:3])
                print(archive.read("báo cáo.txt").decode())
            """, reading: archive(), named: "test.zip")
        #expect(
            printed == """
                None
                báo cáo.txt 16 (1980, 1, 1)
                trong/rỗng 0 (1980, 1, 1)
                zeros 300000 (1980, 1, 1)
                Tổng đài 111

                """)
    }

    @Test("a file on disk is written and read piece by piece")
    func disk() async throws {
        try await TemporaryFolder.with { folder in
            let file = folder.appending(path: "export.zip")
            let day = try #require(Day("2026-06-15"))
            let writer = try ArchiveWriter(file: file, day: day)
            var left = 20
            try writer.add("rows.jsonl") {
                left -= 1
                return left < 0 ? nil : [UInt8](repeating: UInt8(ascii: "x"), count: 50_000)
            }
            try writer.add("empty/", [])
            try writer.finish()
            let reader = try ArchiveReader(file: file, limits: Self.limits)
            #expect(reader.entries.map(\.isFolder) == [false, true])
            var (total, pieces) = (0, 0)
            try reader.read(reader.entries[0]) {
                total += $0.count
                pieces += 1
            }
            #expect(total == 1_000_000 && pieces > 10)
            let tested = try await ForeignProgram.output(of: "python3", ["-m", "zipfile", "-t", file.path])
            #expect(tested.contains("Done testing"))
        }
        #expect(throws: ArchiveError.self) { try ArchiveWriter(file: URL(filePath: "/nowhere/at/all.zip")) }
        #expect(throws: ArchiveError.self) {
            try ArchiveReader(file: URL(filePath: "/nowhere.zip"), limits: Self.limits)
        }
    }

    @Test("limits hold before anything is unpacked")
    func limits() throws {
        let bytes = try archive()
        let tight = { (entries: Int, entry: Int, total: Int) in
            ArchiveLimits(entries: entries, entryBytes: entry, totalBytes: total)
        }
        #expect(refusal(of: bytes, limits: tight(2, 1 << 20, 1 << 20)) == .tooManyEntries(limit: 2))
        #expect(refusal(of: bytes, limits: tight(3, 299_999, 1 << 20)) == .entryTooLarge("zeros", limit: 299_999))
        #expect(refusal(of: bytes, limits: tight(3, 300_000, 300_015)) == .tooLarge(limit: 300_015))
        #expect(refusal(of: bytes, limits: tight(3, 300_000, 300_016)) == nil)
    }

    @Test("a directory that lies about a size is found out while unpacking")
    func lyingDirectory() throws {
        var bytes = try archive([("zeros", [UInt8](repeating: 0, count: 300_000))])
        let size = [0xE0, 0x93, 0x04, 0x00] as [UInt8]
        while let range = bytes.firstRange(of: size) { bytes.replaceSubrange(range, with: [0x10, 0, 0, 0]) }
        #expect(refusal(of: bytes) == .damaged("zeros"))
    }

    @Test("a file cut off anywhere is refused, and so is one with a wrong byte")
    func damaged() throws {
        let bytes = try archive()
        for length in stride(from: 0, to: bytes.count, by: 1) {
            #expect(refusal(of: Array(bytes.prefix(length))) != nil, "\(length) bytes")
        }
        #expect(refusal(of: bytes + [0]) == .damaged(nil))
        #expect(refusal(of: []) == .notAnArchive)
        #expect(refusal(of: Array("Ngày;Số lượt\n".utf8)) == .notAnArchive)
        var wrong = bytes
        wrong[60] ^= 0xFF
        #expect(refusal(of: wrong) == .damaged("báo cáo.txt"))
    }

    @Test(
        "names that lead elsewhere are neither written nor read",
        arguments: ["", "/etc/passwd", "../a", "a/../../b", "a\\b", "C:/a", "a//b", "./a", "a\nb", "a\u{0}b"])
    func unsafeNames(_ name: String) throws {
        #expect(throws: ArchiveError.unsafeName(name)) { try archive([(name, [])]) }
        guard name.utf8.count == 4 else { return }
        var bytes = try archive([("abcd", [])])
        while bytes.contains("abcd".utf8) { bytes = try replacing("abcd", name, in: bytes) }
        #expect(refusal(of: bytes) == .unsafeName(name))
    }

    @Test("two entries of one name are refused both ways")
    func duplicates() throws {
        #expect(throws: ArchiveError.duplicateName("a")) { try archive([("a", []), ("a", [1])]) }
        var bytes = try archive([("aaaa", []), ("bbbb", [1])])
        while bytes.contains("bbbb".utf8) { bytes = try replacing("bbbb", "aaaa", in: bytes) }
        #expect(refusal(of: bytes) == .duplicateName("aaaa"))
    }

    @Test("a password and an unknown compression are named")
    func foreignFeatures() async throws {
        var bytes = try archive([("aaaa", [1, 2, 3])])
        let directory = try #require(bytes.firstRange(of: [0x50, 0x4B, 0x01, 0x02])).lowerBound
        bytes[directory + 8] |= 1
        #expect(refusal(of: bytes) == .encrypted("aaaa"))
        bytes[directory + 8] &= ~1
        bytes[directory + 10] = 14
        #expect(refusal(of: bytes) == .unknownCompression("aaaa"))
    }
}

extension [UInt8] {
    fileprivate func contains(_ part: String.UTF8View) -> Bool { firstRange(of: Array(part)) != nil }
}
