import CTurboJPEG

/// JPEG to pixels and back, by TurboJPEG.
enum JPEGCodec {
    private static let quality: Int32 = 85

    /// - Parameter edge: a picture far larger is unpacked smaller already, which costs a fraction of time and memory.
    static func decode(_ file: [UInt8], fitting edge: Int, _ limits: PhotoLimits) throws(PhotoError) -> PixelBuffer {
        guard let codec = tjInitDecompress() else { throw .busy }
        defer { tjDestroy(codec) }
        var (width, height, sampling, colours): (Int32, Int32, Int32, Int32) = (0, 0, 0, 0)
        guard
            tjDecompressHeader3(codec, file, UInt(file.count), &width, &height, &sampling, &colours) == 0,
            width > 0, height > 0
        else { throw .damaged(.jpeg) }
        guard Int(width) * Int(height) <= limits.pixels else {
            throw .tooManyPixels(width: Int(width), height: Int(height), limit: limits.pixels)
        }
        guard colours != Int32(TJCS_CMYK.rawValue), colours != Int32(TJCS_YCCK.rawValue) else { throw .printColours }
        let isGrey = colours == Int32(TJCS_GRAY.rawValue)
        let (small, low) = size(Int(width), Int(height), fitting: edge)
        let depth = isGrey ? 1 : 3
        let format = isGrey ? TJPF_GRAY.rawValue : TJPF_RGB.rawValue
        var isDone = false
        let pixels = [UInt8](unsafeUninitializedCapacity: small * low * depth) { target, count in
            let status = tjDecompress2(
                codec, file, UInt(file.count), target.baseAddress, Int32(small), 0, Int32(low), Int32(format),
                Int32(TJFLAG_LIMITSCANS))
            isDone = status == 0 || isForgiven(codec)
            count = isDone ? small * low * depth : 0
        }
        guard isDone else { throw .damaged(.jpeg) }
        return PixelBuffer(width: small, height: low, depth: depth, bytes: pixels)
    }

    /// Phones often leave a few stray bytes between segments: the library warns and goes on. Every other warning, such
    /// as of coded pixels that end early, is about a picture that is not whole; the library keeps the first.
    private static func isForgiven(_ codec: tjhandle) -> Bool {
        guard tjGetErrorCode(codec) == Int32(TJERR_WARNING.rawValue), let words = tjGetErrorStr2(codec) else {
            return false
        }
        return String(cString: words).contains("extraneous bytes before marker")
    }

    static func encode(_ picture: PixelBuffer) throws(PhotoError) -> EncodedPhoto {
        guard let codec = tjInitCompress() else { throw .busy }
        defer { tjDestroy(codec) }
        var file: UnsafeMutablePointer<UInt8>?
        defer { tjFree(file) }
        var length: UInt = 0
        let (format, sampling) =
            picture.depth == 1 ? (TJPF_GRAY.rawValue, TJSAMP_GRAY.rawValue) : (TJPF_RGB.rawValue, TJSAMP_420.rawValue)
        let status = tjCompress2(
            codec, picture.bytes, Int32(picture.width), 0, Int32(picture.height), Int32(format), &file, &length,
            Int32(sampling), quality, Int32(TJFLAG_PROGRESSIVE))
        guard status == 0, let file else { throw .damaged(.jpeg) }
        return EncodedPhoto(
            bytes: Array(UnsafeBufferPointer(start: file, count: Int(length))), kind: .jpeg, width: picture.width,
            height: picture.height)
    }

    /// The largest of the library's steps of an eighth that fits; the smallest where none does.
    private static func size(_ width: Int, _ height: Int, fitting edge: Int) -> (width: Int, height: Int) {
        func scaled(_ eighths: Int) -> (width: Int, height: Int) {
            ((width * eighths + 7) / 8, (height * eighths + 7) / 8)
        }
        for eighths in stride(from: 8, to: 1, by: -1) {
            let size = scaled(eighths)
            if max(size.width, size.height) <= edge { return size }
        }
        return scaled(1)
    }
}
