import Testing

/// A channel of the starter content stands for an account that is still to be made.
struct UnfilledChannelTests {
    @Test func `a test through a channel that is not filled in says what to fill in, rehearsed or not`() async throws {
        let office = try await Office.open()
        for rehearsal in [["--dry-run"], []] {
            let answer = try await office.loa(
                ["channels", "test", "facebook-vh-thanh-xuan"] + rehearsal, as: Office.editor
            ).refused(78)
            #expect(answer.messages.contains("page_id (FILL-IN: number of the page)"), "\(answer)")
            #expect(answer.output.isEmpty)
        }
        let check = try await office.loa("channels", "check", as: Office.editor).succeeded()
        #expect(check.output.contains("facebook-vh-thanh-xuan") && check.output.contains("page_id"))
    }
}
