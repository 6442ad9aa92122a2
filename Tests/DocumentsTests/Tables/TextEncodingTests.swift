import Documents
import Foundation
import Testing

@Suite("Finding the encoding")
struct TextEncodingTests {
    private let text = "Ngày;Đơn vị\r\n01/06/2026;Trường Ỷ Lan 👧\r\n"
    private let cells = ["01/06/2026", "Trường Ỷ Lan 👧"]

    private func utf16(_ text: String, bigEndian: Bool) -> [UInt8] {
        text.utf16.flatMap { unit in
            let bytes = [UInt8(unit & 0xFF), UInt8(unit >> 8)]
            return bigEndian ? bytes.reversed() : bytes
        }
    }

    private func expect(_ file: [UInt8], is encoding: TextEncoding) throws {
        let table = try DelimitedText.read(file)
        #expect(table.format?.delimited?.encoding == encoding)
        #expect(table.header.cells == ["Ngày", "Đơn vị"])
        #expect(table.rows.map(\.cells) == [cells])
    }

    @Test("UTF-8, with and without byte order mark")
    func utf8() throws {
        try expect(Array(text.utf8), is: .utf8)
        try expect([0xEF, 0xBB, 0xBF] + text.utf8, is: .utf8WithMark)
    }

    @Test("UTF-16 of both byte orders, as Excel's “Unicode text”")
    func utf16() throws {
        try expect([0xFF, 0xFE] + utf16(text, bigEndian: false), is: .utf16LittleEndian)
        try expect([0xFE, 0xFF] + utf16(text, bigEndian: true), is: .utf16BigEndian)
    }

    @Test("CP1258, whose tone marks stand after the letter")
    func windowsVietnamese() throws {
        let heading: [UInt8] = [0x4E, 0x67, 0xE0, 0x79, 0x3B, 0xD0, 0xF5, 0x6E, 0x20, 0x76, 0x69, 0xF2, 0x0D, 0x0A]
        let row: [UInt8] =
            [0x54, 0x72, 0xFD, 0xF5, 0xCC, 0x6E, 0x67, 0x20, 0x74, 0x69, 0xEA, 0xD2, 0x75, 0x3B]
            + [0x93, 0x59, 0xD2, 0x20, 0x4C, 0x61, 0x6E, 0x94, 0x20, 0x61, 0xDE]
        let table = try DelimitedText.read(heading + row)
        #expect(table.format?.delimited?.encoding == .windowsVietnamese)
        #expect(table.header.cells == ["Ngày", "Đơn vị"])
        let bytes = table.rows.flatMap(\.cells).map { Array($0.utf8) }
        #expect(bytes == ["Trường tiểu", "“Ỷ Lan” ã"].map { Array($0.utf8) })
    }

    /// Lines as programs of the time wrote them, with what they say.
    private static let legacy =
        "Ngày;Đơn vị;Nội dung\r\n01/06/2026;Trường Tiểu học Nguyễn Trãi;Phòng, chống xâm hại trẻ em\r\n"
        + "02/06/2026;Đặng Ngọc Quý;Kỹ năng tự bảo vệ – gọi 111 khi thấy nguy hiểm; bình tĩnh, kể với người lớn\r\n"

    private static let vni =
        "Ngaøy;Ñôn vò;Noäi dung\r\n01/06/2026;Tröôøng Tieåu hoïc Nguyeãn Traõi;Phoøng, choáng xaâm haïi treû em\r\n"
        + "02/06/2026;Ñaëng Ngoïc Quyù;Kyõ naêng töï baûo veä - goïi 111 khi thaáy nguy hieåm\r\n"

