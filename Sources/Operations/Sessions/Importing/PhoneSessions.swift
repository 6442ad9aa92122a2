import Foundation
import Outreach

/// The file a phone makes of sessions it could not send yet: each with the id under which the phone will send it, and
/// its photos.
struct PhoneSessions {
    struct Entry: Sendable {
        /// Its place in the file, counted from 1.
        let row: Int
        let session: Session
        let photos: [Photo]
    }

    struct Photo: Sendable {
        let id: Identifier<SessionPhoto>
        let bytes: [UInt8]
    }

    private(set) var entries: [Entry] = []
    private(set) var mistakes: [ImportMistake] = []

    /// Whether a file is meant to be one: a JSON object, and no list of an office begins like that.
    static func isMeant(by bytes: [UInt8]) -> Bool {
        let text = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
        return text.first { ![0x20, 0x09, 0x0A, 0x0D].contains($0) } == UInt8(ascii: "{")
    }

    init(_ bytes: [UInt8], zone: Zone) {
        let text = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
        guard case .array(let elements)? = JSONValue(parsing: text)?.member("sessions") else {
            mistakes = [ImportMistake(row: nil, column: nil, reason: PhoneSessions.notOne)]
            return
        }
        for (index, element) in elements.enumerated() { read(element, row: index + 1, zone: zone) }
        if elements.isEmpty {
            mistakes = [ImportMistake(row: nil, column: nil, reason: PhoneSessions.isEmpty)]
        }
    }

    private mutating func read(_ element: JSONValue, row: Int, zone: Zone) {
        guard var reader = JSONReader(element) else {
            mistakes.append(ImportMistake(row: row, column: nil, reason: PhoneSessions.notOne))
            return
        }
        let id = reader.required("id", reader.parsed("id", Identifier<Session>.init))
        let photos = PhoneSessions.photos(&reader)
        let session = id.flatMap { Session(reading: &reader, id: $0, zone: zone) }
        mistakes += reader.mistakes.sorted { $0.key < $1.key }.map { member, reason in
            ImportMistake(row: row, column: member, reason: reason)
        }
        if let session { entries.append(Entry(row: row, session: session, photos: photos)) }
    }

    private static func photos(_ reader: inout JSONReader) -> [Photo] {
        reader.list("photos").compactMap { element in
            guard var entry = JSONReader(element, path: "photos.") else {
                reader.refuse("photos", notAPhoto)
                return nil
            }
            let id = entry.required("id", entry.parsed("id", Identifier<SessionPhoto>.init))
            let bytes = entry.required("data", entry.parsed("data", bytes(ofDataURL:)))
            entry.close()
            reader.add(entry)
            guard let id, let bytes else { return nil }
            return Photo(id: id, bytes: bytes)
        }
    }

    /// What stands behind the comma of `data:image/jpeg;base64,…` (RFC 2397).
    private static func bytes(ofDataURL text: String) -> [UInt8]? {
        guard text.hasPrefix("data:"), let comma = text.utf8.firstIndex(of: UInt8(ascii: ",")),
            text[..<comma].hasSuffix(";base64"),
            let data = Data(base64Encoded: String(text[text.index(after: comma)...]))
        else { return nil }
        return Array(data)
    }

    private static let notOne = Message(
        vi: "Không phải tệp buổi chưa gửi do điện thoại xuất ra (cần {\"sessions\": […]}).",
        en: "This is no file of unsent sessions as phones save it (it should be {\"sessions\": […]}).")
    private static let isEmpty = Message(
        vi: "Tệp không có buổi nào.", en: "There is no session in the file.")
    private static let notAPhoto = Message(
        vi: "Ảnh cần id và data (data:image/jpeg;base64,…).",
        en: "A photo needs id and data (data:image/jpeg;base64,…).")
}
