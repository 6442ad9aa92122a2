/// What has to be known of a JPEG file before its pixels are unpacked (ITU-T T.81, annex B).
struct JPEGMarkers: Sendable {
    private(set) var orientation = ExifOrientation.upright
    /// How often a scan begins anywhere in the file, a little too many where thumbnails have scans of their own.
    private(set) var scans = 0
    /// Whether the picture ends, and was not cut off.
    private(set) var hasEnd = false

    init(of bytes: [UInt8]) {
        readSegments(of: bytes)
        countScans(in: bytes)
    }

    /// The segments before the first scan: each has a marker and its length.
    private mutating func readSegments(of bytes: [UInt8]) {
        var place = 2
        while place + 4 <= bytes.count, bytes[place] == 0xFF {
            let marker = bytes[place + 1]
            // Markers may be padded with any number of these.
            guard marker != 0xFF else {
                place += 1
                continue
            }
            guard marker != 0xDA else { return }
            let length = Int(bytes[place + 2]) << 8 | Int(bytes[place + 3])
            guard length >= 2, place + 2 + length <= bytes.count else { return }
            if marker == 0xE1, let found = ExifOrientation(exif: bytes[place + 4..<place + 2 + length]) {
                orientation = found
            }
            place += 2 + length
        }
    }

    /// Within coded pixels a byte FF is always followed by 00, so these pairs are markers.
    private mutating func countScans(in bytes: [UInt8]) {
        bytes.withUnsafeBufferPointer { bytes in
            var previous: UInt8 = 0
            for byte in bytes {
                if previous == 0xFF {
                    if byte == 0xDA {
                        scans += 1
                        hasEnd = false
                    } else if byte == 0xD9, scans > 0 {
                        hasEnd = true
                    }
                }
                previous = byte
            }
        }
    }
}
