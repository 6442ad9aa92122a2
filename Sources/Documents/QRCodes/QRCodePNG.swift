import CZlib

extension QRCode {
    /// The code as a PNG image of one bit a pixel (ISO/IEC 15948), for programs that do not read SVG.
    /// - Parameter moduleSize: pixels of a module, 1 to 100; 10 prints 3 cm wide at 300 dots an inch.
    public func png(moduleSize: Int = 10) -> [UInt8] {
        let scale = min(max(moduleSize, 1), 100)
        let pixels = side * scale
        var header = UInt32(pixels).bigEndianBytes + UInt32(pixels).bigEndianBytes
        // One bit of grey; the standard's only compression, filter and no interlacing.
        header += [1, 0, 0, 0, 0]
        return [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A] + chunk("IHDR", header)
            + chunk("IDAT", ZlibStream.compressed(scanLines(scale: scale))) + chunk("IEND", [])
    }

    private func scanLines(scale: Int) -> [UInt8] {
        let width = side * scale
        var lines: [UInt8] = []
        for row in 0..<side {
            // The filter type, and white until a module says otherwise.
            var line = [0] + [UInt8](repeating: 0xFF, count: (width + 7) / 8)
            for pixel in 0..<width where isDark(pixel / scale - Self.quietZone, row - Self.quietZone) {
                line[1 + pixel / 8] &= ~(0x80 >> UInt8(pixel % 8))
            }
            for _ in 0..<scale { lines += line }
        }
        return lines
    }

    private func chunk(_ type: String, _ data: [UInt8]) -> [UInt8] {
        let body = Array(type.utf8) + data
        let checksum = UInt32(truncatingIfNeeded: crc32(0, body, uInt(body.count)))
        return UInt32(data.count).bigEndianBytes + body + checksum.bigEndianBytes
    }
}

/// Compression by RFC 1950.
private enum ZlibStream {
    static func compressed(_ bytes: [UInt8]) -> [UInt8] {
        var length = compressBound(uLong(bytes.count))
        var result = [UInt8](repeating: 0, count: Int(length))
        // With a buffer of the bound's size there is nothing left that could fail but memory.
        guard compress2(&result, &length, bytes, uLong(bytes.count), Z_BEST_COMPRESSION) == Z_OK else { return [] }
        return Array(result.prefix(Int(length)))
    }
}

extension UInt32 {
    fileprivate var bigEndianBytes: [UInt8] {
        [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: self >> $0) }
    }
}
