import Foundation
import Outreach
import Testing

@testable import Office
@testable import Operations
@testable import Storage

/// Who is late hears of it once a day, and whoever waits for them too.
struct ReportReminderTests {
    private static let calendars = """
        calendars:
          - id: half-year
            name: {vi: "Nửa năm", en: "Half-year"}
            required: true
            periods:
              - {code: "{year}-H1", name: {vi: "Đầu năm", en: "First"}, from: "01-01", to: "06-30", due: "07-05", lock: "07-31"}
        """

    /// An office on 8 July, three days late, that sends its letters to a port.
    private func open(port: Int?, _ test: (Office) async throws -> Void) async throws {
        try await Office.open { office in
            try await office.rewrite("Content/calendars.yaml", Self.calendars)
            if let port {
                let settings = "mail: {server: \"smtp://127.0.0.1:\(port)\", from: \"loa@example.vn\"}\n"
                try Office.write(settings, to: office.folder.appending(path: "loa.yaml"))
            }
            try office.turn(to: "2026-07-08 09:00")
            try await test(try await office.reopened())
        }
    }

    private func remind(_ unit: String, at address: String, in office: Office) async throws {
        try await office.workspace.setReminderAddress(
            .mail(address), of: try slug(unit), as: try office.user("lan"), mode: .perform)
    }

    @Test func `the committee hears who is late, a unit hears of its own, and each once a day`() async throws {
        let sink = try MailSink()
        defer { sink.stop() }
        try await open(port: sink.port) { office in
            try await remind("east-138", at: "bcd@example.vn", in: office)
            try await remind("east-culture", at: "vh@example.vn", in: office)
            _ = try await office.workspace.submitReport(
                on: try slug("east-youth"), period: "2026-H1", seeing: nil, as: try office.user("lan"), mode: .perform)
            let first = try await office.workspace.sendReportReminders(as: .program)
            #expect(first.sent.map(\.subject.id.description) == ["east-138", "east-culture"] && first.failed.isEmpty)
            let letter = try #require(sink.letters.first)
            #expect(letter.commands.contains("RCPT TO:<bcd@example.vn>"))
            #expect(letter.data.contains("Subject: =?utf-8?B?"))
            #expect(letter.text.contains("Văn hóa xã Đông: trễ hạn, còn nhận."))
            #expect(!letter.text.contains("Đoàn xã Đông"))
            #expect(sink.letters.last?.text.contains("Báo cáo của đơn vị: trễ hạn, còn nhận.") == true)
            #expect(try await office.workspace.sendReportReminders(as: .program).sent.isEmpty)
            try office.turn(to: "2026-07-09 09:00")
            #expect(try await office.workspace.sendReportReminders(as: .program).sent.count == 2)
            #expect(sink.letters.count == 4)
        }
    }

    @Test func `a letter that is refused is said and tried again, and nobody is taken for reminded`() async throws {
        let sink = try MailSink(refuses: true)
        defer { sink.stop() }
        try await open(port: sink.port) { office in
            try await remind("east-138", at: "bcd@example.vn", in: office)
            for _ in 1...2 {
                let result = try await office.workspace.sendReportReminders(as: .program)
                #expect(result.sent.isEmpty && result.failed.count == 1)
            }
            #expect(sink.letters.isEmpty)
        }
    }

    @Test func `a letter that the server never confirmed is said, and not repeated that day`() async throws {
        let sink = try MailSink(isMute: true)
        defer { sink.stop() }
        try await open(port: sink.port) { office in
            try await remind("east-138", at: "bcd@example.vn", in: office)
            try await remind("east-culture", at: "vh@example.vn", in: office)
            let workspace = office.workspace
            let sending = Task { try await workspace.sendReportReminders(as: .program) }
            await sink.took()
            // While it is on its way nobody else begins it.
            let meanwhile = try await workspace.reminderSettings(of: try slug("east-138"), as: .program)
            #expect(meanwhile.state == .sending)
            sending.cancel()
            let result = try await sending.value
            #expect(result.sent.isEmpty && result.failed.map(\.reminder.subject.id.description) == ["east-138"])
            #expect(result.failed.first?.message.english.contains("It may have gone out") == true)
            // Once it was told to stop it began no other.
            #expect(sink.letters.count == 1)
            let settled = try await workspace.reminderSettings(of: try slug("east-138"), as: .program)
            #expect(settled.state == .unclear)
            try await workspace.setReminderAddress(
                nil, of: try slug("east-culture"), as: try office.user("lan"), mode: .perform)
            let again = try await workspace.sendReportReminders(as: .program)
            #expect(again.sent.isEmpty && again.failed.isEmpty && sink.letters.count == 1)
        }
    }

