/// Files that are handed in as text tables by mistake, told by their first bytes.
public enum ForeignFile: Sendable, Hashable, CaseIterable {
    /// A ZIP container: `.xlsx`, `.ods`, `.docx`.
    case officePackage
    /// The compound file of Office 97–2003: `.xls`, `.doc`.
    case oldOffice
    case pdf

    static func recognised(in bytes: [UInt8]) -> ForeignFile? {
        allCases.first { bytes.starts(with: $0.signature) }
    }

    private var signature: [UInt8] {
        switch self {
        case .officePackage: [0x50, 0x4B, 0x03, 0x04]
        case .oldOffice: [0xD0, 0xCF, 0x11, 0xE0]
        case .pdf: Array("%PDF-".utf8)
        }
    }
}
