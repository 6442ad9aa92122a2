import Testing

@testable import Outreach

/// What was learnt, as text.
struct SecondReadingWeightsTests {
    @Test func `what was learnt is the same after it was written and read`() throws {
        let learnt = try SecondReadingFixture.learnt()
        #expect(learnt.rules.map(\.id) == [.blame])
        #expect(!learnt.features.isEmpty)
        let read = try SecondReadingWeights(learnt.text)
        #expect(read.text == learnt.text)
        #expect(Set(read.features.map(\.name)) == Set(learnt.features.map(\.name)))
    }

    @Test func `the same texts lead to the same weights`() throws {
        #expect(try SecondReadingFixture.learnt().text == SecondReadingFixture.learnt().text)
    }

    @Test func `weights are sorted by name and written with at most three decimals`() {
        let weights = SecondReadingWeights(
            rules: [SecondReadingWeights.Rule(id: .blame, bias: -0.25)],
            features: [
                SecondReadingWeights.Feature(name: "w:vui vẻ", weights: [(0, -1.0004)]),
                SecondReadingWeights.Feature(name: "b:gian", weights: [(0, 0.1239)]),
            ])
        #expect(
            weights.text.split(separator: "\n").dropFirst()
                == ["rule S06 bias=-0.25 warn=0.3", "b:gian\tS06=0.124", "w:vui vẻ\tS06=-1"])
    }

    @Test(arguments: [
        "w:vui", "w:vui\t", "w:vui\tS07=0.1", "w:vui\tS06=x", "w:vui\tS06=inf", "vui\tS06=0.1", "x:vui\tS06=0.1",
        "rule S06 bias=0 warn=1", "rule S99 bias=0 warn=1", "rule S07 bias=0 keep=0 warn=1", "rule S07 bias=nan warn=1",
        "w:\tS06=1",
    ])
    func `a line that cannot be read is named`(_ line: String) {
        let error = #expect(throws: SecondReadingError.self) {
            try SecondReadingWeights("# words\nrule S06 bias=0 warn=0.3\n\(line)\n")
        }
        #expect(error?.line == 3)
    }

    @Test func `rules with a broken second reading are refused with its line`() throws {
        let rules = try SecondReadingFixture.safeguard().rules
        let broken = SafeguardingRules(
            rules: rules.rules, words: rules.words, spellings: [:], secondReading: "# words\nnonsense\n")
        let error = try #require(throws: SafeguardingRulesError.self) {
            try Safeguard(rules: broken, helpLines: [])
        }
        #expect(error == .secondReading(SecondReadingError(line: 2, text: "nonsense")))
        #expect(error.message.english.contains("line 2"))
    }
}