    @Test func `a reminder whose sender died is not sent again, and it is said once`() async throws {
        let sink = try MailSink()
        defer { sink.stop() }
        try await open(port: sink.port) { office in
            try await remind("east-138", at: "bcd@example.vn", in: office)
            let (workspace, unit, now) = (office.workspace, try slug("east-138"), office.clock.source.now)
            let day = workspace.today
            #expect(try await workspace.database.write { try $0.beginReminder(of: unit, on: day, at: now) })
            let soon = try await workspace.sendReportReminders(as: .program)
            #expect(soon.sent.isEmpty && soon.failed.isEmpty && soon.cutOff.isEmpty)
            try office.turn(to: "2026-07-08 10:01")
            let later = try await workspace.sendReportReminders(as: .program)
            #expect(later.sent.isEmpty && later.cutOff.count == 1)
            #expect(try await workspace.sendReportReminders(as: .program).cutOff.isEmpty && sink.letters.isEmpty)
            #expect(try await workspace.reminderSettings(of: unit, as: .program).state == .unclear)
            try office.turn(to: "2026-07-09 09:00")
            #expect(try await workspace.sendReportReminders(as: .program).sent.count == 1)
        }
    }

    @Test func `a channel of colleagues takes them too, once a day, and none of the public does`() async throws {
        let receiver = try LoopbackReceiver { _, number in number == 1 ? 429 : 200 }
        defer { receiver.stop() }
        try await open(port: nil) { office in
            try await office.rewrite(
                "Channels/channels.yaml",
                OfficeChannels.register(port: receiver.port).replacing(
                    "    enabled: true\n  - id: wall", with: "    reminders: true\n    enabled: true\n  - id: wall"))
            let (lan, workspace) = (try office.user("lan"), office.workspace)
            for other in ["wall", "speakers"] {
                await #expect(throws: ReportingError.notForReminders(try slug(other))) {
                    try await workspace.setReminderAddress(
                        .channel(try slug(other)), of: try slug("east-138"), as: lan, mode: .perform)
                }
            }
            try await workspace.setReminderAddress(
                .channel(try slug("page")), of: try slug("east-138"), as: lan, mode: .perform)
            let settings = try await workspace.reminderSettings(of: try slug("east-138"), as: lan)
            #expect(settings.address == .channel(try slug("page")) && !settings.hasMailServer)
            #expect(settings.channels.map(\.slug.description) == ["page"])
            #expect(settings.today?.text.contains("Văn hóa xã Đông: trễ hạn, còn nhận.") == true)
            let refused = try await workspace.sendReportReminders(as: .program)
            #expect(refused.sent.isEmpty && refused.failed.count == 1)
            #expect(try await workspace.sendReportReminders(as: .program).sent.count == 1)
            #expect(try await workspace.sendReportReminders(as: .program).sent.isEmpty)
            let body = try #require(receiver.requests.last?.body)
            #expect(receiver.requests.count == 2 && body.contains("Văn hóa xã Đông: trễ hạn, còn nhận."))
        }
    }

    @Test func `held, a channel takes no reminder`() async throws {
        let receiver = try LoopbackReceiver { _, _ in 200 }
        defer { receiver.stop() }
        try await open(port: nil) { office in
            try await office.rewrite(
                "Channels/channels.yaml",
                OfficeChannels.register(port: receiver.port).replacing("enabled", with: "reminders: true\n    enabled"))
            let workspace = office.workspace
            try await workspace.setReminderAddress(
                .channel(try slug("page")), of: try slug("east-138"), as: try office.user("lan"), mode: .perform)
            _ = try await workspace.hold(
                .everything, reason: "dừng", as: try office.user("admin"), mode: .perform)
            let result = try await workspace.sendReportReminders(as: .program)
            #expect(result.sent.isEmpty && result.failed.count == 1 && receiver.requests.isEmpty)
        }
    }

    @Test(arguments: ["khong-phai", "a@b\r\nRCPT TO:<x@y>", "a b@c.vn", "<a@b.vn>"])
    func `what is no address is not kept`(address: String) async throws {
        try await open(port: nil) { office in
            await #expect(throws: ReportingError.badAddress(address)) {
                try await remind("east-138", at: address, in: office)
            }
        }
    }

    @Test func `without a mail server nothing is sent, and it is said how to have one`() async throws {
        try await open(port: nil) { office in
            await #expect(throws: MailSettingsError.self) {
                try await office.workspace.sendReportReminders(as: .program)
            }
            let reminders = try await office.workspace.reportReminders(as: try office.user("lan"))
            #expect(reminders.map(\.subject.id.description) == ["east-138"])
        }
    }
}
