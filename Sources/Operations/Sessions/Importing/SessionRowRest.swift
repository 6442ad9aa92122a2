import Documents
import Outreach

/// What a row says beside day, place, form and people.
struct RestOfRow {
    var owner: Slug
    var coHosts: [Slug] = []
    var material: Slug?
    var speakers: [String] = []
    var handouts: [Handout] = []
    var method = CountingMethod.fromRecords
    var cost: Int?
    var notes = ""
}

extension SessionRowReader {
    mutating func topics(_ reading: RowReading) -> (topics: [Slug], text: String, more: String) {
        let text = columns(.topics).map { reading.row[$0.index] }.filter { !ImportedCountReader.isNothing($0) }
            .joined(separator: "; ")
        guard !text.isEmpty else { return ([], "", "") }
        let found = knownTopics[text] ?? vocabulary.topics(in: text)
        knownTopics[text] = found
        return (found.topics, text, found.hasMore ? text : "")
    }

    mutating func particulars(
        _ reading: inout RowReading, _ place: PlaceOfRow?, _ topics: (topics: [Slug], text: String, more: String),
        on day: Day?
    ) -> RestOfRow {
        var rest = RestOfRow(owner: unit)
        var notes = columns(.notes).map { reading.row[$0.index] }.filter { !ImportedCountReader.isNothing($0) }
        if !topics.more.isEmpty { notes.append("Nội dung: \(topics.more)") }
        let classes = text(.classes, reading)
        if !classes.isEmpty { notes.append("Lớp: \(classes)") }
        if let day { takeBodies(&reading, on: day, &rest, &notes) }
        takeMaterials(&reading, &rest, &notes)
        rest.speakers = speakers(reading)
        rest.method = method(&reading)
        rest.cost = cost(&reading)
        rest.notes = notes.joined(separator: "\n")
        return rest
    }

    /// The unit whose session it is, as far as the row says so.
    mutating func owner(_ reading: RowReading, on day: Day?) -> Slug {
        guard let day, let column = filled(.organiser, reading),
            let named = organiser(reading.row[column.index], on: day), vocabulary.tree.isUnit(named, within: unit)
        else { return unit }
        return named
    }

    private mutating func organiser(_ cell: String, on day: Day) -> Slug? {
        let asked = NameAsked(name: cell, unit: unit, day: day)
        let found = knownOrganisers[asked] ?? vocabulary.bodies(asked)
        knownOrganisers[asked] = found
        return found.count == 1 ? found[0] : nil
    }

    private mutating func coHosts(_ cell: String, of owner: Slug, on day: Day) -> NamedCoHosts {
        let asked = NameAsked(name: cell, unit: owner, day: day)
        let found = knownCoHosts[asked] ?? vocabulary.coHosts(asked)
        knownCoHosts[asked] = found
        return found
    }

    private mutating func takeBodies(
        _ reading: inout RowReading, on day: Day, _ rest: inout RestOfRow, _ notes: inout [String]
    ) {
        if let column = filled(.organiser, reading) {
            let cell = reading.row[column.index]
            switch organiser(cell, on: day) {
            case unit?: break
            case let body? where vocabulary.tree.isUnit(body, within: unit): rest.owner = body
            case let body?:
                reading.fail(
                    column.heading,
                    Message(
                        vi: "Buổi này của “\(body)”, không thuộc “\(unit)”; nhập cho đơn vị đó.",
                        en: "This session belongs to “\(body)”, not to “\(unit)”; import it for that unit."))
            case nil: notes.append("Đơn vị thực hiện: \(cell)")
            }
        }
        var seen: Set<Slug> = []
        for column in columns(.coHosts) {
            let cell = reading.row[column.index]
            guard !ImportedCountReader.isNothing(cell) else { continue }
            let named = coHosts(cell, of: rest.owner, on: day)
            rest.coHosts += named.units.filter { seen.insert($0).inserted }
            // What could not be told is kept in the row's own words.
            if !named.unclear.isEmpty { notes.append("Phối hợp: \(cell)") }
            for name in named.unclear { assumptions.coHosts.note(name, row: reading.row.line) }
        }
        // It counts for the owner, whether that is said once or twice.
        if seen.contains(rest.owner) {
            rest.coHosts.removeAll { $0 == rest.owner }
            assumptions.owners += 1
        }
    }

