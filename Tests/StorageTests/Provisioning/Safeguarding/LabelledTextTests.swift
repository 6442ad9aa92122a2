import Outreach
import Testing

/// The rules held against texts written apart from them; see the README beside the texts.
struct LabelledTextTests {
    /// Floors that hold as the rules stand, in percent: what is found of what block rules must find, and how many clean
    /// texts are stopped at most.
    struct Floor: CustomTestStringConvertible {
        let name: String
        let recall: Double
        let stopped: Double

        var testDescription: String { name }
    }

    static let floors = [
        Floor(name: "samples", recall: 98, stopped: 3),
        Floor(name: "first", recall: 97, stopped: 3),
        Floor(name: "second", recall: 97, stopped: 3),
        Floor(name: "third", recall: 97, stopped: 3),
        Floor(name: "fourth", recall: 95, stopped: 3),
        Floor(name: "fifth", recall: 95, stopped: 3),
        Floor(name: "sixth", recall: 95, stopped: 3),
        Floor(name: "seventh", recall: 95, stopped: 3),
        Floor(name: "eighth", recall: 95, stopped: 3),
        Floor(name: "ninth", recall: 95, stopped: 3),
        Floor(name: "tenth", recall: 94, stopped: 3),
        Floor(name: "eleventh", recall: 95, stopped: 3),
        Floor(name: "twelfth", recall: 92, stopped: 3),
        Floor(name: "thirteenth", recall: 93, stopped: 3),
        Floor(name: "fourteenth", recall: 95, stopped: 3),
        Floor(name: "fifteenth", recall: 95, stopped: 3),
        Floor(name: "sixteenth", recall: 95, stopped: 3),
        Floor(name: "seventeenth", recall: 95, stopped: 3),
        Floor(name: "eighteenth", recall: 95, stopped: 3),
        Floor(name: "nineteenth", recall: 95, stopped: 3),
        Floor(name: "twentieth", recall: 95, stopped: 3),
        Floor(name: "twenty-first", recall: 95, stopped: 3),
        Floor(name: "twenty-second", recall: 95, stopped: 3),
        Floor(name: "twenty-third", recall: 95, stopped: 3),
        Floor(name: "twenty-fourth", recall: 95, stopped: 3),
        Floor(name: "twenty-fifth", recall: 95, stopped: 3),
        Floor(name: "twenty-sixth", recall: 95, stopped: 3),
        Floor(name: "twenty-seventh", recall: 95, stopped: 3),
        Floor(name: "twenty-eighth", recall: 95, stopped: 3),
        Floor(name: "twenty-ninth", recall: 95, stopped: 3),
        Floor(name: "thirtieth", recall: 95, stopped: 3),
        Floor(name: "thirty-first", recall: 95, stopped: 3),
        Floor(name: "thirty-second", recall: 95, stopped: 3),
        Floor(name: "thirty-third", recall: 95, stopped: 3),
    ]

    @Test(arguments: floors)
    func `block rules find what people found and leave clean texts alone`(_ floor: Floor) throws {
        let lines = try LabelledLine.read(floor.name)
        let rules = try SafeguardingFixture.rules()
        var (expected, found, clean, stopped) = (0, 0, 0, 0)
        for line in lines {
            let findings = try SafeguardingFixture.safeguard().findings(in: line.checkedText)
                .filter { $0.level == .block }.map(\.rule)
            let wanted = line.expect.compactMap(LabelledLine.rule).filter { rules[$0]?.level == .block }
            expected += wanted.count
            found += wanted.count(where: findings.contains)
            guard line.expect.isEmpty else { continue }
            clean += 1
            if findings.contains(where: { !line.allow.compactMap(LabelledLine.rule).contains($0) }) { stopped += 1 }
        }
        #expect(Double(found) * 100 >= floor.recall * Double(expected), "\(found) of \(expected) found")
        #expect(Double(stopped) * 100 <= floor.stopped * Double(clean), "\(stopped) of \(clean) clean texts stopped")
    }
}
