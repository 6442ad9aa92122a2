import Outreach
import Testing

@Suite("What the answer to a renewal says is read with care")
struct RenewalAnswerTests {
    private func expiry(_ expiresIn: String) throws -> (tokens: AccessTokens?, expiresAt: Instant?) {
        let renewal = TokenRenewal(
            url: try URLTemplate("https://a.example/token"), form: [], first: "token",
            accessToken: try #require(JSONPointer("/access_token")),
            refreshToken: JSONPointer("/refresh_token"), expiresIn: JSONPointer("/expires_in"))
        let webhook = try ChannelFixtures.webhook(steps: [try ChannelFixtures.step()])
        let body = #"{"access_token": "a2", "refresh_token": "r2", "expires_in": \#(expiresIn)}"#
        let reading = AnswerJudge(webhook).judge(
            renewal, status: 200, body: Array(body.utf8), refreshToken: "r1", now: ChannelFixtures.moment)
        return (reading.tokens, reading.tokens?.expiresAt)
    }

    @Test("The time a token is good for counts from now")
    func good() throws {
        #expect(try expiry("3600").expiresAt == ChannelFixtures.moment + .seconds(3600))
        #expect(try expiry(#""90000""#).expiresAt == ChannelFixtures.moment + .seconds(90_000))
        #expect(try expiry("0").expiresAt == ChannelFixtures.moment)
    }

    @Test(
        "What is no length of time counts as not said, and the new tokens are kept",
        arguments: [
            #""nan""#, #""inf""#, #""-inf""#, #""infinity""#, "1e400", "-1", "1e18", "315360001",
            "99999999999999999999999999", #""soon""#, "null", "{}",
        ])
    func bad(_ expiresIn: String) throws {
        let (tokens, expiresAt) = try expiry(expiresIn)
        #expect(tokens?.accessToken == "a2" && tokens?.refreshToken == "r2")
        #expect(expiresAt == nil)
    }

    @Test("A probe refused for its token is no answer about the post, whatever else it looks like")
    func probe() throws {
        let renewal = TokenRenewal(
            url: try URLTemplate("https://a.example/token"), form: [], first: "token",
            accessToken: try #require(JSONPointer("/access_token")), refusedStatuses: [.code(401)],
            refusedConditions: [JSONConditions([.init(try #require(JSONPointer("/error")), .number("-216"))])])
        let probe = ProbeTemplate(
            url: try URLTemplate("https://a.example/posts"),
            captures: [Capture(name: "id", pointer: try #require(JSONPointer("/id")))],
            absent: SuccessCondition(statuses: [.code(200), .code(404)], conditions: .none))
        let webhook = try ChannelFixtures.webhook(
            steps: [try ChannelFixtures.step()], authentication: .renewed(renewal))
        let verdict = { (status: Int, body: String) in
            AnswerJudge(webhook).judge(
                probe, status: status, headers: [], body: Array(body.utf8), now: ChannelFixtures.moment)
        }
        for answer in [verdict(401, "{}"), verdict(200, #"{"error": -216}"#)] {
            guard case .tokenRefused = answer else { return #expect(Bool(false), "\(answer)") }
        }
        #expect(verdict(404, "{}") == .absent)
    }
}
