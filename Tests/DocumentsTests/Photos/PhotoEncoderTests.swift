import Testing

@testable import Documents

/// Pictures lose everything but their pixels, and no file can take more than it is given.
struct PhotoEncoderTests {
    private static let tags = [
        "-GPSLatitude=10.5", "-GPSLatitudeRef=N", "-GPSLongitude=105.5", "-GPSLongitudeRef=E", "-Make=Phone",
        "-Model=Of a person", "-Artist=Nguyễn Văn A", "-DateTimeOriginal=2026:06:01 08:00:00", "-SerialNumber=123",
        "-XMP:Creator=Nguyễn Văn A", "-XMP:PersonInImage=Trần Thị B", "-Comment=lớp 6A",
    ]

    @Test func `of a JPEG no place, device, name, comment or thumbnail survives`() async throws {
        let tags = Self.tags + ["-IPTC:By-line=A", "-IPTC:City=X", "-ThumbnailImage<=thumbnail.jpg"]
        let photo = try await SamplePhoto.tagged(try SamplePhoto.jpeg(), tags)
        #expect(try await SamplePhoto.findings(in: photo).count > 12)
        let encoded = try PhotoEncoder.encode(photo)
        #expect(try await SamplePhoto.findings(in: encoded.bytes) == [])
        #expect(encoded.kind == .jpeg && encoded.width == 64 && encoded.height == 48)
    }

    @Test func `of a PNG neither`() async throws {
        let photo = try await SamplePhoto.tagged(try SamplePhoto.png(), Self.tags)
        #expect(try await SamplePhoto.findings(in: photo).count > 8)
        let encoded = try PhotoEncoder.encode(photo)
        #expect(try await SamplePhoto.findings(in: encoded.bytes) == [])
        #expect(encoded.kind == .png && encoded.width == 64 && encoded.height == 48)
    }

    @Test func `what is hidden behind the end of a picture is gone`() throws {
        let secret = Array("hidden behind the picture".utf8)
        for photo in [try SamplePhoto.jpeg() + secret, try SamplePhoto.png() + secret] {
            let encoded = try PhotoEncoder.encode(photo)
            #expect(!encoded.bytes.contains(secret))
        }
    }

    @Test(arguments: 1...8)
    func `a picture is shown the way the camera was held`(orientation: Int) async throws {
        let photo = try await SamplePhoto.tagged(try SamplePhoto.jpeg(), ["-n", "-Orientation=\(orientation)"])
        let encoded = try PhotoEncoder.encode(photo)
        let shown = try JPEGCodec.decode(encoded.bytes, fitting: .max, PhotoLimits())
        #expect((shown.width, shown.height) == (orientation < 5 ? (64, 48) : (48, 64)))
        // The red corner of the stored picture, by the EXIF standard's table of where row 0 and column 0 are seen.
        let isTop = [1, 2, 5, 6].contains(orientation)
        let isLeft = [1, 4, 5, 8].contains(orientation)
        let (x, y) = (isLeft ? 3 : shown.width - 4, isTop ? 3 : shown.height - 4)
        let place = (y * shown.width + x) * 3
        #expect(shown.bytes[place] > 180 && shown.bytes[place + 1] < 80)
    }

    @Test func `a large picture is made smaller, and keeps its shape`() throws {
        let photos = [try SamplePhoto.jpeg(width: 800, height: 600), try SamplePhoto.png(width: 800, height: 600)]
        for photo in photos {
            let encoded = try PhotoEncoder.encode(photo, fitting: 300)
            #expect(encoded.width <= 300 && encoded.width >= 200)
            #expect(abs(encoded.width * 3 - encoded.height * 4) <= 4)
            #expect(encoded.bytes.count < photo.count)
        }
        #expect(try PhotoEncoder.encode(photos[0]).width == 800)
    }

    @Test(arguments: [1, 3, 4])
    func `grey, coloured and transparent pixels stay what they are`(depth: Int) throws {
        let picture = SamplePhoto.pixels(depth: depth)
        let encoded = try PhotoEncoder.encode(try PNGCodec.encode(picture).bytes)
        #expect(try PNGCodec.decode(encoded.bytes, PhotoLimits()).bytes == picture.bytes)
    }

    @Test(arguments: [Int?.none, 20])
    func `a face that was rubbed out is gone, and not only unseen`(edge: Int?) throws {
        let pixels = SamplePhoto.pixels(depth: 4)
        let rubbedOut: [UInt8] = pixels.bytes.enumerated().map { place, byte in
            place % 4 == 3 && place / 4 % pixels.width > 31 ? 0 : byte
        }
        let picture = PixelBuffer(width: pixels.width, height: pixels.height, depth: 4, bytes: rubbedOut)
        let file = try PNGCodec.encode(picture).bytes
        #expect(try PNGCodec.decode(file, PhotoLimits()).bytes == rubbedOut)
        let kept = try PNGCodec.decode(try PhotoEncoder.encode(file, fitting: edge).bytes, PhotoLimits())
        let unseen = stride(from: 0, to: kept.bytes.count, by: 4).filter { kept.bytes[$0 + 3] == 0 }
        #expect(unseen.count >= kept.width * kept.height / 3)
        #expect(unseen.allSatisfy { kept.bytes[$0..<$0 + 3].elementsEqual([0, 0, 0]) })
        #expect(kept.bytes[..<4].elementsEqual([230, 20, 20, 255]))
    }

