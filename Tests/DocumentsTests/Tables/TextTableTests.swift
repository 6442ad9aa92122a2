import Documents
import Outreach
import Testing

@Suite("Tables in a terminal")
struct TextTableTests {
    private func text(_ header: [String], _ rows: [[Cell]], width: Int? = nil) -> [String] {
        let text = TextTable(header: header, rows: rows, language: .vietnamese).text(maximumWidth: width)
        #expect(text.hasSuffix("\n"))
        return text.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(String.init)
    }

    @Test("columns are aligned two blanks apart, numbers to the right, and no line ends in blanks")
    func alignment() throws {
        let day = try #require(Day("2026-06-01"))
        let lines = text(
            ["Kênh", "Lượt", "Tỉ lệ", "Ngày"],
            [
                [.text("Trang xã"), .integer(12_345), .decimal(2.5, fractionDigits: 1), .day(day)],
                [.text("Loa"), .empty, .decimal(10, fractionDigits: 1), .empty],
            ])
        #expect(
            lines == [
                "Kênh        Lượt  Tỉ lệ  Ngày",
                "--------  ------  -----  ----------",
                "Trang xã  12.345    2,5  01/06/2026",
                "Loa                10,0",
            ])
    }

    @Test("letters in two scalars take one column, East Asian letters and emoji two")
    func displayWidth() {
        let decomposed = "Tie\u{0302}\u{0301}ng"
        let lines = text(
            ["a", "b"],
            ["Tiếng", decomposed, "中文x", "👨‍👩‍👧x", "🇻🇳🇻🇳", "❤️❤️", "한글x", "\u{200B}abcde"].map { [.text($0), .text("|")] })
        #expect(
            lines.dropFirst(2) == [
                "Tiếng  |", "Tiếng  |", "中文x  |", "👨‍👩‍👧x    |", "🇻🇳🇻🇳   |", "❤️❤️   |", "한글x  |", "\u{200B}abcde  |",
            ])
    }

    @Test("the widest column of text gives way, numbers never")
    func maximumWidth() {
        let rows: [[Cell]] = [[.text("Năm ngón tay an toàn"), .text("Loa xã"), .integer(1_234_567)]]
        let lines = text(["Tài liệu", "Kênh", "Lượt"], rows, width: 31)
        #expect(lines[2] == "Năm ngón tay…  Loa xã  1.234.567".replacing("tay…", with: "ta…"))
        #expect(text(["Tài liệu", "Kênh", "Lượt"], rows, width: 1)[2] == "Năm n…  Loa xã  1.234.567")
        #expect(text(["Tài liệu", "Kênh", "Lượt"], rows, width: 200) == text(["Tài liệu", "Kênh", "Lượt"], rows))
    }

    @Test("a wide character is not cut in half")
    func cutWide() {
        #expect(text(["a"], [[.text("中文中文中文")]], width: 6)[2] == "中文…")
    }

    @Test("line breaks and control characters cannot disturb the terminal")
    func controlCharacters() {
        #expect(text(["a\nb"], [[.text("x\r\ny\u{1B}[31m\u{9B}1mz\t\u{7}")]]).last == "x y [31m 1mz")
    }

    @Test("a short row is filled up, cells without a heading are not shown, no rows leave the heading")
    func shapes() {
        #expect(text(["a", "b"], [[.text("1")], [.text("1"), .text("2"), .text("3")]]).suffix(2) == ["1", "1  2"])
        #expect(text(["a", "b"], []) == ["a  b", "-  -"])
        #expect(text([], []) == ["", ""])
    }
}
