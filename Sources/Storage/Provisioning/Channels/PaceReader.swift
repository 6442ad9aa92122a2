import Outreach

/// Reads how fast and how long a channel tries: limits, timeouts, retries, and when it gives up.
extension WebhookReader {
    static func limits(_ value: YAMLValue, scope: PresetScope) -> DeliveryLimits? {
        guard let mapping = value.mapping() else { return nil }
        let rate = mapping.value("rate")?.parsed("nhịp gửi dạng 1/s, 30/m hoặc 200/h", "a rate like 1/s, 30/m or 200/h")
        {
            RequestRate($0)
        }
        let burst = mapping.value("burst")?.integer(in: 1...10_000)
        let concurrency = mapping.value("concurrency")?.integer(in: 1...256)
        let key = mapping.value("key").flatMap(scope.limitKey)
        mapping.finish()
        return DeliveryLimits(
            rate: rate, burst: burst ?? DeliveryLimits.standard.burst,
            concurrency: concurrency ?? DeliveryLimits.standard.concurrency, key: key ?? .channel)
    }

    static func timeouts(_ value: YAMLValue) -> DeliveryTimeouts? {
        guard let mapping = value.mapping() else { return nil }
        let connect = mapping.value("connect")?.positiveDuration() ?? DeliveryTimeouts.standard.connect
        let total = mapping.value("total")?.positiveDuration() ?? DeliveryTimeouts.standard.total
        mapping.finish()
        guard connect <= total, total <= .seconds(300) else {
            return value.expected(
                "connect không dài hơn total, total không quá 5m", "connect no longer than total, and total at most 5m")
        }
        return DeliveryTimeouts(connect: connect, total: total)
    }

    static func retry(_ value: YAMLValue) -> RetryPolicy? {
        guard let mapping = value.mapping() else { return nil }
        let triggers = mapping.require("on")?.list(trigger) ?? []
        let delays = mapping.value("schedule")?.list { $0.positiveDuration() }
        let jitter = mapping.value("jitter")?.parsed("một số từ 0 đến 1", "a number from 0 to 1") { text in
            Double(text).flatMap { (0...1).contains($0) ? $0 : nil }
        }
        mapping.finish()
        let standard = RetrySchedule.standard
        return RetryPolicy(
            onConnect: triggers.contains(.connect),
            statuses: triggers.compactMap { if case .status(let pattern) = $0 { pattern } else { nil } },
            schedule: RetrySchedule(delays: delays ?? standard.delays, jitter: jitter ?? standard.jitter))
    }

    static func dead(_ value: YAMLValue) -> DeadRule? {
        guard let mapping = value.mapping() else { return nil }
        let statuses = mapping.value("on").map(AnswerRuleReader.statuses) ?? []
        let conditions = mapping.value("if").map(AnswerRuleReader.alternatives) ?? []
        mapping.finish()
        if statuses.isEmpty, conditions.isEmpty {
            return value.expected("on hoặc if, hoặc cả hai", "on or if, or both")
        }
        return DeadRule(statuses: statuses, conditions: conditions)
    }

    static func disable(_ value: YAMLValue) -> DisableRule? {
        guard let mapping = value.mapping() else { return nil }
        let statuses = mapping.value("on").map(AnswerRuleReader.statuses) ?? []
        let conditions = mapping.value("if").map(AnswerRuleReader.alternatives) ?? []
        let afterFailing = mapping.value("after_failing")?.positiveDuration()
        mapping.finish()
        return DisableRule(statuses: statuses, conditions: conditions, afterFailing: afterFailing)
    }

    private enum Trigger: Equatable {
        case connect
        case status(StatusPattern)
    }

    /// `connect`, or a status that says the receiver did not take the request.
    private static func trigger(_ value: YAMLValue) -> Trigger? {
        value.parsed("connect, hoặc mã trạng thái 4xx, 5xx", "connect, or a 4xx or 5xx status") { text in
            if text == "connect" { return .connect }
            return StatusPattern(text).flatMap { $0.hundreds >= 4 ? .status($0) : nil }
        }
    }
}
