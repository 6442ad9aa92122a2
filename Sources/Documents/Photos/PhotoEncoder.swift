public import Outreach

/// A picture as Loa keeps it: pixels and nothing else.
public struct EncodedPhoto: Sendable, Hashable {
    public let bytes: [UInt8]
    public let kind: PhotoKind
    public let width: Int
    public let height: Int
}

/// The kinds of picture that are taken, told apart by their first bytes; a file's name and declared type are not asked.
public enum PhotoKind: String, Sendable, Hashable, Codable {
    case jpeg, png

    public var mediaType: String { "image/\(rawValue)" }

    /// - Throws: ``PhotoError/notAPhoto`` or, for what iPhones make by themselves, ``PhotoError/heic``.
    init(of bytes: [UInt8]) throws(PhotoError) {
        if bytes.starts(with: [0xFF, 0xD8, 0xFF]) {
            self = .jpeg
        } else if bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) {
            self = .png
        } else if bytes.count > 12, bytes[4..<8].elementsEqual("ftyp".utf8) {
            throw .heic
        } else {
            throw .notAPhoto
        }
    }
}

/// What a picture may weigh. A small file can hold a huge picture, so the pixels are counted before they are unpacked.
public struct PhotoLimits: Sendable, Hashable {
    public var bytes: Int
    public var pixels: Int
    /// Scans of a progressive JPEG: each goes over the whole picture, so many of them in a small file are a trap.
    public var scans = 100

    public init(bytes: Int = 5 * 1_048_576, pixels: Int = 40_000_000) {
        self.bytes = bytes
        self.pixels = pixels
    }
}

/// Makes a picture anew from its pixels, so that nothing else of the file survives: no place, time or device (EXIF),
/// no XMP, comments, colour profile, thumbnail, second picture or anything appended.
///
/// The libraries are libjpeg-turbo by its TurboJPEG interface and libpng by its simplified one: both report errors by
/// a return value and know no plug-ins. How the camera was held is applied to the pixels before it is forgotten.
public enum PhotoEncoder {
    /// - Parameter longestEdge: the picture is made smaller where an edge is longer than so many pixels.
    public static func encode(
        _ bytes: [UInt8], fitting longestEdge: Int? = nil, limits: PhotoLimits = PhotoLimits()
    ) throws(PhotoError) -> EncodedPhoto {
        guard bytes.count <= limits.bytes else { throw .tooLarge(bytes: bytes.count, limit: limits.bytes) }
        let kind = try PhotoKind(of: bytes)
        let edge = longestEdge ?? .max
        switch kind {
        case .jpeg:
            let markers = JPEGMarkers(of: bytes)
            guard markers.hasEnd else { throw .damaged(.jpeg) }
            guard markers.scans <= limits.scans else { throw .damaged(.jpeg) }
            let picture = try JPEGCodec.decode(bytes, fitting: edge, limits)
            return try JPEGCodec.encode(picture.reduced(toFit: edge).turned(markers.orientation))
        case .png:
            // Once more when it is smaller: a mean can round an opacity to nothing.
            let picture = try PNGCodec.decode(bytes, limits).withoutUnseenColours()
            let reduced = picture.reduced(toFit: edge).withoutUnseenColours()
            return try PNGCodec.encode(reduced.turned(PNGChunks.orientation(of: bytes)))
        }
    }
}

/// Why a picture was not taken; nothing of it was kept.
public enum PhotoError: ReadableError, Hashable {
    case notAPhoto
    case heic
    case tooLarge(bytes: Int, limit: Int)
    case tooManyPixels(width: Int, height: Int, limit: Int)
    /// Colours for printing (CMYK), which browsers and phones do not show alike.
    case printColours
    case damaged(PhotoKind)
    /// Too many wait already, or there is no memory.
    case busy

    public var kind: FailureKind { self == .busy ? .tryAgain : .badData }

    public var message: Message {
        switch self {
        case .notAPhoto:
            Message(
                vi: "Tệp này không phải ảnh JPEG hoặc PNG. Chưa lưu ảnh; hãy chọn tệp ảnh khác.",
                en: "This is no JPEG or PNG picture. It was not kept; choose another file.")
        case .heic:
            Message(
                vi: "Ảnh HEIC của iPhone chưa đọc được. Chưa lưu ảnh; vào Cài đặt → Camera → Định dạng, chọn "
                    + "“Tương thích nhất” rồi chụp lại, hoặc gửi ảnh dạng JPEG.",
                en: "HEIC pictures of iPhones cannot be read. It was not kept; in Settings → Camera → Formats choose "
                    + "“Most Compatible” and take it again, or send a JPEG.")
        case .tooLarge(let bytes, let limit):
            Message(
                vi: "Ảnh \(PhotoError.mebibytes(bytes)) MiB, nhiều nhất là \(limit / 1_048_576) MiB. "
                    + "Chưa lưu ảnh; hãy chụp hoặc lưu lại nhỏ hơn.",
                en: "The picture is \(PhotoError.mebibytes(bytes)) MiB; at most \(limit / 1_048_576) MiB are taken. "
                    + "It was not kept; make it smaller.")
        case .tooManyPixels(let width, let height, let limit):
            Message(
                vi: "Ảnh \(width) × \(height) điểm, nhiều nhất là \(limit / 1_000_000) triệu điểm. "
                    + "Chưa lưu ảnh; hãy thu nhỏ rồi gửi lại.",
                en: "The picture has \(width) × \(height) pixels; at most \(limit / 1_000_000) million are taken. "
                    + "It was not kept; make it smaller.")
        case .printColours:
            Message(
                vi: "Ảnh dùng hệ màu in (CMYK). Chưa lưu ảnh; hãy lưu lại với hệ màu RGB.",
                en: "The picture uses printing colours (CMYK). It was not kept; save it in RGB.")
        case .damaged(let kind):
            Message(
                vi: "Tệp \(kind.rawValue.uppercased()) bị hỏng hoặc thiếu. Chưa lưu ảnh; hãy chọn lại ảnh gốc.",
                en:
                    "The \(kind.rawValue.uppercased()) file is damaged or cut off. It was not kept; choose the original."
            )
        case .busy:
            Message(
                vi: "Máy chủ đang xử lý nhiều ảnh. Chưa lưu ảnh này; hãy thử lại sau ít phút.",
                en: "The server is busy with other pictures. This one was not kept; try again in a few minutes.")
        }
    }

    /// Rounded up to a tenth, so that what is just over a limit never reads like the limit.
    private static func mebibytes(_ bytes: Int) -> String {
        let tenths = (bytes * 10 + 1_048_575) / 1_048_576
        return "\(tenths / 10).\(tenths % 10)"
    }
}
