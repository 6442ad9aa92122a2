extension UnitTree {
    /// The head a unit or committee begins with, until somebody writes its own: names as they were on a day.
    public func proposedHead(for subject: Slug, on day: Day) -> ReportHead {
        HeadProposal(tree: self, subject: subject, day: day).head
    }
}

/// Whose paper a unit's report is, from what kind of body it is and where: offices of a place stand under its People's
/// Committee, bodies with a line of their own (police, courts, mass organisations) under the same body one level up.
private struct HeadProposal {
    let tree: UnitTree
    let day: Day
    private let subject: Slug
    private let unit: Unit?
    private let name: String
    /// Where it works, and the place above that.
    private let area: Unit?
    private let above: Unit?

    init(tree: UnitTree, subject: Slug, day: Day) {
        self.tree = tree
        self.subject = subject
        self.day = day
        unit = tree.units[subject]
        name = tree.name(of: subject, on: day)?.vi ?? subject.description
        area =
            tree.committees[subject].map(\.area).map { tree.units[$0] } ?? tree.units[tree.area(of: subject, on: day)]
        above = area?.parent(on: day).flatMap { tree.units[$0] }
    }

    var head: ReportHead {
        guard tree.committees[subject] == nil else {
            return made(
                under: area.map(government) ?? "", symbol: "BC-BCĐ\(name.firstNumber)", "TM. Ban Chỉ đạo", "Trưởng ban")
        }
        return switch unit?.kind {
        case .province, .district, .commune:
            made(by: unit.map(government), symbol: "BC-UBND", "TM. Ủy ban nhân dân", "Chủ tịch")
        case .government, .education, .justice, .health, .labour, .finance, .cultureCentre: office
        case .police: police
        case .court: inLine(symbol: "BC-TA", "Chánh án")
        case .procuracy: inLine(symbol: "BC-VKS", "Viện trưởng")
        case .youthUnion: youthUnion
        case .front: inLine(symbol: "BC-MTTQ-BTT", "TM. Ban Thường trực", "Chủ tịch")
        case .womenUnion: inLine(symbol: "BC-BTV", "TM. Ban Thường vụ", "Chủ tịch")
        case .association where name.hasPrefix("Hội "): inLine(symbol: "BC-BTV", "TM. Ban Thường vụ", "Chủ tịch")
        case .school: school
        case .club: made(symbol: "BC-CLB", "Chủ nhiệm")
        case .ministry: made(symbol: "BC-\(name.initials)", "Bộ trưởng")
        case .association, nil: made(symbol: "BC", "Thủ trưởng đơn vị")
        }
    }

    private func made(
        _ template: ReportHead.Template = .state, under superior: String = "", by issuer: String? = nil,
        symbol: String, _ signing: String...
    ) -> ReportHead {
        made(template, under: superior, by: issuer, symbol: symbol, signing: signing)
    }

    private func made(
        _ template: ReportHead.Template = .state, under superior: String = "", by issuer: String? = nil,
        symbol: String, signing: [String]
    ) -> ReportHead {
        ReportHead(
            template: template, superior: superior, issuer: issuer ?? name, symbol: symbol,
            place: PlaceOfIssue.of(areaName ?? name), signing: signing)
    }

    private func placeName(_ place: Unit) -> String { place.name(on: day).vi.loweredFirst }

    private var areaName: String? { area?.name(on: day).vi }

    /// The People's Committee of a place: as it is listed, else as it is called.
    private func government(of place: Unit) -> String {
        listed(.government, in: place) { $0.hasPrefix(HeadProposal.government) }
            ?? "\(HeadProposal.government) \(placeName(place))"
    }

    private static let government = "Ủy ban nhân dân"

    /// "Phòng Tư pháp huyện Châu Thành A" without its place, which stands in the line above.
    private var nameWithoutPlace: String {
        guard let area, name.hasSuffix(" \(placeName(area))") else { return name }
        return String(name.dropLast(placeName(area).count + 1))
    }

    private var office: ReportHead {
        if name.hasPrefix(HeadProposal.government) {
            return made(symbol: "BC-UBND", "TM. Ủy ban nhân dân", "Chủ tịch")
        }
        let signer =
            name.hasPrefix("Phòng ")
            ? "Trưởng phòng"
            : name.hasPrefix("Sở ") || name.hasPrefix("Trung tâm ") ? "Giám đốc" : "Thủ trưởng đơn vị"
        return made(
            under: area.map(government) ?? "", by: nameWithoutPlace, symbol: "BC-\(nameWithoutPlace.initials)", signer)
    }

