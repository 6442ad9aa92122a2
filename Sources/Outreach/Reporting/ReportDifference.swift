/// A number or a text that is not the same in two versions of a report.
public struct ReportDifference: Sendable, Hashable, Codable {
    public enum What: Sendable, Hashable, Codable {
        case value, cumulative, before, target
        /// The number of which it is a part.
        case whole
        /// In priority areas.
        case priority
        case member(LocalizedText)
        /// Of one form, audience, channel, campaign or way of counting.
        case part(ReportDimension, LocalizedText)
        /// Of a duty of the plan.
        case posts, sessions, units
        /// A text of the narrative, or the number or date of the paper.
        case narrative
        /// A line of what stands around it on paper.
        case head
    }

    /// Nil for what is no indicator's.
    public let indicator: Slug?
    /// Of the indicator, the duty or the text.
    public let name: LocalizedText
    public let what: What
    /// Nil where there was nothing.
    public let old: String?
    public let new: String?

    init(indicator: Slug? = nil, name: LocalizedText, what: What, old: String?, new: String?) {
        self.indicator = indicator
        self.name = name
        self.what = what
        self.old = old
        self.new = new
    }

    /// Whether it is a text, whose digits are no number.
    public var isText: Bool {
        switch what {
        case .units, .narrative, .head: true
        case .value, .cumulative, .before, .target, .whole, .priority, .member, .part, .posts, .sessions: false
        }
    }
}

extension ReportContent {
    /// Everything this one says otherwise than another; `other` is the older.
    ///
    /// When it was counted and the pace of that day are no part of what it says. The head is compared where both have one.
    public func difference(to other: ReportContent) -> [ReportDifference] {
        let known = Dictionary(other.report.lines.map { ($0.indicator.id, $0) }) { first, _ in first }
        let gone = other.report.lines.filter { line in report.line(line.indicator.id) == nil }
        return report.lines.flatMap { ReportDifference.between(known[$0.indicator.id], $0) }
            + gone.flatMap { ReportDifference.between($0, nil) }
            + ReportDifference.between(other.report.duties, report.duties)
            + ReportDifference.between(other.narrative, narrative)
            + ReportDifference.between(other.head, head)
    }
}

extension ReportDifference {
    fileprivate static func between(_ old: ReportLine?, _ new: ReportLine?) -> [ReportDifference] {
        guard let indicator = (new ?? old)?.indicator else { return [] }
        var found: [ReportDifference] = []
        func compare(_ what: What, _ said: (ReportLine) -> String?) {
            let (old, new) = (old.flatMap(said), new.flatMap(said))
            guard old != new else { return }
            found.append(
                ReportDifference(indicator: indicator.id, name: indicator.name, what: what, old: old, new: new))
        }
        compare(.value) { $0.said(\.value) }
        compare(.cumulative) { $0.said(\.cumulative) }
        compare(.before) { $0.said(\.before) }
        compare(.target) { $0.target.flatMap { $0 == .blank ? nil : $0.description } }
        // Versions from before wrote 0 where nobody had entered the units it is a part of.
        compare(.whole) { $0.whole.flatMap { $0 == 0 ? nil : String($0) } }
        compare(.priority) { $0.said(\.inPriorityAreas) }
        for (id, name) in names(in: [old?.members, new?.members]) {
            compare(.member(name)) { line in line.said { $0.members.value(of: id) } }
        }
        for dimension in ReportDimension.allCases {
            for (id, name) in names(in: [old?.parts[dimension], new?.parts[dimension]]) {
                compare(.part(dimension, name)) { line in line.said { ($0.parts[dimension] ?? []).value(of: id) } }
            }
        }
        return found
    }

    /// Of all that are in either, by their ids; the newer name of each.
    private static func names(in parts: [[ReportPart]?]) -> [(id: String, name: LocalizedText)] {
        Dictionary(parts.compactMap(\.self).joined().map { ($0.id, $0.name) }) { $1 }
            .sorted { $0.key < $1.key }.map { (id: $0.key, name: $0.value) }
    }

