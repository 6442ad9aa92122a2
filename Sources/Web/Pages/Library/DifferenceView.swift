import Operations
import Outreach

/// What changed between two states of a material, part by part, word by word.
struct DifferenceView: Sendable {
    let names: LibraryNames
    let old: MaterialContent
    let new: MaterialContent
    /// The level of the headings of its parts.
    let level: Int

    init(_ names: LibraryNames, from old: MaterialContent, to new: MaterialContent, below level: Int) {
        self.names = names
        self.old = old
        self.new = new
        self.level = level + 1
    }

    private var visit: Visit { names.visit }

    /// The parts that changed, in the order of the form.
    private var changes: [(field: MaterialField, difference: TextDifference)] {
        let texts: [(MaterialField, String, String)] =
            [
                (.title, "\(old.title.vi)\n\(old.title.en)", "\(new.title.vi)\n\(new.title.en)"),
                (.summary, old.summary, new.summary),
                (.audiences, list(old.audiences, names.audience), list(new.audiences, names.audience)),
                (.topics, list(old.topics, names.topic), list(new.topics, names.topic)),
                (.source, old.source, new.source),
                (.duration, words(old.duration), words(new.duration)),
                (.level, old.level.map { visit.t($0.words) } ?? "", new.level.map { visit.t($0.words) } ?? ""),
                (.validity, names.validityWords(old.validity), names.validityWords(new.validity)),
                (.body, old.body, new.body),
            ]
            + ChannelKind.allCases.map { kind in
                (.variant(kind), old.variant(for: kind)?.text ?? "", new.variant(for: kind)?.text ?? "")
            } + media
        return texts.filter { $0.1 != $0.2 }.map { ($0.0, TextDifference(from: $0.1, to: $0.2)) }
    }

    private var media: [(MaterialField, String, String)] {
        let all =
            old.media.map(\.name) + new.media.map(\.name).filter { name in !old.media.contains { $0.name == name } }
        return all.map { name in
            (.media(name), describe(old.media.first { $0.name == name }), describe(new.media.first { $0.name == name }))
        }
    }

    private func describe(_ file: MediaFile?) -> String {
        file.map { "\($0.alternativeText) [\($0.hash.short)]" } ?? ""
    }

    private func list(_ slugs: [Slug], _ name: (Slug) -> String) -> String {
        slugs.map(name).joined(separator: ", ")
    }

    private func words(_ duration: Duration?) -> String { duration.map(visit.formats.duration) ?? "" }

    /// `thêm 12 tiếng, bớt 3`
    var summary: String {
        let counts = changes.map(\.difference.wordCounts)
        let (removed, added) = (
            counts.reduce(0) { $0 + $1.removed }, counts.reduce(0) { $0 + $1.added }
        )
        return visit.t(
            "\(changes.count) phần thay đổi: thêm \(visit.formats.number(added)) tiếng, bớt \(visit.formats.number(removed))",
            "\(changes.count) parts changed: \(visit.formats.number(added)) words in, \(visit.formats.number(removed)) out"
        )
    }

    var html: HTML {
        let changes = changes
        guard !changes.isEmpty else {
            return "<p class=\"hint\">\(visit.t("Hai bản giống hệt nhau.", "The two are the same."))</p>"
        }
        return changes.html { field, difference in
            "\(heading(visit.t(field.words).asHeading))\(text(difference))"
        }
    }

    private func heading(_ words: String) -> HTML {
        switch level {
        case 2: "<h2 class=\"part\">\(words)</h2>"
        case 3: "<h3 class=\"part\">\(words)</h3>"
        default: "<h4 class=\"part\">\(words)</h4>"
        }
    }

    private func text(_ difference: TextDifference) -> HTML {
        """
        <div class="difference text-as-is">\(difference.pieces.html { piece in
            switch piece {
            case .same(let text): HTML(text: shortened(text))
            case .removed(let text): "<del>\(unseen("bỏ: ", "removed: "))\(text)</del>"
            case .added(let text): "<ins>\(unseen("thêm: ", "added: "))\(text)</ins>"
            }
        })</div>
        """
    }

    /// For those who hear the page: colour and strokes are not read out.
    private func unseen(_ vietnamese: String, _ english: String) -> HTML {
        "<span class=\"unseen\">\(visit.t(vietnamese, english))</span>"
    }

    /// What stayed is context: of a long stretch the first and last lines are enough.
    private func shortened(_ text: String) -> String {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        guard lines.count > 8 else { return text }
        return (lines.prefix(3) + ["", "⋯", ""] + lines.suffix(3)).joined(separator: "\n")
    }
}
