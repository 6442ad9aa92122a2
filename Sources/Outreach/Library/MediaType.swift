/// The kinds of media file that are taken, judged by their bytes; what a name or a browser claims counts for nothing.
public enum MediaType: String, Sendable, Hashable, CaseIterable {
    case jpeg = "image/jpeg"
    case png = "image/png"
    case mp4 = "video/mp4"
    case mp3 = "audio/mpeg"
    case pdf = "application/pdf"

    /// Judges by the signature at the start (WHATWG MIME Sniffing, section 6; ISO 14496-12, section 4.3; ISO 11172-3,
    /// section 2.4.1.3; ISO 32000-1, section 7.5.2). Nil for anything else.
    public init?(of bytes: some Collection<UInt8>) {
        let head = Array(bytes.prefix(4096))
        if head.starts(with: [0xFF, 0xD8, 0xFF]) {
            self = .jpeg
        } else if head.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) {
            self = .png
        } else if MediaType.isMP4(head) {
            self = .mp4
        } else if head.starts(with: Array("%PDF-".utf8)) {
            self = .pdf
        } else if head.starts(with: Array("ID3".utf8)) || MediaType.isAudioFrame(head) {
            self = .mp3
        } else {
            return nil
        }
    }

    /// The largest file taken, in bytes.
    public var maximum: Int {
        switch self {
        case .jpeg, .png: 15 << 20
        case .mp3, .pdf: 30 << 20
        case .mp4: 60 << 20
        }
    }

    /// As a file name ends.
    public var fileExtension: String {
        switch self {
        case .jpeg: "jpg"
        case .png: "png"
        case .mp4: "mp4"
        case .mp3: "mp3"
        case .pdf: "pdf"
        }
    }

    public var isPicture: Bool { self == .jpeg || self == .png }

    /// The largest file of any kind.
    public static let largest = allCases.map(\.maximum).max() ?? 0

    /// A `ftyp` box whose main brand browsers play. Photographs of telephones (HEIC) have one too and are not meant.
    private static func isMP4(_ head: [UInt8]) -> Bool {
        guard head.count >= 12, head[4..<8].elementsEqual("ftyp".utf8) else { return false }
        let brand = String(decoding: head[8..<12], as: UTF8.self)
        return ["isom", "iso2", "iso4", "iso5", "iso6", "mp41", "mp42", "avc1", "M4V ", "MSNV", "dash"].contains(brand)
    }

    /// The header of a frame of MPEG audio, layer III, with a bit rate and a sampling rate that exist.
    private static func isAudioFrame(_ head: [UInt8]) -> Bool {
        guard head.count >= 4, head[0] == 0xFF, head[1] & 0xE0 == 0xE0 else { return false }
        let (version, layer) = (head[1] >> 3 & 3, head[1] >> 1 & 3)
        let (bitRate, samplingRate) = (head[2] >> 4, head[2] >> 2 & 3)
        return version != 1 && layer == 1 && bitRate != 0 && bitRate != 15 && samplingRate != 3
    }
}
