import Outreach

/// Reads one file of `playbooks/`.
enum PlaybookReader {
    static func read(_ file: ContentFile, slug: Slug) -> Entry<Playbook>? {
        Document.read(file, key: "playbook", slug: slug, playbook)
    }

    private static func playbook(_ slug: Slug, _ mapping: YAMLMapping, _ references: References) -> Playbook? {
        let name = mapping.require("name")?.localizedText()
        let observance = references.one(mapping.require("observance"), .observance)
        let covered = mapping.require("audiences")
        let audiences = references.some(covered, .audience)
        let hotlineEvery = mapping.require("hotline_every")?.wholeDays()
        let spacing = mapping.require("spacing")?.wholeDays()
        let list = mapping.require("slots")
        list?.refuseEmptyList()
        let ids = DeclaredNames()
        let elements = list?.sequence() ?? []
        let slots = elements.compactMap { PlaybookSlotReader.slot($0, ids: ids, references) }
        if slots.count == elements.count { checkCoverage(of: audiences, by: slots, at: covered) }
        guard let name, let observance, let hotlineEvery, let spacing else { return nil }
        return Playbook(
            id: slug, name: name, observance: observance, audiences: audiences, hotlineEvery: hotlineEvery,
            spacing: spacing, slots: slots)
    }

    private static func checkCoverage(of audiences: [Slug], by slots: [PlaybookSlot], at place: YAMLValue?) {
        let reached = Set(slots.flatMap(\.audiences))
        for audience in audiences where !reached.contains(audience) {
            place?.report(
                Message(
                    vi: "audiences: không mục nào dành cho “\(audience)”. Thêm vào một mục hoặc bỏ khỏi danh sách.",
                    en: "audiences: no slot is for “\(audience)”. Add it to a slot or take it off the list."))
        }
    }
}
