/// The address of one value inside a JSON document (RFC 6901), such as `/data/0/id`; empty for the whole document.
public struct JSONPointer: Sendable, Hashable, LosslessStringConvertible {
    public let description: String
    private let tokens: [String]

    /// Reads the form with slashes; nil where it does not start with one or a `~` stands alone.
    public init?(_ text: String) {
        guard text.isEmpty || text.utf8.first == UInt8(ascii: "/") else { return nil }
        var tokens: [String] = []
        for part in text.split(separator: "/", omittingEmptySubsequences: false).dropFirst() {
            guard let token = JSONPointer.unescaped(part) else { return nil }
            tokens.append(token)
        }
        description = text
        self.tokens = tokens
    }

    /// The value it points to, or nil where the document has none there.
    public func value(in document: JSONValue) -> JSONValue? {
        tokens.reduce(document) { place, token in
            switch place {
            case .object: place?.member(token)
            case .array(let elements):
                JSONPointer.index(token).flatMap { elements.indices.contains($0) ? elements[$0] : nil }
            default: nil
            }
        }
    }

    /// `~1` is a slash and `~0` a tilde, in this order, so that `~01` stays `~1` (§4).
    private static func unescaped(_ part: Substring) -> String? {
        guard part.wholeMatch(of: /([^~]|~[01])*/) != nil else { return nil }
        return String(part).replacing("~1", with: "/").replacing("~0", with: "~")
    }

    /// An index without leading zeros (§4); `-`, the place behind the last element, never holds a value.
    private static func index(_ token: String) -> Int? {
        token.wholeMatch(of: /0|[1-9][0-9]{0,8}/) == nil ? nil : Int(token)
    }
}
