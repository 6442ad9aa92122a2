import Foundation
import Outreach

/// The named values of a query string or a form, in the order they came; a name may repeat.
struct Fields: Sendable, Hashable {
    private var values: [String: [String]] = [:]

    init() {}

    /// Reads `application/x-www-form-urlencoded` (WHATWG URL standard, section 5).
    ///
    /// - Throws: ``FormError/notText`` where a value is not UTF-8.
    init(urlEncoded text: String) throws(FormError) {
        for pair in text.utf8.split(separator: UInt8(ascii: "&")) {
            let parts = pair.split(separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
            let name = try Fields.decode(parts[0])
            add(name, parts.count > 1 ? try Fields.decode(parts[1]) : "")
        }
    }

    mutating func add(_ name: String, _ value: String) { values[name, default: []].append(value.normalized) }

    /// The first value, trimmed; nil where it is absent or empty.
    subscript(_ name: String) -> String? {
        let value = values[name]?.first?.trimmed
        return value?.isEmpty == false ? value : nil
    }

    /// The first value as it was sent, line ends as `\n`.
    func text(_ name: String) -> String {
        (values[name]?.first ?? "").replacing("\r\n", with: "\n")
    }

    func all(_ name: String) -> [String] { (values[name] ?? []).filter { !$0.isEmpty } }

    func has(_ name: String) -> Bool { values[name] != nil }

    /// Every name with every value, line ends as they were sent.
    var pairs: [(name: String, value: String)] {
        names.flatMap { name in (values[name] ?? []).map { (name, $0) } }
    }

    /// How often the name came, with or without a value.
    func count(of name: String) -> Int { values[name]?.count ?? 0 }

    var names: [String] { values.keys.sorted() }

    /// The fields as a query string with some of them replaced; nil takes one away. Empty ones are left out.
    func query(replacing changes: KeyValuePairs<String, String?> = [:]) -> String {
        var changed = self
        for (name, value) in changes { changed.values[name] = value.map { [$0] } }
        let pairs = changed.names.flatMap { name in
            changed.all(name).map { "\(LocalPath.encoded(name))=\(LocalPath.encoded($0))" }
        }
        return pairs.isEmpty ? "" : "?" + pairs.joined(separator: "&")
    }

    private static func decode(_ bytes: Substring.UTF8View.SubSequence) throws(FormError) -> String {
        var decoded: [UInt8] = []
        var rest = bytes[...]
        while let byte = rest.popFirst() {
            switch byte {
            case UInt8(ascii: "+"): decoded.append(UInt8(ascii: " "))
            case UInt8(ascii: "%"):
                guard let high = rest.popFirst()?.hexDigit, let low = rest.popFirst()?.hexDigit else {
                    throw .notText
                }
                decoded.append(high << 4 | low)
            default: decoded.append(byte)
            }
        }
        guard let text = String(validating: decoded, as: UTF8.self), !text.unicodeScalars.contains("\0") else {
            throw .notText
        }
        return text
    }
}

extension UInt8 {
    fileprivate var hexDigit: UInt8? {
        switch self {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): self - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): self - UInt8(ascii: "a") + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): self - UInt8(ascii: "A") + 10
        default: nil
        }
    }
}
