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
