import Testing

struct CampaignRefusalTests {
    @Test func `without a channel that is on there is nothing to plan for`() async throws {
        let office = try await Office.open()
        try office.replace("enabled: true", with: "enabled: false", in: "Channels/channels.yaml")
        try await office.loa("content", "import", as: Office.administrator).succeeded()
        let answer = try await office.loa(
            "campaigns", "plan", "action-month", "--year", "\(June.year)", "--owner", Office.committee,
            as: Office.editor
        ).refused(78)
        #expect(answer.messages.contains("Channels/channels.yaml"))
        #expect(answer.output.isEmpty)
    }
}
