import Outreach

/// What keeps a post from going out, in words.
enum Obstacle {
    static let byHand = Message(
        vi: "Kênh này đăng bằng tay: đến giờ, một người đăng rồi ghi lại kết quả.",
        en: "This channel is posted to by hand: when the time comes a person posts it and writes down the result.")

    static let notThisInstance = Message(
        vi: "Kho dữ liệu được khôi phục hoặc chép từ nơi khác; chưa gửi gì cho đến khi quản trị cho gửi lại "
            + "(“loa deliver --resume”).",
        en: "The database was restored or copied from elsewhere; nothing is sent until an administrator resumes "
            + "(“loa deliver --resume”).")

    static let nobodySends = Message(
        vi:
            "Không tiến trình nào đang gửi: bài đến giờ sẽ nằm chờ. Nhờ quản trị máy chủ chạy “loa serve” hoặc “loa deliver”.",
        en: "No process is sending: what falls due waits. Have “loa serve” or “loa deliver” run on the server.")

    static let senderStopped = Message(
        vi: "Tiến trình gửi bài này đã dừng giữa chừng: chưa biết bài đã lên kênh chưa. Lần chạy “loa serve” hoặc “loa "
            + "deliver” tới sẽ xử lý theo cam kết của kênh: gửi lại, hỏi bên nhận, hoặc để một người xem. Nhờ quản trị máy "
            + "chủ chạy lại.",
        en: "The process that was sending it stopped midway: it is not known whether it is out. The next start of “loa "
            + "serve” or “loa deliver” settles it by the channel’s promise: it sends again, asks the receiver, or leaves it "
            + "to a person. Have one of them started on the server.")

    static func noChannel(_ post: Post) -> Message {
        Message(
            vi: "Không còn kênh “\(post.channel)” trong Channels/channels.yaml.",
            en: "There is no channel “\(post.channel)” in Channels/channels.yaml any more.")
    }

    static func held(_ hold: Hold) -> Message {
        Message(
            vi: "Đang dừng gửi (\(hold.scope.words.vietnamese)) bởi \(hold.by): \(hold.reason)",
            en: "Held (\(hold.scope.words.english)) by \(hold.by): \(hold.reason)")
    }

    static func notEnabled(_ channel: ResolvedChannel) -> Message {
        Message(
            vi:
                "Kênh \(channel.slug) chưa được bật. Quản trị bật ở trang của kênh, hoặc ghi enabled: true trong channels.yaml.",
            en:
                "Channel \(channel.slug) is not switched on. An administrator does so on its page, or with enabled: true in channels.yaml."
        )
    }

    static func switchedOff(_ reason: Message) -> Message {
        Message(vi: "Kênh bị tắt: \(reason.vietnamese)", en: "The channel is switched off: \(reason.english)")
    }

    static func secretMissing(_ name: String) -> Message {
        Message(vi: "Thiếu mã bí mật “\(name)”.", en: "The secret “\(name)” is missing.")
    }

    static func expired(_ post: Post) -> Message {
        let time = post.zone.written(post.notAfter)
        return Message(
            vi: "Đã quá hạn chót (\(time)): lần xem tới sẽ ghi là lỡ giờ, không gửi nữa.",
            en: "Its last moment has passed (\(time)): the next look marks it as missed, and it is not sent.")
    }

    static func notYet(_ post: Post) -> Message {
        let time = post.zone.written(post.moment)
        return Message(vi: "Chưa đến giờ: \(time).", en: "Its moment has not come: \(time).")
    }

    static func waitsUntil(_ next: Instant, _ post: Post) -> Message {
        let time = post.zone.written(next)
        let (vietnamese, english) = post.reason.map { (" \($0.vietnamese)", " \($0.english)") } ?? ("", "")
        return Message(
            vi: "Lần gửi tới lúc \(time).\(vietnamese)", en: "The next attempt is at \(time).\(english)")
    }

    static func hostRests(_ host: HostState, until: Instant, _ post: Post) -> Message {
        let time = post.zone.written(until)
        return Message(
            vi: "Máy nhận \(host.host) không trả lời \(host.failures) lần liền nên được để yên đến \(time).",
            en:
                "The receiver \(host.host) did not answer \(host.failures) times in a row and is left alone until \(time)."
        )
    }

    static func receiverRests(until: Instant, _ post: Post) -> Message {
        let time = post.zone.written(until)
        return Message(
            vi: "Máy nhận báo quá nhiều yêu cầu và hẹn đến \(time); mọi bài chung giới hạn này chờ đến lúc đó.",
            en: "The receiver said there were too many requests and asked to be left alone until \(time); every post "
                + "under this limit waits until then.")
    }

    static func inTurn(before count: Int, limits: DeliveryLimits) -> Message {
        let rate = limits.rate.map { ", \($0)" } ?? ""
        return Message(
            vi: "Không có gì cản: còn \(count) bài đến giờ trước bài này trên kênh "
                + "(cùng lúc \(limits.concurrency)\(rate)).",
            en: "Nothing keeps it: \(count.of("post", "posts")) of the channel were due before it "
                + "(\(limits.concurrency) at a time\(rate)).")
    }
}