    private var police: ReportHead {
        let word = areaName.map(PlaceOfIssue.word) ?? ""
        let symbol = "BC-\("Công an \(word)".initials)"
        guard let area, area.kind != .province, let above else {
            return made(under: area?.kind == .province ? "Bộ Công an" : "", symbol: symbol, "Giám đốc")
        }
        return made(under: "Công an \(placeName(above))", symbol: symbol, "Trưởng Công an \(word)")
    }

    private var school: ReportHead {
        let bare = name.hasPrefix("Trường ") ? String(name.dropFirst("Trường ".count)) : name
        let education = above.map { "Sở Giáo dục và Đào tạo \(placeName($0))" }
        let superior = unit?.level == .upperSecondary ? education : area.map(government)
        return made(under: superior ?? "", symbol: "BC-\(bare.initials)", "Hiệu trưởng")
    }

    /// A body that exists at every level, under itself one level up.
    private func inLine(symbol: String, _ signing: String...) -> ReportHead {
        made(under: sameBodyAbove ?? "", symbol: symbol, signing: signing)
    }

    /// As it is listed, else its own name with the other place.
    private var sameBodyAbove: String? {
        guard let above, let kind = unit?.kind else { return nil }
        if kind != .association, let body = listed(kind, in: above) { return body }
        return nameWithoutPlace == name ? nil : "\(nameWithoutPlace) \(placeName(above))"
    }

    /// The name of the body of a kind that is listed under a place; of several the one whose id comes first.
    private func listed(_ kind: UnitKind, in place: Unit, _ isMeant: (String) -> Bool = { _ in true }) -> String? {
        tree.units.values
            .filter { unit in
                unit.kind == kind && unit.parent == place.id && unit.validity.contains(day)
                    && isMeant(unit.name(on: day).vi)
            }
            .min { $0.id < $1.id }?.name(on: day).vi
    }

    /// Guideline 29-HD/TWĐTN-VP of 2013: the union's own head, without the name of the country.
    private var youthUnion: ReportHead {
        let isOfProvince = area?.kind == .province
        return made(
            .youthUnion, under: youthUnionAbove ?? "", by: name.hasPrefix("Đoàn ") ? "BCH \(name)" : name,
            symbol: isOfProvince ? "BC/TĐTN" : "BC/ĐTN", "TM. Ban Thường vụ", "Bí thư")
    }

    private var youthUnionAbove: String? {
        guard let above else { return nil }
        if let union = listed(.youthUnion, in: above) { return union }
        let place = above.name(on: day).vi
        let words = ["tỉnh": "Tỉnh Đoàn", "thành phố": "Thành Đoàn", "huyện": "Huyện Đoàn"]
        return words[PlaceOfIssue.word(of: place)].map { "\($0) \(PlaceOfIssue.of(place))" }
    }
}

/// The name of a place without the word for what it is: "Xã Thạnh Xuân" is issued at "Thạnh Xuân".
enum PlaceOfIssue {
    private static let words = ["Xã ", "Phường ", "Đặc khu ", "Thị trấn ", "Huyện ", "Thành phố ", "Tỉnh "]

    static func of(_ area: String) -> String {
        words.first { area.hasPrefix($0) }.map { String(area.dropFirst($0.count)) } ?? area
    }

    /// What it is, in small letters: "xã"; empty where its name does not say.
    static func word(of area: String) -> String {
        words.first { area.hasPrefix($0) }.map { $0.trimmed.lowercased() } ?? ""
    }
}

extension String {
    fileprivate var loweredFirst: String { prefix(1).lowercased() + dropFirst() }

    /// The first run of digits: 138 of "Ban Chỉ đạo 138 xã Thạnh Xuân".
    fileprivate var firstNumber: String {
        String(drop { !$0.isNumber }.prefix { $0.isNumber })
    }

    /// As symbols of papers shorten names: PGDĐT of "Phòng Giáo dục và Đào tạo"; what is short already stays, and what
    /// stands in brackets is left out.
    fileprivate var initials: String {
        let words = replacing(/\([^)]*\)/, with: "").split { $0 == " " || $0 == "-" }
        return words.filter { $0 != "và" }.map { word in
            word.count > 1 && word.allSatisfy(\.isUppercase) ? String(word) : word.prefix(1).uppercased()
        }.joined()
    }
}
