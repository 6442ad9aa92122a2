/// The facts of a `ResolvedChannel.canonicalDescription`, for a person to compare.
public enum ChannelFacts {
    /// What one description says and the other does not, in order. A changed value stands in both lists.
    public static func difference(
        from old: String, to new: String
    ) -> (removed: [String], added: [String]) {
        let (before, after) = (lines(of: old), lines(of: new))
        return (
            before.filter { !after.contains($0) }.map(readable), after.filter { !before.contains($0) }.map(readable)
        )
    }

    static func lines(of description: String) -> [String] {
        description.split(separator: "\n").map(String.init)
    }

    /// `["target","page_id","12"]` as `target page_id: 12`.
    private static func readable(_ line: String) -> String {
        guard case .array(let values)? = JSONValue(parsing: Array(line.utf8)) else { return line }
        let texts = values.map { $0.scalarText ?? "—" }
        guard let last = texts.last, texts.count > 1 else { return texts.joined() }
        return texts.dropLast().joined(separator: " ") + ": " + last
    }
}
