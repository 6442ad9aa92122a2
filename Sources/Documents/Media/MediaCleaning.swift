public import Outreach

/// Takes out of films, sound and PDF files what they say beyond what they show: places, times, devices, names.
///
/// Pictures are made anew from their pixels and need none of it. What cannot be cleaned is refused.
public enum MediaCleaning {
    /// - Throws: ``MediaCleaningError`` where something telling would be left.
    public static func cleaned(_ bytes: [UInt8], of type: MediaType) throws(MediaCleaningError) -> [UInt8] {
        switch type {
        case .jpeg, .png: bytes
        case .mp4: try MovieBoxes.cleaned(bytes)
        case .mp3: AudioTags.removed(from: bytes)
        case .pdf: try DocumentFacts.removed(from: bytes)
        }
    }
}

/// Why a file was not cleaned, and so not taken.
public enum MediaCleaningError: ReadableError, Hashable {
    /// Its boxes do not fit into each other.
    case brokenMovie
    /// A film in pieces, with a track of data beside picture and sound.
    case movieWithData
    /// Its author or dates lie where they cannot be taken out.
    case telling(String)

    public var kind: FailureKind { .badData }

    public var message: Message {
        switch self {
        case .brokenMovie:
            Message(
                vi: "Tệp phim hỏng hoặc bị cắt. Chưa nhận; xuất lại phim rồi tải lên.",
                en: "The film is broken or cut off. It was not taken; export it again, then send it.")
        case .movieWithData:
            Message(
                vi: "Phim có kèm dữ liệu khác (có thể là vị trí) không gỡ được. Chưa nhận; xuất lại thành MP4 thường.",
                en:
                    "The film carries other data, perhaps places, that cannot be taken out. It was not taken; export it "
                    + "again as plain MP4.")
        case .telling(let key):
            Message(
                vi:
                    "Tệp PDF ghi “\(key)” (tên người, máy hoặc thời gian) ở chỗ không gỡ được. Chưa nhận; in lại ra PDF "
                    + "hoặc xóa thuộc tính tệp rồi tải lên.",
                en:
                    "The PDF says “\(key)”, a person, device or time, where it cannot be taken out. It was not taken; print "
                    + "it to PDF anew, or remove its properties.")
        }
    }
}
