import Testing

@testable import Outreach

struct LetterFoldingTests {
    @Test func `every sign folds by the table as it folds without, alone, within a word and beside one`() {
        var wrong: [UInt32] = []
        for value in UInt32(0)...0x2FFF {
            guard let scalar = Unicode.Scalar(value) else { continue }
            let sign = String(Character(scalar))
            let texts = [sign, "a\(sign)b", "a\(sign) b", "Ê\(sign)\u{0323}y", "\(sign)\(sign)"]
            if texts.contains(where: { SearchText.folded($0) != SearchText.foldedSlowly($0) }) { wrong.append(value) }
        }
        #expect(wrong == [])
    }

    @Test(arguments: [
        "TRƯỜNG TIỂU HỌC SỐ 997", "Tru\u{031B}o\u{031B}\u{0300}ng", "“Bảo vệ” – trẻ em…", "½ lít", "Ⅳ. Khối ﬁ",
        "日本 111",
    ])
    func `texts fold by the table as they fold without`(text: String) {
        #expect(SearchText.folded(text) == SearchText.foldedSlowly(text))
    }
}
