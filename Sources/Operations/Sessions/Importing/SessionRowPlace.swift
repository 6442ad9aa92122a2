import Documents
import Outreach

/// What a place is, as far as its name tells.
struct PlaceFacts {
    let unit: Unit?
    let level: SchoolLevel?
    let isSchool: Bool
    /// The level that a session there has to be of, see `PlaceWords`.
    let levelOfSchool: SchoolLevel?
    /// Whether some school or club was ever called so.
    let mayBeUnit: Bool

    init(_ text: String, _ vocabulary: SessionVocabulary) {
        unit = nil
        level = SchoolLevelWords.level(in: SearchText.folded(text))
        isSchool = SessionFormWords.isSchool(HeadingText.words(of: text))
        levelOfSchool = PlaceWords.level(of: text)
        mayBeUnit = vocabulary.hasPlace(text)
    }

    init(_ words: PlaceFacts, _ unit: Unit?) {
        self.unit = unit
        level = unit?.level ?? words.level
        isSchool = unit != nil || words.isSchool
        levelOfSchool = words.levelOfSchool
        mayBeUnit = words.mayBeUnit
    }
}

/// Where a row's session took place.
struct PlaceOfRow {
    let text: String
    let facts: PlaceFacts
    /// Of the row's own column, or of its classes.
    let said: SchoolLevel?

    /// Of the row's own column, of its classes, of the school, in this order.
    var level: SchoolLevel? { said ?? facts.level }

    /// The level of the session, where the audience has one of its own: pupils of another level than the school's are
    /// guests, and the session is of no one level.
    func level(with audience: SchoolLevel?) -> SchoolLevel? {
        if let said { return said }
        guard let audience, let own = facts.level else { return audience ?? facts.level }
        return own == audience ? own : nil
    }
}

extension SessionRowReader {
    /// - Parameters:
    ///   - owner: the unit whose session it is, which means the place of that name in its own area.
    ///   - day: nil where the row has none that can be read; it is refused for that.
    mutating func place(_ reading: inout RowReading, for owner: Slug, on day: Day?) -> PlaceOfRow? {
        let places = columns(.place)
        let texts = places.map { SessionRowReader.onOneLine(reading.row[$0.index]) }
            .filter { !ImportedCountReader.isNothing($0) }
        guard !texts.isEmpty else {
            if let column = places.first { reading.fail(column, .missing) }
            return nil
        }
        if texts.count == 1 {
            let facts = facts(of: texts[0], for: owner, on: day)
            return PlaceOfRow(text: texts[0], facts: facts, said: level(&reading))
        }
        // The school before the hall in it, each said once.
        var said: [String] = []
        let schools = texts.filter { facts(of: $0, for: owner, on: day).isSchool }
        for text in schools + texts where !said.contains(where: { SearchText.folded($0) == SearchText.folded(text) }) {
            said.append(text)
        }
        let text = said.joined(separator: ", ")
        let whole = facts(of: text, for: owner, on: day)
        let own = whole.unit == nil ? facts(of: said[0], for: owner, on: day) : whole
        return PlaceOfRow(text: text, facts: own, said: level(&reading))
    }

    /// Nearly every cell is already.
    private static func onOneLine(_ cell: String) -> String {
        cell.utf8.contains(UInt8(ascii: "\n")) ? cell.replacing("\n", with: " ").trimmed : cell.trimmed
    }

    private mutating func facts(of text: String, for owner: Slug, on day: Day?) -> PlaceFacts {
        let words = knownPlaces[text] ?? PlaceFacts(text, vocabulary)
        knownPlaces[text] = words
        guard words.mayBeUnit, let day else { return words }
        let asked = NameAsked(name: text, unit: owner, day: day)
        if let known = knownPlaceUnits[asked] { return known }
        let facts = PlaceFacts(words, vocabulary.place(asked))
        knownPlaceUnits[asked] = facts
        return facts
    }

    /// As `PlaceWords` says; the places of rows that were read are known.
    func levelOfSchool(at place: String) -> SchoolLevel? {
        if let known = knownPlaces[place] { known.levelOfSchool } else { PlaceWords.level(of: place) }
    }

    private func level(_ reading: inout RowReading) -> SchoolLevel? {
        if let column = filled(.level, reading) {
            let cell = reading.row[column.index]
            if let level = SchoolLevel(rawValue: cell) ?? SchoolLevelWords.level(in: SearchText.folded(cell)) {
                return level
            }
            let names = SchoolLevel.allCases.map(\.words.vietnamese)
            // "TH&THCS" is a school of two levels, which is no mistake.
            guard
                names.contains(where: { SearchText.folded(cell).contains(SearchText.folded($0)) })
                    || SearchText.folded(cell).contains("thcs") || SearchText.folded(cell).contains("lien cap")
            else {
                reading.fail(
                    column,
                    .unknown(Message(vi: "cấp học", en: "school level"), known: names.joined(separator: ", ")))
                return nil
            }
            return nil
        }
        let classes = text(.classes, reading)
        return classes.isEmpty ? nil : SchoolLevelWords.level(ofClasses: SearchText.folded(classes))
    }
}
