import Outreach

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
        let values = mapping.require("values").map(MetricPullReader.readings) ?? []
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

    /// Which place holds which metric: `{views: /data/views}`.
    static func readings(_ value: YAMLValue) -> [MetricPull.Reading] {
        value.mapping()?.entries().compactMap { name, value in
            guard let metric = Metric(rawValue: name) else {
                let known = Metric.allCases.map(\.rawValue).joined(separator: ", ")
                return value.expected("một trong: \(known) trước dấu hai chấm", "one of: \(known) before the colon")
            }
            return AnswerRuleReader.pointer(value).map { MetricPull.Reading(metric, $0) }
        } ?? []
    }
}
