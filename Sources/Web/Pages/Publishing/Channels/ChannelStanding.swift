import Operations
import Outreach

/// How a channel stands, in words.
struct ChannelStanding {
    let visit: Visit
    let health: ChannelHealth

    private var status: ChannelStatus { health.status }

    /// The badge and, where something is wrong, the reason.
    var brief: HTML {
        let (label, tone) = state
        return """
            \(visit.badge(label, tone))\(reason.html { "<br><span class=\"hint\">\(visit.t($0).shortened(to: 140))</span>" })\
            \(health.traffic.failingSince.html { "<br><span class=\"hint\">\(visit.t("lỗi từ", "failing since")) \(visit.formats.stamp($0))</span>" })
            """
    }

    var state: (String, Tone) {
        if status.switchedOff != nil { return (visit.t("bị tắt", "switched off"), .bad) }
        if !status.channel.channel.isEnabled { return (visit.t("chưa bật", "not enabled"), .quiet) }
        if !health.holds.isEmpty { return (visit.t("đang dừng", "held"), .warn) }
        if !status.missingSecrets.isEmpty { return (visit.t("thiếu mã bí mật", "secret missing"), .bad) }
        if health.restsUntil != nil { return (visit.t("máy nhận hẹn nghỉ", "left alone for now"), .warn) }
        if health.traffic.failingSince != nil { return (visit.t("đang lỗi", "failing"), .warn) }
        if status.channel.byHand != nil { return (visit.t("đăng tay", "by hand"), .info) }
        return (visit.t("sẵn sàng", "ready"), .ok)
    }

    var reason: Message? {
        if let off = status.switchedOff { return off.reason }
        if let hold = health.holds.first { return Message(verbatim: hold.reason) }
        if !status.missingSecrets.isEmpty {
            return Message(verbatim: status.missingSecrets.joined(separator: ", "))
        }
        return health.restsUntil.map { until in
            let time = visit.workspace.zone.written(until)
            return Message(
                vi: "Máy nhận báo quá nhiều yêu cầu và hẹn đến \(time); mọi kênh chung giới hạn này chờ.",
                en: "The receiver said there were too many requests and asked to be left alone until \(time); every "
                    + "channel under this limit waits.")
        }
    }

    /// Open now, or when next.
    var opening: HTML {
        if status.channel.byHand != nil, status.channel.hours == .always { return "—" }
        if health.isOpen { return HTML(text: visit.t("đang mở", "open now")) }
        return health.nextOpening.map { "\(visit.t("mở lúc", "opens at")) \(visit.formats.stamp($0))" }
            ?? HTML(text: visit.t("không có giờ nào mở", "never open"))
    }
}
