import Outreach

/// Reads how an access token is renewed.
struct RenewalReader {
    let scope: PresetScope
    let steps: StepReader

    func renewal(_ value: YAMLValue) -> TokenRenewal? {
        guard let mapping = value.mapping() else { return nil }
        let url = mapping.require("url").flatMap { steps.address($0, in: .renewal) }
        let headers = mapping.value("headers").map { steps.headers.headers($0, in: .renewal) } ?? []
        let form = mapping.require("form").map(named) ?? []
        let first = mapping.require("first").flatMap(scope.secretName)
        let success = mapping.value("success").flatMap(AnswerRuleReader.success) ?? .standard
        let accessToken = mapping.require("access_token").flatMap(AnswerRuleReader.pointer)
        let refreshToken = mapping.value("refresh_token").flatMap(AnswerRuleReader.pointer)
        let expiresIn = mapping.value("expires_in").flatMap(AnswerRuleReader.pointer)
        let statuses = mapping.value("refused_on").map(AnswerRuleReader.statuses) ?? []
        let conditions = mapping.value("refused_if").map(AnswerRuleReader.alternatives) ?? []
        mapping.finish()
        guard let url, let first, let accessToken else { return nil }
        if !form.contains(where: { $0.value.references.contains(.oauth(.refreshToken)) }) {
            return value.expected("{{oauth.refresh_token}} trong form", "{{oauth.refresh_token}} in form")
        }
        return TokenRenewal(
            url: url, headers: headers, form: form, first: first, success: success, accessToken: accessToken,
            refreshToken: refreshToken, expiresIn: expiresIn, refusedStatuses: statuses, refusedConditions: conditions)
    }

    private func named(_ value: YAMLValue) -> [NamedTemplate] {
        value.mapping()?.entries().compactMap { name, value in
            scope.template(value, in: .renewal).map { NamedTemplate(name: name, value: $0) }
        } ?? []
    }
}
