import Outreach

extension Session {
    /// What ``JSONText`` makes of it.
    var jsonText: String {
        var writer = JSONWriter()
        writer.object { object in
            object.member("attendance", attendance) { $0.write($1) }
            object.member("campaign", campaign?.description)
            object.member("coHosts", coHosts) { $0.string($1.description) }
            object.member("cost", cost)
            object.member("day", day.description)
            object.member("form", form.rawValue)
            object.member("handouts", handouts) { $0.write($1) }
            object.member("id", id.description)
            object.member("level", level?.rawValue)
            object.member("material", material?.description)
            object.member("method", method.rawValue)
            object.member("minutes", minutes)
            object.member("notes", notes)
            object.member("place", place)
            object.member("placeUnit", placeUnit?.description)
            object.member("revision", revision?.description)
            object.member("speakers", speakers) { $0.string($1) }
            object.member("time", time?.description)
            object.member("topics", topics) { $0.string($1.description) }
            object.member("unit", unit.description)
            object.member("zone", zone.name)
        }
        return writer.text
    }
}

extension JSONWriter {
    fileprivate mutating func write(_ group: Attendance) {
        object { object in
            object.member("audience", group.audience.description)
            object.member("female", group.female)
            object.member("male", group.male)
            object.member("turns", group.turns)
        }
    }

    fileprivate mutating func write(_ handout: Handout) {
        object { object in
            object.member("material", handout.material.description)
            object.member("quantity", handout.quantity)
        }
    }
}
