import Outreach

/// Reads what a request carries: headers, query, and the body as JSON, form or raw text.
struct BodyReader {
    let scope: PresetScope

    /// At most one of `json`, `form` and `raw`.
    func body(_ mapping: YAMLMapping, method: HTTPMethod?) -> BodyTemplate {
        let bodies = ["json", "form", "raw"].compactMap { key in mapping.value(key).map { (key, $0) } }
        guard let (key, value) = bodies.first else { return .none }
        if bodies.count > 1 {
            value.report(
                Message(
                    vi: "Chỉ được dùng một trong ba khóa json, form, raw.",
                    en: "Only one of the keys json, form and raw may be used."))
        }
        if method == .get {
            value.report(Message(vi: "GET không có nội dung gửi. Dùng query.", en: "A GET has no body. Use query."))
        }
        switch key {
        case "json": return json(value).map(BodyTemplate.json) ?? .none
        case "form": return .form(named(value))
        default: return raw(value)
        }
    }

    func named(_ value: YAMLValue) -> [NamedTemplate] {
        guard let mapping = value.mapping() else { return [] }
        return mapping.entries().compactMap { name, value in
            guard !name.contains("{{") else {
                return value.expected("tên không có {{…}}", "a name without {{…}}")
            }
            return scope.template(value, in: .request).map { NamedTemplate(name: name, value: $0) }
        }
    }

    private func raw(_ value: YAMLValue) -> BodyTemplate {
        guard let mapping = value.mapping() else { return .none }
        let type = mapping.require("type")?.word(BodyTemplate.RawType.self)
        let text = mapping.require("text").flatMap { scope.template($0, in: .request) }
        mapping.finish()
        guard let type, let text else { return .none }
        return .raw(type, text)
    }

    func json(_ value: YAMLValue) -> JSONTemplate? {
        if value.isMapping, let mapping = value.mapping() {
            return .object(
                mapping.entries().compactMap { name, value in
                    if name.contains("{{") {
                        return value.expected("tên không có {{…}}", "a name without {{…}}")
                    }
                    return json(value).map { JSONTemplate.Member(name, $0) }
                })
        }
        if value.isSequence { return .array(value.list(json) ?? []) }
        guard let scalar = value.jsonScalar() else { return nil }
        switch scalar {
        case .null: return .null
        case .bool(let flag): return .bool(flag)
        case .number(let digits): return .number(digits)
        default: return scope.jsonText(value).map(JSONTemplate.text)
        }
    }
}

extension PresetScope {
    /// A text of a JSON body; unlike elsewhere it may be empty.
    fileprivate func jsonText(_ value: YAMLValue) -> Template? {
        value.isEmptyText ? Template(literal: "") : template(value, in: .request)
    }
}

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
