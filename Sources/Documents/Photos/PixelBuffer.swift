/// A picture in memory, row by row without gaps: one byte a pixel for grey, three for RGB, four with opacity.
struct PixelBuffer: Sendable {
    let width: Int
    let height: Int
    /// Bytes a pixel.
    let depth: Int
    let bytes: [UInt8]

    /// Without the colours of pixels that are not seen: a face rubbed out with an eraser is still there under an opacity
    /// of nothing, for anybody who raises it.
    func withoutUnseenColours() -> PixelBuffer {
        guard depth == 4 else { return self }
        var seen = bytes
        seen.withUnsafeMutableBufferPointer { pixels in
            for place in stride(from: 0, to: pixels.count - 3, by: 4) where pixels[place + 3] == 0 {
                for channel in 0..<3 { pixels[place + channel] = 0 }
            }
        }
        return PixelBuffer(width: width, height: height, depth: depth, bytes: seen)
    }

    /// Smaller by a whole factor where an edge is longer than `edge`: each pixel is the mean of a square of the old
    /// ones, so that fine patterns do not flicker.
    func reduced(toFit edge: Int) -> PixelBuffer {
        let longest = max(width, height)
        guard longest > edge, edge > 0 else { return self }
        let factor = (longest + edge - 1) / edge
        let (newWidth, newHeight) = (max(1, width / factor), max(1, height / factor))
        let (columns, rows) = (min(factor, width), min(factor, height))
        let area = columns * rows
        let reduced = [UInt8](unsafeUninitializedCapacity: newWidth * newHeight * depth) { target, count in
            bytes.withUnsafeBufferPointer { source in
                var place = 0
                for y in 0..<newHeight {
                    for x in 0..<newWidth {
                        for channel in 0..<depth {
                            var sum = 0
                            for row in 0..<rows {
                                var index = ((y * rows + row) * width + x * columns) * depth + channel
                                for _ in 0..<columns {
                                    sum += Int(source[index])
                                    index += depth
                                }
                            }
                            target[place] = UInt8(truncatingIfNeeded: (sum + area / 2) / area)
                            place += 1
                        }
                    }
                }
            }
            count = newWidth * newHeight * depth
        }
        return PixelBuffer(width: newWidth, height: newHeight, depth: depth, bytes: reduced)
    }

    /// The picture as its orientation says it is to be seen.
    func turned(_ orientation: ExifOrientation) -> PixelBuffer {
        guard orientation != .upright else { return self }
        let (newWidth, newHeight) = orientation.swapsSides ? (height, width) : (width, height)
        let turned = [UInt8](unsafeUninitializedCapacity: bytes.count) { target, count in
            bytes.withUnsafeBufferPointer { source in
                var place = 0
                for y in 0..<newHeight {
                    for x in 0..<newWidth {
                        let (column, row) = orientation.origin(ofX: x, y: y, width: width, height: height)
                        let index = (row * width + column) * depth
                        for channel in 0..<depth { target[place + channel] = source[index + channel] }
                        place += depth
                    }
                }
            }
            count = bytes.count
        }
        return PixelBuffer(width: newWidth, height: newHeight, depth: depth, bytes: turned)
    }
}
