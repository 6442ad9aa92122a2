public import Outreach

extension ReadTransaction {
    /// Materials that hold the words, exact hits in the title first, then without diacritics, then in the text; within
    /// each, the newest change first.
    public func searchLibrary(_ query: LibraryQuery) throws -> [LibraryEntry] {
        try libraryPage(query).entries
    }

    /// One page of what ``searchLibrary(_:)`` finds.
    ///
    /// Each tier is a full-text match read in row order, so a common word costs no more than a rare one: nothing is
    /// scored that is not shown. A tier leaves out what the tiers before it have, so that a place in it is enough to go
    /// on from.
    public func libraryPage(_ query: LibraryQuery) throws -> LibraryPage {
        let tiers = LibrarySearchTiers(query.text)
        guard !tiers.expressions.isEmpty || !tiers.hasWords else { return LibraryPage(entries: [], next: nil) }
        let filters = query.filters.map(LibrarySearchTiers.any)
        let expressions: [String?] =
            tiers.expressions.isEmpty
            ? [filters.isEmpty ? nil : filters.joined(separator: " AND ")] : tiers.disjoint(within: filters)
        var found: [(tier: Int, id: Int)] = []
        for (tier, expression) in expressions.enumerated().dropFirst(query.after?.tier ?? 0) {
            guard found.count <= query.limit else { break }
            let before = query.after.flatMap { $0.tier == tier ? $0.entry : nil }
            let ids = try entryIDs(
                matching: expression, query, before: before, limit: query.limit + 1 - found.count)
            found += ids.map { (tier, $0) }
        }
        let shown = found.prefix(query.limit)
        let entries = try libraryEntries(shown.map(\.id))
        let next = found.count > query.limit ? shown.last.map { LibraryCursor(tier: $0.tier, entry: $0.id) } : nil
        return LibraryPage(entries: entries, next: next)
    }

    /// The ids of the entries that fit, the highest first; a nil expression asks for no words and no labels.
    private func entryIDs(
        matching expression: String?, _ query: LibraryQuery, before: Int?, limit: Int
    ) throws -> [Int] {
        var conditions: [String] = []
        var arguments: [any SQLConvertible] = []
        let id = expression == nil ? "e.id" : "s.rowid"
        if let expression {
            conditions.append("s.library_search MATCH ?")
            arguments.append(expression)
        }
        if let before {
            conditions.append("\(id) < ?")
            arguments.append(before)
        }
        for (condition, day) in query.validity {
            conditions.append(condition)
            arguments.append(day)
        }
        let source =
            expression == nil
            ? "library_entries e"
            : query.validity.isEmpty
                ? "library_search s" : "library_search s JOIN library_entries e ON e.id = s.rowid"
        let filter = conditions.isEmpty ? "" : "WHERE " + conditions.joined(separator: " AND ")
        return try self.query(
            "SELECT \(id) AS id FROM \(source) \(filter) ORDER BY \(id) DESC LIMIT ?", arguments + [limit]
        ).map { try $0.integer("id") }
    }

    /// What a listing shows of these entries, in their order.
    private func libraryEntries(_ ids: [Int]) throws -> [LibraryEntry] {
        guard !ids.isEmpty else { return [] }
        let marks = ids.map { _ in "?" }.joined(separator: ", ")
        let rows = try query(
            """
            SELECT e.*, r.number, r.author,
                (SELECT MAX(a.number) FROM revisions a WHERE a.material = e.material AND a.state = 'approved')
                    AS approved_number
            FROM library_entries e JOIN revisions r ON r.hash = e.revision WHERE e.id IN (\(marks))
            """, ids)
        var labels: [Int: [LibraryLabel]] = [:]
        for row in try query(
            "SELECT entry, label, value FROM library_labels WHERE entry IN (\(marks)) ORDER BY entry, label, value", ids
        ) {
            labels[try row.integer("entry"), default: []].append(
                LibraryLabel(try row.text("label"), try row.text("value")))
        }
        let entries = try rows.map { row in
            let id = try row.integer("id")
            return (id, try entry(row, labels[id] ?? []))
        }
        let byID = Dictionary(uniqueKeysWithValues: entries)
        return ids.compactMap { byID[$0] }
    }

    private func entry(_ row: SQLRow, _ labels: [LibraryLabel]) throws -> LibraryEntry {
        func values(_ name: String) -> [String] { labels.filter { $0.name == name }.map(\.value) }
        return LibraryEntry(
            material: try row.parsed("material"), kind: try row.word("kind"),
            title: LocalizedText(vi: try row.text("title_vi"), en: try row.text("title_en")),
            summary: try row.text("summary"), state: try row.word("state"), revision: try row.parsed("revision"),
            number: try row.integer("number"), author: try row.text("author"),
            changedAt: try row.instant("updated_at"),
            approvedNumber: try row.optional("approved_number", SQLRow.integer),
            validity: Validity(
                from: try row.optionalParsed("valid_from"), until: try row.optionalParsed("valid_until")),
            channels: ChannelKind.allCases.filter { values("channel").contains($0.rawValue) },
            audiences: values("audience").compactMap(Slug.init), topics: values("topic").compactMap(Slug.init))
    }

    /// Whether there is any material at all.
    public func hasMaterials() throws -> Bool {
        try queryOne("SELECT 1 AS one FROM library_entries LIMIT 1") != nil
    }

    /// How many materials there are, by the state of their newest revision.
    public func libraryCounts() throws -> [RevisionState: Int] {
        let rows = try query("SELECT state, COUNT(*) AS n FROM library_entries GROUP BY state")
        return Dictionary(uniqueKeysWithValues: try rows.map { (try $0.word("state"), try $0.integer("n")) })
    }
}

extension LibraryQuery {
    /// Labels of which an entry has to carry one of each set.
    fileprivate var filters: [[LibraryLabel]] {
        let chosen = [
            ("kind", kind?.rawValue), ("state", state?.rawValue), ("channel", channel?.rawValue),
            ("audience", audience?.description), ("topic", topic?.description),
        ]
        return chosen.compactMap { name, value in value.map { [LibraryLabel(name, $0)] } } + years
    }

    /// The years in which something must have ended or is to begin: the index narrows by them, the day decides after.
    private var years: [[LibraryLabel]] {
        var years: [[LibraryLabel]] = []
        if let endedBefore {
            years.append((min(2000, endedBefore.year)...endedBefore.year).map { LibraryLabel("ends", String($0)) })
        }
        if let beginsAfter {
            years.append((beginsAfter.year...(beginsAfter.year + 30)).map { LibraryLabel("begins", String($0)) })
        }
        return years
    }

    fileprivate var validity: [(String, Day)] {
        var conditions: [(String, Day)] = []
        if let validOn {
            conditions.append(("(e.valid_from IS NULL OR e.valid_from <= ?)", validOn))
            conditions.append(("(e.valid_until IS NULL OR e.valid_until >= ?)", validOn))
        }
        if let endedBefore { conditions.append(("e.valid_until < ?", endedBefore)) }
        if let beginsAfter { conditions.append(("e.valid_from > ?", beginsAfter)) }
        return conditions
    }
}
