import Outreach
import Testing

@testable import Storage

private typealias Make = StorageFixture

struct PresetRowsTests {
    private static let preset = """
        channel: notice-board
        name: {vi: "Bảng tin", en: "Notice board"}
        kind: print
        source: {title: "Loa", date: 2026-06-01}
        target: [place]
        by_hand:
          steps: [{vi: "Dán lên bảng.", en: "Put it up."}]
          wait_for: quantity
        """
    private static let register = """
        channels:
          - id: board
            preset: notice-board
            unit: xa
            name: {vi: "Bảng tin ấp 1", en: "Board of hamlet 1"}
            target: {place: "Ấp 1"}
            enabled: true
        """

    @Test func `presets and register are read again as the channels they describe`() async throws {
        let database = try Database(inMemory: ())
        let slug = try Make.slug("notice-board")
        let effects = try await database.write { tx in
            [
                try tx.putPreset(slug, text: PresetRowsTests.preset, at: Make.now),
                try tx.putRegister(PresetRowsTests.register, at: Make.now),
                try tx.putPreset(slug, text: PresetRowsTests.preset, at: Make.now),
            ]
        }
        #expect(effects == [.added, .added, .unchanged])
        let folder = try await database.read { try $0.channelFolder() }
        #expect(folder.problems.isEmpty)
        #expect(folder.resolved.map(\.slug) == (try Make.slugs("board")))
        #expect(folder.resolved.first?.byHand?.waitFor == .quantity)
        let names = try await database.read { try $0.channelNames() }
        #expect(names == [try Make.slug("board"): LocalizedText(vi: "Bảng tin ấp 1", en: "Board of hamlet 1")])
    }

    @Test func `channels have their names though their presets be broken or gone, and no register is no channel`()
        async throws
    {
        let database = try Database(inMemory: ())
        #expect(try await database.read { try $0.channelNames() }.isEmpty)
        _ = try await database.write { try $0.putRegister(PresetRowsTests.register, at: Make.now) }
        #expect(try await database.read { try $0.channelNames() }.count == 1)
        #expect(try await database.read { try $0.channelFolder() }.resolved.isEmpty)
    }

    @Test func `the version changes with either file and with nothing else`() async throws {
        let database = try Database(inMemory: ())
        let slug = try Make.slug("notice-board")
        let topic = Topic(id: slug, name: LocalizedText(vi: "a", en: "b"))
        let versions = try await database.write { tx in
            var versions = [try tx.channelVersion()]
            _ = try tx.putPreset(slug, text: PresetRowsTests.preset, at: Make.now)
            versions.append(try tx.channelVersion())
            _ = try tx.putRegister(PresetRowsTests.register, at: Make.now)
            versions.append(try tx.channelVersion())
            _ = try tx.put(topic, position: 0, at: Make.now)
            _ = try tx.putRegister(PresetRowsTests.register, at: Make.now + .seconds(60))
            versions.append(try tx.channelVersion())
            _ = try tx.putPreset(slug, text: PresetRowsTests.preset + "\n", at: Make.now)
            versions.append(try tx.channelVersion())
            return versions
        }
        #expect(versions[2] == versions[3])
        #expect(Set(versions).count == 4)
    }

    @Test func `a workspace without channels has none`() async throws {
        let database = try Database(inMemory: ())
        #expect(try await database.read { try $0.channelFolder().resolved.isEmpty })
    }
}
