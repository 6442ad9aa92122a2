import Foundation
import Outreach
import Storage
import Testing

@Suite struct `Parts of a material` {
    private static let article = "materials/article/five-fingers.md"

    private func problem(replacing old: String, with new: String) throws -> String {
        let content = try ContentFixture.valid.replacing(old, with: new, in: Self.article).load()
        #expect(content.materials.map(\.slug.description) == ["call-111"])
        return try #require(content.problems.first { $0.file.contains(Self.article) }).message.english
    }

    @Test func `a part twice is told with both lines`() throws {
        #expect(
            try problem(replacing: "=== portal ===", with: "=== social ===")
                == "Content/\(Self.article):20: The part “social” already stands at line 15. Make one of the two.")
    }

    @Test func `an unknown part is told with the one probably meant`() throws {
        #expect(
            try problem(replacing: "=== social ===", with: "=== socal ===")
                == "Content/\(Self.article):15: There is no part “socal”. Did you mean “social”?")
    }

    @Test func `an empty part is told`() throws {
        #expect(
            try problem(replacing: "Cột cổng thông tin.", with: " ")
                == "Content/\(Self.article):20: The part “portal” is empty. Write it or delete this line.")
    }

    @Test(arguments: ["===social===", "=== social", "==== social ====", "=== social media ==="])
    func `a line that only resembles a part is told`(line: String) throws {
        #expect(try problem(replacing: "=== social ===", with: line).contains(":15: A line that opens a part"))
    }

    @Test func `the body is required`() throws {
        #expect(
            try problem(replacing: "# Năm ngón tay\n\nMỗi ngón tay là một vòng tròn.\n", with: "")
                == "Content/\(Self.article):10: The text is missing. Write it in full below the second ---.")
    }

    @Test func `text before the header is told`() throws {
        #expect(
            try problem(replacing: "---\ntitle", with: "Lời đầu\n---\ntitle").contains(":1: The first line must be"))
    }

    @Test func `a header that is not closed is told`() throws {
        #expect(try problem(replacing: "---\n# Năm", with: "# Năm").contains(":1: The header is not closed"))
    }

    @Test func `an underline of a heading and a rule are text like any other`() throws {
        let content = try ContentFixture.valid
            .replacing("# Năm ngón tay", with: "Năm ngón tay\n===\n\n---", in: Self.article).load()
        #expect(content.problems == [])
        #expect(content.materials.first?.contentWithoutMedia.body.hasPrefix("Năm ngón tay\n===\n\n---\n") == true)
    }

    @Test func `a mark with blanks before it is text`() throws {
        let content = try ContentFixture.valid
            .replacing("summary: \"Giúp trẻ nhớ.\"", with: "summary: |\n  Một\n  ---\n  Hai", in: Self.article)
            .replacing("Dòng một", with: "Dòng một\n    === print ===", in: Self.article).load()
        #expect(content.report == "")
        #expect(content.materials.first?.contentWithoutMedia.summary == "Một\n---\nHai")
        #expect(content.materials.first?.contentWithoutMedia.variants.count == 2)
    }

    @Test func `the order of the parts makes no difference`() throws {
        var fixture = ContentFixture.valid
        let text = fixture[Self.article]
        let header = try #require(text.split(separator: "=== social ===").first)
        fixture[Self.article] = header + "=== portal ===\nMột\n=== social ===\nHai\n"
        let first = try fixture.load().materials.first?.contentWithoutMedia
        fixture[Self.article] = header + "=== social ===\nHai\n=== portal ===\nMột\n"
        #expect(try fixture.load().materials.first?.contentWithoutMedia == first)
        #expect(first?.variants.count == 2)
    }
}
