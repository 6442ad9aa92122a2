import Outreach

/// Reads header names and values by the rules of RFC 9110.
struct HeaderReader {
    /// What the request needs to be itself is set by Loa alone.
    private static let reserved: Set<String> = [
        "connection", "content-encoding", "content-length", "content-type", "expect", "host", "proxy-authorization",
        "te", "trailer", "transfer-encoding", "upgrade",
    ]

    let scope: PresetScope
    /// Names in lower case that authentication and signature set.
    let taken: Set<String>

    func headers(_ value: YAMLValue, in place: PresetScope.Place) -> [NamedTemplate] {
        guard let mapping = value.mapping() else { return [] }
        var seen: Set<String> = []
        return mapping.entries().compactMap { name, value in
            guard checkName(name, at: value) else { return nil }
            if !seen.insert(name.lowercased()).inserted {
                value.report(
                    Message(vi: "Tiêu đề \(name) viết hai lần.", en: "The header \(name) is written twice."))
            }
            guard let template = scope.template(value, in: place) else { return nil }
            guard !template.literals.utf8.contains(where: { $0 < 0x20 || $0 == 0x7F }) else {
                return value.expected("giá trị trên một dòng", "a value on one line")
            }
            return NamedTemplate(name: name, value: template)
        }
    }

    /// Whether a name is a token (RFC 9110 §5.6.2) that a preset may set; reports it otherwise.
    func checkName(_ name: String, at value: YAMLValue) -> Bool {
        if name.utf8.isEmpty || !name.utf8.allSatisfy(HeaderReader.isTokenByte) {
            value.report(
                Message(
                    vi: "“\(name)” không phải tên tiêu đề. Chỉ dùng chữ không dấu, số và gạch nối.",
                    en: "“\(name)” is not a header name. Use letters, digits and hyphens."))
            return false
        }
        if HeaderReader.reserved.contains(name.lowercased()) || taken.contains(name.lowercased()) {
            value.report(
                Message(
                    vi: "Tiêu đề \(name) do Loa tự đặt. Xóa dòng này.",
                    en: "Loa sets the header \(name) itself. Remove this line."))
            return false
        }
        return true
    }

    private static func isTokenByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            true
        default: "!#$%&'*+-.^_`|~".utf8.contains(byte)
        }
    }
}
