import Documents
import Foundation
import Outreach
import Testing

/// What a file says beyond what it shows is gone, and what it shows is where it was.
struct MediaCleaningTests {
    // MARK: Films

    private func box(_ name: String, _ content: [UInt8]...) -> [UInt8] {
        let content = content.flatMap(\.self)
        return number(content.count + 8) + Array(name.utf8) + content
    }

    private func number(_ value: Int) -> [UInt8] { (0..<4).map { UInt8(truncatingIfNeeded: value >> (24 - 8 * $0)) } }

    private func track(_ kind: String, chunk: Int, size: Int) -> [UInt8] {
        let handler = box("hdlr", number(0), number(0), Array(kind.utf8), number(0), number(0), number(0), [0])
        let table = box(
            "stbl", box("stco", number(0), number(1), number(chunk)),
            box("stsz", number(0), number(size), number(1)),
            box("stsc", number(0), number(1), number(1), number(1), number(1)))
        return box(
            "trak", box("tkhd", number(7), number(0x1234_5678), number(0x1234_5678), number(1)),
            box("mdia", handler, box("minf", table)))
    }

    /// A film with a place in its user data, and a track of places beside the picture.
    private func film(pieces: Bool = false) -> [UInt8] {
        let head = box("ftyp", Array("isom".utf8), number(0), Array("isom".utf8))
        let place = box("udta", [0xA9], Array("xyz+10.0341+105.7852/".utf8))
        let data = box("mdat", Array("PICTUREDATA".utf8), Array("GPS10.0341,105.7852".utf8))
        let start = head.count + 8
        let movie = box(
            "moov", box("mvhd", number(0), number(0x1234_5678), number(0x1234_5678), number(1000)),
            place, track("vide", chunk: start, size: 11), track("meta", chunk: start + 11, size: 19))
        return head + data + movie + (pieces ? box("moof", box("mfhd", number(0), number(1))) : [])
    }

    @Test func `places and times of a film are gone, and picture and sound stay where they were`() throws {
        let cleaned = try MediaCleaning.cleaned(film(), of: .mp4)
        let text = String(decoding: cleaned, as: UTF8.self)
        #expect(cleaned.count == film().count)
        #expect(!text.contains("10.0341") && text.contains("PICTUREDATA"))
        #expect(cleaned.firstRange(of: number(0x1234_5678)) == nil)
        #expect(text.components(separatedBy: "trak").count == 2)
        #expect(MediaType(of: cleaned) == .mp4)
        #expect(try MediaCleaning.cleaned(cleaned, of: .mp4) == cleaned)
    }

    @Test func `a film that cannot be cleaned is refused`() throws {
        #expect(throws: MediaCleaningError.movieWithData) { try MediaCleaning.cleaned(film(pieces: true), of: .mp4) }
        #expect(throws: MediaCleaningError.brokenMovie) { try MediaCleaning.cleaned(film().dropLast(9), of: .mp4) }
    }

