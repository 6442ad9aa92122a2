import CPNG

/// PNG to pixels and back, by the simplified interface of libpng.
enum PNGCodec {
    static func decode(_ file: [UInt8], _ limits: PhotoLimits) throws(PhotoError) -> PixelBuffer {
        var image = png_image()
        image.version = UInt32(PNG_IMAGE_VERSION)
        defer { png_image_free(&image) }
        return try file.withUnsafeBufferPointer { bytes throws(PhotoError) in
            guard png_image_begin_read_from_memory(&image, bytes.baseAddress, bytes.count) != 0 else {
                throw .damaged(.png)
            }
            let (width, height) = (Int(image.width), Int(image.height))
            guard width * height <= limits.pixels else {
                throw .tooManyPixels(width: width, height: height, limit: limits.pixels)
            }
            let hasColour = image.format & png_flag_color() != 0
            let depth = image.format & png_flag_alpha() != 0 ? 4 : hasColour ? 3 : 1
            image.format = format(depth)
            var isDone = false
            let pixels = [UInt8](unsafeUninitializedCapacity: width * height * depth) { target, count in
                // Warnings are about chunks that are left out anyway.
                isDone = png_image_finish_read(&image, nil, target.baseAddress, 0, nil) != 0
                count = isDone ? width * height * depth : 0
            }
            guard isDone, png_image_is_failed(&image) == 0 else { throw .damaged(.png) }
            return PixelBuffer(width: width, height: height, depth: depth, bytes: pixels)
        }
    }

    static func encode(_ picture: PixelBuffer) throws(PhotoError) -> EncodedPhoto {
        var image = png_image()
        image.version = UInt32(PNG_IMAGE_VERSION)
        defer { png_image_free(&image) }
        image.width = UInt32(picture.width)
        image.height = UInt32(picture.height)
        image.format = format(picture.depth)
        var isDone = false
        let capacity = png_image_largest_file(&image)
        let file = [UInt8](unsafeUninitializedCapacity: capacity) { target, count in
            var length = capacity
            isDone = png_image_write_to_memory(&image, target.baseAddress, &length, 0, picture.bytes, 0, nil) != 0
            count = isDone ? length : 0
        }
        guard isDone else { throw .damaged(.png) }
        return EncodedPhoto(bytes: Array(file), kind: .png, width: picture.width, height: picture.height)
    }

    private static func format(_ depth: Int) -> UInt32 {
        switch depth {
        case 1: png_format_gray()
        case 3: png_format_rgb()
        default: png_format_rgba()
        }
    }
}
