import Documents
import Foundation
import Outreach
import Testing

@testable import Office
@testable import Operations

/// What is stored of a picture is its pixels, whichever door it came by.
struct PictureStorageTests {
    @Test func `exiftool finds nothing private in what a hundred telling photos leave`() async throws {
        let result = try await PhotoBenchmark.run(photos: 100) { _ in }
        #expect(result.stored == 100)
        #expect(result.factsBefore > 800)
        #expect(result.factsAfter == [])
    }

    @Test func `a picture of the content folder is made anew as well`() async throws {
        try await Office.open { office in
            let photo = try TellingPhoto.make(.jpeg, number: 7)
            try Data(photo).write(to: office.folder.appending(path: "Content/materials/article/anh.jpg"))
            let article = try #require(OfficeContent.files["Content/materials/article/goi-111.md"])
            try await office.rewrite(
                "Content/materials/article/co-anh.md",
                article.replacing(
                    "source: \"Luật Trẻ em 2016\"",
                    with: "source: \"Luật Trẻ em 2016\"\nmedia:\n  - {file: anh.jpg, alt: \"Sân\", children: 0}"))
            let view = try await office.workspace.material(try slug("co-anh"))
            let file = try #require(view.newest?.content.media.first)
            let bytes = Array(
                try await office.workspace.mediaFile(file.hash, as: try office.user("lan")).bytes)
            for word in ["Exif", "Phone of 7", "Person 7", "lớp 6A"] {
                #expect(bytes.firstRange(of: Array(word.utf8)) == nil && photo.firstRange(of: Array(word.utf8)) != nil)
            }
        }
    }

    @Test func `a file that only calls itself a picture is refused`() async throws {
        try await Office.open { office in
            for (name, bytes) in [("anh.jpg", Array("<svg onload=alert(1)>".utf8)), ("anh.png", Array("GIF89a".utf8))] {
                await #expect(throws: MediaError.unknownType(name: name)) {
                    try await office.workspace.storeMedia(
                        bytes, name: name, alternativeText: "x", as: try office.user("lan"))
                }
            }
        }
    }

    @Test func `without a word for those who cannot see it no material is kept`() async throws {
        try await Office.open { office in
            let lan = try office.user("lan")
            let file = try await office.workspace.storeMedia(
                PhotoSample.png(), name: "a.png", alternativeText: " ", as: lan)
            let view = try await office.workspace.material(try slug("goi-111"))
            let newest = try #require(view.newest)
            let content = newest.content
            let changed = MaterialContent(
                material: content.material, kind: content.kind, title: content.title, summary: content.summary,
                audiences: content.audiences, topics: content.topics, source: content.source, media: [file],
                body: content.body, variants: content.variants)
            await #expect(throws: LibraryError.self) {
                try await office.workspace.saveMaterial(changed, basedOn: newest.hash, as: lan, mode: .perform)
            }
        }
    }
}
