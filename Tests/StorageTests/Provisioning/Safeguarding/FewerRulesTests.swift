import Outreach
import Testing

/// Texts held against some of the rules alone.
struct FewerRulesTests {
    private static let fewRules: [Set<SafeguardingRuleID>] = [
        [.namedChild, .placeOfCase, .kinship, .contactDetails], [.method], [.blame, .missingHelpLine],
    ]

    @Test(arguments: ["samples", "ninth", "twenty-third"])
    func `some of the rules find what they find among all, in short texts and in a long one`(name: String) throws {
        let safeguard = try SafeguardingFixture.safeguard()
        let lines = try LabelledLine.read(name)
        let long = CheckedText(lines.map(\.text).joined(separator: "\n\n"), kind: .article)
        for text in lines.map(\.checkedText) + [long] {
            let all = safeguard.findings(in: text)
            for ids in Self.fewRules {
                #expect(safeguard.findings(in: text, of: ids) == all.filter { ids.contains($0.rule) })
            }
        }
    }
}
