import Outreach

/// Reads `help-lines.yaml`.
enum HelpLineReader {
    static func helpLines(_ file: ContentFile?) -> [HelpLine] {
        let lists = ListFile.open(file)
        var numbers: Set<String> = []
        var found: [(line: HelpLine, place: YAMLValue)] = []
        for element in lists.elements("help_lines") {
            guard let line = helpLine(element, numbers: &numbers) else { continue }
            // A number may come back later under another name, but on no day may it mean two things.
            if let first = found.first(where: { $0.line.number == line.number && overlap($0.line, line) }) {
                element.reportTwice("“\(line.number)”", first: first.place)
            } else {
                found.append((line, element))
            }
        }
        lists.finish()
        return found.filter { isKnown($0.line.replacedBy, among: numbers, at: $0.place) }.map(\.line)
    }

    private static func helpLine(_ element: YAMLValue, numbers: inout Set<String>) -> HelpLine? {
        let count = element.log.problems.count
        guard let mapping = element.mapping() else { return nil }
        let number = mapping.require("number")?.telephoneNumber()
        let name = mapping.require("name")?.localizedText()
        let spoken = mapping.require("spoken")?.text()
        let isFree = mapping.require("free")?.boolean()
        let hours = mapping.require("hours")?.text()
        let validity = mapping.validity()
        let replacedBy = mapping.value("replaced_by")?.telephoneNumber()
        let also = mapping.value("also")?.list { $0.text() } ?? []
        let source = mapping.require("source")?.text()
        mapping.finish()
        if let number { numbers.insert(number) }
        guard let number, let name, let spoken, let isFree, let hours, let source,
            element.log.problems.count == count
        else { return nil }
        return HelpLine(
            number: number, name: name, spoken: spoken, isFree: isFree, hours: hours, validity: validity,
            replacedBy: replacedBy, also: also, source: source)
    }

    private static func isKnown(_ successor: String?, among numbers: Set<String>, at place: YAMLValue) -> Bool {
        guard let successor, !numbers.contains(successor) else { return true }
        place.report(
            Message(
                vi: "\(place.path).replaced_by: không có số “\(successor)” trong tệp này. Thêm số đó hoặc sửa lại.",
                en: "\(place.path).replaced_by: no number “\(successor)” in this file. Add it or mend the number."))
        return false
    }

    private static func overlap(_ left: HelpLine, _ right: HelpLine) -> Bool {
        func begins(_ one: Validity, beforeEndOf other: Validity) -> Bool {
            guard let from = one.from, let until = other.until else { return true }
            return from <= until
        }
        return begins(left.validity, beforeEndOf: right.validity) && begins(right.validity, beforeEndOf: left.validity)
    }
}

extension YAMLValue {
    /// A number as it is dialled: digits only.
    fileprivate func telephoneNumber() -> String? {
        parsed("số điện thoại chỉ gồm 3 đến 12 chữ số", "a telephone number of 3 to 12 digits") { text in
            text.wholeMatch(of: /[0-9]{3,12}/).map { String($0.output) }
        }
    }
}
