import CQRCodeGen
public import Outreach

/// A QR code (ISO/IEC 18004) for a link on print or a notice board.
public struct QRCode: Sendable, Hashable {
    /// How much of a code may be torn or dirty before it can no longer be read.
    public enum Correction: Sendable, Hashable, CaseIterable {
        /// About 15 %: for screens and clean print.
        case medium
        /// About 25 %: for paper that hangs outdoors.
        case quarter
        /// About 30 %.
        case high
    }

    /// The modules of a side, without the quiet zone.
    public let size: Int
    /// What the code says.
    public let text: String
    private let modules: [Bool]

    public init(_ text: String, correction: Correction = .medium) throws(QRCodeError) {
        guard !text.isEmpty else { throw .empty }
        guard !text.utf8.contains(0) else { throw .zeroByte }
        // The longest codes hold just under three thousand bytes; more would only cost time.
        guard text.utf8.count <= 3_000 else { throw .tooLong(bytes: text.utf8.count) }
        let capacity = Self.bufferSize
        var scratch = [UInt8](repeating: 0, count: capacity)
        var code = [UInt8](repeating: 0, count: capacity)
        let fits = qrcodegen_encodeText(
            text, &scratch, &code, correction.level, qrcodegen_VERSION_MIN, qrcodegen_VERSION_MAX, qrcodegen_Mask_AUTO,
            true)
        guard fits else { throw .tooLong(bytes: text.utf8.count) }
        let size = Int(qrcodegen_getSize(code))
        self.text = text
        self.size = size
        modules = (0..<size * size).map { qrcodegen_getModule(code, Int32($0 % size), Int32($0 / size)) }
    }

    /// Whether a module is dark; outside the code everything is light.
    func isDark(_ column: Int, _ row: Int) -> Bool {
        guard (0..<size).contains(column), (0..<size).contains(row) else { return false }
        return modules[row * size + column]
    }

    /// Light modules on every side, without which readers do not find the code.
    static let quietZone = 4

    /// Bytes for the largest code: 177 modules a side, a bit each, and a byte for the size.
    private static let bufferSize = (177 * 177 + 7) / 8 + 1
}

extension QRCode.Correction {
    fileprivate var level: qrcodegen_Ecc {
        switch self {
        case .medium: qrcodegen_Ecc_MEDIUM
        case .quarter: qrcodegen_Ecc_QUARTILE
        case .high: qrcodegen_Ecc_HIGH
        }
    }
}

/// Why a text cannot become a QR code.
public enum QRCodeError: ReadableError, Hashable {
    case empty
    case zeroByte
    case tooLong(bytes: Int)

    public var message: Message {
        switch self {
        case .empty:
            Message(
                vi: "Chưa có nội dung để tạo mã QR. Hãy nhập liên kết.",
                en: "There is nothing to make a QR code of. Enter a link.")
        case .zeroByte:
            Message(
                vi: "Không tạo được mã QR: nội dung chứa ký tự NUL. Hãy nhập lại liên kết.",
                en: "No QR code was made: the text holds a NUL character. Enter the link again.")
        case .tooLong(let bytes):
            Message(
                vi: "Không tạo được mã QR: nội dung dài \(NumberFormatting.integer(bytes, .vietnamese)) byte, "
                    + "mã QR không chứa hết. Hãy dùng liên kết ngắn.",
                en: "No QR code was made: the text has \(NumberFormatting.integer(bytes, .english)) bytes, more than a "
                    + "code can hold. Use a short link.")
        }
    }
}
