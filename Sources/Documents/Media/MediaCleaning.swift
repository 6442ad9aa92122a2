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
    /// Subtitles or chapters beside picture and sound, which no rule is held against.
    case movieWithText
    /// A PDF with other files inside.
    case documentWithFiles
    /// A PDF that is locked, or packed so that it cannot be looked into.
    case closedDocument
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
        case .movieWithText:
            Message(
                vi: "Phim có phụ đề hoặc tên chương ở dạng chữ rời. Chưa nhận; xuất lại phim với phụ đề in vào hình, "
                    + "không kèm phụ đề rời và chương.",
                en: "The film has subtitles or chapters as text of their own. It was not taken; export it with the "
                    + "subtitles burnt into the picture, and without chapters.")
        case .documentWithFiles:
            Message(
                vi: "Tệp PDF có tệp khác đính kèm bên trong. Chưa nhận; in lại ra PDF mới (In → Lưu thành PDF) rồi "
                    + "tải lên.",
                en: "The PDF has other files attached inside. It was not taken; print it to a new PDF, then send that.")
        case .closedDocument:
            Message(
                vi: "Tệp PDF bị khóa, hoặc nén theo cách không xem được bên trong. Chưa nhận; in lại ra PDF mới "
                    + "(In → Lưu thành PDF), không đặt mật khẩu, rồi tải lên.",
                en: "The PDF is locked, or packed so that it cannot be looked into. It was not taken; print it to a "
                    + "new PDF without a password, then send that.")
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
