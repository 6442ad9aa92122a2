extension SecondReading {
    /// The findings of the rules once the text was read a second time.
    ///
    /// A block of a rule whose score is low becomes a warning where the text is short, but for what tells who a child is or
    /// gives a wrong number: there the rule has the last word. A rule that found nothing gets one finding where its score
    /// is high. Left to the rules are texts unlike those that were learnt from, being shorter, longer or of words it has
    /// not met, and what was found in addresses, file names and pictures.
    func revised(
        _ findings: [Finding], in text: CheckedText, _ tokenized: TokenizedText, features: ReadingFeatures,
        rules safeguarding: SafeguardingRules
    ) -> [Finding] {
        let values = values(of: features)
        guard features.words.areMostly(known: values) else { return findings }
        let scores = scores(of: values)
        let isShort = features.words.count <= SecondReadingWeights.wordsToWarn
        var revised = findings
        for (number, rule) in rules.enumerated() {
            if scores[number] < rule.keep, isShort, !SecondReading.lastWords.contains(rule.id) {
                for index in revised.indices where revised[index].rule == rule.id && revised[index].place.isProse {
                    revised[index] = revised[index].asWarning
                }
            } else if scores[number] >= rule.add, !findings.contains(where: { $0.rule == rule.id }),
                let broken = safeguarding[rule.id], broken.applies(to: text)
            {
                let explanation = ReadingExplanation(self, rule: number, values, features, tokenized)
                if let finding = explanation.finding(of: broken, in: text) { revised.append(finding) }
            }
        }
        return revised
    }

    /// A child that is named in a text which reads well is named all the same.
    private static let lastWords: Set<SafeguardingRuleID> = [
        .namedChild, .placeOfCase, .kinship, .contactDetails, .pictureOfChild, .wrongHelpLine,
    ]
}

extension ReadingWords {
    /// Whether half of the words at least are known by themselves: of words in another language, or taken apart letter by
    /// letter, nothing was learnt.
    func areMostly(known values: ReadingValues) -> Bool {
        var isKnown = [Bool](repeating: false, count: words.count)
        for place in values.places where place.end == place.start + 1 { isKnown[Int(place.start)] = true }
        let known = zip(words, isKnown).count { !$0.isMark && $1 }
        return known * 2 >= count
    }
}

extension CheckedText.Place {
    /// Whether what stands there is read word by word.
    var isProse: Bool {
        switch self {
        case .link, .fileName, .picture: false
        default: true
        }
    }
}

extension Finding {
    fileprivate var asWarning: Finding {
        guard level == .block else { return self }
        let whole = Message(
            vi: "Đọc cả bài thì không giống những bài vi phạm quy tắc này, nên chỉ nhắc chứ không chặn.",
            en: "Read as a whole the text is unlike those that break this rule, so this is a warning and no block.")
        return Finding(
            rule: rule, level: .warn, place: place, start: start, end: end, words: words,
            why: Message(
                vi: "\(why.vietnamese) \(whole.vietnamese)", en: "\(why.english) \(whole.english)"),
            source: source, suggestion: suggestion)
    }
}

/// Why the second reading takes a text for one that breaks a rule: the sentence that weighs most, and the words in the
/// text that do.
struct ReadingExplanation {
    /// The tokens of the sentence.
    private let sentence: Range<Int>
    private let tokens: [Token]
    /// Up to three runs of words, the heaviest first.
    private let heaviest: [ReadingWords.Stretch]

    init(
        _ reading: SecondReading, rule: Int, _ values: ReadingValues, _ features: ReadingFeatures,
        _ text: TokenizedText
    ) {
        tokens = text.tokens
        var weights = [Double](repeating: 0, count: text.sentences.count)
        let sentences = SentencePlaces(text)
        var weighed = WeighedRuns(words: features.words.words)
        for value in values.values where !value.places.isEmpty {
            let weight = reading.weight(of: value.feature, for: rule) * value.value
            guard weight != 0 else { continue }
            for place in values.places[value.places] {
                let word = features.words.words[Int(place.start)]
                weights[sentences.sentence(at: word)] += weight / Double(value.places.count)
                weighed.add(weight / Double(value.places.count), to: place.words)
            }
        }
        let sentence = weights.indices.max { weights[$0] < weights[$1] }
        self.sentence = sentence.map { text.sentences[$0].tokens } ?? 0..<0
        heaviest = weighed.heaviest(3).map(features.words.stretch)
    }

