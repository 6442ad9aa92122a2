import Outreach

/// Reads what a request carries: headers, query, and the body as JSON, form or raw text.
struct BodyReader {
    let scope: PresetScope

    /// At most one of `json`, `form`, `multipart` and `raw`.
    func body(_ mapping: YAMLMapping, method: HTTPMethod?) -> BodyTemplate {
        let bodies = ["json", "form", "multipart", "raw"].compactMap { key in mapping.value(key).map { (key, $0) } }
        guard let (key, value) = bodies.first else { return .none }
        if bodies.count > 1 {
            value.report(
                Message(
                    vi: "Chỉ được dùng một trong bốn khóa json, form, multipart, raw.",
                    en: "Only one of the keys json, form, multipart and raw may be used."))
        }
        if method == .get {
            value.report(Message(vi: "GET không có nội dung gửi. Dùng query.", en: "A GET has no body. Use query."))
        }
        switch key {
        case "json": return json(value).map(BodyTemplate.json) ?? .none
        case "form": return .form(named(value))
        case "multipart": return .multipart(parts(value))
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

    /// Texts as they stand, `{file: media}` for the post's file, `{json: …}` for a tree.
    private func parts(_ value: YAMLValue) -> [BodyTemplate.Part] {
        guard let mapping = value.mapping() else { return [] }
        return mapping.entries().compactMap { name, value in
            guard !name.contains("{{") else {
                return value.expected("tên không có {{…}}", "a name without {{…}}")
            }
            if scope.isFile(value) { return .media(name: name) }
            if value.isMapping, let tree = value.mapping()?.require("json") {
                return json(tree).map { .json(name: name, $0) }
            }
            return scope.template(value, in: .request).map { .text(NamedTemplate(name: name, value: $0)) }
        }
    }

    private func raw(_ value: YAMLValue) -> BodyTemplate {
        if scope.isFile(value) { return .media }
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
