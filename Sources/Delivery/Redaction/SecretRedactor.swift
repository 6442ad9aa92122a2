/// Takes secrets out of what is kept of requests and answers, in every spelling they travel in.
///
/// Looked for as they are, in base64 (of its own or inside a longer text) and in hexadecimal; and each of these also
/// behind percent-encoding, form encoding, JSON escapes and HTML entities, one inside another where that is usual.
public struct SecretRedactor: Sendable {
    /// What stands in the place of a secret.
    public static let mark = "•••"

    private let spellings: SecretSpellings

    /// Takes the secrets, and whatever is made of them that has to be hidden as well, such as the `name:password` of
    /// basic authentication.
    ///
    /// A secret of fewer than four bytes is hidden only where it stands alone, since everything else would be
    /// shredded; an empty one is left out.
    public init(secrets: [String]) {
        spellings = SecretSpellings(secrets: secrets)
    }

    public func redact(_ text: String) -> String {
        guard !spellings.isEmpty, let redacted = redacted(Array(text.utf8), cut: false) else { return text }
        return String(decoding: redacted, as: UTF8.self)
    }

    /// Redacts bytes in any encoding; `cut` says that the end is missing, so that the head of a secret there counts too.
    ///
    /// Shorten a text after redacting it, never before.
    public func redact(_ bytes: [UInt8], cut: Bool = false) -> [UInt8] {
        redacted(bytes, cut: cut) ?? bytes
    }

    /// The text without secrets, or nil where it holds none.
    private func redacted(_ bytes: [UInt8], cut: Bool) -> [UInt8]? {
        guard !spellings.isEmpty else { return nil }
        var found: [Range<Int>] = []
        for view in DecodedView.all(of: bytes) {
            found += spellings.matches(in: view.bytes, cut: cut).map(view.source)
        }
        guard !found.isEmpty else { return nil }
        var result: [UInt8] = []
        var end = 0
        for range in SecretRedactor.merged(found) {
            result += bytes[end..<range.lowerBound]
            result += SecretRedactor.mark.utf8
            end = range.upperBound
        }
        return result + bytes[end...]
    }

    /// Joins ranges that overlap, so that of two entangled secrets neither leaves a rest.
    private static func merged(_ ranges: [Range<Int>]) -> [Range<Int>] {
        var merged: [Range<Int>] = []
        for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
            if let last = merged.last, range.lowerBound < last.upperBound {
                merged[merged.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
            } else {
                merged.append(range)
            }
        }
        return merged
    }
}