    /// One finding for the whole; nil where the text has no sentence.
    func finding(of rule: SafeguardingRule, in text: CheckedText) -> Finding? {
        guard let first = tokens[sentence].first else { return nil }
        let last = tokens[sentence].last ?? first
        let part = text.parts[Int(first.part)]
        let words = heaviest.map { stretch in
            let text = ScalarPlaces(text.parts[stretch.part].text).text(from: stretch.start, to: stretch.end)
            return "“\(text.split(whereSeparator: \.isWhitespace).joined(separator: " "))”"
        }
        return Finding(
            rule: rule.id, level: rule.level, place: part.place, start: Int(first.start), end: Int(last.end),
            words: ScalarPlaces(part.text).text(from: Int(first.start), to: Int(last.end)),
            why: why(rule, words.joined(separator: ", ")), source: rule.source,
            suggestion: Message(vi: rule.suggestion.vi, en: rule.suggestion.en))
    }

    private func why(_ rule: SafeguardingRule, _ words: String) -> Message {
        let vietnamese = words.isEmpty ? "" : " Nặng nhất: \(words)."
        let english = words.isEmpty ? "" : " What weighs most: \(words)."
        return Message(
            vi: "Cả bài đọc giống những bài vi phạm quy tắc này (\(rule.name.vi)), dù không có cụm từ nào bị bắt "
                + "riêng.\(vietnamese) \(rule.why.vi)",
            en: "The text as a whole reads like texts that break this rule (\(rule.name.en)), though no phrase "
                + "of it is found by itself.\(english) \(rule.why.en)")
    }
}

/// How much the runs of words of a text weigh: each with all it is made of.
private struct WeighedRuns {
    private let words: [ReadingWords.Word]
    /// By first word and length.
    private var weights: [Double]

    init(words: [ReadingWords.Word]) {
        self.words = words
        weights = Array(repeating: 0, count: words.count * ReadingFeatures.longestRun)
    }

    mutating func add(_ weight: Double, to run: Range<Int>) {
        weights[run.lowerBound * ReadingFeatures.longestRun + run.count - 1] += weight
    }

    private func weight(of run: Range<Int>) -> Double {
        run.reduce(0) { sum, start in
            (start..<run.upperBound).reduce(sum) {
                $0 + weights[start * ReadingFeatures.longestRun + $1 - start]
            }
        }
    }

    /// So many runs that share no word, the heaviest first; none that speaks against the rule.
    func heaviest(_ count: Int) -> [Range<Int>] {
        let runs = words.indices.flatMap { start in
            (start..<min(start + ReadingFeatures.longestRun, words.count)).map { start..<$0 + 1 }
        }
        let weighed = runs.filter { words[$0.lowerBound].part == words[$0.upperBound - 1].part }
            .map { (run: $0, weight: weight(of: $0)) }.filter { $0.weight > 0 }
        var chosen: [Range<Int>] = []
        for (run, _) in weighed.sorted(by: { ($1.weight, $0.run.lowerBound) < ($0.weight, $1.run.lowerBound) })
        where chosen.count < count && !chosen.contains(where: { $0.overlaps(run) }) {
            chosen.append(run)
        }
        return chosen
    }
}

/// Tells in which sentence a word stands: the last that has begun.
private struct SentencePlaces {
    private let starts: [(part: Int, start: Int)]

    init(_ text: TokenizedText) {
        starts = text.sentences.map { sentence in
            guard sentence.tokens.lowerBound < text.tokens.count else { return (Int.max, 0) }
            let first = text.tokens[sentence.tokens.lowerBound]
            return (Int(first.part), Int(first.start))
        }
    }

    func sentence(at word: ReadingWords.Word) -> Int {
        max(0, (starts.firstIndex { $0 > (Int(word.part), Int(word.start)) } ?? starts.count) - 1)
    }
}

extension ReadingWords {
    /// Where words in a row stand: scalars of a part.
    struct Stretch {
        let part: Int
        let start: Int
        let end: Int
    }

    fileprivate func stretch(_ run: Range<Int>) -> Stretch {
        Stretch(
            part: Int(words[run.lowerBound].part), start: Int(words[run.lowerBound].start),
            end: Int(words[run.upperBound - 1].end))
    }
}
