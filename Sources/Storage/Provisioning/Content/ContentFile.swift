import Foundation
import Outreach

/// One text file of the content folder, with the mistakes found in it.
final class ContentFile {
    let url: URL
    /// As people know it: `Content/topics.yaml`.
    let path: String
    let log: ProblemLog
    /// For YAML between `---` lines: it begins one line below the top.
    let headerLog: ProblemLog

    init(url: URL, path: String) {
        self.url = url
        self.path = path
        log = ProblemLog(file: path)
        headerLog = ProblemLog(file: path, lineOffset: 1)
    }

    var problems: [DataProblem] { headerLog.problems + log.problems }

    /// The largest file read, in bytes: texts a person wrote are far smaller.
    static let sizeLimit = 1 << 20

    /// The text in NFC with LF line ends and without a byte order mark, or nil with the reason in the log.
    func text() -> String? {
        guard let bytes = bytes() else { return nil }
        let mark = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        guard let text = String(validating: bytes[mark...], as: UTF8.self) else {
            reportNotUnicode(bytes)
            return nil
        }
        if let offset = bytes.firstIndex(where: { $0 < 0x20 && ![0x09, 0x0A, 0x0D].contains($0) }) {
            reportControlCharacter(bytes[offset], line: line(of: offset, in: bytes))
            return nil
        }
        return text.normalized.lines.joined(separator: "\n")
    }

    private func bytes() -> [UInt8]? {
        let target = url.resolvingSymlinksInPath()
        guard let attributes = try? FileManager.default.attributesOfItem(atPath: target.path),
            attributes[.type] as? FileAttributeType == .typeRegular
        else { return unreadable() }
        let size = (attributes[.size] as? NSNumber)?.intValue ?? 0
        guard size <= ContentFile.sizeLimit else {
            log.report(
                line: nil,
                Message(
                    vi: "Tệp lớn hơn 1 MiB nên không đọc. Chia nhỏ nội dung, để ảnh và âm thanh thành tệp riêng.",
                    en: "The file is larger than 1 MiB and was not read. Split it; keep pictures and sound in files."))
            return nil
        }
        return (try? Data(contentsOf: target)).map(Array.init) ?? unreadable()
    }

    private func unreadable() -> [UInt8]? {
        log.report(
            line: nil,
            Message(
                vi: "Không đọc được tệp. Kiểm tra quyền đọc và xem tệp có còn ở đó không.",
                en: "The file cannot be read. Check its permissions and whether it is still there."))
        return nil
    }
}

/// What is wrong with the bytes of a file.
extension ContentFile {
    private func reportNotUnicode(_ bytes: [UInt8]) {
        let offset = ContentFile.validLength(bytes)
        log.report(
            line: line(of: offset, in: bytes),
            Message(
                vi: "Không phải chữ UTF-8 (byte thứ \(offset), đếm từ 0). Lưu lại tệp với bảng mã UTF-8.",
                en: "Not UTF-8 text (at byte offset \(offset)). Save the file again as UTF-8."))
    }

    private func reportControlCharacter(_ byte: UInt8, line: Int) {
        let name = (byte < 0x10 ? "U+000" : "U+00") + String(byte, radix: 16, uppercase: true)
        log.report(
            line: line,
            Message(
                vi: "Có ký tự điều khiển \(name), trang và văn bản Word không chứa được. Xóa ký tự đó.",
                en: "There is a control character \(name), which pages and Word files cannot hold. Delete it."))
    }

    private static func validLength(_ bytes: [UInt8]) -> Int {
        var parser = Unicode.UTF8.ForwardParser()
        var rest = bytes.makeIterator()
        var length = 0
        while case .valid(let character) = parser.parseScalar(from: &rest) { length += character.count }
        return length
    }

    private func line(of offset: Int, in bytes: [UInt8]) -> Int {
        bytes[..<offset].count { $0 == 0x0A } + 1
    }
}
