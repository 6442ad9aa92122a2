import Documents
import Testing

@Suite("Escaping for HTML")
struct HTMLEscapingTests {
    @Test("text keeps quotation marks and loses all markup")
    func text() {
        #expect(
            HTMLEscaping.text("<b>\"Cha & mẹ\" 'nói'</b> &lt;") == "&lt;b&gt;\"Cha &amp; mẹ\" 'nói'&lt;/b&gt; &amp;lt;")
    }

    @Test("an attribute cannot end its own quotation marks")
    func attribute() {
        #expect(HTMLEscaping.attribute("\" onclick='x' <&>") == "&quot; onclick=&#39;x&#39; &lt;&amp;&gt;")
    }

    @Test("a combining mark behind a sign does not hide it")
    func combiningMarks() {
        #expect(Array(HTMLEscaping.text("<\u{0338}b>\u{0301}").utf8) == Array("&lt;\u{0338}b&gt;\u{0301}".utf8))
        #expect(Array(HTMLEscaping.attribute("\"\u{0301}").utf8) == Array("&quot;\u{0301}".utf8))
    }
}
