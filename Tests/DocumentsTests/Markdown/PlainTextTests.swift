import Documents
import Testing

@Suite("Markdown to the text of social networks")
struct PlainTextTests {
    @Test("emphasis goes, paragraphs stay, wrapped lines join, hard breaks hold")
    func paragraphs() {
        let markdown = "# Tiêu đề\n\nMột **hai** _ba_ `bốn`\nnăm  \nsáu\n\n> bảy\n\n---\n\ntám"
        #expect(MarkdownRenderer.plainText(markdown) == "Tiêu đề\n\nMột hai ba bốn năm\nsáu\n\nbảy\n\ntám")
    }

    @Test(
        "what is read has no marks, no addresses, no comments, and what is struck out",
        arguments: [
            ("Ch&aacute;u **N**.T.~~A~~.", "Cháu N.T.A.\n\n"),
            ("bị [xâm](https://a.vn 'Gọi 111') h*ại*", "bị xâm hại\n\n"),
            ("một <!-- hai -->ba", "một ba\n\n"), ("N\\.T\\.A\\.", "N.T.A.\n\n"), ("![Bàn tay](x.png)", "Bàn tay\n\n"),
        ])
    func reading(_ markdown: String, _ text: String) {
        #expect(MarkdownRenderer.readText(markdown) == text)
    }

    @Test(
        "a link keeps its address unless the text says it",
        arguments: [
            ("[Cục Trẻ em](https://a.vn/x)", "Cục Trẻ em (https://a.vn/x)"), ("https://a.vn/x", "https://a.vn/x"),
            ("www.a.vn", "www.a.vn"), ("[a.vn](https://a.vn/)", "a.vn"), ("<x@a.vn>", "x@a.vn"),
            ("[111](tel:111)", "111"),
            ("[Tổng đài](tel:111)", "Tổng đài (111)"), ("[x](javascript:alert(1))", "x"), ("[x](/trang)", "x"),
            ("[x](#y)", "x"),
            ("[**x** y](https://a.vn)!", "x y (https://a.vn)!"), ("[](https://a.vn)", "https://a.vn"),
            ("![Bàn tay](https://a.vn/x.png)", "Bàn tay"),
            ("[![Bàn tay](x.png)](https://a.vn)", "Bàn tay (https://a.vn)"),
        ])
    func links(_ markdown: String, _ text: String) {
        #expect(MarkdownRenderer.plainText(markdown) == text)
    }

    @Test("lists keep bullets, numbers and depth")
    func lists() {
        let markdown = "Mở:\n\n- một\n- hai\n  - hai một\n  - hai hai\n- ba\n\nGiữa\n\n3. x\n4. y\n\nKết"
        let text = "Mở:\n\n- một\n- hai\n  - hai một\n  - hai hai\n- ba\n\nGiữa\n\n3. x\n4. y\n\nKết"
        #expect(MarkdownRenderer.plainText(markdown) == text)
    }

    @Test("items with paragraphs of their own stay apart")
    func looseLists() {
        let markdown = "- một\n\n  thêm\n\n- hai\n"
        #expect(MarkdownRenderer.plainText(markdown) == "- một\n\n  thêm\n\n- hai")
    }

    @Test("a table has a line for each row")
    func tables() {
        let markdown = "| Ngày | Kênh |\n|---|---|\n| 1/6 | **Loa** |\n| 2/6 |\n\nhết"
        #expect(MarkdownRenderer.plainText(markdown) == "Ngày | Kênh\n1/6 | Loa\n2/6 |\n\nhết")
    }

    @Test("what is struck out is left out with its link")
    func struckOut() {
        #expect(MarkdownRenderer.plainText("Gọi ~~[số cũ](https://a.vn)~~ 111") == "Gọi 111")
        #expect(MarkdownRenderer.plainText("~~cũ~~ mới") == "mới")
    }

    @Test("raw HTML is left out, its text inside a line stays")
    func rawHTML() {
        #expect(MarkdownRenderer.plainText("a <b>c</b>\n\n<script>x</script>\n\nd") == "a c\n\nd")
    }

    @Test("a link after a code span that ends in blanks")
    func blanksBeforeLink() {
        #expect(MarkdownRenderer.plainText("`a   `\\\n[x](y)") == "a\nx")
    }

    @Test("characters that HTML escapes come out as themselves")
    func entities() {
        #expect(MarkdownRenderer.plainText("Cha & mẹ &lt;3 \\*x\\* &amp;") == "Cha & mẹ <3 *x* &")
    }
}
