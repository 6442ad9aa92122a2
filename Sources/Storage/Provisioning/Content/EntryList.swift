import Outreach

/// One thing read whole from a file, with its place and the names it uses.
struct Entry<Value> {
    let id: Slug
    let value: Value
    let place: YAMLValue
    var references: [Reference] = []
}

/// The entries read from one list.
struct EntryList<Value> {
    var entries: [Entry<Value>] = []
    /// Every id written there, also of entries left out for their mistakes; nil where the file could not be read.
    var declared: Set<Slug>? = []

    var values: [Value] { entries.map(\.value) }
}

/// The ids of one file or list, each of which may be used once.
final class DeclaredNames {
    private var places: [Slug: YAMLValue] = [:]

    /// Whether the id is new; if not, both places are named.
    func claim(_ id: Slug, at place: YAMLValue) -> Bool {
        guard let first = places[id] else {
            places[id] = place
            return true
        }
        place.reportTwice("“\(id)”", first: first)
        return false
    }
}

/// A file of one or more lists whose entries have ids; within the file every id is used once.
final class ListFile {
    private let root: YAMLMapping?
    private let isUnreadable: Bool
    private let names = DeclaredNames()

    private init(root: YAMLMapping?, isUnreadable: Bool) {
        self.root = root
        self.isUnreadable = isUnreadable
    }

    /// A file that is not there holds empty lists.
    static func open(_ file: ContentFile?) -> ListFile {
        guard let file else { return ListFile(root: nil, isUnreadable: false) }
        let root = file.text().flatMap { YAMLDocument.mapping($0, log: file.log) }
        return ListFile(root: root, isUnreadable: root == nil)
    }

    /// The entries under a key that are free of mistakes; `read` need not ask for unknown keys itself.
    func entries<Value>(
        _ key: String, isRequired: Bool = true,
        read: (_ id: Slug, _ mapping: YAMLMapping, _ references: References) -> Value?
    ) -> EntryList<Value> {
        var list = EntryList<Value>()
        let value = isRequired ? root?.require(key) : root?.value(key)
        guard let elements = value?.sequence() else {
            if isUnreadable || value != nil || (root != nil && isRequired) { list.declared = nil }
            return list
        }
        for element in elements {
            let count = element.log.problems.count
            guard let mapping = element.mapping(), let id = mapping.require("id")?.slug() else { continue }
            list.declared?.insert(id)
            guard names.claim(id, at: element) else { continue }
            let references = References()
            let value = read(id, mapping, references)
            mapping.finish()
            guard let value, element.log.problems.count == count else { continue }
            list.entries.append(Entry(id: id, value: value, place: element, references: references.all))
        }
        return list
    }

    /// The elements under a key, for lists whose entries have no ids.
    func elements(_ key: String) -> [YAMLValue] { root?.require(key)?.sequence() ?? [] }

    /// Reports keys nobody asked for. Call it last.
    func finish() { root?.finish() }
}
