import Operations
import Outreach

/// One slot of a campaign: its public text, and a form that changes it.
struct SlotPages: RouteGroup {
    var routes: [Route] {
        let path = "/campaigns/:campaign/slots/:what/:place/:turn"
        return [
            .get(path, .holding(.view)) { .page(try await SlotPage($0).page(nil)) },
            .post(path, .holding(.plan), on: { try await SlotPage($0).page($1) }, save: { try await change($0) }),
            .post(
                path + "/move", .holding(.plan), on: { try await SlotPage($0).page($1) }, save: { try await move($0) }),
            .post(
                path + "/drop", .holding(.plan), on: { try await SlotPage($0).page($1) }, save: { try await drop($0) }),
        ]
    }

    private func change(_ visit: Visit) async throws -> Reply {
        var reader = FormReader(visit.form)
        var wanted = SlotChange()
        wanted.day = reader.requiredDay("day")
        wanted.time = reader.time("time")
        if wanted.time == nil { _ = reader.required("time") }
        wanted.channel = reader.slug("channel")
        wanted.material = reader.slug("material")
        wanted.note = reader.text("note", longest: 1000)
        let seen = reader.optional("seen")
        try reader.finish()
        let slot = try await save(wanted, seen: seen, visit)
        return .done(
            try backPath(visit) ?? slot.path(in: try visit.slug("campaign")),
            "Đã lưu mục này: \(slot.time) ngày \(slot.day.written). Lập lại chiến dịch vẫn giữ nguyên nó.",
            "The slot is saved: \(slot.time) on \(slot.day.written). Planning again keeps it as it is.")
    }

    /// Another day, another time, nothing else: what dragging asks for.
    private func move(_ visit: Visit) async throws -> Reply {
        var reader = FormReader(visit.form)
        var wanted = SlotChange()
        wanted.day = reader.requiredDay("day")
        wanted.time = reader.time("time")
        let seen = reader.optional("seen")
        try reader.finish()
        let slot = try await save(wanted, seen: seen, visit)
        return .done(
            try backPath(visit) ?? slot.path(in: try visit.slug("campaign")),
            "Đã dời “\(slot.what.vi)” sang \(slot.time) ngày \(slot.day.written).",
            "“\(slot.what.en)” was moved to \(slot.time) on \(slot.day.written).")
    }

    private func drop(_ visit: Visit) async throws -> Reply {
        var wanted = SlotChange()
        wanted.isDropped = visit.form["restore"] == nil
        let slot = try await save(wanted, seen: visit.form["seen"], visit)
        let path = slot.path(in: try visit.slug("campaign"))
        return slot.isDropped
            ? .done(
                path, "Đã bỏ mục này khỏi kế hoạch; có thể lấy lại ở đây.",
                "The slot is dropped; it can be taken back here.")
            : .done(path, "Đã lấy lại mục này.", "The slot is back in the plan.")
    }

    private func save(_ wanted: SlotChange, seen: String?, _ visit: Visit) async throws -> Slot {
        try await visit.workspace.changeSlot(
            try visit.slotKey, of: try visit.slug("campaign"), to: wanted, seen: seen, as: try visit.caller,
            mode: .perform)
    }

    private func backPath(_ visit: Visit) throws -> String? { visit.form["back"].flatMap { LocalPath($0) }?.path }
}

extension Visit {
    /// The key of the slot an address names in three parts.
    var slotKey: String {
        get throws(WebError) {
            [try parameter("what"), try parameter("place"), try parameter("turn")].joined(separator: "/")
        }
    }
}
