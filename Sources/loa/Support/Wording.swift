import Foundation
import Outreach

/// One of two wordings, in the language of this process: for help texts, which exist before any option is read.
func say(_ vietnamese: String, _ english: String) -> String {
    Message(vi: vietnamese, en: english)(.ofProcess)
}

extension Language {
    /// What the person asked for, else the locale's; Vietnamese unless one of them says English.
    static let ofProcess: Language = {
        if let asked { return asked }
        let environment = ProcessInfo.processInfo.environment
        let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].compactMap { environment[$0] }.first { !$0.isEmpty }
        return locale?.hasPrefix("en") == true ? .english : .vietnamese
    }()

    /// `--lang`, else `LOA_LANGUAGE`; nil where neither is given.
    static let asked: Language? = {
        let arguments = CommandLine.arguments
        if let index = arguments.firstIndex(of: "--lang"), arguments.indices.contains(index + 1),
            let language = Language(rawValue: arguments[index + 1])
        {
            return language
        }
        if let flag = arguments.first(where: { $0.hasPrefix("--lang=") }),
            let language = Language(rawValue: String(flag.dropFirst("--lang=".count)))
        {
            return language
        }
        return ProcessInfo.processInfo.environment["LOA_LANGUAGE"].flatMap(Language.init(rawValue:))
    }()
}
