import Outreach

/// The forms and checks the readers of the content folder share.
extension YAMLValue {
    /// Says that something is used a second time here, and where it is used first.
    func reportTwice(_ what: String, first: YAMLValue) {
        let line = first.line.map { $0 + first.log.lineOffset }
        let place = line.map { "\(first.log.file):\($0)" } ?? first.log.file
        report(
            Message(
                vi: "\(path): \(what) đã dùng ở \(place). Giữ mục ở đó; đổi hoặc xóa mục này.",
                en: "\(path): \(what) is already used at \(place). That one is kept; change or delete this one."))
    }

    func refuseEmptyList() {
        guard isEmptyList else { return }
        report(
            Message(vi: "\(path): cần ít nhất một mục.", en: "\(path): give at least one."))
    }

    /// A list of words of a closed set that names at least one.
    func words<Word: RawRepresentable & CaseIterable>(_ type: Word.Type = Word.self) -> [Word]?
    where Word.RawValue == String {
        refuseEmptyList()
        return list { $0.word(type) }
    }

    /// One of some words, each with what it stands for.
    func word<Meaning>(among known: [(word: String, meaning: Meaning)]) -> Meaning? {
        guard let text = text() else { return nil }
        if let found = known.first(where: { $0.word == text }) { return found.meaning }
        let hint = Suggestion.hint(for: text, among: known.map(\.word))
        report(
            Message(
                vi: "\(path): không có “\(text)”. \(hint.vietnamese)",
                en: "\(path): there is no “\(text)”. \(hint.english)"))
        return nil
    }

    /// A length of whole days, at least one: `7d`.
    func wholeDays() -> Int? {
        parsed("một số ngày dạng 7d", "a number of days like 7d") { text in
            guard let match = text.wholeMatch(of: /([0-9]{1,4})d/), let days = Int(match.1), days > 0 else {
                return nil
            }
            return days
        }
    }
}

extension YAMLMapping {
    /// The days between `from` and `until` of an entry.
    func validity() -> Validity {
        let from = value("from")?.day()
        let until = value("until")
        let last = until?.day()
        if let from, let last, last < from {
            until?.report(
                Message(
                    vi: "until: ngày cuối \(last) trước ngày đầu \(from). Sửa một trong hai ngày.",
                    en: "until: the last day \(last) is before the first day \(from). Mend one of them."))
        }
        return Validity(from: from, until: last)
    }
}

extension Suggestion {
    /// The word probably meant, as a question; failing that `otherwise`, or all the known words.
    static func hint(for word: String, among known: some Sequence<String>, otherwise: Message? = nil) -> Message {
        if let word = closest(to: word, among: known) {
            return Message(vi: "Có phải “\(word)”?", en: "Did you mean “\(word)”?")
        }
        let words = known.sorted().joined(separator: ", ")
        return otherwise ?? Message(vi: "Chọn một trong: \(words).", en: "Choose one of: \(words).")
    }
}
