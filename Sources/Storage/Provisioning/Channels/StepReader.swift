import Outreach

/// Reads the steps of a delivery in their order, so that a step sees only what came before it.
struct StepReader {
    let scope: PresetScope
    let egress: Egress?
    let headers: HeaderReader

    func steps(_ value: YAMLValue) -> [SendStep]? {
        guard let values = value.sequence() else { return nil }
        if values.isEmpty { return value.expected("ít nhất một bước", "at least one step") }
        let publishing = publishingIndex(values, at: value)
        let steps = values.enumerated().map { index, value in
            step(value, role: index < publishing ? .prepare : index == publishing ? .publish : .follow)
        }
        let complete = steps.compactMap(\.self)
        return complete.count == steps.count ? complete : nil
    }

    /// The one step that says `publishes: true`; a single step need not say so.
    private func publishingIndex(_ values: [YAMLValue], at place: YAMLValue) -> Int {
        let flags = values.map { value in
            value.isMapping ? value.mapping()?.value("publishes")?.boolean() ?? false : false
        }
        let indices = flags.indices.filter { flags[$0] }
        if values.count > 1, indices.count != 1 {
            place.report(
                Message(
                    vi: "Có \(values.count) bước: ghi publishes: true ở đúng một bước, bước làm bài hiện ra.",
                    en:
                        "There are \(values.count) steps: write publishes: true in exactly one, which makes the post appear."
                ))
        }
        return indices.first ?? 0
    }

    private func step(_ value: YAMLValue, role: StepRole) -> SendStep? {
        guard let mapping = value.mapping() else { return nil }
        let id = mapping.require("id")?.name()
        _ = mapping.value("publishes")
        let method = mapping.require("method")?.word(HTTPMethod.self)
        let url = mapping.require("url").flatMap { address($0, in: .request) }
        let bodies = BodyReader(scope: scope)
        let query = mapping.value("query").map(bodies.named) ?? []
        let fields = mapping.value("headers").map { headers.headers($0, in: .request) } ?? []
        let body = bodies.body(mapping, method: method)
        let success = mapping.require("success").flatMap(AnswerRuleReader.success)
        let retryConditions = mapping.value("retry_if").map(AnswerRuleReader.alternatives) ?? []
        let retryAfter = mapping.value("retry_after").map(AnswerRuleReader.pointers) ?? []
        let captures = mapping.value("capture").map(AnswerRuleReader.captures) ?? []
        mapping.finish()
        if let id { declare(id, captures: captures, at: mapping.value("id") ?? value) }
        guard let id, let method, let url, let success else { return nil }
        return SendStep(
            id: id, role: role, method: method, url: url, query: query, headers: fields, body: body, success: success,
            retryConditions: retryConditions, retryAfter: retryAfter, captures: captures)
    }

    private func declare(_ id: String, captures: [Capture], at place: YAMLValue) {
        if scope.captured[id] != nil {
            place.report(
                Message(
                    vi: "Đã có bước “\(id)”. Đặt tên khác cho bước này.",
                    en: "There already is a step “\(id)”. Give this one another name."))
        }
        scope.captured[id, default: []] += captures.map(\.name)
    }

    /// An address the egress of the preset covers.
    func address(_ value: YAMLValue, in place: PresetScope.Place) -> URLTemplate? {
        guard let address = scope.address(value, in: place) else { return nil }
        guard let egress else { return address }
        if !egress.schemes.contains(address.scheme) {
            value.report(
                Message(
                    vi: "\(value.path): \(address.scheme.rawValue) không có trong egress.schemes.",
                    en: "\(value.path): \(address.scheme.rawValue) is not among egress.schemes."))
        }
        if !egress.hosts.contains(where: { $0.description.lowercased() == address.host.description.lowercased() }) {
            value.report(
                Message(
                    vi:
                        "\(value.path): máy chủ “\(address.host)” không có trong egress.hosts. Thêm vào nếu đúng là nơi nhận.",
                    en:
                        "\(value.path): the host “\(address.host)” is not among egress.hosts. Add it if it is the receiver."
                ))
        }
        return address
    }
}

/// Reads metric pulls.
struct MetricPullReader {
    let steps: StepReader
    let receipt: ReceiptTemplate

    func pull(_ value: YAMLValue) -> MetricPull? {
        guard let mapping = value.mapping() else { return nil }
        let after = mapping.require("after").map(durations) ?? []
        let url = mapping.require("url").flatMap { steps.address($0, in: .metrics) }
        let query = mapping.value("query").map(named) ?? []
        let headers = mapping.value("headers").map { steps.headers.headers($0, in: .metrics) } ?? []
        let values = mapping.require("values").map(readings) ?? []
        mapping.finish()
        guard let url, !after.isEmpty, !values.isEmpty else { return nil }
        let references = url.references + (query + headers).flatMap(\.value.references)
        if references.contains(.receipt(.id)) && receipt.id == nil
            || references.contains(.receipt(.link)) && receipt.link == nil
        {
            return value.expected(
                "khóa receipt của mẫu kênh cho biết giá trị này", "the preset's key receipt to give this value")
        }
        return MetricPull(after: after, url: url, query: query, headers: headers, values: values)
    }

    /// One duration or a list of them.
    private func durations(_ value: YAMLValue) -> [Duration] {
        value.isSequence
            ? value.list { $0.positiveDuration() } ?? [] : [value.positiveDuration()].compactMap(\.self)
    }

    private func named(_ value: YAMLValue) -> [NamedTemplate] {
        value.mapping()?.entries().compactMap { name, value in
            steps.scope.template(value, in: .metrics).map { NamedTemplate(name: name, value: $0) }
        } ?? []
    }

    private func readings(_ value: YAMLValue) -> [MetricPull.Reading] {
        value.mapping()?.entries().compactMap { name, value in
            guard let metric = Metric(rawValue: name) else {
                let known = Metric.allCases.map(\.rawValue).joined(separator: ", ")
                return value.expected("một trong: \(known) trước dấu hai chấm", "one of: \(known) before the colon")
            }
            return AnswerRuleReader.pointer(value).map { MetricPull.Reading(metric, $0) }
        } ?? []
    }
}
