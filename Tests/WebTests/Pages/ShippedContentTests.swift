import Foundation
import HTTPTypes
import Operations
import Outreach
import Testing

@testable import Office
@testable import Web

@Suite("Taking over what a newer program brings")
struct ShippedContentTests {
    private static let leaflet = """
        ---
        title: {vi: "Tờ rơi mới", en: "New leaflet"}
        summary: "Tờ rơi."
        audiences: [parents]
        topics: [hotline-111]
        source: "Luật Trẻ em 2016"
        ---
        Gọi 111.

        === social ===
        Gọi 111.
        """

    /// A program with a leaflet the workspace has none of, and topics otherwise than the workspace's.
    private func open(_ test: @Sendable @escaping (Site) async throws -> Void) async throws {
        try await Office.inFolder { folder in
            try Office.write(Self.leaflet, to: folder.appending(path: "Content/materials/leaflet/to-roi-moi.md"))
            try Office.write("topics: []\n", to: folder.appending(path: "Content/topics.yaml"))
            try Office.write("", to: folder.appending(path: "Channels/README.md"))
            try await Site.open(shipped: folder, test)
        }
    }

    private func text(_ path: String, _ site: Site) throws -> String {
        try String(contentsOf: site.office.folder.appending(path: path), encoding: .utf8)
    }

    @Test("what is new is taken and imported with one button; what was written here stays")
    func taking() async throws {
        try await open { site in
            let before = try text("Content/topics.yaml", site)
            let page = try await site.visitor("admin").get("/settings/upkeep")
            #expect(page.body.contains("Lấy 2 tệp mới và nhập") && page.body.contains("Content/topics.yaml"))
            let admin = try await site.visitor("admin")
            let job = try #require(try await admin.post("/settings/upkeep/refresh").location)
            #expect(try await admin.get("\(job)/events").body.contains("Đã lấy 2 tệp"))
            #expect(try await admin.get("/library/to-roi-moi").status == 200)
            #expect(try text("Content/topics.yaml", site) == before)
        }
    }

    @Test("a file that was edited here is taken where somebody ticked it")
    func ticked() async throws {
        try await open { site in
            let before = try text("Content/topics.yaml", site)
            let admin = try await site.visitor("admin")
            let job = try #require(
                try await admin.post("/settings/upkeep/refresh", ["take": "Content/topics.yaml"]).location)
            _ = try await admin.get("\(job)/events")
            #expect(try text("Content/topics.yaml", site) == "topics: []\n")
            #expect(try text(".loa/backups/content/Content/topics.yaml", site) == before)
            let strange = try await admin.post("/settings/upkeep/refresh", ["take": "../loa.yaml"])
            #expect(strange.status == 404)
        }
    }

    @Test("whoever administers a part alone takes nothing, and where there is nothing newer there is no button")
    func refusing() async throws {
        try await open { site in
            _ = try await MatrixOffice(site)
            #expect(try await site.visitor("quan-tay").post("/settings/upkeep/refresh").status == 403)
            #expect(
                !FileManager.default.fileExists(
                    atPath: site.office.folder.appending(path: "Content/materials/leaflet/to-roi-moi.md").path))
        }
        try await Site.open { site in
            let admin = try await site.visitor("admin")
            #expect(!(try await admin.get("/settings/upkeep").body.contains("/settings/upkeep/refresh")))
            #expect(try await admin.post("/settings/upkeep/refresh").status == 404)
        }
    }
}
