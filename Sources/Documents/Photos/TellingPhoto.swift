import CZlib

/// A made-up picture that says more than it shows: a place, a device and a name in EXIF, a person in XMP, a comment,
/// and a thumbnail. For measuring that none of it is kept.
public enum TellingPhoto {
    public static func make(_ kind: PhotoKind, number: Int, width: Int = 320, height: Int = 240) throws(PhotoError)
        -> [UInt8]
    {
        let picture = pixels(number: number, width: width, height: height)
        let exif = Tags(
            number: number, thumbnail: try JPEGCodec.encode(pixels(number: number, width: 32, height: 24)).bytes)
        switch kind {
        case .jpeg:
            let file = try JPEGCodec.encode(picture).bytes
            let segments =
                segment(0xE1, Array("Exif\0\0".utf8) + exif.bytes)
                + segment(0xE1, Array("http://ns.adobe.com/xap/1.0/\0".utf8) + xmp(number))
                + segment(0xFE, Array("lớp 6A số \(number)".utf8))
            return Array(file[..<2]) + segments + file[2...]
        case .png:
            let file = try PNGCodec.encode(picture).bytes
            let header = 8 + 25
            let chunks =
                chunk("eXIf", exif.bytes) + chunk("tEXt", Array("Comment\0class 6A".utf8))
                + chunk("iTXt", Array("XML:com.adobe.xmp\0\0\0\0\0".utf8) + xmp(number))
            return Array(file[..<header]) + chunks + file[header...]
        }
    }

    /// Soft shapes that differ from picture to picture.
    private static func pixels(number: Int, width: Int, height: Int) -> PixelBuffer {
        let bytes = [UInt8](unsafeUninitializedCapacity: width * height * 3) { target, count in
            for place in 0..<width * height {
                let (x, y) = (place % width, place / width)
                target[place * 3] = UInt8(truncatingIfNeeded: x &+ number)
                target[place * 3 + 1] = UInt8(truncatingIfNeeded: y &+ number / 256)
                target[place * 3 + 2] = UInt8(truncatingIfNeeded: (x ^ y) &+ number)
            }
            count = width * height * 3
        }
        return PixelBuffer(width: width, height: height, depth: 3, bytes: bytes)
    }

    private static func xmp(_ number: Int) -> [UInt8] {
        Array(
            """
            <x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">\
            <rdf:Description xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator><rdf:Seq><rdf:li>Person \(number)\
            </rdf:li></rdf:Seq></dc:creator></rdf:Description></rdf:RDF></x:xmpmeta>
            """.utf8)
    }

    private static func segment(_ marker: UInt8, _ body: [UInt8]) -> [UInt8] {
        let length = body.count + 2
        return [0xFF, marker, UInt8(length >> 8), UInt8(length & 255)] + body
    }

    static func chunk(_ name: String, _ content: [UInt8]) -> [UInt8] {
        let body = Array(name.utf8) + content
        let sum = UInt32(truncatingIfNeeded: crc32(0, body, uInt(body.count)))
        return bigEndian(UInt32(content.count)) + body + bigEndian(sum)
    }

    private static func bigEndian(_ number: UInt32) -> [UInt8] {
        [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: number >> $0) }
    }

    /// A TIFF with three directories: the device, the place, the thumbnail (EXIF 2.32, section 4.6).
    private struct Tags {
        let bytes: [UInt8]

        init(number: Int, thumbnail: [UInt8]) {
            let make = Array("Phone of \(number)\0".utf8)
            // Header, the first directory of two entries, the text, the place of four, its numbers, the thumbnail.
            let (first, text) = (8, 8 + 2 + 2 * 12 + 4)
            let place = text + make.count + make.count % 2
            let numbers = place + 2 + 4 * 12 + 4
            let second = numbers + 48
            let picture = second + 2 + 3 * 12 + 4
            var tiff = Tags.little(0x4949, 2) + Tags.little(42, 2) + Tags.little(first, 4)
            tiff += Tags.little(2, 2) + Tags.entry(0x010F, type: 2, count: make.count, value: text)
            tiff += Tags.entry(0x8825, type: 4, count: 1, value: place) + Tags.little(second, 4)
            tiff += make + [UInt8](repeating: 0, count: make.count % 2)
            tiff += Tags.little(4, 2) + Tags.entry(1, type: 2, count: 2, value: 0x4E)
            tiff += Tags.entry(2, type: 5, count: 3, value: numbers) + Tags.entry(3, type: 2, count: 2, value: 0x45)
            tiff += Tags.entry(4, type: 5, count: 3, value: numbers + 24) + Tags.little(0, 4)
            for degrees in [10, 105] {
                tiff += [degrees, 1, number % 60, 1, 30, 1].flatMap { Tags.little($0, 4) }
            }
            tiff += Tags.little(3, 2) + Tags.entry(0x0103, type: 3, count: 1, value: 6)
            tiff += Tags.entry(0x0201, type: 4, count: 1, value: picture)
            tiff += Tags.entry(0x0202, type: 4, count: 1, value: thumbnail.count) + Tags.little(0, 4)
            bytes = tiff + thumbnail
        }

        private static func entry(_ tag: Int, type: Int, count: Int, value: Int) -> [UInt8] {
            little(tag, 2) + little(type, 2) + little(count, 4) + little(value, 4)
        }

        private static func little(_ number: Int, _ count: Int) -> [UInt8] {
            (0..<count).map { UInt8(truncatingIfNeeded: number >> ($0 * 8)) }
        }
    }
}
