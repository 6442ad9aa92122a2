import ArgumentParser
import Outreach

/// What every command understands.
struct CommonOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            say(
                "Thư mục làm việc (mặc định: LOA_WORKSPACE hoặc thư mục hiện tại).",
                "The workspace (default: LOA_WORKSPACE or the current folder)."),
            valueName: "dir"))
    var workspace: String?

    @Option(
        name: .customLong("as"),
        help: ArgumentHelp(
            say(
                "Người thực hiện (mặc định: LOA_USER hoặc loa.yaml).",
                "Who does it (default: LOA_USER or loa.yaml)."), valueName: "user"))
    var user: Slug?

    @Option(help: ArgumentHelp(say("Ngôn ngữ: vi hoặc en.", "Language: vi or en."), valueName: "vi|en"))
    var lang: Language?
}

/// For commands that list or show: the same as data.
struct OutputOptions: ParsableArguments {
    @Flag(help: ArgumentHelp(say("In ra JSON.", "Print JSON.")))
    var json = false
}

/// For commands that change something.
struct ChangeOptions: ParsableArguments {
    @Flag(help: ArgumentHelp(say("Chỉ làm thử, không lưu gì.", "Try it out and keep nothing.")))
    var dryRun = false
}
