import Foundation
import Outreach
import Testing

struct SpokenLengthTests {
    @Test(arguments: [
        ("", 0), ("…", 0), ("Hãy gọi", 2), ("một-một-một", 3), ("Gọi 111", 4), ("24/24 giờ", 5),
        ("Dừng! Nghĩ. Hỏi?", 3),
        ("hai\r\ndòng", 2), ("lớp 5A", 2), ("**Đậm**, _nghiêng_", 2),
    ])
    func `syllables are words, and digits are read one by one`(text: String, syllables: Int) {
        #expect(SpokenLength.syllables(in: text) == syllables)
    }

    @Test func `a text in decomposed form is as long as in composed form`() {
        let text = "Đường dây nóng bảo vệ trẻ em"
        #expect(SpokenLength.syllables(in: text.decomposedStringWithCanonicalMapping) == 7)
        #expect(SpokenLength.syllables(in: text.precomposedStringWithCanonicalMapping) == 7)
    }

    @Test(arguments: [(0, 0), (1, 333), (3, 1000), (90, 30_000), (180, 60_000), (540, 180_000)])
    func `180 syllables take a minute`(syllables: Int, milliseconds: Int64) {
        let text = Array(repeating: "em", count: syllables).joined(separator: " ")
        #expect(SpokenLength.of(text) == .milliseconds(milliseconds))
    }
}
