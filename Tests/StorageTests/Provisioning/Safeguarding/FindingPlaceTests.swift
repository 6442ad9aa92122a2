import Outreach
import Testing

/// Where a finding lies, counted in Unicode scalars of the text as it was given.
struct FindingPlaceTests {
    @Test(arguments: [
        "Họ rao bán phim khiêu dâm trẻ em. Gọi 111.",
        "📞 Họ rao bán phim khiêu dâm trẻ em. Gọi 111.",
        "Họ rao bán phim khiêu\u{200B} dâm trẻ em. Gọi 111.",
        "Họ rao bán phim khiêu\u{A0}dâm trẻ\u{A0}em. Gọi 111.",
        "Họ rao bán\r\nphim khiêu dâm trẻ em. Gọi 111.",
        "Ho\u{323} rao ba\u{301}n phim khie\u{302}u da\u{302}m tre\u{309} em. Go\u{323}i 111.",
    ])
    func `start and end cut the words found out of the text`(_ text: String) throws {
        let findings = try SafeguardingFixture.safeguard().findings(in: CheckedText(text))
        let finding = try #require(findings.first { $0.rule == .avoidedTerm })
        let scalars = Array(text.unicodeScalars)
        var cut = String.UnicodeScalarView()
        cut.append(contentsOf: scalars[finding.start..<finding.end])
        #expect(String(cut).unicodeScalars.elementsEqual(finding.words.unicodeScalars))
        #expect(finding.words.unicodeScalars.first == "p")
    }

    @Test func `an empty text and a very long one are checked`() throws {
        #expect(try SafeguardingFixture.safeguard().findings(in: CheckedText("")).isEmpty)
        let long = String(repeating: "Trường tổ chức hội thi kể chuyện cho học sinh. ", count: 500)
        #expect(try SafeguardingFixture.safeguard().findings(in: CheckedText(long)).isEmpty)
    }
}
