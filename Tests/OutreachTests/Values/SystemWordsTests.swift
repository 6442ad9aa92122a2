import Foundation
import Outreach
import Testing

@Suite("The system's words for what went wrong")
struct SystemWordsTests {
    @Test("A file that is missing, and a folder read as a file, are named as the system names them")
    func named() {
        #expect(words { _ = try Data(contentsOf: URL(filePath: "/no/such/file")) } == "No such file or directory")
        #expect(words { _ = try Data(contentsOf: URL(filePath: "/")) } == "Is a directory")
    }

    @Test("A full disk is a full disk")
    func full() {
        #expect(
            words { try FileHandle(forWritingTo: URL(filePath: "/dev/full")).write(contentsOf: Data([1])) }
                == "No space left on device")
    }

    @Test("An error that is not the system's says what it says itself")
    func other() {
        struct Own: LocalizedError { var errorDescription: String? { "Its own words" } }
        #expect(words { throw Own() } == "Its own words")
    }

    private func words(of work: () throws -> Void) -> String? {
        do {
            try work()
            return nil
        } catch {
            return error.systemWords
        }
    }
}
