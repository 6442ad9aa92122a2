import Outreach

/// Reads how figures are found in what a network sends: `{items, post, at, values}`.
enum MetricPushReader {
    static func push(_ value: YAMLValue) -> MetricPush? {
        guard let mapping = value.mapping() else { return nil }
        let items = mapping.value("items").flatMap { AnswerRuleReader.pointer($0) }
        let post = mapping.require("post").flatMap { AnswerRuleReader.pointer($0) }
        let at = mapping.value("at").flatMap { AnswerRuleReader.pointer($0) }
        let values = mapping.require("values").map(MetricPullReader.readings) ?? []
        mapping.finish()
        guard let post, !values.isEmpty else { return nil }
        return MetricPush(items: items, post: post, at: at, values: values)
    }
}