    fileprivate static func between(_ old: [DutyResult], _ new: [DutyResult]) -> [ReportDifference] {
        let (before, now) = (old.numbered, new.numbered)
        let gone = before.filter { duty in !now.contains { $0.key == duty.key } }
        return now.flatMap { duty in between(before.first { $0.key == duty.key }?.duty, duty.duty) }
            + gone.flatMap { between($0.duty, nil) }
    }

    private static func between(_ old: DutyResult?, _ new: DutyResult?) -> [ReportDifference] {
        guard let name = (new ?? old)?.task else { return [] }
        return [
            differing(.posts, of: name, old.map { String($0.posts) }, new.map { String($0.posts) }),
            differing(.sessions, of: name, old.map { String($0.sessions) }, new.map { String($0.sessions) }),
            differing(.units, of: name, old?.unitNames, new?.unitNames),
        ].compactMap(\.self)
    }

    fileprivate static func between(_ old: ReportNarrative, _ new: ReportNarrative) -> [ReportDifference] {
        let texts = zip(old.sections, new.sections).map { old, new in
            differing(.narrative, of: new.name, old.text.ifAny, new.text.ifAny)
        }
        let paper = [
            differing(
                .narrative, of: LocalizedText(vi: "Số văn bản", en: "Number of the paper"),
                old.number.map(String.init), new.number.map(String.init)),
            differing(
                .narrative, of: LocalizedText(vi: "Ngày văn bản", en: "Date of the paper"), old.date?.written,
                new.date?.written),
        ]
        return (texts + paper).compactMap(\.self)
    }

    fileprivate static func between(_ old: ReportHead?, _ new: ReportHead?) -> [ReportDifference] {
        guard let old, let new else { return [] }
        return zip(old.lines, new.lines).compactMap { old, new in
            differing(.head, of: new.name, old.text.ifAny, new.text.ifAny)
        }
    }

    private static func differing(
        _ what: What, of name: LocalizedText, _ old: String?, _ new: String?
    ) -> ReportDifference? {
        old == new ? nil : ReportDifference(name: name, what: what, old: old, new: new)
    }
}

extension ReportLine {
    /// A number as text. Versions from before wrote 0 where nobody had entered the units that are counted.
    fileprivate func said(_ number: (ReportLine) -> Int?) -> String? {
        number(self).flatMap { indicator.rows == .units && $0 == 0 ? nil : String($0) }
    }
}

extension [ReportPart] {
    fileprivate func value(of id: String) -> Int? { first { $0.id == id }?.value }
}

extension DutyResult {
    fileprivate var unitNames: String? { units.map(\.vi).joined(separator: "; ").ifAny }
}

extension [DutyResult] {
    /// What a duty is known by, in two versions alike: its words in its place of the plan, and which of several that read
    /// the same. Some versions have no reference.
    fileprivate var numbered: [(key: [String], duty: DutyResult)] {
        var counts: [[String]: Int] = [:]
        return map { duty in
            let words = [duty.plan.vi, duty.section, duty.task.vi]
            counts[words, default: 0] += 1
            return (key: words + [String(counts[words] ?? 0)], duty: duty)
        }
    }
}

extension ReportHead {
    /// Each line with what it is called.
    fileprivate var lines: [(name: LocalizedText, text: String)] {
        [
            (LocalizedText(vi: "Mẫu văn bản", en: "Template"), template.rawValue),
            (LocalizedText(vi: "Cơ quan cấp trên", en: "The body above"), superior),
            (LocalizedText(vi: "Cơ quan ban hành", en: "Who issues it"), issuer),
            (LocalizedText(vi: "Ký hiệu", en: "Symbol"), symbol),
            (LocalizedText(vi: "Nơi ban hành", en: "Place"), place),
            (LocalizedText(vi: "Kính gửi", en: "To"), addressees.joined(separator: "; ")),
            (
                LocalizedText(vi: "Thẩm quyền và chức vụ người ký", en: "Authority and office of who signs"),
                signing.joined(separator: "; ")
            ),
            (LocalizedText(vi: "Họ tên người ký", en: "Name of who signs"), signer ?? ""),
            (LocalizedText(vi: "Nơi nhận", en: "Recipients"), recipients.joined(separator: "; ")),
            (LocalizedText(vi: "Lưu", en: "Archive"), archive),
        ]
    }
}

extension String {
    fileprivate var ifAny: String? { isEmpty ? nil : self }
}
