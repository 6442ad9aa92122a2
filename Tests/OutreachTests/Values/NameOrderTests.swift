import Foundation
import Outreach
import Testing

@Suite("The order of names")
struct NameOrderTests {
    @Test(
        "as Vietnamese dictionaries have it",
        arguments: [
            ["an", "ăn", "ân", "ba", "bà", "bả", "bã", "bá", "bạ", "bác"],
            ["dân", "dung", "đan", "đông", "em", "êm"],
            ["o", "ô", "ơ", "p", "u", "ư", "v"],
            ["Xã Đông", "xã Tây"],
            ["Công an", "Đoàn", "Mặt trận", "Ủy ban"],
            ["Tổ 2", "Tổ 10", "Tổ 10a", "Tổ dân phố"],
        ])
    func order(names: [String]) {
        #expect(names.shuffled().inOrder { $0 } == names)
    }

    @Test("the same whichever way a letter is written in Unicode")
    func forms() {
        #expect(!(NameOrder("Đồng") < NameOrder("Đồng".decomposedStringWithCanonicalMapping)))
        #expect(["e\u{302}\u{301}", "f", "ế"].inOrder { $0 }.last == "f")
    }

    @Test("numbers longer than any are in some order and do no harm")
    func longNumbers() {
        let names = ["9", String(repeating: "9", count: 60), "10"]
        #expect(names.inOrder { $0 }.first == "9")
    }
}
