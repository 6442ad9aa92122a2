import Foundation
import HTTPTypes
import Operations
import Outreach
import Testing

@testable import Office
@testable import Web

/// Vietnamese and English, each complete: no page that is asked in one says a word of the other.
@Suite("Languages")
struct LanguageTests {
    @Test("a page asked in English says nothing Vietnamese but what people wrote")
    func english() async throws {
        try await Site.open { site in
            let office = try await MatrixOffice(site)
            let written = try await vocabulary(office)
            try await visitAll(office, in: .english) { path, page in
                #expect(page.contains("lang=\"en\""), "\(path)")
                let words = VisibleWords(page: page)
                let strange = words.all.filter { $0.isVietnamese && !written.contains($0) }
                #expect(strange == [], "\(path)")
                #expect(words.machineDays == [], "\(path)")
            }
        }
    }

    @Test("a page asked in Vietnamese says nothing English")
    func vietnamese() async throws {
        try await Site.open { site in
            let office = try await MatrixOffice(site)
            try await visitAll(office, in: .vietnamese) { path, page in
                #expect(page.contains("lang=\"vi\""), "\(path)")
                let words = VisibleWords(page: page)
                let strange = words.all.filter { LanguageTests.onlyEnglish.contains($0) }
                #expect(strange == [], "\(path)")
                #expect(words.machineDays == [], "\(path)")
            }
        }
    }

    /// Words of which no English sentence has none for long, and no Vietnamese one has any.
    private static let onlyEnglish: Set<String> = [
        "the", "and", "is", "of", "for", "not", "with", "this", "that", "from", "are", "was", "were", "you", "your",
        "has", "have", "been", "will", "each", "every", "when", "which", "there", "nothing", "it", "its", "by", "or",
        "yes", "post", "posts", "save", "search", "day", "days", "unit", "units", "until", "all", "none", "new",
    ]

    private func visitAll(
        _ office: MatrixOffice, in language: Language, _ look: (String, String) throws -> Void
    ) async throws {
        let cookie = "\(CookieName.language)=\(language.rawValue)"
        let visitors = try await office.visitors()
        for route in WebServer.routes where route.method == .get && !route.isForPrograms {
            guard let visitor = MatrixOffice.reader(of: route).flatMap({ visitors[$0] }) else { continue }
            let answer = try await visitor.get(office.path(of: route), headers: [.cookie: cookie])
            // What a script puts into a page is part of one that was looked at.
            guard answer.headers[.contentType]?.hasPrefix("text/html") == true, answer.body.contains("<html") else {
                continue
            }
            try look(route.path, answer.body)
        }
    }

    /// Every word in what people wrote: content, names, texts.
    private func vocabulary(_ office: MatrixOffice) async throws -> Set<String> {
        let files = OfficeContent.files.values.joined() + OfficeChannels.files(port: 9).values.joined()
        let rules = try Repository.safeguarding.values.map { String(decoding: $0, as: UTF8.self) }
        // The name of a year has no other in English.
        let texts = [files, MatrixOffice.secretTitle, "Gọi 111 Quản trị Tranh Tiếng Việt Bính Ngọ"] + rules
        return Set(texts.flatMap { VisibleWords(text: $0).all })
    }
}

/// The words a page shows or reads out, in small letters.
private struct VisibleWords {
    private(set) var all: Set<String> = []
    /// Days as machines write them, `2026-06-01`, of which a page shows people none.
    private(set) var machineDays: Set<String> = []

    private static let silent: Set<String> = ["script", "style", "code", "pre", "textarea"]
    private static let spoken: Set<String> = ["aria-label", "placeholder", "title", "alt"]

    init(page: String) {
        var silent: String?
        for part in PagePart.all(of: page) {
            if let name = silent {
                guard part.name == "/\(name)" else { continue }
                silent = nil
            } else if VisibleWords.silent.contains(part.name) {
                silent = part.name
                continue
            }
            for attribute in part.attributes where VisibleWords.spoken.contains(attribute.name) { add(attribute.value) }
            add(part.text)
        }
    }

    init(text: String) { add(text) }

    private mutating func add(_ text: some StringProtocol) {
        var text = String(text)
        machineDays.formUnion(text.matches(of: /\b[0-9]{4}-[0-9]{2}-[0-9]{2}\b/).map { String($0.output) })
        // Commands are called the same in both languages.
        if text.contains("“loa ") { text = text.replacing(/“loa [^”]*”/, with: " ") }
        let plain = text.replacing("&quot;", with: " ").replacing("&amp;", with: " ")
            .replacing("&#39;", with: " ").replacing("&lt;", with: " ").replacing("&gt;", with: " ")
        // What is joined by a hyphen, a dot or a slash is a name of something: an id, an address, a file.
        for word in plain.split(whereSeparator: { !$0.isLetter && !$0.isNumber && !"-./_@:".contains($0) }) {
            let bare = word.trimmingPrefix(while: { !$0.isLetter })
            guard let last = bare.lastIndex(where: { $0.isLetter || $0.isNumber }) else { continue }
            let whole = bare[...last]
            guard whole.allSatisfy(\.isLetter) else { continue }
            all.insert(whole.lowercased().normalized)
        }
    }
}

extension String {
    /// Whether a letter is one that English does not have.
    fileprivate var isVietnamese: Bool { unicodeScalars.contains { $0.value > 0x7F } }
}
