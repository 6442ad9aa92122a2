import Outreach
import Testing

@Suite("Text limits")
struct TextLimitTests {
    private func fit(_ text: String, _ maximum: Int, protecting: [String] = []) -> TextLimit.Fit {
        TextLimit(maximum: maximum, overflow: .split).fit(text, protecting: protecting)
    }

    @Test("A text that fits is left alone, and an emoji counts two")
    func fits() {
        #expect(fit("Gọi 111", 7) == .fits)
        #expect(TextLimit(maximum: 4, overflow: .refuse).fit("abc😀") == .tooLong(length: 5, maximum: 4))
    }

    @Test("Parts end at paragraphs, then at lines, sentences and words")
    func seams() {
        #expect(fit("Một hai.\n\nBa bốn.\n\nNăm.", 20) == .parts(["Một hai.\n\nBa bốn.", "Năm."]))
        #expect(fit("Một hai\nBa bốn\nNăm", 14) == .parts(["Một hai\nBa bốn", "Năm"]))
        #expect(fit("Một hai. Ba bốn! Năm?", 16) == .parts(["Một hai. Ba bốn!", "Năm?"]))
        #expect(fit("Một hai ba bốn", 8) == .parts(["Một hai", "ba bốn"]))
    }

    @Test("Every part fits and no word is lost", arguments: [9, 12, 20, 33, 60])
    func nothingLost(_ maximum: Int) {
        let text =
            "Quy tắc năm ngón tay.\r\nNgón cái: người thân.\n\nNgón út: người lạ. Hãy nói với người em tin.\nGọi 111."
        guard case .parts(let parts) = fit(text, maximum) else { return #expect(Bool(false)) }
        #expect(parts.allSatisfy { TextLimit.length(of: $0) <= maximum && !$0.isEmpty })
        let words = { (text: String) in text.split { " \n\r\n".contains($0) }.map(String.init) }
        #expect(parts.flatMap(words) == words(text))
    }

    @Test("A line with a help line's number is never broken")
    func protected() {
        let text = "Một hai ba bốn\nCần giúp gọi 111"
        #expect(fit(text, 16, protecting: ["111"]) == .parts(["Một hai ba bốn", "Cần giúp gọi 111"]))
        #expect(fit(text, 15, protecting: ["111"]) == .tooLong(length: 31, maximum: 15))
    }

    @Test("A word longer than the limit cannot be split")
    func longWord() {
        #expect(fit("https://a.example/rat-dai", 10) == .tooLong(length: 25, maximum: 10))
    }
}
