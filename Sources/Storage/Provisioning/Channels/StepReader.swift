import Outreach

/// Reads the steps of a delivery in their order, so that a step sees only what came before it.
struct StepReader {
    let scope: PresetScope
    let egress: Egress?
    let headers: HeaderReader

    func steps(_ value: YAMLValue) -> [SendStep]? {
        guard let values = value.sequence() else { return nil }
        if values.isEmpty { return value.expected("ít nhất một bước", "at least one step") }
        let roles = StepRoles(values, at: value)
        let steps = values.enumerated().map { index, value in
            step(value, role: roles.roles[index], condition: roles.conditions[index])
        }
        let complete = steps.compactMap(\.self)
        return complete.count == steps.count ? complete : nil
    }

    private func step(_ value: YAMLValue, role: StepRole, condition: StepCondition) -> SendStep? {
        guard let mapping = value.mapping() else { return nil }
        let id = mapping.require("id")?.name()
        _ = (mapping.value("publishes"), mapping.value("confirms"), mapping.value("when"))
        let method = mapping.require("method")?.word(HTTPMethod.self)
        let url = mapping.require("url").flatMap { address($0, in: .request) }
        let bodies = BodyReader(scope: scope)
        let query = mapping.value("query").map(bodies.named) ?? []
        let fields = mapping.value("headers").map { headers.headers($0, in: .request) } ?? []
        let body = bodies.body(mapping, method: method)
        let success = mapping.require("success").flatMap(AnswerRuleReader.success)
        let retryConditions = mapping.value("retry_if").map(AnswerRuleReader.alternatives) ?? []
        let uncertain = mapping.value("uncertain_if").map(AnswerRuleReader.alternatives) ?? []
        let retryAfter = mapping.value("retry_after").map(AnswerRuleReader.retryHints) ?? []
        let captures = mapping.value("capture").map(AnswerRuleReader.captures) ?? []
        mapping.finish()
        if let id { declare(id, condition, captures: captures, at: mapping.value("id") ?? value) }
        if condition != .always, !scope.takesMedia {
            value.report(
                Message(
                    vi: "\(value.path): when chỉ dùng được khi mẫu có khóa media.",
                    en: "\(value.path): when is only for presets with the key media."))
        }
        if body.carriesMedia, condition != .media {
            value.report(
                Message(
                    vi: "\(value.path): bước gửi tệp phải ghi when: media, vì không phải bài nào cũng có tệp.",
                    en: "\(value.path): a step that sends the file must say when: media; not every post has one."))
        }
        guard let id, let method, let url, let success else { return nil }
        return SendStep(
            id: id, role: role, condition: condition, method: method, url: url, query: query, headers: fields,
            body: body, success: success,
            retryConditions: retryConditions, uncertainConditions: uncertain, retryAfter: retryAfter, captures: captures
        )
    }

    /// Two steps may have one id where no post takes both; they capture the same names then.
    private func declare(_ id: String, _ condition: StepCondition, captures: [Capture], at place: YAMLValue) {
        let names = captures.map(\.name)
        if let others = scope.conditions[id] {
            let isAlternative = condition != .always && others.allSatisfy { $0 != .always && $0 != condition }
            if !isAlternative || Set(scope.captured[id] ?? []) != Set(names) {
                place.report(
                    Message(
                        vi:
                            "Đã có bước “\(id)”. Đặt tên khác cho bước này, trừ khi hai bước dành cho bài có tệp và bài "
                            + "không tệp, và lấy cùng những giá trị.",
                        en:
                            "There already is a step “\(id)”. Give this one another name, unless one is for posts with a "
                            + "file and the other for posts without, and both capture the same."))
            }
        }
        scope.conditions[id, default: []].append(condition)
        scope.captured[id] = scope.captured[id].map { Array(Set($0).union(names)) } ?? names
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
