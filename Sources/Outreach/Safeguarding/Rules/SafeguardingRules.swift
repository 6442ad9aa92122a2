/// What has to stand around something found, and what must not.
public struct WordContext: Sendable, Hashable, Codable {
    /// In every window named, at least one of its patterns.
    public let with: [ContextWindow: [String]]
    /// In no window named, any of its patterns.
    public let unless: [ContextWindow: [String]]

    public init(with: [ContextWindow: [String]] = [:], unless: [ContextWindow: [String]] = [:]) {
        self.with = with
        self.unless = unless
    }

    var everyPattern: [String] { with.values.flatMap(\.self) + unless.values.flatMap(\.self) }
}

/// Words and phrases that mean one thing to the rules, under a name: `<abuse>`.
public struct WordList: Sendable, Hashable, Codable {
    public let id: String
    public let patterns: [String]
    /// What is found inside one of these does not count: "phòng, chống xâm hại" is no abuse that happened.
    public let except: [String]
    /// What has to stand, and must not stand, around what is found, as in a clause of a rule.
    public let context: WordContext

    public init(id: String, patterns: [String], except: [String] = [], context: WordContext = WordContext()) {
        self.id = id
        self.patterns = patterns
        self.except = except
        self.context = context
    }

    /// Every pattern it is made of.
    var everyPattern: [String] { patterns + except + context.everyPattern }
}

/// Everything under `Content/safeguarding`: the rules, their words, and how words are misspelt.
public struct SafeguardingRules: Sendable, Hashable, Codable {
    public let rules: [SafeguardingRule]
    public let words: [WordList]
    /// Short forms and misspellings by what they stand for: hs is học sinh.
    public let spellings: [String: String]
    /// What the second reading has learnt, in the form of ``SecondReadingWeights``; nil leaves texts to the rules alone.
    public let secondReading: String?

    public init(
        rules: [SafeguardingRule], words: [WordList], spellings: [String: String], secondReading: String? = nil
    ) {
        self.rules = rules
        self.words = words
        self.spellings = spellings
        self.secondReading = secondReading
    }

    /// The same, with nothing read a second time.
    public var alone: SafeguardingRules { SafeguardingRules(rules: rules, words: words, spellings: spellings) }

    public subscript(id: SafeguardingRuleID) -> SafeguardingRule? { rules.first { $0.id == id } }

    /// The lists the program itself looks things up in; without them names and sentences are not recognised.
    public static let requiredLists =
        [
            FormWords.surnameList, FormWords.givenNameList, FormWords.notNameList,
            FormWords.namePartList, FormWords.beforeNameList, FormWords.doubleLetterList,
            WordReader.abbreviationList, WordReader.englishList,
        ] + StepSequence.lists
}

/// Why rules cannot be used.
public enum SafeguardingRulesError: ReadableError, Hashable {
    case pattern(place: String, pattern: String, PatternError)
    case unknownList(place: String, name: String)
    case missingList(String)
    case circle(String)
    case missingRule(SafeguardingRuleID)
    case secondReading(SecondReadingError)

    public var kind: FailureKind { .configuration }

    public var message: Message {
        switch self {
        case .pattern(let place, let pattern, let error):
            Message(
                vi: "\(place): mẫu “\(pattern)”: \(error.message.vietnamese)",
                en: "\(place): the pattern “\(pattern)”: \(error.message.english)")
        case .unknownList(let place, let name):
            Message(
                vi: "\(place): không có danh sách từ “\(name)”. Thêm vào Content/safeguarding/words hoặc sửa tên.",
                en: "\(place): there is no word list “\(name)”. Add it in Content/safeguarding/words or mend the name.")
        case .missingList(let name):
            Message(
                vi: "Thiếu danh sách từ “\(name)” mà chương trình cần. Thêm vào Content/safeguarding/words.",
                en:
                    "The word list “\(name)”, which the program needs, is missing. Add it in Content/safeguarding/words."
            )
        case .circle(let name):
            Message(
                vi: "Danh sách từ “\(name)” dùng lại chính nó qua danh sách khác. Bỏ một chỗ dùng.",
                en: "The word list “\(name)” uses itself through others. Take one of the uses away.")
        case .missingRule(let id):
            Message(
                vi: "Thiếu quy tắc \(id.rawValue). Khôi phục tệp của quy tắc đó trong Content/safeguarding/rules.",
                en: "The rule \(id.rawValue) is missing. Bring its file back in Content/safeguarding/rules.")
        case .secondReading(let error):
            Message(
                vi: "Bản đọc lần hai, dòng \(error.line): \(error.message.vietnamese)",
                en: "The second reading, line \(error.line): \(error.message.english)")
        }
    }
}
