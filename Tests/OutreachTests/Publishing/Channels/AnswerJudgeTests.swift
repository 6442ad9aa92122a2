import Outreach
import Testing

@Suite("Answers are judged by status and JSON")
struct AnswerJudgeTests {
    private typealias Fixtures = ChannelFixtures

    /// A network that answers 200 with `error` other than 0 for a failure.
    private func verdict(
        _ status: Int,
        _ body: String = #"{"error":0,"data":{"id":"7"}}"#,
        headers: [HeaderField] = [],
        conditions: [(String, JSONValue)] = [("/error", .number("0"))],
        captures: [(String, String)] = [("id", "/data/id")],
        success: [StatusPattern] = [.category(2)],
        retry: [StatusPattern] = [.code(503)],
        dead: [StatusPattern] = [],
        deadConditions: [JSONConditions] = [],
        disable: DisableRule = DisableRule(statuses: [.code(410)])
    ) throws -> AnswerVerdict {
        let step = try Fixtures.step(
            success: SuccessCondition(statuses: success, conditions: try conditionList(conditions)),
            retryConditions: [try conditionList([("/error", .number("-32"))])],
            uncertainConditions: [try conditionList([("/error", .number("-500"))])],
            retryAfter: [try #require(JSONPointer("/parameters/retry_after"))],
            captures: try captures.map { Capture(name: $0.0, pointer: try #require(JSONPointer($0.1))) })
        let policy = RetryPolicy(onConnect: true, statuses: retry, schedule: .standard)
        let dead = DeadRule(statuses: dead, conditions: deadConditions)
        let webhook = try Fixtures.webhook(steps: [step], retry: policy, dead: dead, disable: disable)
        return AnswerJudge(webhook)
            .judge(step, status: status, headers: headers, body: Array(body.utf8), now: Fixtures.moment)
    }

    private func conditionList(_ pairs: [(String, JSONValue)]) throws -> JSONConditions {
        JSONConditions(try pairs.map { .init(try #require(JSONPointer($0.0)), $0.1) })
    }

    private enum Outcome: String {
        case success, retry, dead, disable, uncertain, absent, tokenRefused
    }

    private func outcome(_ verdict: AnswerVerdict) -> Outcome {
        switch verdict {
        case .success: .success
        case .retry: .retry
        case .dead: .dead
        case .disable: .disable
        case .uncertain: .uncertain
        case .absent: .absent
        case .tokenRefused: .tokenRefused
        }
    }

    @Test("A success gives what it captured")
    func success() throws {
        #expect(try verdict(200) == .success(captures: ["id": "7"]))
        #expect(
            try verdict(200, #"{"error":0,"data":{"id":12345678901234567890}}"#)
                == .success(captures: ["id": "12345678901234567890"]))
    }

    @Test("Without conditions and captures the body of a 2xx does not matter")
    func plainSuccess() throws {
        #expect(try verdict(204, "", conditions: [], captures: []) == .success(captures: [:]))
        #expect(try verdict(200, "<html>", conditions: [], captures: []) == .success(captures: [:]))
    }

    @Test("200 with an error in the body is dead")
    func errorBody() throws {
        let verdict = try verdict(200, #"{"error":-201,"message":"s3cret"}"#)
        guard case .dead(let reason) = verdict else { return #expect(Bool(false), "\(verdict)") }
        #expect(reason.english.contains("/error is -201") && !reason.english.contains("s3cret"))
    }

    @Test("200 with an error that passes is tried again")
    func passingError() throws {
        #expect(outcome(try verdict(200, #"{"error":-32}"#)) == .retry)
        #expect(outcome(try verdict(400, #"{"error":-32}"#)) == .retry)
    }

    @Test(
        "A 2xx that does not say what it must is uncertain",
        arguments: [
            "<html>Log in</html>", "", "{", #"{"message":"ok"}"#, #"{"error":0}"#, #"{"error":0,"data":{"id":null}}"#,
            #"{"error":0,"data":{"id":""}}"#, #"{"error":0,"data":{"id":{}}}"#,
        ])
    func unreadable(_ body: String) throws {
        #expect(outcome(try verdict(200, body)) == .uncertain)
    }

    @Test("A redirect is never followed and never a success", arguments: [301, 302, 303, 307, 308])
    func redirect(_ status: Int) throws {
        #expect(outcome(try verdict(status)) == .dead)
        #expect(outcome(try verdict(status, success: [.category(3)])) == .dead)
    }

    @Test("Statuses fall where the rules put them")
    func statuses() throws {
        #expect(outcome(try verdict(410)) == .disable)
        #expect(outcome(try verdict(404, "{}")) == .dead)
        #expect(outcome(try verdict(503, "{}")) == .retry)
        #expect(outcome(try verdict(500, "{}")) == .uncertain)
        #expect(outcome(try verdict(500, "{}", retry: [.category(5)])) == .retry)
        #expect(outcome(try verdict(501, "{}", retry: [.category(5)], dead: [.code(501)])) == .dead)
        #expect(outcome(try verdict(202, #"{"x":1}"#, success: [.code(201)])) == .uncertain)
        #expect(outcome(try verdict(429, "{}", retry: [])) == .retry)
        #expect(outcome(try verdict(409, success: [.category(2), .code(409)])) == .success)
        #expect(outcome(try verdict(99)) == .uncertain)
    }

    @Test("A JSON answer can disable the channel under any status")
    func disabling() throws {
        let rule = DisableRule(conditions: [try conditionList([("/error", .number("-216"))])])
        #expect(outcome(try verdict(200, #"{"error":-216}"#, disable: rule)) == .disable)
        #expect(outcome(try verdict(400, #"{"error":-216}"#, disable: rule)) == .disable)
        #expect(outcome(try verdict(400, #"{"error":-217}"#, disable: rule)) == .dead)
    }

    @Test("A JSON answer can end a post's attempts where its status alone would not")
    func deadByItsWords() throws {
        let rule = [try conditionList([("/error", .number("-9"))])]
        #expect(outcome(try verdict(503, #"{"error":-9}"#, deadConditions: rule)) == .dead)
        #expect(outcome(try verdict(503, #"{"error":-8}"#, deadConditions: rule)) == .retry)
    }

    @Test("A JSON answer can leave open what was done, under any status")
    func openByItsWords() throws {
        for status in [200, 400, 503] {
            #expect(outcome(try verdict(status, #"{"error":-500}"#)) == .uncertain)
        }
        #expect(outcome(try verdict(410, #"{"error":-500}"#)) == .disable)
    }

    @Test(
        "The wait asked for is kept, never shortened below it, never above a day",
        arguments: [
            ("120", 120_000), ("0", 0), ("1.2345", 1235), ("86401", 86_400_000), ("999999999999999999999", 86_400_000),
            ("-5", nil), ("soon", nil), ("", nil), ("+5", nil), ("0x10", nil), ("nan", nil),
            ("Mon, 01 Jun 2026 00:32:00 GMT", 120_000), ("Mon, 01 Jun 2026 00:30:00 GMT", nil),
            ("Sun, 31 May 2026 00:00:00 GMT", nil), ("Fri, 01 Jan 2038 00:00:00 GMT", 86_400_000),
            ("Monday, 01-Jun-26 00:31:00 GMT", 60_000), ("Mon Jun  1 00:30:30 2026", 30_000),
        ] as [(String, Int64?)])
    func retryAfter(_ value: String, _ milliseconds: Int64?) throws {
        let headers = [HeaderField("RETRY-AFTER", value)]
        let verdict = try verdict(429, "{}", headers: headers)
        guard case .retry(let after, _) = verdict else { return #expect(Bool(false), "\(verdict)") }
        #expect(after == milliseconds.map { .milliseconds($0) })
    }

    @Test("Of a header and a hint in the JSON the longer counts")
    func jsonHint() throws {
        let body = #"{"ok":false,"error_code":429,"parameters":{"retry_after":35}}"#
        guard case .retry(let after, _) = try verdict(429, body) else { return #expect(Bool(false)) }
        #expect(after == .seconds(35))
        let headers = [HeaderField("Retry-After", "60"), HeaderField("retry-after", "5")]
        guard case .retry(let longer, _) = try verdict(429, body, headers: headers) else { return #expect(Bool(false)) }
        #expect(longer == .seconds(60))
    }

    @Test("No reason quotes a text of the answer")
    func reasons() throws {
        for body in [#"{"error":"s3cret"}"#, #"{"error":0,"data":"s3cret"}"#, "s3cret"] {
            for status in [200, 302, 400, 410, 429, 500] {
                let verdict = try verdict(status, body)
                #expect(outcome(verdict) != .success)
                #expect(!verdict.reason.english.contains("s3cret") && !verdict.reason.vietnamese.contains("s3cret"))
            }
        }
    }
}

@Suite("Retries and metrics")
struct RetryScheduleTests {
    @Test("Delays follow the schedule, chance only lengthens them, and then there is no more")
    func schedule() {
        let schedule = RetrySchedule(delays: [.seconds(10), .seconds(100)], jitter: 0.2)
        #expect(schedule.delay(afterAttempt: 1, random: 0) == .seconds(10))
        #expect(schedule.delay(afterAttempt: 1, random: 1) == .seconds(12))
        #expect(schedule.delay(afterAttempt: 2, random: 0.5) == .seconds(110))
        #expect(schedule.delay(afterAttempt: 3, random: 0) == nil)
        #expect(schedule.delay(afterAttempt: 0, random: 0) == nil)
    }

    @Test("A wait the receiver asked for is never cut short")
    func asked() {
        let schedule = RetrySchedule(delays: [.seconds(10)], jitter: 0.5)
        #expect(schedule.delay(afterAttempt: 1, random: 0, asked: .seconds(60)) == .seconds(60))
        #expect(schedule.delay(afterAttempt: 1, random: 0, asked: .seconds(1)) == .seconds(10))
    }

    @Test("Rates and statuses are read strictly")
    func reading() {
        #expect(RequestRate("30/m")?.per == .seconds(60))
        #expect(RequestRate("30/m")?.description == "30/m")
        for text in ["0/s", "1/x", "1", "/s", "-1/s", "1 /s"] { #expect(RequestRate(text) == nil) }
        #expect(StatusPattern("5xx") == .category(5) && StatusPattern("410") == .code(410))
        for text in ["6xx", "600", "099", "4x", "xx", "4XX"] { #expect(StatusPattern(text) == nil) }
    }

    @Test("A metric that is missing is left out and never zero")
    func samples() throws {
        let pull = MetricPull(
            after: [.seconds(86_400)], url: try URLTemplate("https://a.example/"),
            values: [
                .init(.views, try #require(JSONPointer("/data/0/values/0/value"))),
                .init(.shares, try #require(JSONPointer("/shares"))),
                .init(.comments, try #require(JSONPointer("/comments"))),
                .init(.clicks, try #require(JSONPointer("/clicks"))),
            ])
        let body = #"{"data":[{"values":[{"value":1200}]}],"comments":"15","clicks":-1}"#
        #expect(pull.samples(status: 200, body: Array(body.utf8)) == [.views: 1200, .comments: 15])
        #expect(pull.samples(status: 400, body: Array(body.utf8)) == nil)
        #expect(pull.samples(status: 200, body: Array("<html>".utf8)) == nil)
    }
}
