import Outreach

/// Reads the files under `safeguarding`: rules, words, spellings and the second reading, which are only right together.
enum SafeguardingReader {
    /// The rules; nil with the reasons in the logs where something is wrong, and nil where there are no files.
    static func read(_ files: SafeguardingFiles, helpLines: [HelpLine]) -> SafeguardingRules? {
        guard !files.all.isEmpty else { return nil }
        let names = DeclaredPatternNames()
        let words = files.words.flatMap { WordListReader.lists($0, names) }
        let rules = files.rules.compactMap { SafeguardingRuleReader.rule($0, names) }
        let spellings = spellings(files.spellings)
        let secondReading = files.secondReading?.text()
        names.reportUnknown()
        guard files.all.allSatisfy(\.problems.isEmpty) else { return nil }
        let all = SafeguardingRules(
            rules: rules.sorted { $0.id < $1.id }, words: words, spellings: spellings, secondReading: secondReading)
        do throws(SafeguardingRulesError) {
            _ = try Safeguard(rules: all, helpLines: helpLines)
            return all
        } catch .secondReading(let error) {
            files.secondReading?.log.report(line: error.line, error.message)
            return nil
        } catch {
            // What no single file shows: a rule or list that is missing, lists that use each other.
            files.all.first?.log.report(line: nil, error.message)
            return nil
        }
    }

    private static func spellings(_ file: ContentFile?) -> [String: String] {
        guard let file, let text = file.text(), let root = YAMLDocument.mapping(text, log: file.log) else { return [:] }
        var spellings: [String: String] = [:]
        for (written, meant) in root.require("spellings")?.mapping()?.entries() ?? [] {
            spellings[written.normalized] = meant.text()
        }
        root.finish()
        return spellings
    }
}

/// The names patterns may refer to, and where they do.
final class DeclaredPatternNames {
    private var places: [String: YAMLValue] = [:]
    private var uses: [(name: String, place: YAMLValue)] = []

    func declare(_ name: String, at place: YAMLValue) {
        if let first = places[name] {
            place.reportTwice("“\(name)”", first: first)
        } else {
            places[name] = place
        }
    }

    /// The text of a pattern that is well formed, or nil with the reason in the log.
    func pattern(_ value: YAMLValue) -> String? {
        guard let text = value.text() else { return nil }
        do {
            uses += try Pattern(text).references.map { ($0, value) }
            return text
        } catch {
            value.report(
                Message(
                    vi: "\(value.path): “\(text)”: \(error.message.vietnamese)",
                    en: "\(value.path): “\(text)”: \(error.message.english)"))
            return nil
        }
    }

    /// Patterns one by one, or in groups: a list inside the list.
    func patterns(_ value: YAMLValue?) -> [String] {
        let groups = value?.list { $0.isSequence ? patterns($0) : pattern($0).map { [$0] } } ?? []
        return groups.flatMap(\.self)
    }

    /// What stands under `with` and `unless`, each by windows.
    func context(of mapping: YAMLMapping) -> WordContext {
        WordContext(with: windows(mapping.value("with")), unless: windows(mapping.value("unless")))
    }

    private func windows(_ value: YAMLValue?) -> [ContextWindow: [String]] {
        guard let mapping = value?.mapping() else { return [:] }
        var windows: [ContextWindow: [String]] = [:]
        for window in ContextWindow.allCases {
            guard let patterns = mapping.value(window.rawValue) else { continue }
            windows[window] = self.patterns(patterns)
        }
        mapping.finish()
        return windows
    }

    /// Patterns in both languages, under `vi` and `en`, one of which may be missing.
    func patterns(inLanguagesOf mapping: YAMLMapping) -> [String] {
        patterns(mapping.value("vi")) + patterns(mapping.value("en"))
    }

    func reportUnknown() {
        let known = Pattern.forms.union(places.keys)
        for (name, place) in uses where !known.contains(name) {
            let hint = Suggestion.hint(
                for: name, among: known,
                otherwise: Message(
                    vi: "Thêm vào Content/safeguarding/words hoặc sửa tên.",
                    en: "Add it in Content/safeguarding/words or mend the name."))
            place.report(
                Message(
                    vi: "\(place.path): không có danh sách từ “\(name)”. \(hint.vietnamese)",
                    en: "\(place.path): there is no word list “\(name)”. \(hint.english)"))
        }
    }
}

/// Reads a file of `safeguarding/words`.
enum WordListReader {
    static func lists(_ file: ContentFile, _ names: DeclaredPatternNames) -> [WordList] {
        guard let text = file.text(), let root = YAMLDocument.mapping(text, log: file.log) else { return [] }
        let lists = root.require("words")?.list { list($0, names) } ?? []
        root.finish()
        return lists
    }

    private static func list(_ element: YAMLValue, _ names: DeclaredPatternNames) -> WordList? {
        guard let mapping = element.mapping() else { return nil }
        let id = mapping.require("id")?.slug()
        let patterns = names.patterns(inLanguagesOf: mapping)
        let except = names.patterns(mapping.value("except"))
        let context = names.context(of: mapping)
        mapping.finish()
        guard let id else { return nil }
        names.declare(id.description, at: element)
        if patterns.isEmpty {
            element.report(
                Message(
                    vi: "\(element.path): danh sách “\(id)” trống; viết từ dưới vi hoặc en.",
                    en: "\(element.path): the list “\(id)” is empty; write words under vi or en."))
        }
        return WordList(id: id.description, patterns: patterns, except: except, context: context)
    }
}
