import Outreach
import Testing

@Suite("JSON values")
struct JSONValueTests {
    private func parse(_ text: String) -> JSONValue? { JSONValue(parsing: Array(text.utf8)) }

    @Test("What is read is written back the same, order and digits included")
    func roundTrip() throws {
        let text = #"{"b":12345678901234567890,"a":[0.50,-1e+9,true,false,null,"é\"\\\n/"],"":{}}"#
        #expect(try #require(parse(text)).description == text)
    }

    @Test("Escapes, surrogate pairs and half pairs are read")
    func escapes() {
        #expect(parse(#""\u0041\u00e1\ud83d\ude00""#) == .string("Aá😀"))
        #expect(parse(#""\ud83d x""#) == .string("\u{FFFD} x"))
        #expect(parse(#""\udE00\u0041""#) == .string("\u{FFFD}A"))
        #expect(parse(#""\b\f\n\r\t\/""#) == .string("\u{8}\u{C}\n\r\t/"))
    }

    @Test("A byte order mark in front is skipped")
    func byteOrderMark() {
        #expect(JSONValue(parsing: [0xEF, 0xBB, 0xBF] + Array("{}".utf8)) == .object([]))
    }

    @Test(
        "What breaks the grammar is refused",
        arguments: [
            "", " ", "{", "[1,]", "{\"a\":1,}", "{\"a\" 1}", "{a:1}", "01", "1.", ".5", "+1", "-", "1e", "tru", "nul",
            "\"a", "\"\\x\"", "\"\\u12g4\"", "\"a\nb\"", "1 2", "[1]]", "<html>", "{\"a\":1,\"a\":2}", "NaN",
            "\u{FEFF}\u{FEFF}1",
        ])
    func refused(_ text: String) {
        #expect(parse(text) == nil)
    }

    @Test("Bytes that are no UTF-8 are refused")
    func invalidBytes() {
        #expect(JSONValue(parsing: [0x22, 0xC3, 0x28, 0x22]) == nil)
        #expect(JSONValue(parsing: [0x22, 0xED, 0xA0, 0x80, 0x22]) == nil)
    }

    @Test("A document nested a hundred thousand deep is refused and does not exhaust the stack")
    func depth() {
        #expect(JSONValue(parsing: Array(repeating: 0x5B, count: 100_000)) == nil)
        #expect(parse(String(repeating: "[", count: 128) + String(repeating: "]", count: 128)) != nil)
        #expect(parse(String(repeating: "[", count: 129) + String(repeating: "]", count: 129)) == nil)
    }

    @Test("Control characters are escaped and Vietnamese is left as it is")
    func writing() {
        #expect(JSONValue.string("\u{1}\u{1F}\t\"\\ thế\r\n").description == #""\u0001\u001f\t\"\\ thế\r\n""#)
    }

    @Test("Numbers are the same by value, long ids only by their digits, and types never mix")
    func sameness() {
        #expect(JSONValue.number("0").isSame(as: .number("0.0")))
        #expect(JSONValue.number("100").isSame(as: .number("1e2")))
        #expect(!JSONValue.number("12345678901234567890").isSame(as: .number("12345678901234567891")))
        #expect(!JSONValue.number("0").isSame(as: .string("0")))
        #expect(!JSONValue.bool(true).isSame(as: .number("1")))
        #expect(!JSONValue.null.isSame(as: .bool(false)))
        #expect(
            JSONValue.object([JSONMember("a", .null), JSONMember("b", .number("1"))])
                .isSame(as: .object([JSONMember("b", .number("1.0")), JSONMember("a", .null)])))
    }
}

@Suite("JSON pointers")
struct JSONPointerTests {
    /// The document and the pointers of RFC 6901 §5.
    private let document = JSONValue(
        parsing: Array(
            #"{"foo":["bar","baz"],"":0,"a/b":1,"c%d":2,"e^f":3,"g|h":4,"i\\j":5,"k\"l":6," ":7,"m~n":8}"#.utf8))

    @Test(
        "The examples of RFC 6901 point where it says",
        arguments: [
            ("/foo", #"["bar","baz"]"#), ("/foo/0", #""bar""#), ("/", "0"), ("/a~1b", "1"), ("/c%d", "2"),
            ("/e^f", "3"), ("/g|h", "4"), (#"/i\j"#, "5"), (#"/k"l"#, "6"), ("/ ", "7"), ("/m~0n", "8"),
        ])
    func examples(_ pointer: String, _ expected: String) throws {
        let document = try #require(document)
        #expect(try #require(JSONPointer(pointer)).value(in: document)?.description == expected)
    }

    @Test("The empty pointer is the whole document")
    func whole() throws {
        let document = try #require(document)
        #expect(try #require(JSONPointer("")).value(in: document) == document)
    }

    @Test("What is not there is nil", arguments: ["/foo/2", "/foo/-", "/foo/00", "/foo/bar", "/nothing", "/a~1b/0"])
    func absent(_ pointer: String) throws {
        #expect(try #require(JSONPointer(pointer)).value(in: try #require(document)) == nil)
    }

    @Test("Only pointers are read", arguments: ["foo", "~", "/a~", "/a~2", "#/foo"])
    func refused(_ text: String) {
        #expect(JSONPointer(text) == nil)
    }
}
