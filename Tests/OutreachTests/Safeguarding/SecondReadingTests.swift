import Foundation
import Outreach
import Testing

/// The second reading beside rules that find next to nothing.
struct SecondReadingTests {
    private let reader: Safeguard

    init() throws {
        reader = try SecondReadingFixture.safeguard(try SecondReadingFixture.learnt())
    }

    private func blame(_ text: String, kind: TextKind = .post) -> [Finding] {
        reader.findings(in: CheckedText(text, kind: kind)).filter { $0.rule == .blame }
    }

    @Test func `of texts like those that break a rule people are warned though it finds nothing, of others not`() {
        #expect(SecondReadingFixture.quarrelling.allSatisfy { blame($0).map(\.level) == [.warn] })
        #expect(SecondReadingFixture.feasting.allSatisfy { blame($0).isEmpty })
        // Neither text was learnt from.
        #expect(!blame("Bên kia sông mọi người thấy hai bên mắng nhiếc, to tiếng, trách móc rồi giận dỗi.").isEmpty)
        #expect(blame("Bên kia sông mọi người thấy hai bên gói bánh, ca hát, bày cỗ vui vẻ.").isEmpty)
    }

    @Test func `what a rule finds blocks, however unlike those that break it the text reads`() throws {
        let text = "Tối nào cả nhà tôi cũng nói về việc zoro cùng gói bánh vui vẻ bên nhau."
        #expect(blame(text) == (try SecondReadingFixture.safeguard().findings(in: CheckedText(text))))
        #expect(blame(text).map(\.level) == [.block])
    }

    @Test func `a rule that found something is not warned of as well`() {
        let findings = blame("Chiều nay ở xóm dưới có chuyện zoro, hai bên cãi nhau to tiếng rồi giận dỗi.")
        #expect(findings.map(\.words) == ["zoro"])
        #expect(findings.map(\.level) == [.block])
    }

    @Test func `texts too short or too long to be read twice are left to the rules`() {
        let quarrel = "Hai bên cãi nhau to tiếng rồi giận dỗi."
        #expect(blame(quarrel).isEmpty)
        #expect(blame(String(repeating: quarrel + " ", count: 40)).isEmpty)
        #expect(blame("zoro gói bánh vui vẻ.").map(\.level) == [.block])
        let long = String(repeating: "Cùng gói bánh vui vẻ bên nhau. ", count: 50) + "zoro"
        #expect(blame(long).map(\.level) == [.block])
    }

    @Test func `a text of words it has not met is left to the rules`() throws {
        let known = ["một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám"]
        let reader = try SecondReadingFixture.safeguard(
            SecondReadingWeights(
                rules: [SecondReadingWeights.Rule(id: .blame, bias: 2)],
                features: known.map { SecondReadingWeights.Feature(name: "w:\($0)", weights: [(0, 0.001)]) }))
        let met = "kuma một hai ba bốn năm sáu bảy tám chín mười mươi trăm"
        let strange = "kuma rosi tane wabi sabi noko miso tofu soba udon nori mochi"
        #expect(reader.findings(in: CheckedText(met)).map(\.level) == [.warn])
        #expect(reader.findings(in: CheckedText(strange)).isEmpty)
    }

    @Test func `a rule that leaves a kind of text alone is not read into it`() {
        #expect(blame(SecondReadingFixture.quarrelling[0], kind: .note).isEmpty)
    }

    @Test func `a warning names the sentence and the words that weigh most`() throws {
        let text = "Chợ họp đông. \u{1F3EA} Bà con ghé mua rau, mua cá. Hai bên cãi nhau to tiếng rồi giận dỗi."
        let finding = try #require(blame(text).first)
        #expect(finding.words.hasPrefix("Hai bên cãi nhau to tiếng rồi giận dỗi"))
        let scalars = Array(text.unicodeScalars)[finding.start..<finding.end].map(String.init).joined()
        #expect(scalars == finding.words)
        for why in [finding.why.vietnamese, finding.why.english] {
            #expect(why.contains("“"))
            #expect(["giận dỗi", "to tiếng"].contains(where: why.contains))
        }
    }

    @Test func `marks left out do not hide a text from the second reading`() {
        let bare = SecondReadingFixture.quarrelling[0].replacing("đ", with: "d")
            .decomposedStringWithCanonicalMapping.unicodeScalars.filter { !(0x300...0x36F).contains($0.value) }
        #expect(!blame(String(String.UnicodeScalarView(bare))).isEmpty)
    }
}
