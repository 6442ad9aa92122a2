import Outreach

/// What a name in the data files can stand for.
enum Subject: Hashable, CaseIterable {
    case audience, topic, observance, unit, committee
    /// A unit or a committee.
    case body
    case material
}

/// A name used in one place that has to be found in another.
struct Reference {
    let subject: Subject
    let id: Slug
    let place: YAMLValue
}

/// Gathers the names one entry uses, to be looked up once every file is read.
final class References {
    private(set) var all: [Reference] = []

    func one(_ value: YAMLValue?, _ subject: Subject) -> Slug? {
        guard let value, let id = value.slug() else { return nil }
        all.append(Reference(subject: subject, id: id, place: value))
        return id
    }

    /// A list in which no name stands twice; an absent list is empty.
    func many(_ value: YAMLValue?, _ subject: Subject) -> [Slug] {
        var found: [Slug] = []
        for element in value?.sequence() ?? [] {
            guard let id = one(element, subject) else { continue }
            if found.contains(id) {
                element.report(
                    Message(
                        vi: "\(element.path): “\(id)” viết hai lần. Chỉ giữ lại một.",
                        en: "\(element.path): “\(id)” is written twice. Keep one of them."))
            }
            found.append(id)
        }
        return found
    }

    /// A list that names at least one.
    func some(_ value: YAMLValue?, _ subject: Subject) -> [Slug] {
        value?.refuseEmptyList()
        return many(value, subject)
    }
}
