import Outreach

/// Why a command line could not be read, told from the parser's English sentence: what is wrong, that nothing was done,
/// and what to do. What a command checks itself is said in both languages by the command, and stays as it is.
enum ParserWords {
    static func message(_ sentence: String) -> Message {
        missing(sentence) ?? badValue(sentence) ?? unknown(sentence) ?? tooMuch(sentence) ?? completion(sentence)
            ?? Message(verbatim: sentence)
    }

    private static func missing(_ sentence: String) -> Message? {
        if let found = sentence.wholeMatch(of: /Missing expected argument '(.+?)(?: \.\.\.)?'/) {
            return Message(
                vi: "Thiếu \(found.1). Chưa làm gì; thêm vào rồi chạy lại.",
                en: "\(found.1) is missing. Nothing was done; add it and run again.")
        }
        if let found = sentence.wholeMatch(of: /Missing one of: '(.+)'/) {
            let choices = found.1.replacing("', '", with: ", ")
            return Message(
                vi: "Thiếu một trong: \(choices). Chưa làm gì; thêm vào rồi chạy lại.",
                en: "One of these is missing: \(choices). Nothing was done; add it and run again.")
        }
        if let found = sentence.wholeMatch(of: /Missing value for '(.+)'/) {
            return Message(
                vi: "Sau \(found.1) chưa có giá trị. Chưa làm gì; ghi giá trị rồi chạy lại.",
                en: "There is no value behind \(found.1). Nothing was done; give one and run again.")
        }
        return nil
    }

    private static func badValue(_ sentence: String) -> Message? {
        let pattern = /The value '(.*)' is invalid for '(.+?)'(?:\. Please provide one of (.+)|: .+)?/
            .dotMatchesNewlines()
        guard let found = sentence.wholeMatch(of: pattern) else { return nil }
        let form =
            found.3.map { list in
                let names = choices(in: String(list)).joined(separator: ", ")
                return Message(vi: "chọn một trong: \(names)", en: "choose one of: \(names)")
            } ?? ArgumentForm.expected(at: String(found.2))
        return Message(
            vi: "“\(found.1)” không dùng được cho \(found.2): \(form.vietnamese). Chưa làm gì; sửa rồi chạy lại.",
            en: "“\(found.1)” does not fit \(found.2): \(form.english). Nothing was done; correct it and run again.")
    }

    /// `'vi' and 'en'.`, or a line each with a hyphen.
    private static func choices(in list: String) -> [Substring] {
        list.contains("\n")
            ? list.split(separator: "\n").compactMap { $0.firstMatch(of: /- (.+)$/)?.1 }
            : list.matches(of: /'([^']*)'/).map { $0.1 }
    }

    private static func unknown(_ sentence: String) -> Message? {
        // Behind the first sentence the parser may take the letters of one option for several.
        if let found = sentence.prefixMatch(of: /Unknown option '([^']+)'(?:\. Did you mean '([^']+)'\?)?/) {
            let meant = found.2.map { Message(vi: " Có phải: \($0)?", en: " Did you mean \($0)?") }
            return Message(
                vi: "Không có tùy chọn \(found.1). Chưa làm gì.\(meant?.vietnamese ?? " Xem các tùy chọn dưới đây.")",
                en: "There is no option \(found.1). Nothing was done.\(meant?.english ?? " The options are below.")")
        }
        if let found = sentence.wholeMatch(of: /Invalid option: (.+)/) {
            return Message(
                vi: "\(found.1) không phải tùy chọn. Chưa làm gì; xem các tùy chọn dưới đây.",
                en: "\(found.1) is no option. Nothing was done; the options are below.")
        }
        return nil
    }

    /// That there is no such command, with those it may have meant.
    static func noCommand(_ typed: String, among commands: [String]) -> Message {
        let near = NearestNames.of(typed, among: commands).joined(separator: ", ")
        guard !near.isEmpty else {
            return Message(
                vi: "Không có lệnh “\(typed)”. Chưa làm gì; xem các lệnh bằng --help.",
                en: "There is no command “\(typed)”. Nothing was done; --help lists the commands.")
        }
        return Message(
            vi: "Không có lệnh “\(typed)”. Chưa làm gì. Có phải: \(near)? Xem các lệnh bằng --help.",
            en: "There is no command “\(typed)”. Nothing was done. Did you mean: \(near)? --help lists the commands.")
    }

    private static func tooMuch(_ sentence: String) -> Message? {
        if let found = sentence.wholeMatch(of: /Unexpected argument '(.*)'/.dotMatchesNewlines()) {
            return Message(
                vi: "“\(found.1)” là thừa: lệnh này không nhận thêm gì. Chưa làm gì; bỏ đi, hoặc đặt trong dấu nháy "
                    + "nếu là một phần của giá trị trước đó.",
                en: "“\(found.1)” is too much: the command takes nothing more. Nothing was done; leave it out, or "
                    + "put quotes around it where it belongs to the value before.")
        }
        if let found = sentence.wholeMatch(of: /[0-9]+ unexpected arguments: '(.*)'/.dotMatchesNewlines()) {
            let values = found.1.replacing("', '", with: ", ")
            return Message(
                vi: "Thừa: \(values). Chưa làm gì; bỏ đi, hoặc đặt giá trị có dấu cách trong dấu nháy.",
                en: "Too much: \(values). Nothing was done; leave it out, or put quotes around a value with spaces.")
        }
        if let found = sentence.wholeMatch(of: /The option '(.+)' does not take any value, but '(.*)' was specified\./)
        {
            return Message(
                vi: "\(found.1) không nhận giá trị, nhưng có “\(found.2)”. Chưa làm gì; bỏ giá trị rồi chạy lại.",
                en:
                    "\(found.1) takes no value, but has “\(found.2)”. Nothing was done; leave the value out and run again."
            )
        }
        if let found = sentence.wholeMatch(of: /Value to be set with (.+) had already been set with (.+)/) {
            let both = [found.2, found.1].map { $0.replacing("flag ", with: "").replacing("'", with: "") }
            return Message(
                vi: "\(both[0]) và \(both[1]) không đi cùng nhau. Chưa làm gì; chỉ giữ một.",
                en: "\(both[0]) and \(both[1]) do not go together. Nothing was done; keep one of them.")
        }
        return nil
    }

    private static func completion(_ sentence: String) -> Message? {
        guard sentence.hasPrefix("Can't generate completion") || sentence.hasPrefix("Can't autodetect") else {
            return nil
        }
        return Message(
            vi: "Chỉ có gợi ý lệnh cho zsh, bash và fish. Chạy lại, ví dụ: loa --generate-completion-script=bash",
            en: "There is completion for zsh, bash and fish alone. Run, say, loa --generate-completion-script=bash")
    }
}
