public import Outreach

extension ReadTransaction {
    /// Materials that hold the words, exact hits in the title first, then without diacritics, then in the text.
    ///
    /// Each tier is a full-text match read in row order, so a common word costs no more than a rare one: nothing is
    /// scored that is not shown.
    public func searchLibrary(_ query: LibraryQuery) throws -> [LibraryEntry] {
        let tiers = LibrarySearchTiers(query.text)
        guard !tiers.expressions.isEmpty else {
            return tiers.hasWords ? [] : try entries(matching: nil, query, limit: query.limit)
        }
        var found: [LibraryEntry] = []
        var seen: Set<Slug> = []
        for expression in tiers.expressions where found.count < query.limit {
            // Asking for as many as are missing and already known is enough: at most `found` can repeat.
            for entry in try entries(matching: expression, query, limit: query.limit)
            where found.count < query.limit && seen.insert(entry.material).inserted {
                found.append(entry)
            }
        }
        return found
    }

    private func entries(matching expression: String?, _ query: LibraryQuery, limit: Int) throws -> [LibraryEntry] {
        var conditions: [String] = []
        var arguments: [any SQLConvertible] = []
        if let expression {
            conditions.append("s.library_search MATCH ?")
            arguments.append(expression)
        }
        for (column, value) in [("e.kind", query.kind?.rawValue), ("e.state", query.state?.rawValue)] {
            guard let value else { continue }
            conditions.append("\(column) = ?")
            arguments.append(value)
        }
        for (label, value) in query.labels {
            conditions.append(
                "EXISTS (SELECT 1 FROM library_labels l WHERE l.label = ? AND l.value = ? AND l.entry = e.id)")
            arguments += [label, value]
        }
        if let day = query.validOn {
            conditions.append("(e.valid_from IS NULL OR e.valid_from <= ?)")
            conditions.append("(e.valid_until IS NULL OR e.valid_until >= ?)")
            arguments += [day, day]
        }
        let source =
            expression == nil
            ? "library_entries e" : "library_search s JOIN library_entries e ON e.id = s.rowid"
        let filter = conditions.isEmpty ? "" : "WHERE " + conditions.joined(separator: " AND ")
        let order = expression == nil ? "e.material" : "s.rowid DESC"
        return try self.query(
            "SELECT e.* FROM \(source) \(filter) ORDER BY \(order) LIMIT ?", arguments + [limit]
        ).map(entry)
    }

    private func entry(_ row: SQLRow) throws -> LibraryEntry {
        LibraryEntry(
            material: try row.parsed("material"), kind: try row.word("kind"),
            title: LocalizedText(vi: try row.text("title_vi"), en: try row.text("title_en")),
            state: try row.word("state"), revision: try row.parsed("revision"),
            validity: Validity(
                from: try row.optionalParsed("valid_from"), until: try row.optionalParsed("valid_until")))
    }
}

extension LibraryQuery {
    fileprivate var labels: [(String, String)] {
        [("channel", channel?.rawValue), ("audience", audience?.description), ("topic", topic?.description)]
            .compactMap { label, value in value.map { (label, $0) } }
    }
}
