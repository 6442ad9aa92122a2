public import Foundation
public import Outreach

/// `Content/units.yaml`, read and changed by itself.
public struct UnitsFile: Sendable {
    public struct Contents: Sendable, Hashable {
        public var units: [Outreach.Unit]
        public var committees: [Committee]
    }

    private let file: URL
    static let path = "Content/units.yaml"

    public init(content: URL) {
        file = content.appending(path: "units.yaml")
    }

    /// - Throws: ``FileChangeError/broken(file:line:reason:)``.
    public func read() throws(FileChangeError) -> Contents {
        let (contents, problems) = UnitsFile.read(file)
        if let problem = problems.first {
            throw .broken(file: UnitsFile.path, line: problem.line, reason: problem.reason)
        }
        return contents
    }

    /// The file with these units and committees instead of those it holds. Entries that do not change are not touched.
    ///
    /// - Throws: ``FileChangeError``, ``WorkspaceError``.
    public func draft(_ wanted: Contents) throws -> FileDraft {
        let now = try read()
        var text = EntryText(try String(contentsOf: file, encoding: .utf8))
        let (units, committees) = (Set(now.units), Set(now.committees))
        for unit in wanted.units where !units.contains(unit) { text.put(unit.id, unit.fields, in: "units") }
        for committee in wanted.committees where !committees.contains(committee) {
            text.put(committee.id, committee.fields, in: "committees")
        }
        let draft = try FileDraft(text.text, for: file)
        do {
            let (contents, problems) = UnitsFile.read(draft.draft)
            // What the draft is refused for is what was typed: the file itself was sound.
            if let problem = problems.first { throw FileChangeError.refused(problem.reason) }
            guard Set(contents.units) == Set(wanted.units), Set(contents.committees) == Set(wanted.committees) else {
                throw FileChangeError.notForPages(file: UnitsFile.path)
            }
            return draft
        } catch {
            draft.discard()
            throw error
        }
    }

    private static func read(_ url: URL) -> (Contents, [DataProblem]) {
        let file = ContentFile(url: url, path: path)
        let (units, committees) = UnitReader.read(file)
        let names = KnownNames(
            audiences: nil, topics: nil, observances: nil, units: units.declared, committees: committees.declared,
            materials: nil)
        let tree = SoundTree.of(
            units: names.resolved(units.entries), committees: names.resolved(committees.entries))
        return (Contents(units: tree.units, committees: tree.committees), file.problems)
    }
}

extension Outreach.Unit {
    /// As an entry of the file, the id left out.
    fileprivate var fields: [(key: String, value: String)] {
        let fields: [(String, String?)] = [
            ("name", YAMLText.pair(name)), ("kind", kind.rawValue), ("parent", parent?.description),
            ("from", validity.from?.description), ("until", validity.until?.description),
            ("priority", priority.map(\.entry)), ("level", level?.rawValue),
            ("succeeds", succeeds.isEmpty ? nil : YAMLText.list(succeeds)),
            ("former", former.isEmpty ? nil : "[\(former.map(\.entry).joined(separator: ", "))]"),
        ]
        return fields.compactMap { key, value in value.map { (key, $0) } }
    }
}

extension Committee {
    /// As an entry of the file, the id left out.
    fileprivate var fields: [(key: String, value: String)] {
        let fields: [(String, String?)] = [
            ("name", YAMLText.pair(name)), ("area", area.description), ("standing", standing.description),
            ("members", "[\(memberships.map(\.entry).joined(separator: ", "))]"),
            ("from", validity.from?.description), ("until", validity.until?.description),
        ]
        return fields.compactMap { key, value in value.map { (key, $0) } }
    }
}

extension Membership {
    /// Its name alone, or with the days on which it belongs.
    fileprivate var entry: String {
        let days = [validity.from.map { "from: \($0)" }, validity.until.map { "until: \($0)" }].compactMap(\.self)
        return days.isEmpty ? unit.description : "{\((["unit: \(unit)"] + days).joined(separator: ", "))}"
    }
}

extension Validity {
    /// `true` where it always holds, else its days.
    fileprivate var entry: String {
        let parts = [from.map { "from: \($0)" }, until.map { "until: \($0)" }].compactMap(\.self)
        return parts.isEmpty ? "true" : "{\(parts.joined(separator: ", "))}"
    }
}

extension FormerStanding {
    fileprivate var entry: String {
        let parts = [
            "until: \(until)", name.map { "name: \(YAMLText.pair($0))" }, parent.map { "parent: \($0)" },
        ]
        return "{\(parts.compactMap(\.self).joined(separator: ", "))}"
    }
}
