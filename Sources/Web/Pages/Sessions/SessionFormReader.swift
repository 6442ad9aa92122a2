import Outreach

/// Reads the session form as a browser without scripts sends it.
///
/// A place or kit is chosen by a large button (`quickPlace`, `quickKit`), or by the list and the line below them. A
/// button's value is a unit or material, or a place's name behind `=`.
struct SessionFormReader {
    private var reader: FormReader
    private let fields: Fields

    init(_ fields: Fields) {
        self.fields = fields
        reader = FormReader(fields)
    }

    /// - Parameters:
    ///   - mayLackMinutes: for a session from a list that did not say how long it was.
    ///   - nameOf: the name of a school or club, where only that was chosen.
    /// - Throws: ``FormError/mistakes(_:)``.
    mutating func session(
        _ id: Identifier<Session>, zone: Zone, mayLackMinutes: Bool = false, nameOf: (Slug) -> String?
    ) throws(FormError) -> Session {
        let unit = try reader.requiredSlug("unit")
        let day = reader.requiredDay("day")
        let time = reader.time("time")
        let (place, placeUnit) = place(nameOf)
        let (material, revision) = kit()
        let form = try reader.requiredChoice("form", of: SessionForm.self)
        let level = reader.choice("level", of: SchoolLevel.self)
        let method = reader.choice("method", of: CountingMethod.self) ?? .counted
        let minutes =
            mayLackMinutes
            ? reader.integer("minutes", in: 1...1440) : reader.requiredInteger("minutes", in: 1...1440)
        let attendance = attendance()
        let cost = reader.integer("cost", in: 0...1_000_000_000_000)
        let (topics, coHosts, handouts) = (slugs("topics"), slugs("coHosts"), handouts())
        let (campaign, notes) = (reader.slug("campaign"), reader.text("notes", longest: 4000).trimmed)
        try reader.finish()
        return Session(
            id: id, unit: unit, coHosts: coHosts, day: day, time: time, zone: zone, place: place,
            placeUnit: placeUnit, form: form, level: level, topics: topics, material: material, revision: revision,
            minutes: minutes, attendance: attendance, speakers: speakers, handouts: handouts, method: method,
            notes: notes, cost: cost, campaign: campaign)
    }

    private mutating func place(_ nameOf: (Slug) -> String?) -> (String, Slug?) {
        let typed = reader.optional("place", longest: 300)
        if let quick = fields["quickPlace"], quick != "other" {
            if quick.hasPrefix("=") { return (String(quick.dropFirst()), nil) }
            if let unit = Slug(quick), let name = nameOf(unit) { return (name, unit) }
        }
        let unit = reader.slug("placeUnit")
        if let place = typed ?? unit.flatMap(nameOf) { return (place, unit) }
        _ = reader.required("place")
        return ("", unit)
    }

    /// `material revision`, so that what was shown is what is logged.
    private mutating func kit() -> (Slug?, ContentHash?) {
        let quick = fields["quickKit"].flatMap { $0 == "other" ? nil : $0 }
        guard let text = quick ?? fields["material"], text != "none" else { return (nil, nil) }
        let parts = text.split(separator: " ")
        guard let material = parts.first.flatMap({ Slug(String($0)) }) else {
            reader.refuse("material", Message(vi: "Hãy chọn lại tài liệu.", en: "Choose the material again."))
            return (nil, nil)
        }
        return (material, parts.count > 1 ? ContentHash(String(parts[1])) : nil)
    }

    private mutating func attendance() -> [Attendance] {
        let audiences = fields.names.filter { $0.hasPrefix("attendance.") }
            .compactMap { Slug(String($0.dropFirst("attendance.".count))) }
        return audiences.compactMap { audience in
            let turns = reader.integer("attendance.\(audience)", in: 0...SessionLimits.turns)
            let female = reader.integer("female.\(audience)", in: 0...SessionLimits.turns)
            let male = reader.integer("male.\(audience)", in: 0...SessionLimits.turns)
            guard turns != nil || female != nil || male != nil else { return nil }
            // Where both are known, their sum is.
            let counted = turns ?? female.flatMap { female in male.map { female + $0 } }
            guard let counted else {
                reader.refuse(
                    "attendance.\(audience)",
                    Message(vi: "Thiếu tổng số lượt.", en: "The number of turns is missing."))
                return nil
            }
            return Attendance(audience: audience, turns: counted, female: female, male: male)
        }
    }

    private mutating func handouts() -> [Handout] {
        let numbers = fields.names.compactMap { name in
            name.hasPrefix("handout.") ? Int(name.dropFirst("handout.".count)) : nil
        }
        return numbers.sorted().compactMap { number in
            guard let material = reader.slug("handout.\(number)") else { return nil }
            guard let quantity = reader.integer("quantity.\(number)", in: 1...1_000_000) else {
                reader.refuse(
                    "quantity.\(number)", Message(vi: "Ghi số bản đã phát.", en: "Give the number handed out."))
                return nil
            }
            return Handout(material: material, quantity: quantity)
        }
    }

    /// By role, ticked or typed one a line.
    private var speakers: [String] {
        var seen: Set<String> = []
        return (fields.all("speakers") + fields.text("otherSpeakers").split(separator: "\n").map(String.init))
            .map(\.trimmed).filter { !$0.isEmpty && seen.insert($0).inserted }
    }

    private func slugs(_ name: String) -> [Slug] { fields.all(name).compactMap { Slug($0) } }
}

extension Fields {
    /// A session as its form would have sent it, to correct it.
    init(_ session: Session) {
        self.init()
        for (name, value) in [
            ("unit", session.unit.description), ("day", session.day.description), ("place", session.place),
            ("form", session.form.rawValue), ("method", session.method.rawValue),
            ("minutes", session.minutes.map(String.init) ?? ""), ("notes", session.notes), ("quickPlace", "other"),
            ("quickKit", "other"),
        ] {
            add(name, value)
        }
        for (name, value) in [
            ("time", session.time?.description), ("placeUnit", session.placeUnit?.description),
            ("level", session.level?.rawValue), ("cost", session.cost.map(String.init)),
            ("campaign", session.campaign?.description),
        ] {
            if let value { add(name, value) }
        }
        if let material = session.material {
            add(
                "material",
                [material.description, session.revision?.description].compactMap(\.self).joined(separator: " "))
        }
        for group in session.attendance {
            add("attendance.\(group.audience)", String(group.turns))
            if let female = group.female { add("female.\(group.audience)", String(female)) }
            if let male = group.male { add("male.\(group.audience)", String(male)) }
        }
        for (number, handout) in session.handouts.enumerated() {
            add("handout.\(number + 1)", handout.material.description)
            add("quantity.\(number + 1)", String(handout.quantity))
        }
        for topic in session.topics { add("topics", topic.description) }
        for unit in session.coHosts { add("coHosts", unit.description) }
        for speaker in session.speakers { add("speakers", speaker) }
    }
}
