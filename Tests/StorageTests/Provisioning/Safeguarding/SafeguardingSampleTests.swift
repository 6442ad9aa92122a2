import Outreach
import Testing

/// Every rule is held against the samples it brings along.
struct SafeguardingSampleTests {
    @Test(arguments: SafeguardingRuleID.allCases)
    func `a rule finds what its own samples show and passes what they show as clean`(
        _ id: SafeguardingRuleID
    ) throws {
        let rule = try #require(try SafeguardingFixture.rules()[id])
        #expect(rule.samples.contains { $0.isFound })
        #expect(rule.samples.contains { !$0.isFound })
        for sample in rule.samples {
            let found = try SafeguardingFixture.found(sample.text, kind: sample.kind)
            #expect(found.contains(id) == sample.isFound, "\(id.rawValue): \(sample.text)")
        }
    }

    @Test func `no clean sample of one rule is blocked by another, but for a missing line`() throws {
        for rule in try SafeguardingFixture.rules().rules {
            for sample in rule.samples where !sample.isFound {
                let findings = try SafeguardingFixture.safeguard().findings(
                    in: CheckedText(sample.text, kind: sample.kind))
                let blocks = findings.filter { $0.level == .block && $0.rule != .missingHelpLine }
                #expect(blocks.isEmpty, "\(rule.id.rawValue): \(sample.text): \(blocks.map(\.rule))")
            }
        }
    }
}
