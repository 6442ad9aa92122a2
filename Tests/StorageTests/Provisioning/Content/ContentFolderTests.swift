import Foundation
import Outreach
import Storage
import Testing

@Suite struct `Content folder` {
    @Test func `a folder without mistakes is read whole`() throws {
        let content = try ContentFixture.valid.load()
        #expect(content.report == "")
        #expect(content.taxonomy.audiences.map(\.id.description) == ["parents", "primary-pupils"])
        #expect(content.taxonomy.topics.count == 2)
        #expect(content.taxonomy.helpLines.map(\.number) == ["111", "18001567"])
        #expect(content.observances.count == 2)
        #expect(content.calendars.count == 2)
        #expect(content.indicators.count == 2)
        #expect(content.units.count == 4)
        #expect(content.committees.count == 1)
        #expect(content.plans.count == 1)
        #expect(content.playbooks.count == 1)
        #expect(content.materials.map(\.slug.description) == ["five-fingers", "call-111"])
    }

    @Test func `every data file is counted, and nothing else`() throws {
        #expect(try ContentFixture.valid.load().fileCount == 11)
    }

    @Test func `an empty folder is read as nothing, without complaint`() throws {
        let content = try ContentFixture().load()
        #expect(content.problems == [])
        #expect(content.fileCount == 0)
        #expect(content.taxonomy == .empty)
    }

    @Test func `a folder that is missing is an error a person can read`() throws {
        try ContentFixture().inFolder { folder in
            let missing = folder.appendingPathComponent("Content")
            #expect(throws: ContentFolderError.missing(path: missing.path)) { try ContentFolder.load(missing) }
        }
    }

    @Test func `a file in place of the folder is an error`() throws {
        try ContentFixture.valid.inFolder { folder in
            let file = folder.appendingPathComponent("topics.yaml")
            #expect(throws: ContentFolderError.notAFolder(path: file.path)) { try ContentFolder.load(file) }
        }
    }

    @Test func `a file nobody reads is named, with the name probably meant`() throws {
        var fixture = ContentFixture.valid
        fixture["topic.yaml"] = "topics: []"
        let content = try fixture.load()
        #expect(
            content.report == "Content/topic.yaml: Not read: this name is not used here. Did you mean “topics.yaml”?")
        #expect(
            content.problems[0].message.vietnamese
                == "Content/topic.yaml: Không đọc: tên này không dùng ở đây. Có phải “topics.yaml”?")
    }

    @Test(arguments: [
        ("notes/today.txt", "Content/notes"),
        ("materials/articles/one.md", "Content/materials/articles"),
        ("materials/one.md", "Content/materials/one.md"),
        ("materials/clip/more/one.md", "Content/materials/clip/more"),
        ("plans/one.yml", "Content/plans/one.yml"),
        ("playbooks/old/one.yaml", "Content/playbooks/old"),
        ("topics.yaml.orig/x", "Content/topics.yaml.orig"),
    ])
    func `files outside the known places are named`(path: String, reported: String) throws {
        var fixture = ContentFixture.valid
        fixture[path] = "text"
        #expect(try fixture.load().places == [reported])
    }

    @Test func `hidden files and README in any folder are left alone`() throws {
        var fixture = ContentFixture.valid
        fixture["materials/article/README.md"] = "Notes"
        fixture["plans/.one.yaml.swp"] = "Editor"
        #expect(try fixture.load().problems == [])
    }

    @Test(arguments: ["plans/Tháp Mười.yaml", "playbooks/Tháp Mười.yaml", "materials/clip/Tháp Mười.md"])
    func `a file name that is no slug is refused with a proposal`(path: String) throws {
        var fixture = ContentFixture.valid
        fixture[path] = "text"
        let content = try fixture.load()
        #expect(content.places == ["Content/\(path)"])
        #expect(content.report.contains("Rename it “thap-muoi."))
        #expect(content.fileCount == 11)
    }

    @Test func `one broken file leaves the others readable`() throws {
        var fixture = ContentFixture.valid
        fixture["plans/chau-thanh.yaml"] = "plan: [unclosed"
        fixture["calendars.yaml"] = "calendars: {}"
        let content = try fixture.load()
        #expect(content.places.map { $0.prefix(18) } == ["Content/calendars.", "Content/plans/chau"])
        #expect(content.plans == [])
        #expect(content.calendars == [])
        #expect(content.playbooks.count == 1)
        #expect(content.materials.count == 2)
    }

    @Test func `problems come in the order of files and lines`() throws {
        var fixture = try ContentFixture.valid
            .replacing("children: true", with: "children: yes", in: "audiences.yaml")
            .replacing("children: false", with: "children: no", in: "audiences.yaml")
        fixture["a.txt"] = "stray"
        #expect(
            try fixture.load().places == ["Content/a.txt", "Content/audiences.yaml:2", "Content/audiences.yaml:3"])
    }
}