    @Test func `of a film only boxes that are known are kept, and no name of a program or a person`() throws {
        let head = box("ftyp", Array("isom".utf8), number(0))
        let data = box("mdat", Array("PICTUREDATA".utf8))
        let name = Array("May cua Nguyen Van An\0".utf8)
        let handler = box("hdlr", number(0), number(0), Array("vide".utf8), number(0), number(0), number(0), name)
        let zeros = [UInt8](repeating: 0, count: 42)
        let coder = Array("\u{1F}Coded by the phone of An       ".utf8)
        let code = box("avc1", zeros, coder, number(0), Array("CODE".utf8))
        let table = box(
            "stbl", box("stsd", number(0), number(1), code),
            box("dref", number(0), number(1), box("url ", number(0), Array("file:///photos/an/".utf8))))
        let track = box("trak", box("mdia", handler, box("minf", table)), box("xyzw", Array("home of An".utf8)))
        let film = head + data + box("moov", track) + box("AnAn", Array("Nguyen Van An".utf8))
        let cleaned = try MediaCleaning.cleaned(film, of: .mp4)
        let text = String(decoding: cleaned, as: UTF8.self)
        #expect(cleaned.count == film.count)
        for word in ["Nguyen", "phone", "photos", "home", "AnAn"] { #expect(!text.contains(word), "\(word)") }
        for word in ["PICTUREDATA", "vide", "avc1", "CODE"] { #expect(text.contains(word), "\(word)") }
    }

    @Test(arguments: ["text", "sbtl", "subt", "clcp"])
    func `a film with subtitles or chapters of its own is refused`(kind: String) throws {
        let head = box("ftyp", Array("isom".utf8), number(0))
        let film = head + box("moov", track("vide", chunk: 0, size: 1), track(kind, chunk: 0, size: 1))
        #expect(throws: MediaCleaningError.movieWithText) { try MediaCleaning.cleaned(film, of: .mp4) }
    }

    @Test func `boxes that are too short for what they should hold bring nothing down`() throws {
        let media = box("mdia", box("hdlr", number(0), number(0), Array("vide".utf8)), box("minf", box("hdlr")))
        let table = box("stbl", box("stsd", number(0)), box("dref", number(0), number(1), box("url ")))
        let film = box("ftyp", Array("isom".utf8)) + box("moov", box("trak", media, table))
        #expect(try MediaCleaning.cleaned(film, of: .mp4) == film)
    }

    // MARK: Sound

    @Test func `tags before and behind the sound are gone`() throws {
        let sound: [UInt8] = [0xFF, 0xFB, 0x90, 0x00] + [UInt8](repeating: 0x55, count: 400)
        let id3 = Array("ID3".utf8) + [4, 0, 0, 0, 0, 0, 20] + Array("TPE1 Nguyen Van An..".utf8)
        let end = Array("TAG".utf8) + [UInt8](repeating: 0x41, count: 125)
        let ape =
            Array("Artist=An".utf8) + Array("APETAGEX".utf8) + [0xD0, 7, 0, 0, 41, 0, 0, 0]
            + [UInt8](repeating: 0, count: 16)
        #expect(MediaType(of: id3 + sound) == .mp3)
        #expect(try MediaCleaning.cleaned(id3 + id3 + sound + end, of: .mp3) == sound)
        #expect(try MediaCleaning.cleaned(sound + ape + end, of: .mp3) == sound)
        #expect(try MediaCleaning.cleaned(sound, of: .mp3) == sound)
    }

    // MARK: PDF

    @Test func `author, device and dates of a PDF are gone, and its pages are as they were`() throws {
        let pdf = """
            %PDF-1.7
            1 0 obj <</Type /Catalog /Pages 2 0 R /Metadata 4 0 R>> endobj
            3 0 obj <</Title (Ap phich) /Author (Nguyen \\(Van\\) An) /Creator <4E677579> /CreationDate (D:20260518)>> endobj
            4 0 obj <</Type /Metadata>> stream
            <?xpacket begin="" id="W5M0"?><x:xmpmeta><dc:creator>Nguyen Van An</dc:creator></x:xmpmeta><?xpacket end="w"?>
            endstream endobj
            BT (Trang in) Tj ET
            """
        let cleaned = try MediaCleaning.cleaned(Array(pdf.utf8), of: .pdf)
        let text = String(decoding: cleaned, as: UTF8.self)
        #expect(cleaned.count == pdf.utf8.count && text.hasSuffix("BT (Trang in) Tj ET"))
        for word in ["Nguyen", "Van", "4E67", "20260518", "creator>"] { #expect(!text.contains(word), "\(word)") }
        #expect(text.contains("/Title (Ap phich)"))
    }

    private func cleanedText(_ pdf: String) throws -> String {
        String(decoding: try MediaCleaning.cleaned(Array(pdf.utf8), of: .pdf), as: UTF8.self)
    }

    @Test func `an author is found behind a reference and under an escaped name`() throws {
        let pdf = """
            %PDF-1.4
            1 0 obj <</Author 5 0 R /#50roducer (May An) /CreatorInfo <</Creator(Ve An)>> /ModDate null>> endobj
            5 0 obj (Nguyen Van An) endobj
            15 0 obj (Ap phich) endobj
            """
        let text = try cleanedText(pdf)
        #expect(text.utf8.count == pdf.utf8.count && text.contains("15 0 obj (Ap phich)"))
        for word in ["Nguyen", "May An", "Ve An"] { #expect(!text.contains(word), "\(word)") }
    }

    @Test func `metadata without the marks of a packet is gone, too`() throws {
        let text = try cleanedText(
            "%PDF-1.4\n4 0 obj <</Type/Metadata/Subtype/XML>> stream\n<creator>An</creator>\nendstream endobj")
        #expect(!text.contains("creator") && text.hasSuffix("\nendstream endobj"))
    }

    private static let refused: [(String, MediaCleaningError)] = [
        ("1 0 obj <</Author 5 0 R>> endobj", .telling("Author")),
        ("1 0 obj <</#41uthor [(An)]>> endobj", .telling("Author")),
        ("4 0 obj <</Type /Metadata /Filter /FlateDecode>> stream\nxx\nendstream", .telling("Metadata")),
        ("1 0 obj <</Names <</EmbeddedFiles 7 0 R>>>> endobj", .documentWithFiles),
        ("7 0 obj <</Type /Embedded#46ile>> stream\nxx\nendstream", .documentWithFiles),
        ("trailer <</Encrypt 9 0 R>>", .closedDocument),
        ("3 0 obj <</Type /ObjStm /Filter /LZWDecode>> stream\nxx\nendstream", .closedDocument),
    ]

    @Test(arguments: MediaCleaningTests.refused)
    func `a PDF that cannot be cleaned where it stands is refused`(body: String, error: MediaCleaningError) throws {
        #expect(throws: error) { try cleanedText("%PDF-1.7\n" + body) }
    }

    @Test func `a picture in a PDF whose length is a lie brings nothing down`() throws {
        let bytes: [UInt8] = Array("%PDF-1.7\n".utf8) + [0xFF, 0xE1, 0, 0] + Array("Exif\0\0An".utf8)
        #expect(try MediaCleaning.cleaned(bytes, of: .pdf) == bytes)
    }
}
