import Outreach

/// Reads `units.yaml`: the units and the committees over them.
enum UnitReader {
    static func read(_ file: ContentFile?) -> (units: EntryList<Unit>, committees: EntryList<Committee>) {
        let lists = ListFile.open(file)
        let units = lists.entries("units", read: unit)
        let committees = lists.entries("committees", isRequired: false, read: committee)
        lists.finish()
        return (units, committees)
    }

    private static func unit(_ id: Slug, _ mapping: YAMLMapping, _ references: References) -> Unit? {
        let name = mapping.require("name")?.localizedText()
        let kind = mapping.require("kind")?.word(UnitKind.self)
        let parent = references.one(mapping.value("parent"), .unit)
        let validity = mapping.validity()
        let priority = mapping.value("priority").flatMap(priority)
        let level = mapping.value("level")
        let schoolLevel = level?.word(SchoolLevel.self)
        let succeeds = references.many(mapping.value("succeeds"), .unit)
        let former = mapping.value("former")?.list { standing($0, references) } ?? []
        if let level, let kind, kind != .school {
            level.report(
                Message(
                    vi: "level: chỉ trường học (kind: school) có cấp học. Xóa dòng này hoặc sửa kind.",
                    en: "level: only schools (kind: school) have one. Delete it or mend the kind."))
        }
        guard let name, let kind else { return nil }
        return Unit(
            id: id, name: name, kind: kind, parent: parent, validity: validity, priority: priority,
            level: schoolLevel, succeeds: succeeds, former: former)
    }

    /// `true`, `false`, or the days: `{from: 2026-01-01, until: 2026-12-31}`.
    private static func priority(_ value: YAMLValue) -> Validity? {
        if value.isMapping { return value.validity() }
        return value.boolean() == true ? .always : nil
    }

    /// A member: its name, or its name with the days on which it belongs: `{unit: …, from: …, until: …}`.
    private static func membership(_ element: YAMLValue, _ references: References) -> Membership? {
        guard element.isMapping, let mapping = element.mapping() else {
            return references.one(element, .unit).map { Membership(unit: $0) }
        }
        let unit = references.one(mapping.require("unit"), .unit)
        let validity = mapping.validity()
        mapping.finish()
        return unit.map { Membership(unit: $0, validity: validity) }
    }

    /// How a unit stood until a day: `{until: 2025-06-30, name: {…}, parent: …}`.
    private static func standing(_ element: YAMLValue, _ references: References) -> FormerStanding? {
        guard let mapping = element.mapping() else { return nil }
        let until = mapping.require("until")?.parsed("một ngày dạng 2025-06-30", "a day like 2025-06-30", Day.init)
        let name = mapping.value("name")?.localizedText()
        let parent = references.one(mapping.value("parent"), .unit)
        mapping.finish()
        return until.map { FormerStanding(until: $0, name: name, parent: parent) }
    }

    private static func committee(_ id: Slug, _ mapping: YAMLMapping, _ references: References) -> Committee? {
        let name = mapping.require("name")?.localizedText()
        let area = references.one(mapping.require("area"), .unit)
        let standing = references.one(mapping.require("standing"), .unit)
        let members = mapping.require("members")
        members?.refuseEmptyList()
        let memberships = members?.list { membership($0, references) } ?? []
        let validity = mapping.validity()
        for (index, member) in memberships.enumerated()
        where memberships[..<index].contains(where: { $0.unit == member.unit && $0.validity.meets(member.validity) }) {
            members?.report(
                Message(
                    vi: "members: “\(member.unit)” viết hai lần cho cùng một ngày. Chỉ giữ lại một.",
                    en: "members: “\(member.unit)” is written twice for the same day. Keep one of them."))
        }
        guard let name, let area, let standing else { return nil }
        return Committee(
            id: id, name: name, area: area, standing: standing, memberships: memberships, validity: validity)
    }
}

/// Keeps what forms a tree.
enum SoundTree {
    /// The units and committees that can stand together.
    ///
    /// A unit in a circle is reported. A unit under one that was left out, and a committee with such a member, go
    /// silently: the mistake was reported where it lies.
    static func of(
        units: [Entry<Unit>], committees: [Entry<Committee>]
    ) -> (units: [Unit], committees: [Committee]) {
        var units = units
        var committees = committees
        while true {
            do throws(UnitTreeError) {
                _ = try UnitTree(units: units.map(\.value), committees: committees.map(\.value))
                return (units.map(\.value), committees.map(\.value))
            } catch {
                for problem in error.problems {
                    var leaving = [problem.subject]
                    if case .cycle(let path) = problem {
                        units.first { $0.id == problem.subject }?.place.report(problem.message)
                        leaving = path
                    }
                    units.removeAll { leaving.contains($0.id) }
                    committees.removeAll { leaving.contains($0.id) }
                }
            }
        }
    }
}
