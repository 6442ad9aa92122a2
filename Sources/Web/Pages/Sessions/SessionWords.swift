import Operations
import Outreach

/// What a session says, line by line, with names in the place of identifiers: to show it, and to show what a correction
/// changed.
struct SessionWords: Sendable {
    struct Line: Sendable, Hashable {
        let label: String
        let value: String
    }

    private let visit: Visit
    private let tree: UnitTree
    private let audiences: [Slug: String]
    private let topics: [Slug: String]
    private let campaigns: [Slug: String]
    private let materials: [Slug: String]

    init(_ visit: Visit, of sessions: [Session]) async throws {
        self.visit = visit
        tree = try await visit.workspace.unitTree()
        let taxonomy = try await visit.workspace.taxonomy()
        audiences = Dictionary(taxonomy.audiences.map { ($0.id, visit.t($0.name)) }) { first, _ in first }
        topics = Dictionary(taxonomy.topics.map { ($0.id, visit.t($0.name)) }) { first, _ in first }
        campaigns = Dictionary(
            try await visit.workspace.campaigns(as: try visit.caller).map { ($0.id, visit.t($0.name)) }
        ) { first, _ in first }
        var materials: [Slug: String] = [:]
        for slug in Set(sessions.flatMap { $0.handouts.map(\.material) + [$0.material].compactMap(\.self) }) {
            let material = try? await visit.workspace.material(slug)
            materials[slug] = (material?.approved ?? material?.newest).map { visit.t($0.content.title) }
        }
        self.materials = materials
    }

    func unit(_ slug: Slug) -> String { tree.name(of: slug).map { visit.t($0) } ?? slug.description }

    func audience(_ slug: Slug) -> String { audiences[slug] ?? slug.description }

    func material(_ slug: Slug) -> String {
        materials[slug] ?? UnnamedPrint(slug).map { visit.t($0.title) } ?? slug.description
    }

    /// Everything that is said; what is not said has no line.
    func lines(of session: Session) -> [Line] {
        let formats = visit.formats
        let pairs: [(String, String?)] = [
            (visit.t("Ngày", "Day"), formats.day(session.day)),
            (visit.t("Giờ", "Time"), session.time?.description),
            (visit.t("Đơn vị", "Unit"), unit(session.unit)),
            (visit.t("Đơn vị phối hợp", "Co-hosts"), list(session.coHosts.map(unit))),
            (visit.t("Nơi tổ chức", "Place"), session.place),
            (visit.t("Trường, câu lạc bộ", "School or club"), session.placeUnit.map(unit)),
            (visit.t("Hình thức", "Form"), visit.t(session.form.words)),
            (visit.t("Cấp học", "Level"), session.level.map { visit.t($0.words) }),
            (visit.t("Chủ đề", "Topics"), list(session.topics.map { topics[$0] ?? $0.description })),
            (visit.t("Tài liệu", "Material"), session.material.map(material)),
            (visit.t("Phiên bản", "Revision"), session.revision?.short),
            (visit.t("Số phút", "Minutes"), session.minutes.map(formats.number)),
        ]
        return (pairs + attendance(of: session) + rest(of: session)).compactMap { label, value in
            value.map { Line(label: label, value: $0) }
        }
    }

    private func attendance(of session: Session) -> [(String, String?)] {
        session.attendance.map { group in
            let sexes = [
                group.female.map { visit.t("\($0) nữ", "\($0) female") },
                group.male.map { visit.t("\($0) nam", "\($0) male") },
            ].compactMap(\.self)
            let turns = visit.formats.number(group.turns)
            return (audience(group.audience), sexes.isEmpty ? turns : "\(turns) (\(sexes.joined(separator: ", ")))")
        }
    }

    private func rest(of session: Session) -> [(String, String?)] {
        [
            (visit.t("Người trình bày", "Speakers"), list(session.speakers)),
            (
                visit.t("Đã phát", "Handed out"),
                list(session.handouts.map { "\(material($0.material)): \(visit.formats.number($0.quantity))" })
            ),
            (visit.t("Cách đếm", "How counted"), visit.t(session.method.words)),
            (visit.t("Kinh phí", "Cost"), session.cost.map { "\(visit.formats.number($0)) đ" }),
            (visit.t("Chiến dịch", "Campaign"), session.campaign.map { campaigns[$0] ?? $0.description }),
            (visit.t("Ghi chú", "Notes"), session.notes.isEmpty ? nil : session.notes),
        ]
    }

    private func list(_ values: [String]) -> String? { values.isEmpty ? nil : values.joined(separator: ", ") }

    /// What one state says differently from another.
    func changes(from before: Session, to after: Session) -> [(label: String, before: String?, after: String?)] {
        let (old, new) = (lines(of: before), lines(of: after))
        var labels: [String] = []
        for line in old + new where !labels.contains(line.label) { labels.append(line.label) }
        return labels.compactMap { label in
            let (left, right) = (
                old.first { $0.label == label }?.value, new.first { $0.label == label }?.value
            )
            return left == right ? nil : (label, left, right)
        }
    }
}
