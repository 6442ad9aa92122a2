import Operations
import Outreach

/// What a material is: whom it is for, what about, on what it rests, how long it holds, which help line it gives.
struct MaterialFacts: Sendable {
    let page: MaterialPage

    private var visit: Visit { page.visit }
    private var content: MaterialContent { page.shown.content }

    var html: HTML {
        """
        <section class="card"><h2>\(visit.t("Thông tin", "Facts"))</h2><dl class="facts">
        \(fact("Đối tượng", "Audiences", content.audiences.html { slug in
            "<a class=\"label\" href=\"/library?audience=\(slug)\">\(page.names.audience(slug))</a> "
        }))
        \(fact("Chủ đề", "Topics", content.topics.html { slug in
            "<a class=\"label\" href=\"/library?topic=\(slug)\">\(page.names.topic(slug))</a> "
        }))
        \(fact("Căn cứ", "Source", HTML(text: content.source)))
        \(fact("Hiệu lực", "Validity", HTML(text: page.names.validityWords(content.validity))))
        \(content.duration.html { fact("Thời lượng", "Length", HTML(text: visit.formats.duration($0))) })
        \(content.level.html { fact("Cấp học", "Level of school", HTML(text: visit.t($0.words))) })
        \(fact("Đường dây hỗ trợ", "Help line", helpLines))
        \(fact("Tên tiếng Anh", "Other title", HTML(text: visit.language == .vietnamese ? content.title.en : content.title.vi)))
        \(fact("Mã", "Identifier", "<code>\(page.view.slug)</code>"))
        </dl></section>
        """
    }

    private var helpLines: HTML {
        guard !page.examination.helpLines.isEmpty else {
            return visit.badge(visit.t("chưa nêu đường dây nào", "none given"), .warn)
        }
        return """
            <ul class="plain">\(page.examination.helpLines.html { line in
                """
                <li><strong>\(line.number)</strong> \(visit.t(line.name))\
                \(line.isFree ? visit.t(", miễn phí", ", free") : ""), \(line.hours)</li>
                """
            })</ul>
            """
    }

    private func fact(_ vietnamese: String, _ english: String, _ value: HTML) -> HTML {
        "<dt>\(visit.t(vietnamese, english))</dt><dd>\(value)</dd>"
    }
}

/// Media files as a page shows them: what they are and what they show.
struct MediaList: Sendable {
    let visit: Visit

    init(_ visit: Visit) { self.visit = visit }

    func html(_ files: [MediaFile]) -> HTML {
        "<ul class=\"media-list\">\(files.html { "<li>\(one($0))</li>" })</ul>"
    }

    /// What the bytes are is known when they are asked for; until then the name is believed, which does no harm: the
    /// browser is told the true type and not to guess.
    private func one(_ file: MediaFile) -> HTML {
        let address = "/media/\(file.hash)"
        let name = file.name.lowercased()
        let shown: HTML =
            if name.hasSuffix(".mp4") {
                "<video controls preload=\"metadata\" src=\"\(address)\" aria-label=\"\(file.alternativeText)\"></video>"
            } else if name.hasSuffix(".mp3") {
                "<audio controls preload=\"none\" src=\"\(address)\" aria-label=\"\(file.alternativeText)\"></audio>"
            } else if MediaList.isPicture(file) {
                "<img src=\"\(address)\" alt=\"\(file.alternativeText)\" loading=\"lazy\">"
            } else {
                .empty
            }
        return """
            <figure>\(shown)<figcaption>\(visit.link(file.name, address))\
            <p class="hint">\(file.alternativeText)</p></figcaption></figure>
            """
    }

    /// Only the pictures, for print and previews.
    func pictures(_ files: [MediaFile]) -> HTML {
        files.filter(MediaList.isPicture).html {
            "<img class=\"picture\" src=\"/media/\($0.hash)\" alt=\"\($0.alternativeText)\">"
        }
    }

    static func isPicture(_ file: MediaFile) -> Bool {
        [".png", ".jpg", ".jpeg"].contains { file.name.lowercased().hasSuffix($0) }
    }
}
