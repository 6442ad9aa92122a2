import Foundation
import Outreach
import Testing

struct SearchTextTests {
    private static let letters: [(base: String, marked: String)] = [
        ("a", "àáảãạăằắẳẵặâầấẩẫậ"), ("e", "èéẻẽẹêềếểễệ"), ("i", "ìíỉĩị"), ("o", "òóỏõọôồốổỗộơờớởỡợ"),
        ("u", "ùúủũụưừứửữự"), ("y", "ỳýỷỹỵ"), ("d", "đ"),
    ]

    @Test func `every Vietnamese letter folds to its plain letter, in either case and either Unicode form`() {
        for (base, marked) in SearchTextTests.letters {
            for letter in marked {
                let forms = [String(letter), String(letter).uppercased()].flatMap {
                    [$0.precomposedStringWithCanonicalMapping, $0.decomposedStringWithCanonicalMapping]
                }
                #expect(forms.allSatisfy { SearchText.folded($0) == base })
            }
        }
    }

    @Test(arguments: [
        ("Đường dây nóng", "duong day nong"), ("ĐỪNG IM LẶNG", "dung im lang"), ("Tổng đài 111", "tong dai 111"),
        ("  hai   chỗ\ttrống \r\n xuống dòng ", "hai cho trong xuong dong"), ("em-bé/trẻ_em", "em be tre em"),
        ("“Bảo vệ”, trẻ em!", "bao ve tre em"), ("18001567", "18001567"), ("", ""), ("!?…", ""), ("🙂", ""),
        ("x\u{0301}\u{0302}", "x"), ("bảo\u{200B}vệ", "baove"), ("bảo\u{00AD}vệ", "baove"), ("ﬁlm", "film"),
        ("Ｌｏａ", "loa"), ("m²", "m2"),
    ])
    func `text is folded to plain lower-case words with one blank between`(text: String, folded: String) {
        #expect(SearchText.folded(text) == folded)
    }

    @Test(arguments: ["Đường dây nóng 111", "ﬁlm — “Bảo vệ”", "x\u{0301}", "Ｌｏａ"])
    func `folding what is folded changes nothing`(text: String) {
        let once = SearchText.folded(text)
        #expect(SearchText.folded(once) == once)
    }

    @Test func `an exact text keeps its diacritics and its đ, in lower case and one Unicode form`() {
        let decomposed = "ĐƯỜNG Dây".decomposedStringWithCanonicalMapping
        #expect(Array(SearchText.exact(decomposed).utf8) == Array("đường dây".utf8))
        #expect(Array(SearchText.exact("duong").utf8) == Array("duong".utf8))
    }
}
