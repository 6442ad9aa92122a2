import Outreach
import Yams

/// Keys with values, read strictly: a key nobody asked for is a mistake.
final class YAMLMapping {
    let place: YAMLValue
    private let nodes: [(key: String, line: Int?, node: Node)]
    private var asked: Set<String> = []

    init(_ mapping: Node.Mapping, of place: YAMLValue) {
        self.place = place
        nodes = mapping.map { pair in
            (pair.key.scalar?.string ?? "?", pair.key.mark?.line, pair.value)
        }
    }

    var keys: [String] { nodes.map(\.key) }

    /// The value of an optional key; `null` counts as absent.
    func value(_ key: String) -> YAMLValue? {
        guard let value = valueOrNull(key), !value.isNull else { return nil }
        return value
    }

    /// The value of a key that must be there, even where it is `null`.
    func valueOrNull(_ key: String) -> YAMLValue? {
        asked.insert(key)
        guard let node = nodes.first(where: { $0.key == key })?.node else { return nil }
        return YAMLValue(node: node, path: place.path.isEmpty ? key : "\(place.path).\(key)", log: place.log)
    }

    /// The value of a key that must be there and hold something.
    func require(_ key: String) -> YAMLValue? {
        if let value = value(key) { return value }
        let owner = place.path.isEmpty ? "" : "\(place.path): "
        place.report(Message(vi: "\(owner)thiếu khóa “\(key)”.", en: "\(owner)the key “\(key)” is missing."))
        return nil
    }

    /// Every key as asked for, for maps whose keys are free.
    func entries() -> [(key: String, value: YAMLValue)] {
        nodes.map { entry in
            asked.insert(entry.key)
            let path = place.path.isEmpty ? entry.key : "\(place.path).\(entry.key)"
            return (entry.key, YAMLValue(node: entry.node, path: path, log: place.log))
        }
    }

    /// Reports every key that was never asked for. Call it last.
    func finish() {
        for (key, line, _) in nodes where !asked.contains(key) {
            let hint = Suggestion.closest(to: key, among: asked)
            let known = asked.sorted().joined(separator: ", ")
            place.log.report(
                line: line ?? place.line,
                Message(
                    vi: "Khóa lạ “\(key)”." + (hint.map { " Có phải “\($0)”?" } ?? " Được dùng: \(known)."),
                    en: "Unknown key “\(key)”." + (hint.map { " Did you mean “\($0)”?" } ?? " Allowed: \(known).")
                ))
        }
    }
}
