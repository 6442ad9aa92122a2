/// What has to be known of a PNG file beside its pixels (PNG, third edition, 5.3).
enum PNGChunks {
    /// How the camera was held, where the file says so in an `eXIf` chunk; every length is a claim that is checked.
    static func orientation(of bytes: [UInt8]) -> ExifOrientation {
        var place = 8
        while place + 12 <= bytes.count {
            let length = bytes[place..<place + 4].reduce(0) { $0 << 8 | Int($1) }
            guard length <= bytes.count - place - 12 else { return .upright }
            if bytes[place + 4..<place + 8].elementsEqual("eXIf".utf8) {
                // The chunk begins with the TIFF header, without the word that precedes it in a JPEG.
                let tiff = bytes[place + 8..<place + 8 + length]
                return ExifOrientation(exif: (Array("Exif\0\0".utf8) + tiff)[...]) ?? .upright
            }
            place += 12 + length
        }
        return .upright
    }
}
