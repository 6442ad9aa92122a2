import Documents
import Testing

@Suite("Markdown to HTML")
struct MarkdownRendererTests {
    @Test("headings, emphasis, lists and links")
    func basics() {
        let html = MarkdownRenderer.html("# Tiêu đề\n\nMột **hai** [ba](https://a.vn/?x=1&y=2 \"b\")\n\n- bốn\n- năm\n")
        #expect(
            html == """
                <h1>Tiêu đề</h1>
                <p>Một <strong>hai</strong> <a href="https://a.vn/?x=1&amp;y=2" title="b">ba</a></p>
                <ul>
                <li>bốn</li>
                <li>năm</li>
                </ul>

                """)
    }

    @Test("tables, two tildes and bare addresses")
    func extensions() {
        let table = MarkdownRenderer.html("| A | B |\n|---|--:|\n| 1 | 2 |\n")
        #expect(table.contains("<th align=\"right\">B</th>") && table.contains("<td>1</td>"))
        #expect(MarkdownRenderer.html("~~cũ~~ ~5~ lượt") == "<p><del>cũ</del> ~5~ lượt</p>\n")
        #expect(
            MarkdownRenderer.html("www.a.vn, https://b.vn/x.")
                == "<p><a href=\"http://www.a.vn\">www.a.vn</a>, <a href=\"https://b.vn/x\">https://b.vn/x</a>.</p>\n")
    }

    @Test(
        "no raw HTML passes",
        arguments: [
            "<script>alert(1)</script>", "a <img src=x onerror=alert(1)> b", "<div onclick=x>\n\n*a*\n\n</div>",
            "<!-- x -->",
            "a <b>c</b>", "<?php x ?>", "<svg/onload=alert(1)>", "| <b>x</b> |\n|---|\n| <i>y</i> |", "# <u>x</u>",
        ])
    func rawHTML(_ markdown: String) {
        let html = MarkdownRenderer.html(markdown).replacing("<!-- raw HTML omitted -->", with: "")
        let tags = html.matches(of: /<\/?([^>]*)>/).map { String($0.1) }
        #expect(Set(tags).isSubset(of: ["p", "em", "h1", "table", "thead", "tbody", "tr", "th", "td"]))
    }

    @Test(
        "dangerous addresses lead nowhere",
        arguments: [
            "[x](javascript:alert(1))", "[x](JaVaScRiPt:alert(1))", "[x](javascript&#58;alert(1))", "[x](vbscript:x)",
            "[x](file:///etc/passwd)", "[x](data:text/html,x)", "[x][r]\n\n[r]: javascript:alert(1)",
            "![x](data:image/svg+xml;base64,AA)", "<javascript:alert(1)>", "[x](  javascript:alert(1)  )",
        ])
    func addresses(_ markdown: String) {
        let html = MarkdownRenderer.html(markdown)
        #expect(html.contains("href=\"\"") || html.contains("src=\"\""))
    }

    @Test("quotation marks and control characters stay inside attributes")
    func attributes() {
        let html = MarkdownRenderer.html("[x](https://a.vn/\"onclick=alert(1) 'a\"b')")
        #expect(html == "<p><a href=\"https://a.vn/%22onclick=alert(1)\" title=\"a&quot;b\">x</a></p>\n")
    }

    @Test("zero characters and empty text do no harm")
    func oddities() {
        #expect(MarkdownRenderer.html("a\u{0}b") == "<p>a\u{FFFD}b</p>\n")
        #expect(MarkdownRenderer.html("") == "")
        #expect(MarkdownRenderer.plainText("") == "")
    }

    @Test("many tasks at once get the same answer")
    func concurrency() async {
        let markdown = String(repeating: "~~a~~ www.a.vn\n\n|a|\n|-|\n|b|\n\n", count: 500)
        let expected = MarkdownRenderer.html(markdown)
        #expect(expected.contains("<del>") && expected.contains("href") && expected.contains("<table>"))
        await withTaskGroup(of: Bool.self) { group in
            for _ in 0..<64 { group.addTask { MarkdownRenderer.html(markdown) == expected } }
            for await isSame in group { #expect(isSame) }
        }
    }

    @Test("depth costs no stack")
    func depth() {
        let quotes = String(repeating: ">", count: 50_000) + " a"
        #expect(MarkdownRenderer.html(quotes).contains("<p>a</p>"))
        #expect(MarkdownRenderer.plainText(quotes) == "a")
    }

    @Test("a table that would fill up to millions of cells is shown as it is typed")
    func hugeTables() {
        let wide = String(repeating: "|a", count: 101) + "\n" + String(repeating: "|-", count: 101) + "\n"
        #expect(!MarkdownRenderer.html(wide).contains("<table>"))
        let long = "|a|b|\n|-|-|\n" + String(repeating: "x\n", count: 40_000)
        #expect(!MarkdownRenderer.html(long).contains("<table>"))
        let ordinary = "|a|b|\n|-|-|\n" + String(repeating: "|x|y|\n", count: 500)
        #expect(MarkdownRenderer.html(ordinary).contains("<td>x</td>"))
    }

    @Test("a text beyond any article is shown as it is typed, escaped")
    func hugeTexts() {
        let text = "<b>*a*</b>" + String(repeating: "a", count: 131_072)
        #expect(MarkdownRenderer.html(text).hasPrefix("<pre>&lt;b&gt;*a*&lt;/b&gt;aaa"))
        #expect(MarkdownRenderer.plainText(text) == text)
    }
}