    private func latin1(_ text: String) -> [UInt8] { text.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) } }

    @Test("TCVN3 is read, as bytes and where a program took the bytes for Western letters")
    func tcvn3() async throws {
        let text = Self.legacy.replacing("– ", with: "").replacing("; bình tĩnh", with: " bình tĩnh")
        let bytes = try await TemporaryFolder.with { folder in
            let file = folder.appending(path: "utf8.csv")
            try Data(text.utf8).write(to: file)
            let encoded = folder.appending(path: "tcvn3.csv")
            _ = try await ForeignProgram.output(
                of: "iconv", ["-f", "UTF-8", "-t", "TCVN5712-1", "-o", encoded.path, file.path])
            return Array(try Data(contentsOf: encoded))
        }
        let expected = try DelimitedText.read(Array(text.utf8))
        let table = try DelimitedText.read(bytes)
        #expect(table.format?.delimited?.encoding == .tcvn3)
        #expect(table.header == expected.header && table.rows == expected.rows)
        let western = String(String.UnicodeScalarView(bytes.map { Unicode.Scalar($0) }))
        let unicode = try DelimitedText.read(Array(western.utf8))
        #expect(unicode.format?.delimited?.encoding == .utf8 && unicode.format?.delimited?.legacyFont == .tcvn3)
        #expect(unicode.rows == expected.rows)
    }

    @Test("VNI is read, as bytes and where a program took the bytes for Western letters")
    func vni() throws {
        for (file, encoding) in [(latin1(Self.vni), TextEncoding.vni), (Array(Self.vni.utf8), .utf8)] {
            let table = try DelimitedText.read(file)
            #expect(table.format?.delimited?.encoding == encoding)
            #expect(table.format?.delimited?.legacyFont == (encoding == .utf8 ? .vni : nil))
            #expect(table.header.cells == ["Ngày", "Đơn vị", "Nội dung"])
            #expect(
                table.rows.map(\.cells) == [
                    ["01/06/2026", "Trường Tiểu học Nguyễn Trãi", "Phòng, chống xâm hại trẻ em"],
                    ["02/06/2026", "Đặng Ngọc Quý", "Kỹ năng tự bảo vệ - gọi 111 khi thấy nguy hiểm"],
                ])
        }
    }

    @Test("VISCII is refused, not turned into wrong letters")
    func viscii() {
        let viscii: [UInt8] = [0x4E, 0x67, 0xE0, 0x79, 0x3B, 0xD0, 0xBD, 0x6E, 0x20, 0x76, 0xB8]
        #expect(throws: TableError.unreadableByte(0xE0, offset: 2, line: 1)) { try DelimitedText.read(viscii) }
    }

    @Test(
        "Unicode text with foreign names is left as it is",
        arguments: ["Café Köln;Ñandú\nÜber;ÿ\n", "Ngày;Ñôn\nTrường học;Đơn vị\n"])
    func foreignNames(_ text: String) throws {
        let table = try DelimitedText.read(Array(text.utf8))
        #expect(table.format?.delimited?.legacyFont == nil)
        #expect(text.hasPrefix(table.header.cells.joined(separator: ";")))
    }

    @Test("a broken byte is named by offset and line")
    func brokenBytes() {
        let marked: [UInt8] = [0xEF, 0xBB, 0xBF] + Array("a;b\nĐ;".utf8) + [0xFF, 0x0A]
        #expect(throws: TableError.unreadableByte(0xFF, offset: 10, line: 2)) { try DelimitedText.read(marked) }
        let cutOff = Array("ế;b\n1;ế".utf8.dropLast())
        #expect(throws: TableError.unreadableByte(0xE1, offset: 8, line: 2)) { try DelimitedText.read(cutOff) }
        #expect(throws: TableError.unreadableByte(0, offset: 1, line: 1)) {
            try DelimitedText.read(utf16("a;b", bigEndian: false))
        }
    }

    @Test("half a UTF-16 character is an error", arguments: [[0x00, 0xD8], [0x3D, 0xD8, 0x61, 0x00], [0x61]])
    func brokenUTF16(_ tail: [UInt8]) {
        let file = [0xFF, 0xFE] + utf16("a;b", bigEndian: false) + tail
        #expect(throws: TableError.unreadableByte(file[8], offset: 8, line: 1)) { try DelimitedText.read(file) }
    }

    @Test("Excel, Word and PDF files are told apart from text")
    func foreignFiles() {
        let zip: [UInt8] = [0x50, 0x4B, 0x03, 0x04, 0x14, 0x00]
        let compound: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]
        #expect(throws: TableError.notText(.officePackage)) { try DelimitedText.read(zip) }
        #expect(throws: TableError.notText(.oldOffice)) { try DelimitedText.read(compound) }
        #expect(throws: TableError.notText(.pdf)) { try DelimitedText.read(Array("%PDF-1.7\n".utf8)) }
    }
}
