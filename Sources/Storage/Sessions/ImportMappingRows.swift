public import Outreach

extension ReadTransaction {
    /// What the columns of a unit's lists were said to be: fields by headings.
    public func importMapping(of unit: Slug) throws -> [String: String] {
        let rows = try query("SELECT heading, field FROM import_mappings WHERE unit = ?", [unit]).map { row in
            (try row.text("heading"), try row.text("field"))
        }
        return Dictionary(uniqueKeysWithValues: rows)
    }
}

extension WriteTransaction {
    /// Adds to what is known of a unit's columns; what was said of the same heading before is replaced.
    public func setImportMapping(of unit: Slug, to mapping: [String: String]) throws {
        for (heading, field) in mapping.sorted(by: { $0.key < $1.key }) {
            try execute(
                """
                INSERT INTO import_mappings (unit, heading, field) VALUES (?, ?, ?)
                ON CONFLICT (unit, heading) DO UPDATE SET field = excluded.field
                """, [unit, heading, field])
        }
    }
}
