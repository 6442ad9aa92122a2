import Foundation
import Outreach
import Storage
import Testing

@Suite struct `Bytes of content files` {
    private static let article = "materials/article/five-fingers.md"

    @Test func `text that is not UTF-8 is refused with the offset and line of the first wrong byte`() throws {
        var fixture = ContentFixture.valid
        fixture.files["topics.yaml"] = Data("topics:\n  - Tr".utf8) + Data([0xEE, 0xFF]) + Data("\n".utf8)
        let content = try fixture.load()
        #expect(
            content.report == "Content/topics.yaml:2: Not UTF-8 text (at byte offset 14). Save the file again as UTF-8."
        )
        #expect(content.problems[0].reason.vietnamese.contains("byte thứ 14, đếm từ 0"))
    }

    @Test func `the offset counts from the beginning of the file, a byte order mark included`() throws {
        var fixture = ContentFixture()
        fixture.files["topics.yaml"] = Data([0xEF, 0xBB, 0xBF, 0x61, 0xFF])
        #expect(try fixture.load().report.contains("topics.yaml:1: Not UTF-8 text (at byte offset 4)"))
    }

    @Test func `a byte order mark is accepted silently`() throws {
        var fixture = ContentFixture.valid
        for path in ["topics.yaml", Self.article] {
            fixture.files[path] = Data([0xEF, 0xBB, 0xBF]) + Data(fixture[path].utf8)
        }
        let content = try fixture.load()
        #expect(content.problems == [])
        #expect(content.materials.count == 2)
    }

    @Test(arguments: ["\r\n", "\r"])
    func `line ends of other systems give the same content`(lineEnd: String) throws {
        let expected = try ContentFixture.valid.load()
        var fixture = ContentFixture.valid
        for path in fixture.files.keys { fixture[path] = fixture[path].replacing("\n", with: lineEnd) }
        let content = try fixture.load()
        #expect(content.report == "")
        #expect(content.materials.map(\.contentWithoutMedia) == expected.materials.map(\.contentWithoutMedia))
        #expect(content.plans == expected.plans)
    }

    @Test func `lines are counted right where they end in CR LF`() throws {
        let broken = try ContentFixture.valid.replacing(
            "audiences: [parents]", with: "audience: [parents]", in: "playbooks/action-month.yaml")
        var fixture = broken
        let path = "playbooks/action-month.yaml"
        fixture[path] = fixture[path].replacing("\n", with: "\r\n")
        let expected = try broken.load().places
        #expect(try fixture.load().places == expected)
        #expect(expected.contains("Content/\(path):15"))
    }

    @Test func `decomposed letters are composed`() throws {
        var fixture = ContentFixture.valid
        fixture[Self.article] = fixture[Self.article].decomposedStringWithCanonicalMapping
        let title = try #require(try fixture.load().materials.first?.contentWithoutMedia.title.vi)
        #expect(Array(title.utf8) == Array("Năm ngón tay an toàn".precomposedStringWithCanonicalMapping.utf8))
    }

    @Test func `a file over 1 MiB is not read`() throws {
        var fixture = ContentFixture.valid
        let text = fixture[Self.article]
        let limit = 1 << 20
        fixture[Self.article] = text + String(repeating: "a", count: limit - text.utf8.count)
        #expect(try fixture.load().problems == [])
        fixture[Self.article] += "a"
        let content = try fixture.load()
        #expect(content.places.contains("Content/\(Self.article)"))
        #expect(content.report.contains("larger than 1 MiB"))
        #expect(content.materials.map(\.slug.description) == ["call-111"])
    }

    @Test func `a control character is refused with its line`() throws {
        let fixture = try ContentFixture.valid.replacing("Dòng một", with: "Dòng\u{0B} một", in: Self.article)
        let content = try fixture.load()
        #expect(content.places == ["Content/\(Self.article):16"])
        #expect(content.report.contains("U+000B"))
    }

    @Test func `a link that leads nowhere cannot be read`() throws {
        try ContentFixture().inFolder { folder in
            let link = folder.appendingPathComponent("topics.yaml").path
            try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: "nowhere.yaml")
            let content = try ContentFolder.load(folder)
            #expect(content.places == ["Content/topics.yaml"])
            #expect(content.report.contains("cannot be read"))
        }
    }

    @Test func `an empty file is a mistake`() throws {
        var fixture = ContentFixture.valid
        fixture["calendars.yaml"] = ""
        #expect(try fixture.load().report == "Content/calendars.yaml:1: The file is empty.")
    }
}
