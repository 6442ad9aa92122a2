import Operations
import Outreach

/// Each variant as its channels will show it, with its length against their limits.
struct VariantPreviews: Sendable {
    let visit: Visit
    let content: MaterialContent
    let fits: [VariantFit]

    var html: HTML {
        guard !content.variants.isEmpty else {
            return """
                <p class="hint">\(visit.t(
                    "Chưa có bản nào cho kênh. Tài liệu này dùng để đọc và nói chuyện, chưa đăng được.",
                    "There are no variants. It is for reading and speaking, and cannot be posted yet."))</p>
                """
        }
        return content.variants.html { variant in
            let fit = fits.first { $0.kind == variant.channelKind }
            return """
                <section class="card" id="variant-\(variant.channelKind.rawValue)">
                <h3>\(visit.t(variant.channelKind.words).asHeading)</h3>
                \(fit.html(VariantMeasure(visit: visit).html))
                \(preview(variant, fit))</section>
                """
        }
    }

    private func preview(_ variant: Variant, _ fit: VariantFit?) -> HTML {
        switch variant.channelKind {
        case .social:
            """
            <div class="preview preview-social" role="group" aria-label="\(visit.t("Xem trước", "Preview"))">\
            \(MediaList(visit).pictures(content.media))\
            <div class="text-as-is">\(marked(variant.text, fit))</div></div>
            """
        case .portal:
            """
            <div class="preview prose" role="group" aria-label="\(visit.t("Xem trước", "Preview"))">\
            <p class="preview-title">\(content.title.vi)</p>\(MaterialText.html(variant.text, below: 3))</div>
            """
        case .loudspeaker:
            """
            <div class="preview preview-script text-as-is" role="group" aria-label="\(visit.t(
                "Lời đọc", "Words to be read"))">\(variant.text)</div>
            """
        case .print:
            """
            <div class="preview preview-sheet text-as-is" role="group" aria-label="\(visit.t(
                "Bản in", "Printed"))">\(variant.text)</div>
            """
        }
    }

    /// The words that are too many for the narrowest network, marked.
    private func marked(_ text: String, _ fit: VariantFit?) -> HTML {
        let limits = fit?.networks.compactMap { network -> TextLimit? in
            if case .tooLong = network.fit { network.limit } else { nil }
        }
        guard let limit = limits?.min(by: { $0.maximum < $1.maximum }) else { return HTML(text: text) }
        let (fits, overflow) = limit.cut(text)
        return """
            \(fits)<mark class="overflow"><span class="unseen">\(visit.t(
                "Từ đây trở đi là quá dài: ", "From here on it is too long: "))</span>\(overflow)</mark>
            """
    }
}

/// How long a variant is: on each network, and when read aloud.
struct VariantMeasure: Sendable {
    let visit: Visit

    func html(_ fit: VariantFit) -> HTML {
        """
        <ul class="measures"><li>\(own(fit))</li>\(fit.networks.html { "<li>\(network($0))</li>" })\
        \(fit.networks.isEmpty ? "<li>\(noChannel)</li>" : .empty)</ul>
        """
    }

    private var noChannel: String {
        visit.t("Chưa có kênh nào thuộc loại này.", "There is no channel of this kind yet.")
    }

    private func own(_ fit: VariantFit) -> HTML {
        let length = visit.formats.number(fit.length)
        switch fit.kind {
        case .loudspeaker:
            let spoken = visit.formats.duration(fit.spoken)
            let syllables = visit.formats.number(fit.syllables)
            return HTML(
                text: visit.t(
                    "Đọc khoảng \(spoken) (\(syllables) tiếng, \(SpokenLength.syllablesPerMinute) tiếng mỗi phút)",
                    "About \(spoken) to read (\(syllables) syllables, \(SpokenLength.syllablesPerMinute) a minute)"))
        case .social, .portal, .print: return HTML(text: visit.t("\(length) ký tự", "\(length) characters"))
        }
    }

    private func network(_ network: NetworkFit) -> HTML {
        let name = visit.t(network.name)
        let channels = visit.formats.number(network.channels.count)
        let reached = visit.t("\(channels) kênh", "\(channels) channels")
        return "<strong>\(name)</strong> (\(reached)): \(verdict(network))"
    }

    private func verdict(_ network: NetworkFit) -> HTML {
        let length = visit.formats.number(network.length)
        if network.isTooLong, case .fits = network.fit {
            return visit.badge(visit.t("tên quá dài", "title too long"), .bad) + " \(visit.t(network.overflowMessage))"
        }
        switch network.fit {
        case .tooLong: return visit.badge(visit.t("quá dài", "too long"), .bad) + " \(visit.t(network.overflowMessage))"
        case .parts(let parts):
            return visit.badge(visit.t("chia \(parts.count) phần", "in \(parts.count) parts"), .info)
                + """
                 <details class="fold"><summary>\(visit.t("Xem từng phần", "See the parts"))</summary><ol>\
                \(parts.html { "<li class=\"text-as-is\">\($0)</li>" })</ol></details>
                """
        case .fits:
            let limit = network.limit.map { "\(length) / \(visit.formats.number($0.maximum))" }
            return visit.badge(visit.t("vừa", "fits"), .ok) + " \(limit ?? visit.t("không giới hạn", "no limit"))"
        }
    }
}
