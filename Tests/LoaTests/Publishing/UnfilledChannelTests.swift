import Foundation
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
        #expect(check.output.contains("facebook-vh-thanh-xuan: đang tắt, chưa điền page_id\n"), "\(check)")
    }

    @Test func `a secret that is missing is named with its file, and counts as something to mend`() async throws {
        let office = try await Office.open()
        let file = "secrets/telegram-thu.bot_token"
        let register = try String(contentsOf: office.file("Channels/channels.yaml"), encoding: .utf8)
        try office.write(
            register + """

                  - id: telegram-thu
                    preset: telegram
                    unit: vh-thanh-xuan
                    name: {vi: "Kênh thử", en: "Test channel"}
                    target: {chat_name: "thu"}
                    enabled: true

                """, to: "Channels/channels.yaml")
        try await office.loa("content", "import", as: Office.administrator).succeeded()
        let check = try await office.loa("channels", "check", "--lang", "en", as: Office.editor).refused(65)
        #expect(check.output.contains("telegram-thu: the file \(file) is missing"), "\(check)")
        #expect(check.messages.contains("1 thing to mend."), "\(check)")
        let test = try await office.loa(
            "channels", "test", "telegram-thu", "--dry-run", as: Office.editor
        ).refused(78)
        #expect(test.messages.contains(file), "\(test)")
    }
}
