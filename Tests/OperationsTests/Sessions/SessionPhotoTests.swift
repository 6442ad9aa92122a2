import Documents
import Foundation
import Operations
import Outreach
import Testing

@testable import Office
@testable import Storage

/// Photos of a session: kept once, without anything but their pixels, and gone when they are removed.
struct SessionPhotoTests {
    private func logged(in office: Office) async throws -> Identifier<Session> {
        let session = try office.session()
        _ = try await office.workspace.logSession(session, as: try office.user("an"), mode: .perform)
        return session.id
    }

    private func photoID(_ office: Office) throws -> Identifier<SessionPhoto> {
        try #require(Identifier(office.workspace.newSessionID().description))
    }

    private func files(in office: Office) throws -> [String] {
        let media = office.folder.appending(path: ".loa/media")
        return (FileManager.default.enumerator(atPath: media.path)?.allObjects as? [String] ?? [])
            .filter { $0.contains("/") }
    }

    @Test func `a photo arrives once, however often a phone sends it`() async throws {
        try await Office.open { office in
            let (session, id, an) = (try await logged(in: office), try photoID(office), try office.user("an"))
            let picture = PhotoSample.png()
            for isNew in [true, false, false] {
                let added = try await office.workspace.addPhoto(picture, id: id, to: session, as: an)
                #expect(added.isNew == isNew && added.photo?.mediaType == "image/png")
            }
            #expect(try await office.workspace.photos(of: session, as: an).map(\.id) == [id])
            #expect(try files(in: office).count == 1)
            let kept = try await office.workspace.photo(id, of: session, as: an).bytes
            #expect(!kept.isEmpty && !String(decoding: kept, as: UTF8.self).contains("Lan"))
            let entries = try await office.workspace.auditEntries(
                limit: 10, subject: session.description, as: try office.user("admin"))
            #expect(entries.map(\.action) == ["sessions.add-photo", "sessions.log"])
        }
    }

