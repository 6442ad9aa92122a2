import ArgumentParser

/// Reads the command line and runs one command; everything else is wired in `Context`.
@main
struct Loa: AsyncParsableCommand {
    static let version = "0.1.0"

    static let configuration = CommandConfiguration(
        commandName: "loa",
        abstract: say(
            "Loa: tài liệu, chiến dịch, bài đăng, buổi tuyên truyền và số liệu bảo vệ trẻ em, một chỗ.",
            "Loa: materials, campaigns, posts, sessions and counts of child protection outreach, in one place."),
        discussion: say("“loa --version” in số phiên bản.", "“loa --version” prints the version."),
        groupedSubcommands: [
            CommandGroup(
                name: say("Thư mục làm việc", "The workspace"),
                subcommands: [
                    Init.self, Serve.self, Doctor.self, Backup.self, Restore.self, Export.self, Import.self,
                    Demo.self, Bench.self, Routes.self,
                ]),
            CommandGroup(
                name: say("Đơn vị", "Organisation"), subcommands: [Units.self, Users.self, Audit.self]),
            CommandGroup(name: say("Thư viện", "Library"), subcommands: [Content.self]),
            CommandGroup(
                name: say("Kế hoạch", "Planning"),
                subcommands: [Observances.self, Lunar.self, Plans.self, Campaigns.self, CalendarCommand.self]),
            CommandGroup(
                name: say("Đăng bài", "Publishing"),
                subcommands: [Channels.self, Posts.self, Consents.self, Deliver.self]),
            CommandGroup(
                name: say("Kết quả", "Counts"), subcommands: [Sessions.self, Reach.self, Reports.self]),
        ]
    )
}
