import Foundation
import Outreach
import Storage
import Testing

@Suite struct `Materials of content` {
    private static let article = "materials/article/five-fingers.md"
    private static let radioScript = "materials/radio-script/call-111.md"

    @Test func `a material is read with header, body and parts`() throws {
        let material = try #require(try ContentFixture.valid.load().materials.first)
        #expect(material.file == "Content/materials/article/five-fingers.md")
        #expect(material.media.map(\.name) == ["hand.png"])
        #expect(material.media.first?.file.lastPathComponent == "hand.png")
        let hash = try #require(ContentHash(String(repeating: "0", count: 64)))
        let picture = MediaFile(name: "hand.png", alternativeText: "Bàn tay năm ngón", hash: hash)
        let content = material.content(media: [picture])
        #expect(content.material.description == "five-fingers")
        #expect(content.kind == .article)
        #expect(content.title == LocalizedText(vi: "Năm ngón tay an toàn", en: "The five-finger rule"))
        #expect(content.audiences.map(\.description) == ["primary-pupils", "parents"])
        #expect(content.validity == Validity(from: Day("2026-01-01"), until: Day("2028-12-31")))
        #expect(content.media == [picture])
        #expect(content.body == "# Năm ngón tay\n\nMỗi ngón tay là một vòng tròn.")
        #expect(content.variants.map(\.channelKind) == [.social, .portal])
        #expect(content.variant(for: .social)?.text == "Dòng một\n\nDòng hai. Gọi 111.")
    }

    @Test(arguments: [
        ("source:", "sources: []\nsource:", 6, "Did you mean “source”?"),
        ("summary: \"Giúp trẻ nhớ.\"", "summary: \"\"", 3, "a text that is not empty"),
        ("audiences: [primary-pupils, parents]", "audiences: [primary-pupil]", 4, "Did you mean “primary-pupils”?"),
        ("topics: [body-safety]", "topics: [bodysafety]", 5, "Did you mean “body-safety”?"),
        ("topics: [body-safety]", "topics: []", 5, "give at least one"),
        ("until: 2028-12-31", "until: 2025-12-31", 7, "an end that is not before the start"),
        ("valid:", "level: primary\nvalid:", 7, "only session kits have one"),
        ("valid:", "duration: 0s\nvalid:", 7, "a length above 0"),
        ("hand.png", "hnad.png", 9, "Did you mean “hand.png”?"),
        ("hand.png", "../clip/hand.png", 9, "without / or .."),
        ("hand.png", "..", 9, "without / or .."),
        ("alt: \"Bàn tay năm ngón\"", "alt: \" \"", 9, "a text that is not empty"),
        ("{file: hand.png, alt: \"Bàn tay năm ngón\"}", "hand.png", 9, "keys with values"),
    ])
    func `a mistake in a header is told with its line in the file`(
        old: String, new: String, line: Int, expected: String
    ) throws {
        let content = try ContentFixture.valid.replacing(old, with: new, in: Self.article).load()
        #expect(content.places.first { $0.contains(Self.article) } == "Content/\(Self.article):\(line)")
        #expect(content.report.contains(expected))
        #expect(content.materials.map(\.slug.description) == ["call-111"])
        #expect(content.taxonomy.topics.count == 2)
    }

    @Test func `broken YAML in a header is told with its line in the file`() throws {
        let content = try ContentFixture.valid
            .replacing("audiences: [primary-pupils, parents]", with: "audiences: [primary-pupils", in: Self.article)
            .load()
        #expect(content.places.contains("Content/\(Self.article):5"))
    }

    @Test func `a key written twice in a header is told with its line in the file`() throws {
        let content = try ContentFixture.valid
            .replacing("topics: [body-safety]", with: "topics: [body-safety]\ntopics: [hotline-111]", in: Self.article)
            .load()
        #expect(content.report.contains("Written twice: topics"))
        #expect(content.places.allSatisfy { $0.hasPrefix("Content/\(Self.article):") })
    }

    @Test func `clips and radio scripts have a duration`() throws {
        let content = try ContentFixture.valid.replacing("duration: 4s\n", with: "", in: Self.radioScript).load()
        #expect(content.report.contains("the key “duration” is missing"))
        #expect(content.materials.map(\.slug.description) == ["five-fingers"])
    }

    @Test(arguments: [("3s", false), ("4s", true), ("8s", true), ("9s", false)])
    func `a radio script lasts about as long as it takes to read`(duration: String, isFine: Bool) throws {
        // 15 syllables at 180 a minute: 5 seconds.
        let content = try ContentFixture.valid
            .replacing("duration: 4s", with: "duration: \(duration)", in: Self.radioScript).load()
        #expect(content.problems.isEmpty == isFine)
        if !isFine {
            #expect(content.places == ["Content/\(Self.radioScript):7"])
            #expect(content.report.contains("takes about 5s"))
        }
    }

    @Test func `a radio script has words to read aloud`() throws {
        let content = try ContentFixture.valid.replacing(
            "=== loudspeaker ===", with: "=== print ===", in: Self.radioScript
        )
        .load()
        #expect(content.report.contains("has no part === loudspeaker ==="))
    }

    @Test func `a session kit has a level`() throws {
        var fixture = ContentFixture.valid
        let kit = fixture[Self.radioScript].replacing("duration: 4s\n", with: "")
        fixture["materials/session-kit/talk.md"] = kit
        #expect(try fixture.load().report.contains("the key “level” is missing"))
        fixture["materials/session-kit/talk.md"] = kit.replacing("summary:", with: "level: primary\nsummary:")
        #expect(try fixture.load().problems == [])
    }

    @Test func `of two materials with one slug the first is kept and both files are named`() throws {
        var fixture = ContentFixture.valid
        fixture["materials/poster/five-fingers.md"] = fixture[Self.radioScript].replacing("duration: 4s\n", with: "")
        let content = try fixture.load()
        #expect(content.places == ["Content/materials/poster/five-fingers.md"])
        #expect(content.report.contains("already used by Content/materials/article/five-fingers.md"))
        #expect(content.materials.map(\.contentWithoutMedia.kind) == [.article, .radioScript])
    }

    @Test func `a file beside a material that none names is told`() throws {
        var fixture = ContentFixture.valid
        fixture["materials/article/unused.png"] = "picture"
        let content = try fixture.load()
        #expect(content.places == ["Content/materials/article/unused.png"])
        #expect(content.materials.count == 2)
    }

    @Test func `a file whose name is stored decomposed is found by its composed name`() throws {
        var fixture = try ContentFixture.valid.replacing("hand.png", with: "bàn tay.png", in: Self.article)
        fixture.files["materials/article/hand.png"] = nil
        fixture["materials/article/" + "bàn tay.png".decomposedStringWithCanonicalMapping] = "picture"
        let content = try fixture.load()
        #expect(content.problems == [])
        #expect(content.materials.first?.media.first?.name.utf8.count == "bàn tay.png".utf8.count)
    }
}
