import Foundation
import Outreach

extension CheckedText {
    /// Whether an address of the web stands in it.
    var hasAddress: Bool { parts.contains(where: \.hasAddress) }

    /// The text with its web addresses as the words they are made of.
    var withAddressesRead: CheckedText {
        let read = parts.map { $0.hasAddress ? Part($0.place, $0.textWithAddressesRead) : $0 }
        return CheckedText(parts: read, kind: kind, audiences: audiences, pictures: pictures)
    }
}

extension CheckedText.Part {
    fileprivate var hasAddress: Bool { place == .link || text.utf8.holdAddress }

    fileprivate var textWithAddressesRead: String {
        guard place != .link else { return text.addressWords }
        var read = ""
        read.reserveCapacity(text.utf8.count)
        for piece in text.utf8.split(separator: UInt8(ascii: " "), omittingEmptySubsequences: false) {
            if piece.startIndex != text.startIndex { read += " " }
            read += piece.holdAddress ? String(Substring(piece)).addressWords : String(Substring(piece))
        }
        return read
    }
}

extension Sequence<UInt8> {
    /// Whether `://` or `www.` stands in the bytes. Every text is asked, and Foundation's search takes longer than the
    /// rules do.
    fileprivate var holdAddress: Bool {
        var last: UInt32 = 0
        for byte in self {
            last = last << 8 | UInt32(byte)
            if last & 0xFF_FFFF == 0x3A_2F2F || last == 0x7777_772E { return true }
        }
        return false
    }
}

extension String {
    /// The words of an address: `…/be-lan-lop-5A.html` says “be lan lop 5A html”.
    var addressWords: String {
        let decoded = removingPercentEncoding ?? self
        return String(decoded.map { $0.isLetter || $0.isNumber || $0.isNewline ? $0 : " " })
    }
}
