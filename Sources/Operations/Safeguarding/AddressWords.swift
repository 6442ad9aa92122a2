import Foundation
import Outreach

extension CheckedText {
    /// The text with its web addresses as the words they are made of; nil where there is no address.
    var withAddressesRead: CheckedText? {
        guard parts.contains(where: \.hasAddress) else { return nil }
        let read = parts.map { $0.hasAddress ? Part($0.place, $0.textWithAddressesRead) : $0 }
        return CheckedText(parts: read, kind: kind, audiences: audiences, pictures: pictures)
    }
}

extension CheckedText.Part {
    fileprivate var hasAddress: Bool {
        // Most texts have no slash, which is seen sooner.
        place == .link || text.utf8.contains(UInt8(ascii: "/")) && text.contains("://")
            || text.utf8.contains(UInt8(ascii: "w")) && text.contains("www.")
    }

    fileprivate var textWithAddressesRead: String {
        guard place != .link else { return text.addressWords }
        return text.split(separator: " ", omittingEmptySubsequences: false).map { piece in
            piece.contains("://") || piece.contains("www.") ? String(piece).addressWords : String(piece)
        }.joined(separator: " ")
    }
}

extension String {
    /// The words of an address: `…/be-lan-lop-5A.html` says “be lan lop 5A html”.
    var addressWords: String {
        let decoded = removingPercentEncoding ?? self
        return String(decoded.map { $0.isLetter || $0.isNumber || $0.isNewline ? $0 : " " })
    }
}