    @Test func `a PNG is shown the way the camera was held, too`() throws {
        // A TIFF of one directory with one entry: the orientation (274), a short, 6 (turned to the right).
        let tiff: [UInt8] =
            [0x4D, 0x4D, 0, 0x2A, 0, 0, 0, 8, 0, 1] + [1, 0x12, 0, 3, 0, 0, 0, 1, 0, 6, 0, 0] + [0, 0, 0, 0]
        var file = try SamplePhoto.png()
        let header = 8 + 25
        file.insert(contentsOf: TellingPhoto.chunk("eXIf", tiff), at: header)
        let shown = try PNGCodec.decode(try PhotoEncoder.encode(file).bytes, PhotoLimits())
        #expect(shown.width == 48 && shown.height == 64)
        // The red corner at the top left is seen at the top right.
        let place = (3 * shown.width + shown.width - 4) * 3
        #expect(shown.bytes[place] > 180 && shown.bytes[place + 1] < 80)
    }

    @Test func `other files are refused by what they are, not by their name`() throws {
        let heic = [0, 0, 0, 24] + Array("ftypheic".utf8) + [UInt8](repeating: 0, count: 20)
        #expect(throws: PhotoError.heic) { try PhotoEncoder.encode(heic) }
        for file in ["<svg onload=alert(1)>", "GIF89a", "%PDF-1.7", ""] {
            #expect(throws: PhotoError.notAPhoto) { try PhotoEncoder.encode(Array(file.utf8)) }
        }
    }

    @Test func `a file over the limit is refused before it is unpacked`() throws {
        let limits = PhotoLimits(bytes: 1000, pixels: 1000)
        let photo = try SamplePhoto.jpeg()
        let long = photo + [UInt8](repeating: 0, count: 1000)
        #expect(throws: PhotoError.tooLarge(bytes: long.count, limit: 1000)) {
            try PhotoEncoder.encode(long, limits: limits)
        }
        for file in [photo, try SamplePhoto.png()] {
            #expect(throws: PhotoError.tooManyPixels(width: 64, height: 48, limit: 1000)) {
                try PhotoEncoder.encode(file, limits: PhotoLimits(pixels: 1000))
            }
        }
    }

    @Test func `a small file that claims to be huge is refused by its claim`() throws {
        var photo = try SamplePhoto.png()
        // Width and height of the first chunk (PNG, 11.2.2), and its check sum, which need not be right to be read.
        photo.replaceSubrange(16..<24, with: [0, 0, 0xFF, 0xFF, 0, 0, 0xFF, 0xFF])
        #expect(throws: PhotoError.self) { try PhotoEncoder.encode(photo) }
    }

    @Test func `a picture with very many scans is refused`() throws {
        var photo = try SamplePhoto.jpeg()
        let scan: [UInt8] = [0xFF, 0xDA, 0, 2]
        photo.insert(contentsOf: (0..<200).flatMap { _ in scan }, at: photo.count - 2)
        #expect(throws: PhotoError.damaged(.jpeg)) { try PhotoEncoder.encode(photo) }
    }

    @Test func `a picture cut off anywhere is refused or whole, and never a crash`() throws {
        for photo in [try SamplePhoto.jpeg(), try SamplePhoto.png()] {
            for length in stride(from: 3, to: photo.count - 2, by: 37) {
                #expect(throws: PhotoError.self) { try PhotoEncoder.encode(Array(photo.prefix(length))) }
            }
        }
    }

    @Test(arguments: [2, 3, 4])
    func `a JPEG cut off is refused even when its end was put back`(part: Int) throws {
        let photo = try TellingPhoto.make(.jpeg, number: 7)
        let cut = Array(photo.prefix(photo.count - photo.count / part)) + [0xFF, 0xD9]
        #expect(throws: PhotoError.damaged(.jpeg)) { try PhotoEncoder.encode(cut) }
    }

    @Test func `stray bytes before the end of a JPEG are forgiven`() throws {
        var photo = try SamplePhoto.jpeg()
        photo.insert(contentsOf: [UInt8](repeating: 0, count: 24), at: photo.count - 2)
        #expect(try PhotoEncoder.encode(photo).width == 64)
    }

    @Test func `pictures with changed bytes never bring the program down`() throws {
        var generator = SystemRandomNumberGenerator()
        for photo in [try SamplePhoto.jpeg(), try SamplePhoto.png()] {
            for _ in 0..<300 {
                var changed = photo
                for _ in 0..<4 {
                    changed[Int.random(in: 8..<photo.count, using: &generator)] = .random(
                        in: 0...255, using: &generator)
                }
                // A damaged picture may still be one; it must only end in a picture or in a refusal.
                let encoded = try? PhotoEncoder.encode(changed, limits: PhotoLimits(pixels: 1_000_000))
                #expect(encoded.map { !$0.bytes.isEmpty } ?? true)
            }
        }
    }

    @Test func `the queue gives the same picture`() async throws {
        let photo = try SamplePhoto.jpeg()
        #expect(try await PhotoQueue.encode(photo) == PhotoEncoder.encode(photo))
        await #expect(throws: PhotoError.notAPhoto) { try await PhotoQueue.encode([1, 2, 3]) }
    }
}

extension [UInt8] {
    fileprivate func contains(_ other: [UInt8]) -> Bool {
        indices.contains { self[$0...].starts(with: other) }
    }
}
