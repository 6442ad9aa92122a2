import Outreach
import Testing

struct NearestNamesTests {
    private static let names = [
        "doan-thanh-xuan", "vh-thanh-xuan", "ca-thanh-xuan", "doan-tan-hoa", "xa-dong-phuoc", "can-tho",
    ]

    @Test(arguments: [
        ("doan-thanh-xaun", "doan-thanh-xuan"), ("doan-thanhxuan", "doan-thanh-xuan"), ("canto", "can-tho"),
        ("Đoàn Thạnh Xuân", "doan-thanh-xuan"), ("xa-dong-fuoc", "xa-dong-phuoc"), ("vh-thanh-xuam", "vh-thanh-xuan"),
    ])
    func `a mistyped name is taken for the nearest`(typed: String, meant: String) {
        #expect(NearestNames.of(typed, among: Self.names).first == meant)
    }

    @Test func `what shares a word comes after what is a slip away, and there are never more than three`() {
        let near = NearestNames.of("doan-tan-hao", among: Self.names)
        #expect(near.first == "doan-tan-hoa" && near.contains("doan-thanh-xuan") && near.count <= 3)
        #expect(NearestNames.of("thanh-xuan", among: Self.names).count == 3)
    }

    @Test func `a name that is like none has no suggestion`() {
        #expect(NearestNames.of("nowhere", among: Self.names).isEmpty)
        #expect(NearestNames.of("ab", among: ["can-tho", "xa-dong-phuoc"]).isEmpty)
    }
}
