import Foundation
import Outreach
import Storage
import Testing

@Suite struct `Names used across files` {
    @Test func `a list that cannot be read is one mistake, not one for every name taken from it`() throws {
        var fixture = ContentFixture.valid
        fixture["audiences.yaml"] = "audiences: [unclosed"
        let content = try fixture.load()
        #expect(content.problems.count == 1)
        #expect(content.taxonomy.audiences == [])
        #expect(content.materials.count == 2)
    }

    @Test func `a list that is not there knows no names`() throws {
        var fixture = ContentFixture.valid
        fixture.files["topics.yaml"] = nil
        let content = try fixture.load()
        #expect(content.report.contains("there is no topic “body-safety”. Add it to Content/topics.yaml"))
        #expect(content.materials == [])
    }

    @Test func `a material left out for a mistake still counts as known to playbooks`() throws {
        let content = try ContentFixture.valid
            .replacing("summary: \"Giúp trẻ nhớ.\"\n", with: "", in: "materials/article/five-fingers.md").load()
        #expect(content.problems.count == 1)
        #expect(content.playbooks.count == 1)
    }

    @Test func `every unknown name of one entry is told, in both languages`() throws {
        let content = try ContentFixture.valid
            .replacing("[primary-pupils, parents]", with: "[pupils, mothers]", in: "materials/article/five-fingers.md")
            .load()
        #expect(content.problems.count == 2)
        #expect(
            content.problems[1].message.vietnamese
                == "Content/materials/article/five-fingers.md:4: audiences[2]: không có đối tượng “mothers”. "
                + "Thêm vào Content/audiences.yaml hoặc sửa lại mã.")
    }
}
