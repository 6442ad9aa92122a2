import Outreach

/// Every name the content folder declares, to hold references against.
struct KnownNames {
    /// Nil where the list could not be read: then nothing can be said about its names, and one mistake stays one.
    private let sets: [Subject: Set<Slug>?]

    init(
        audiences: Set<Slug>?, topics: Set<Slug>?, observances: Set<Slug>?, units: Set<Slug>?, committees: Set<Slug>?,
        materials: Set<Slug>?
    ) {
        let bodies = units.flatMap { units in committees.map(units.union) }
        sets = [
            .audience: audiences, .topic: topics, .observance: observances, .unit: units, .committee: committees,
            .body: bodies, .material: materials,
        ]
    }

    /// The entries whose every reference leads somewhere; the others are left out, with the reason in their log.
    func resolved<Value>(_ entries: [Entry<Value>]) -> [Entry<Value>] {
        entries.filter { entry in
            // Counted rather than searched, so that every unknown name is reported.
            entry.references.count { !isKnown($0) } == 0
        }
    }

    private func isKnown(_ reference: Reference) -> Bool {
        guard let known = sets[reference.subject] ?? nil, !known.contains(reference.id) else { return true }
        let place = reference.place
        let subject = reference.subject
        let hint = Suggestion.hint(
            for: reference.id.description, among: known.map(\.description),
            otherwise: Message(
                vi: "Thêm vào \(subject.home) hoặc sửa lại mã.", en: "Add it to \(subject.home) or mend the name."))
        place.report(
            Message(
                vi: "\(place.path): không có \(subject.names.vietnamese) “\(reference.id)”. \(hint.vietnamese)",
                en: "\(place.path): there is no \(subject.names.english) “\(reference.id)”. \(hint.english)"))
        return false
    }
}

extension Subject {
    fileprivate var names: (vietnamese: String, english: String) {
        switch self {
        case .audience: ("đối tượng", "audience")
        case .topic: ("chủ đề", "topic")
        case .observance: ("ngày kỷ niệm", "observance")
        case .unit: ("đơn vị", "unit")
        case .committee: ("ban chỉ đạo", "committee")
        case .body: ("đơn vị hay ban chỉ đạo", "unit or committee")
        case .material: ("tài liệu", "material")
        }
    }

    /// Where the names are declared.
    fileprivate var home: String {
        switch self {
        case .audience: "Content/audiences.yaml"
        case .topic: "Content/topics.yaml"
        case .observance: "Content/observances.yaml"
        case .unit, .committee, .body: "Content/units.yaml"
        case .material: "Content/materials"
        }
    }
}
