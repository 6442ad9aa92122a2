import Outreach

/// A session as programs and phones send it: the members of ``Outreach/Session`` without the id, which is in the
/// address.
struct SessionJSON {
    let session: Session

    /// - Throws: ``FormError/mistakes(_:)`` with the member to blame, ``FormError/notJSON``.
    init(_ body: [UInt8], id: Identifier<Session>, zone: Zone) throws(FormError) {
        try self.init(JSONReader(body), id: id, zone: zone)
    }

    /// - Throws: ``FormError/mistakes(_:)`` with the member to blame.
    init(_ object: JSONReader, id: Identifier<Session>, zone: Zone) throws(FormError) {
        var reader = object
        let unit = reader.required("unit", reader.parsed("unit", Slug.init))
        let day = reader.required("day", reader.parsed("day", Day.init(_:)))
        let form = reader.required("form", reader.parsed("form", SessionForm.init(rawValue:)))
        let minutes = reader.required("minutes", reader.integer("minutes"))
        let place = reader.required("place", reader.text("place"))
        let attendance = SessionJSON.attendance(&reader)
        let handouts = SessionJSON.handouts(&reader)
        let session = unit.flatMap { unit in
            day.flatMap { day in
                form.map { form in
                    Session(
                        id: id, unit: unit, coHosts: reader.parsedList("coHosts", Slug.init), day: day,
                        time: reader.parsed("time", TimeOfDay.init),
                        zone: reader.parsed("zone", Zone.init) ?? zone, place: place ?? "",
                        placeUnit: reader.parsed("placeUnit", Slug.init), form: form,
                        level: reader.parsed("level", SchoolLevel.init(rawValue:)),
                        topics: reader.parsedList("topics", Slug.init),
                        material: reader.parsed("material", Slug.init),
                        revision: reader.parsed("revision", ContentHash.init), minutes: minutes ?? 0,
                        attendance: attendance,
                        speakers: reader.parsedList("speakers") { $0.isEmpty ? nil : $0 }, handouts: handouts,
                        method: reader.parsed("method", CountingMethod.init(rawValue:)) ?? .counted,
                        notes: reader.text("notes") ?? "", cost: reader.integer("cost"),
                        campaign: reader.parsed("campaign", Slug.init))
                }
            }
        }
        if session != nil { reader.close() }
        try reader.finish()
        guard let session else { throw .notJSON }
        self.session = session
    }

    private static func attendance(_ reader: inout JSONReader) -> [Attendance] {
        reader.list("attendance").compactMap { element in
            guard var group = JSONReader(element, path: "attendance.") else {
                reader.refuse("attendance", notAnObject)
                return nil
            }
            let audience = group.required("audience", group.parsed("audience", Slug.init))
            let turns = group.required("turns", group.integer("turns"))
            let (female, male) = (group.integer("female"), group.integer("male"))
            group.close()
            reader.add(group)
            guard let audience, let turns else { return nil }
            return Attendance(audience: audience, turns: turns, female: female, male: male)
        }
    }

    private static func handouts(_ reader: inout JSONReader) -> [Handout] {
        reader.list("handouts").compactMap { element in
            guard var entry = JSONReader(element, path: "handouts.") else {
                reader.refuse("handouts", notAnObject)
                return nil
            }
            let material = entry.required("material", entry.parsed("material", Slug.init))
            let quantity = entry.required("quantity", entry.integer("quantity"))
            entry.close()
            reader.add(entry)
            guard let material, let quantity else { return nil }
            return Handout(material: material, quantity: quantity)
        }
    }

    static let notAnObject = Message(vi: "Cần một đối tượng JSON.", en: "A JSON object is needed.")
}

extension SessionJSON {
    /// The same in words for programs.
    static let schema = Schema.closed([
        .required("unit", .slug), .required("day", .day), .required("form", .choice(SessionForm.self)),
        .required("minutes", .integer(1...1440)), .required("place", .pattern("\\S", longest: 300)),
        .required("attendance", .array(group)), .optional("time", time), .optional("zone", .string),
        .optional("coHosts", .array(.slug)), .optional("placeUnit", .slug),
        .optional("level", .choice(SchoolLevel.self)), .optional("topics", .array(.slug)),
        .optional("material", .slug), .optional("revision", .string), .optional("speakers", .array(.string)),
        .optional("handouts", .array(handout)), .optional("method", .choice(CountingMethod.self)),
        .optional("notes", .string), .optional("cost", .integer(0...1_000_000_000_000)), .optional("campaign", .slug),
    ])

    private static let time = Schema.pattern("^([01][0-9]|2[0-3]):[0-5][0-9]$", longest: 5)

    private static let group = Schema.closed([
        .required("audience", .slug), .required("turns", .integer(0...100_000)),
        .optional("female", .optional(.integer(0...100_000))), .optional("male", .optional(.integer(0...100_000))),
    ])

    private static let handout = Schema.closed([
        .required("material", .slug), .required("quantity", .integer(1...1_000_000)),
    ])
}
