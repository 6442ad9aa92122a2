extension SecondReading {
    /// The findings of the rules and, beside them, one warning for each rule that found nothing and whose score is high.
    ///
    /// It stops nothing and lets nothing pass: on texts nobody had seen it would have stopped more clean ones than it found
    /// others, and what blocks has to name the words it blocks for. Left to the rules are texts unlike those that were
    /// learnt from, being shorter, longer or of words it has not met.
    func complemented(
        _ findings: [Finding], in text: CheckedText, _ tokenized: TokenizedText, features: ReadingFeatures,
        rules safeguarding: SafeguardingRules
    ) -> [Finding] {
        let values = values(of: features)
        guard features.words.areMostly(known: values) else { return findings }
        let scores = scores(of: values)
        let found = Set(findings.map(\.rule))
        let warnings = rules.indices.compactMap { number -> Finding? in
            let rule = rules[number]
            guard scores[number] >= rule.warn, !found.contains(rule.id), let broken = safeguarding[rule.id],
                broken.applies(to: text)
            else { return nil }
            return ReadingExplanation(self, rule: number, values, features, tokenized).warning(of: broken, in: text)
        }
        return findings + warnings
    }
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

    /// One warning for the whole; nil where the text has no sentence.
    func warning(of rule: SafeguardingRule, in text: CheckedText) -> Finding? {
        guard let first = tokens[sentence].first else { return nil }
        let last = tokens[sentence].last ?? first
        let part = text.parts[Int(first.part)]
        let words = heaviest.map { stretch in
            let text = ScalarPlaces(text.parts[stretch.part].text).text(from: stretch.start, to: stretch.end)
            return "“\(text.split(whereSeparator: \.isWhitespace).joined(separator: " "))”"
        }
        return Finding(
            rule: rule.id, level: .warn, place: part.place, start: Int(first.start), end: Int(last.end),
            words: ScalarPlaces(part.text).text(from: Int(first.start), to: Int(last.end)),
            why: why(rule, words.joined(separator: ", ")), source: rule.source,
            suggestion: Message(vi: rule.suggestion.vi, en: rule.suggestion.en))
    }

    private func why(_ rule: SafeguardingRule, _ words: String) -> Message {
        let vietnamese = words.isEmpty ? "" : " Nặng nhất: \(words)."
        let english = words.isEmpty ? "" : " What weighs most: \(words)."
        return Message(
            vi: "Cả bài đọc giống những bài vi phạm quy tắc này (\(rule.name.vi)), dù không có cụm từ nào bị bắt "
                + "riêng: chỉ nhắc, không chặn. Xin đọc lại.\(vietnamese) \(rule.why.vi)",
            en: "The text as a whole reads like texts that break this rule (\(rule.name.en)), though no phrase "
                + "of it is found by itself: a warning and no block. Please read it again.\(english) \(rule.why.en)")
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