    @Test func `an id that belongs to another picture is refused`() async throws {
        try await Office.open { office in
            let (session, id, an) = (try await logged(in: office), try photoID(office), try office.user("an"))
            _ = try await office.workspace.addPhoto(PhotoSample.png(), id: id, to: session, as: an)
            await #expect(throws: SessionError.photoIDTaken(id.description)) {
                try await office.workspace.addPhoto(PhotoSample.png(grey: 9), id: id, to: session, as: an)
            }
            let other = try await logged(in: office)
            await #expect(throws: SessionError.photoIDTaken(id.description)) {
                try await office.workspace.addPhoto(PhotoSample.png(), id: id, to: other, as: an)
            }
        }
    }

    @Test func `what is no picture is not kept`() async throws {
        try await Office.open { office in
            let (session, an) = (try await logged(in: office), try office.user("an"))
            await #expect(throws: PhotoError.notAPhoto) {
                try await office.workspace.addPhoto(
                    Array("<svg/>".utf8), id: try photoID(office), to: session, as: an)
            }
            #expect(try await office.workspace.photos(of: session, as: an).isEmpty)
            #expect(try files(in: office).isEmpty)
        }
    }

    @Test func `a removed photo is gone from the disk, and sending it again does not bring it back`() async throws {
        try await Office.open { office in
            let (session, id, an) = (try await logged(in: office), try photoID(office), try office.user("an"))
            _ = try await office.workspace.addPhoto(PhotoSample.png(), id: id, to: session, as: an)
            await #expect(throws: SessionError.reasonMissing) {
                try await office.workspace.removePhoto(id, of: session, reason: " ", as: an)
            }
            try await office.workspace.removePhoto(id, of: session, reason: "Rõ mặt trẻ", as: an)
            #expect(try files(in: office).isEmpty)
            let again = try await office.workspace.addPhoto(PhotoSample.png(), id: id, to: session, as: an)
            #expect(!again.isNew && again.photo == nil)
            #expect(try files(in: office).isEmpty)
            await #expect(throws: SessionError.unknownPhoto(id.description)) {
                try await office.workspace.photo(id, of: session, as: an)
            }
        }
    }

    @Test func `a photo on which children can be recognised is seen by loggers alone until each has a consent`()
        async throws
    {
        try await Office.open { office in
            let (session, id) = (try await logged(in: office), try photoID(office))
            let (workspace, an, viewer) = (office.workspace, try office.user("an"), try office.user("minh"))
            let added = try await workspace.addPhoto(PhotoSample.png(), id: id, to: session, as: an)
            let hash = try #require(added.photo?.hash)
            await #expect(throws: SessionError.photoKeptIn) { try await workspace.photo(id, of: session, as: viewer) }
            try await workspace.markPhoto(id, of: session, children: 1, as: an)
            await #expect(throws: SessionError.photoKeptIn) { try await workspace.photo(id, of: session, as: viewer) }
            #expect(try await workspace.photo(id, of: session, as: an).photo.id == id)
            let day = workspace.today
            _ = try await workspace.recordConsent(
                ConsentDraft(
                    unit: try slug("east-youth"), reference: "HS-2026/014", age: .underSeven, childAgreed: false,
                    guardianAgreed: true, signedOn: day, expiresOn: day + 30, pictures: [hash]),
                as: try office.user("lan"), mode: .perform)
            #expect(try await workspace.photo(id, of: session, as: viewer).photo.id == id)
            #expect(try await workspace.libraryPictures(as: an).map(\.session) == [session])
        }
    }

    @Test func `fewer children than somebody else ever saw are not said of a photo by saying more first`() async throws
    {
        try await Office.open { office in
            let (session, id) = (try await logged(in: office), try photoID(office))
            let (workspace, an) = (office.workspace, try office.user("an"))
            let added = try await workspace.addPhoto(PhotoSample.png(), id: id, to: session, as: an)
            let hash = try #require(added.photo?.hash)
            let seen = PictureMark(hash: hash, children: 3, showsVictim: false, by: "lan", at: workspace.now)
            try await office.database().write { try $0.put(seen) }
            try await workspace.markPhoto(id, of: session, children: 4, as: an)
            await #expect(throws: OrganisationError.self) {
                try await workspace.markPhoto(id, of: session, children: 0, as: an)
            }
            #expect(try await office.database().read { try $0.pictureMark(hash)?.children } == 4)
        }
    }

    @Test func `another unit neither sees, adds nor removes`() async throws {
        try await Office.open { office in
            let (session, id) = (try await logged(in: office), try photoID(office))
            let (workspace, an, stranger) = (office.workspace, try office.user("an"), try office.user("tay"))
            _ = try await workspace.addPhoto(PhotoSample.png(), id: id, to: session, as: an)
            let unknown = SessionError.unknownSession(session.description)
            await #expect(throws: unknown) { try await workspace.photo(id, of: session, as: stranger) }
            await #expect(throws: unknown) { try await workspace.photos(of: session, as: stranger) }
            await #expect(throws: unknown) {
                try await workspace.removePhoto(id, of: session, reason: "x", as: stranger)
            }
            await #expect(throws: unknown) {
                try await workspace.addPhoto(PhotoSample.png(), id: try photoID(office), to: session, as: stranger)
            }
            await #expect(throws: OrganisationError.self) {
                try await workspace.removePhoto(id, of: session, reason: "x", as: try office.user("minh"))
            }
        }
    }

    @Test func `a session has room for a dozen`() async throws {
        try await Office.open { office in
            let (session, an) = (try await logged(in: office), try office.user("an"))
            for _ in 1...Workspace.mostPhotos {
                _ = try await office.workspace.addPhoto(
                    PhotoSample.png(), id: try photoID(office), to: session, as: an)
            }
            await #expect(throws: SessionError.tooManyPhotos(limit: Workspace.mostPhotos)) {
                try await office.workspace.addPhoto(
                    PhotoSample.png(), id: try photoID(office), to: session, as: an)
            }
        }
    }

    @Test func `a back-up takes the photos along`() async throws {
        try await Office.open { office in
            let (session, an) = (try await logged(in: office), try office.user("an"))
            _ = try await office.workspace.addPhoto(
                PhotoSample.png(), id: try photoID(office), to: session, as: an)
            let report = try await office.workspace.backUp(to: nil, as: try office.user("admin"))
            #expect(report.mediaFiles == 1)
        }
    }
}
