import Testing

@testable import Web

@Suite("Markup")
struct HTMLTests {
    @Test("everything interpolated is escaped, in text and in attributes")
    func escapes() {
        let text = #"<script>alert("x")</script> & 'y'"#
        let html: HTML = "<p title=\"\(text)\">\(text)</p>"
        #expect(!html.markup.dropFirst(2).contains("<script"))
        #expect(html.markup.filter { $0 == "\"" }.count == 2)
    }

    @Test("a quotation mark or bracket that carries a combining mark is escaped too")
    func escapesByScalars() {
        let html: HTML = "<p title=\"\("\"\u{301} onfocus=x")\">\("<\u{301}b>")</p>"
        #expect(html.markup == "<p title=\"&quot;\u{301} onfocus=x\">&lt;\u{301}b&gt;</p>")
    }

    @Test("an attribute without a value is left out")
    func attributes() {
        let html: HTML = "<input \(flag: "checked", if: false)\(attribute: "min", nil)\(attribute: "max", "5\"")>"
        #expect(html.markup == "<input max=\"5&quot;\">")
    }
}
