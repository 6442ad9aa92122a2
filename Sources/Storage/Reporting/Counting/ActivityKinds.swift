import Outreach

/// What counted rows are told apart by: every combination of words that was seen, under a number from 0.
struct ActivityKinds {
    typealias Column = IndicatorStatement.Column
    typealias Numbers = SIMD16<Int32>

    /// In this order they stand in the database; what is added later goes to the end.
    static let columns: [Column] = [
        .quality, .form, .level, .audience, .channel, .channelKind, .materialKind, .metric, .campaign, .material,
    ]
    /// The language of a material is found when it is asked for; it has a place of its own behind the columns.
    static let language = columns.count

    private struct Visit: Hashable {
        let kind: Int
        let isSchool: Bool
    }

    private var words = WordNumbers()
    private var kinds: [Numbers] = []
    private var places: [Numbers: Int] = [:]
    private var kindsOfVisits: [Visit: VisitKinds] = [:]

    mutating func kind(of row: SQLStep) throws -> Int {
        var numbers = Numbers(repeating: 0)
        for (index, column) in ActivityKinds.columns.enumerated() {
            numbers[index] = words.number(of: try row.optionalText(column.rawValue))
        }
        return kind(numbers)
    }

    /// - Parameter text: as ``text(of:)`` gives it.
    mutating func kind(text: String) -> Int {
        var numbers = Numbers(repeating: 0)
        for (index, word) in text.split(separator: "|", omittingEmptySubsequences: false).enumerated()
        where index < ActivityKinds.columns.count {
            numbers[index] = words.number(of: word.isEmpty ? nil : String(word))
        }
        return kind(numbers)
    }

    mutating func kind(_ numbers: Numbers) -> Int {
        if let known = places[numbers] { return known }
        kinds.append(numbers)
        places[numbers] = kinds.count - 1
        return kinds.count - 1
    }

    /// The words of the columns with a stroke between them; no word has one.
    func text(of kind: Int) -> String {
        ActivityKinds.columns.indices.map { words.word(kinds[kind][$0]) ?? "" }.joined(separator: "|")
    }

    func word(_ column: Column, of kind: Int) -> String? {
        ActivityKinds.columns.firstIndex(of: column).flatMap { words.word(kinds[kind][$0]) }
    }

    func word(_ column: Column, in numbers: Numbers) -> String? {
        ActivityKinds.columns.firstIndex(of: column).flatMap { words.word(numbers[$0]) }
    }

    func language(in numbers: Numbers) -> String? { words.word(numbers[ActivityKinds.language]) }

    /// The same without its material, which rows are not told apart by in the end, and with a language.
    mutating func numbers(of kind: Int, language: String?) -> Numbers {
        var numbers = kinds[kind]
        if let place = ActivityKinds.columns.firstIndex(of: .material) { numbers[place] = 0 }
        numbers[ActivityKinds.language] = words.number(of: language)
        return numbers
    }

    /// The form and level alone, which places are told apart by.
    mutating func kindOfVisit(_ kind: Int) -> Int {
        var numbers = Numbers(repeating: 0)
        for (index, column) in ActivityKinds.columns.enumerated() where [.form, .level].contains(column) {
            numbers[index] = kinds[kind][index]
        }
        return self.kind(numbers)
    }

    mutating func visitKinds(of kind: Int, isSchool: Bool) -> VisitKinds {
        let visit = Visit(kind: kind, isSchool: isSchool)
        if let known = kindsOfVisits[visit] { return known }
        let kinds = VisitKinds(form: word(.form, of: kind), level: word(.level, of: kind), isSchool: isSchool)
        kindsOfVisits[visit] = kinds
        return kinds
    }
}
