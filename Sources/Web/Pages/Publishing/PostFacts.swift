import Operations
import Outreach

/// Where and when a post goes out, and what it is made of, as names and values.
struct PostFacts {
    let visit: Visit
    let names: PublishingNames

    func placeAndTime(_ reading: PostReading) -> [(String, HTML?)] {
        let post = reading.post
        return [
            (visit.t("Kênh", "Channel"), "<a href=\"/channels/\(post.channel)\">\(names.channel(post.channel))</a>"),
            (visit.t("Nơi nhận", "Target"), target(reading.channel)),
            (visit.t("Đơn vị", "Unit"), HTML(text: names.unit(post.unit))),
            (visit.t("Giờ đăng", "Moment"), visit.momentInWords(post.moment, post.zone)),
            (visit.t("Hạn chót gửi", "Last moment"), visit.formats.stamp(post.notAfter)),
            (visit.t("Lặp lại", "Repeats"), siblings(reading)),
            (
                visit.t("Chiến dịch", "Campaign"),
                post.campaign.map(names.link(toCampaign:))
            ),
            (
                visit.t("Tài liệu", "Material"),
                post.material.map { material in
                    "<a href=\"/library/\(material)\">\(material)</a> <span class=\"mono hint\">\(post.revision?.short)</span>"
                }
            ),
        ]
    }

    private func target(_ channel: ResolvedChannel?) -> HTML? {
        guard let channel else { return nil }
        let values = channel.channel.target.sorted { $0.key < $1.key }
        guard !values.isEmpty else { return nil }
        return
            "\(values.enumerated().html { "\($0 > 0 ? "<br>" : .empty)<span class=\"mono\">\($1.key)</span>: \($1.value)" })"
    }

    /// The other days of the same repetition; each is a post of its own, approved for itself.
    private func siblings(_ reading: PostReading) -> HTML? {
        guard !reading.siblings.isEmpty else { return nil }
        let count = reading.siblings.count
        return """
            <details class="fold"><summary>\(visit.t(
                "cùng \(count) bài khác, mỗi bài duyệt riêng", "with \(count) other posts, each approved for itself"))</summary>\
            <ul>\(reading.siblings.prefix(60).html { post in
                "<li><a href=\"/posts/\(post.id)\">\(visit.formats.stamp(post.moment))</a> \(visit.badge(post.state))</li>"
            })</ul></details>
            """
    }
}
