import Foundation
import Outreach
import Storage
import Testing

/// The rules as they lie in the repository, and the labelled texts they are measured on.
enum SafeguardingFixture {
    /// The repository this test was built in.
    static let repository: URL = {
        var folder = URL(filePath: #filePath)
        while !FileManager.default.fileExists(atPath: folder.appending(path: "Package.swift").path), folder.path != "/"
        {
            folder.deleteLastPathComponent()
        }
        return folder
    }()

    static let content = Result { try ContentFolder.load(repository.appending(path: "Content")) }

    static func rules() throws -> SafeguardingRules { try #require(try content.get().safeguarding) }

    static func safeguard() throws -> Safeguard { try compiled.get() }

    private static let compiled = Result {
        try Safeguard(rules: try rules(), helpLines: try content.get().taxonomy.helpLines)
    }

    static func found(_ text: String, kind: TextKind = .post) throws -> Set<SafeguardingRuleID> {
        Set(try safeguard().findings(in: CheckedText(text, kind: kind)).map(\.rule))
    }
}

/// A text of which somebody who did not write the rules said what has to be found.
struct LabelledLine: Decodable {
    let id: String
    let text: String
    let kind: String
    let audience: String
    let expect: [Int]
    let allow: [Int]

    /// Kinds as the writers of the texts call them.
    private static let otherKinds: [String: TextKind] = ["radio": .radioScript]

    var checkedText: CheckedText {
        CheckedText(
            text, kind: TextKind(rawValue: kind) ?? LabelledLine.otherKinds[kind] ?? .post, audiences: [audience])
    }

    static func rule(_ number: Int) -> SafeguardingRuleID? {
        SafeguardingRuleID(rawValue: number < 10 ? "S0\(number)" : "S\(number)")
    }

    static func read(_ name: String) throws -> [LabelledLine] {
        let path = "Tests/OutreachTests/Fixtures/safeguarding-\(name).jsonl"
        let data = try Data(contentsOf: SafeguardingFixture.repository.appending(path: path))
        return try data.split(separator: 0x0A).map { try JSONDecoder().decode(LabelledLine.self, from: $0) }
    }
}
