import Outreach

/// The small parts pages are made of.
extension Visit {
    /// What a newcomer sees where there is nothing yet: what this place is for, and the next step.
    func empty(_ title: String, _ text: String, action: HTML = .empty) -> HTML {
        "<div class=\"empty\"><h2>\(title)</h2><p>\(text)</p>\(action)</div>"
    }

    func link(_ label: String, _ path: String, css: String = "") -> HTML {
        "<a href=\"\(path)\" \(attribute: "class", css.isEmpty ? nil : css)>\(label)</a>"
    }

    /// A link out of the product; nothing where it is not http(s), so that no `javascript:` gets through.
    func externalLink(_ address: String, _ label: String? = nil) -> HTML {
        let lowered = address.lowercased()
        guard lowered.hasPrefix("https://") || lowered.hasPrefix("http://") else { return HTML(text: label ?? address) }
        return "<a href=\"\(address)\" rel=\"noopener noreferrer\" target=\"_blank\">\(label ?? address)</a>"
    }

    func badge(_ label: String, _ tone: Tone) -> HTML { "<span class=\"badge badge-\(tone.rawValue)\">\(label)</span>" }

    func badge(_ state: PostState) -> HTML { badge(t(state.words), state.tone) }

    func badge(_ state: RevisionState) -> HTML { badge(t(state.words), state.tone) }

    func notice(_ tone: Tone, _ text: HTML) -> HTML { "<div class=\"notice notice-\(tone.rawValue)\">\(text)</div>" }

    /// The head of a page: title, a line under it, and what can be done.
    func heading(_ title: String, _ lead: HTML = .empty, actions: HTML = .empty) -> HTML {
        """
        <header class="page-head"><div><h1>\(title)</h1>\(lead.isEmpty ? .empty : "<p class=\"lead\">\(lead)</p>" as HTML)</div>\
        \(actions.isEmpty ? .empty : "<div class=\"actions\">\(actions)</div>" as HTML)</header>
        """
    }

    /// A number that leads somewhere.
    func figure(_ value: String, _ label: String, path: String? = nil, tone: Tone = .quiet) -> HTML {
        let inner: HTML = "<span class=\"figure-value\">\(value)</span><span class=\"figure-label\">\(label)</span>"
        // A moment takes more room than a number.
        let css = "figure figure-\(tone.rawValue)\(value.count > 9 ? " figure-long" : "")"
        guard let path else { return "<div class=\"\(css)\">\(inner)</div>" }
        return "<a class=\"\(css)\" href=\"\(path)\">\(inner)</a>"
    }

    /// Views of one subject side by side.
    func tabs(_ label: String, _ tabs: [(name: String, path: String, isCurrent: Bool)]) -> HTML {
        """
        <nav aria-label="\(label)"><ul class="tabs">\(tabs.html { tab in
            "<li><a href=\"\(tab.path)\" \(attribute: "aria-current", tab.isCurrent ? "page" : nil)>\(tab.name)</a></li>"
        })</ul></nav>
        """
    }

    /// A filter form that works by GET; a script makes it live and swaps `target`.
    func filters(action: String, target: String, _ fields: HTML) -> HTML {
        """
        <form method="get" action="\(action)" class="filters" data-live="\(target)">\(fields)\
        <button class="button">\(t("Lọc", "Filter"))</button></form>
        """
    }
}

/// How a badge or notice looks; the word says the same, never colour alone.
enum Tone: String, Sendable {
    case ok, info, warn, bad, quiet
}

extension PostState {
    var tone: Tone {
        switch self {
        case .draft, .cancelled: .quiet
        case .inReview, .sending, .retrying: .info
        case .approved, .posted: .ok
        case .missed, .unknown: .warn
        case .failed: .bad
        }
    }
}

extension RevisionState {
    var tone: Tone {
        switch self {
        case .inReview: .info
        case .approved: .ok
        case .rejected: .bad
        }
    }
}