    private mutating func takeMaterials(
        _ reading: inout RowReading, _ rest: inout RestOfRow, _ notes: inout [String]
    ) {
        let used = text(.material, reading)
        rest.material = used.isEmpty ? nil : vocabulary.material(used)
        if !used.isEmpty, rest.material == nil { notes.append("Tài liệu: \(used)") }
        for column in columns {
            guard case .handout(let material)? = column.field, let count = count(column, &reading) else { continue }
            let named = material ?? vocabulary.printed(column.path)
            if named == nil { assumptions.prints += 1 }
            guard count.value > 0, let material = named ?? UnnamedPrint(under: column.path).material else { continue }
            let isUnnamed = UnnamedPrint(material) != nil
            if isUnnamed, let place = rest.handouts.firstIndex(where: { $0.material == material }) {
                // Two columns of leaflets that nobody names are one sum.
                let sum = rest.handouts[place].quantity + count.value
                rest.handouts[place] = Handout(material: material, quantity: sum)
            } else {
                rest.handouts.append(Handout(material: material, quantity: count.value))
            }
        }
    }

    private func method(_ reading: inout RowReading) -> CountingMethod {
        guard let column = filled(.method, reading) else { return .fromRecords }
        guard let method = CountingMethodWords.method(of: reading.row[column.index]) else {
            let known = CountingMethod.allCases.map(\.words.vietnamese).joined(separator: ", ")
            reading.fail(column, .unknown(Message(vi: "cách đếm", en: "method of counting"), known: known))
            return .fromRecords
        }
        return method
    }

    private func cost(_ reading: inout RowReading) -> Int? {
        for column in columns {
            guard case .cost(let each)? = column.field else { continue }
            let cell = reading.row[column.index]
            guard !ImportedCountReader.isNothing(cell) else { continue }
            if isMerged(column, &reading) { return nil }
            guard let cost = ImportedMoney.dong(cell, each: each) else {
                reading.fail(column, .notMoney)
                return nil
            }
            note(cost, in: column, &reading)
            return cost
        }
        return nil
    }

    /// Roles alone: names of speakers are not kept either.
    private mutating func speakers(_ reading: RowReading) -> [String] {
        let cells = columns(.speakers).map { reading.row[$0.index] }.filter { !ImportedCountReader.isNothing($0) }
        guard !cells.isEmpty else { return [] }
        let pieces = cells.flatMap { $0.split { ",;-–()\n:".contains($0) } }.map { String($0).trimmed }
        var roles: [String] = []
        for piece in pieces where !piece.isEmpty {
            if SpeakerName.isName(piece) || SpeakerName.hasNumber(piece) {
                assumptions.names += 1
            } else if !roles.contains(piece), piece.count <= 120 {
                roles.append(piece)
            }
        }
        return roles.isEmpty ? ["báo cáo viên"] : Array(roles.prefix(20))
    }
}

extension UnnamedPrint {
    /// What the headings of a column say that was handed out.
    fileprivate init(under path: [String]) {
        let text = HeadingText(path.joined(separator: " "))
        if text.has(anyOf: ["to roi", "to gap", "to buom", "leaflet", "leaflets"]) {
            self = .leaflet
        } else if text.has(anyOf: [
            "ap phich", "pano", "pa no", "bang ron", "bang rol", "khau hieu", "poster", "posters",
        ]) {
            self = .poster
        } else {
            self = .other
        }
    }
}

/// Names of speakers among their roles: "Đ/c Nguyễn Văn A - Phó Bí thư Đoàn xã".
enum SpeakerName {
    private static let titles = ["dong chi ", "d c ", "ong ", "ba ", "anh ", "chi ", "co ", "thay ", "bs ", "ls "]

    /// A telephone number or another number of a person, which no role has.
    static func hasNumber(_ text: String) -> Bool { text.count(where: \.isNumber) >= 6 }

    static func isName(_ text: String) -> Bool {
        if PersonName.isLikely(text) { return true }
        let words = SearchText.folded(text) + " "
        guard let title = titles.first(where: words.hasPrefix) else { return false }
        let rest = words.dropFirst(title.count).split(separator: " ")
        return rest.count <= 2 || PersonName.isLikely(rest.joined(separator: " "))
    }
}
