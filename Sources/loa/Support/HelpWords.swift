import Foundation
import Outreach

/// The fixed words around a help screen and a usage line, which the parser has in English alone.
enum HelpWords {
    /// A help screen in the language of the person; whatever else ends well, such as a completion script, as it is.
    static func screen(_ text: String, _ language: Language) -> String {
        guard language == .vietnamese, text.hasPrefix("OVERVIEW: ") || text.hasPrefix("USAGE: ") else { return text }
        return text.split(separator: "\n", omittingEmptySubsequences: false)
            .map { vietnamese(line: String($0)) }
            .joined(separator: "\n")
    }

    /// One of the lines under a refusal.
    static func line(_ text: String, _ language: Language) -> String {
        switch language {
        case .vietnamese: vietnamese(line: text)
        case .english: text
        }
    }

    private static func vietnamese(line: String) -> String {
        if let found = line.wholeMatch(of: /\s*See '(.+)' for (more information|detailed help)\./) {
            return "  Xem thêm: \(found.1.replacing("<subcommand>", with: "<lệnh>"))"
        }
        if line.hasSuffix(" SUBCOMMANDS:") { return line.replacing(" SUBCOMMANDS:", with: ":") }
        var line = line
        for (english, vietnamese) in beginnings { line = line.replacingPrefix(english, with: vietnamese) }
        for (english, vietnamese) in parts { line = line.replacing(english, with: vietnamese) }
        return line
    }

    private static let beginnings = [
        ("OVERVIEW: ", ""), ("USAGE: ", "CÁCH DÙNG: "), ("ARGUMENTS:", "THAM SỐ:"), ("OPTIONS:", "TÙY CHỌN:"),
        ("SUBCOMMANDS:", "CÁC LỆNH:"), ("Usage: ", "Cách dùng: "), ("Help:  ", "Đó là:  "),
    ]

    /// Words that stand within lines, none of which is a word of Vietnamese.
    private static let parts = [
        ("<subcommand>", "<lệnh>"), ("<options>", "<tùy chọn>"), ("(values: ", "(chọn: "),
        ("(default: ", "(mặc định: "), ("; default: ", "; mặc định: "),
        ("Show help information.", "Hiện phần trợ giúp này."),
        ("Show subcommand help information.", "Hiện phần trợ giúp của một lệnh."),
    ]
}

extension String {
    fileprivate func replacingPrefix(_ prefix: String, with other: String) -> String {
        hasPrefix(prefix) ? other + dropFirst(prefix.count) : self
    }
}
