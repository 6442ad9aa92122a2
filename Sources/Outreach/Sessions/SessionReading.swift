extension Session {
    /// Reads a session as phones and programs write it: its members in JSON, the id apart. What is wrong stays with the
    /// reader, by the member to blame.
    ///
    /// - Parameter zone: where the session names none.
    public init?(reading reader: inout JSONReader, id: Identifier<Session>, zone: Zone) {
        let unit = reader.required("unit", reader.parsed("unit", Slug.init))
        let day = reader.required("day", reader.parsed("day", Day.init(_:)))
        let form = reader.required("form", reader.parsed("form", SessionForm.init(rawValue:)))
        let minutes = reader.required("minutes", reader.integer("minutes"))
        let place = reader.required("place", reader.text("place"))
        let attendance = Session.attendance(&reader)
        let handouts = Session.handouts(&reader)
        guard let unit, let day, let form else { return nil }
        self.init(
            id: id, unit: unit, coHosts: reader.parsedList("coHosts", Slug.init), day: day,
            time: reader.parsed("time", TimeOfDay.init), zone: reader.parsed("zone", Zone.init) ?? zone,
            place: place ?? "", placeUnit: reader.parsed("placeUnit", Slug.init), form: form,
            level: reader.parsed("level", SchoolLevel.init(rawValue:)),
            topics: reader.parsedList("topics", Slug.init), material: reader.parsed("material", Slug.init),
            revision: reader.parsed("revision", ContentHash.init), minutes: minutes ?? 0, attendance: attendance,
            speakers: reader.parsedList("speakers") { $0.isEmpty ? nil : $0 }, handouts: handouts,
            method: reader.parsed("method", CountingMethod.init(rawValue:)) ?? .counted,
            notes: reader.text("notes") ?? "", cost: reader.integer("cost"),
            campaign: reader.parsed("campaign", Slug.init))
        reader.close()
    }

    private static func attendance(_ reader: inout JSONReader) -> [Attendance] {
        reader.list("attendance").compactMap { element in
            guard var group = JSONReader(element, path: "attendance.") else {
                reader.refuse("attendance", Session.notAnObject)
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
                reader.refuse("handouts", Session.notAnObject)
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

    /// What is wrong with a member that is no object of its own.
    public static let notAnObject = Message(vi: "Cần một đối tượng JSON.", en: "A JSON object is needed.")
}
