import Outreach
import Testing

struct CountedWordsTests {
    @Test(arguments: [(0, "0 sessions"), (1, "1 session"), (2, "2 sessions")])
    func `one thing is said of one alone`(count: Int, words: String) {
        #expect(count.of("session", "sessions") == words)
    }
}
