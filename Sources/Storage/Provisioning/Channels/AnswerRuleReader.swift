import Outreach

/// Reads statuses and JSON conditions.
enum AnswerRuleReader {
    /// One pattern or a list of them: `2xx`, `[429, 5xx]`.
    static func statuses(_ value: YAMLValue) -> [StatusPattern] {
        let read = { (element: YAMLValue) in
            element.parsed("mã trạng thái dạng 410 hoặc 5xx", "a status like 410 or 5xx", StatusPattern.init)
        }
        return value.isSequence ? value.list(read) ?? [] : [read(value)].compactMap(\.self)
    }

    static func success(_ value: YAMLValue) -> SuccessCondition? {
        guard let mapping = value.mapping() else { return nil }
        let status = mapping.require("status")
        let statuses = status.map(statuses) ?? []
        if let status, let wrong = statuses.first(where: { ![2, 4].contains($0.hundreds) }) {
            status.report(
                Message(
                    vi: "\(status.path): \(wrong) không bao giờ là thành công. Dùng 2xx (hoặc một mã 4xx như 409).",
                    en: "\(status.path): \(wrong) is never a success. Use 2xx (or one 4xx status such as 409)."))
        }
        let conditions = mapping.value("json").flatMap(conditions) ?? .none
        mapping.finish()
        return statuses.isEmpty ? nil : SuccessCondition(statuses: statuses, conditions: conditions)
    }

    /// A list of maps, any of which is enough.
    static func alternatives(_ value: YAMLValue) -> [JSONConditions] {
        value.list(conditions) ?? []
    }

    /// `{/error: 0, /ok: true}`: everything at once.
    static func conditions(_ value: YAMLValue) -> JSONConditions? {
        guard let mapping = value.mapping() else { return nil }
        let requirements: [JSONConditions.Requirement] = mapping.entries().compactMap { key, value in
            guard let pointer = pointer(key, at: value), let wanted = wanted(value) else { return nil }
            return JSONConditions.Requirement(pointer, wanted)
        }
        if mapping.keys.isEmpty {
            return value.expected("ít nhất một điều kiện như /error: 0", "at least one condition such as /error: 0")
        }
        return JSONConditions(requirements)
    }

    /// Where an answer says how long to wait: `/parameters/retry_after` in seconds, or `{at: /retry_after_ms, unit: ms}`.
    static func retryHints(_ value: YAMLValue) -> [RetryHint] {
        value.list { element -> RetryHint? in
            guard element.isMapping else { return pointer(element).map { RetryHint($0) } }
            guard let mapping = element.mapping() else { return nil }
            let pointer = mapping.require("at").flatMap(pointer)
            let unit = mapping.require("unit")?.word(RetryHint.Unit.self)
            mapping.finish()
            guard let pointer, let unit else { return nil }
            return RetryHint(pointer, unit: unit)
        } ?? []
    }

    /// What must stand at a place: a single value, or `[]` for an empty list.
    private static func wanted(_ value: YAMLValue) -> JSONValue? {
        value.isEmptyList ? .array([]) : value.jsonScalar()
    }

    static func captures(_ value: YAMLValue) -> [Capture] {
        guard let mapping = value.mapping() else { return [] }
        return mapping.entries().compactMap { name, value in
            if !TemplateReference.isName(name) {
                return value.expected(
                    "tên gồm chữ thường không dấu, số và gạch dưới trước dấu hai chấm",
                    "a name of lower-case letters, digits and underscores before the colon")
            }
            return pointer(value).map { Capture(name: name, pointer: $0) }
        }
    }

    static func pointer(_ value: YAMLValue) -> JSONPointer? {
        value.parsed("vị trí trong JSON như /data/id", "a place in JSON like /data/id") { text in
            text.isEmpty ? nil : JSONPointer(text)
        }
    }

    private static func pointer(_ key: String, at value: YAMLValue) -> JSONPointer? {
        guard let pointer = JSONPointer(key) else {
            return value.expected(
                "vị trí trong JSON như /error trước dấu hai chấm", "a place in JSON like /error before the colon")
        }
        return pointer
    }
}
