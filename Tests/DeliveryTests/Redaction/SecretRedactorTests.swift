import Delivery
import Foundation
import Testing

@Suite("Redacting secrets")
struct SecretRedactorTests {
    private let secret = "s3cr/t+k&y \"ấ\"~"
    private var redactor: SecretRedactor { SecretRedactor(secrets: [secret]) }

    @Test(arguments: [
        "s3cr/t+k&y \"ấ\"~",
        "s3cr%2Ft%2Bk%26y%20%22%E1%BA%A5%22~",
        "s3cr%2ft%2bk%26y%20%22%e1%ba%a5%22%7e",
        "s3cr/t%2Bk&y%20%22%E1%BA%a5%22~",
        "s3cr%2Ft%2Bk%26y+%22%E1%BA%A5%22%7E",
        "%73%33%63%72%2F%74%2B%6B%26%79%20%22%E1%BA%A5%22%7E",
        "s3cr%252Ft%252Bk%2526y%2520%2522%25E1%25BA%25A5%2522~",
        "s3cr\\/t+k&y \\\"ấ\\\"~",
        "s3cr/t+k\\u0026y \\\"\\u1ea5\\\"~",
        "s3cr\\\\/t+k&y \\\\\\\"ấ\\\\\\\"~",
        "s3cr%2Ft%2Bk%26y%20\\u0025\\u0032\\u0032%E1%BA%A5%22~",
        "s3cr/t+k&amp;y &quot;ấ&quot;~",
        "s3cr/t+k&#38;y &#x22;ấ&#34;~",
    ])
    func `hides it in every spelling`(spelling: String) {
        #expect(redactor.redact("before=\(spelling)<after") == "before=•••<after")
    }

    @Test func `hides it in base64, of its own and inside a longer text`() {
        let base64 = Data(secret.utf8).base64EncodedString()
        let safe = base64.replacing("+", with: "-").replacing("/", with: "_")
        for spelling in [base64, safe, base64.replacing("=", with: ""), base64.replacing("+", with: "%2B")] {
            #expect(redactor.redact("token: \(spelling)") == "token: •••", "\(spelling)")
        }
        for before in ["", "a", "ab", "abc", "abcd"] {
            for after in ["", "x", "xy", "xyz"] {
                let whole = Data((before + secret + after).utf8).base64EncodedString()
                let redacted = redactor.redact(whole)
                #expect(redacted.contains("•••"))
                #expect(redacted.count <= whole.count - secret.utf8.count)
            }
        }
    }

    @Test func `hides it in hexadecimal`() {
        #expect(SecretRedactor(secrets: ["mật khẩu"]).redact("x 6de1baad74206b68e1baa975 y") == "x ••• y")
        #expect(SecretRedactor(secrets: ["mật khẩu"]).redact("x 6DE1BAAD74206B68E1BAA975 y") == "x ••• y")
    }

    @Test func `hides what is made of secrets where it is given too`() {
        let redactor = SecretRedactor(secrets: ["password", "editor:password"])
        #expect(redactor.redact("Authorization: Basic ZWRpdG9yOnBhc3N3b3Jk") == "Authorization: Basic •••")
    }

    @Test func `hides the longest where one secret holds another`() {
        #expect(SecretRedactor(secrets: ["token", "token-long"]).redact("a token-long b token c") == "a ••• b ••• c")
    }

    @Test func `leaves no rest of two secrets that overlap`() {
        #expect(SecretRedactor(secrets: ["abcdef", "defghi"]).redact("<abcdefghi>") == "<•••>")
    }

    @Test func `hides short secrets only where they stand alone`() {
        let redactor = SecretRedactor(secrets: ["7", "abc", ""])
        #expect(redactor.redact("pin=7&id=77 abc abcd xabc") == "pin=•••&id=77 ••• abcd xabc")
        #expect(SecretRedactor(secrets: [""]).redact("text") == "text")
    }

    @Test func `hides a secret that lost the line break of its file`() {
        #expect(SecretRedactor(secrets: ["token-1\n"]).redact("a token-1 b") == "a ••• b")
    }

    @Test func `hides the head of a secret where the text was cut`() {
        let redactor = SecretRedactor(secrets: ["token/long"])
        for (text, expected) in [
            ("a token/lo", "a •••"), ("a token%2Flo", "a •••"), ("a token%2", "a •••"), ("a toke", "a •••"),
            ("a tok", "a tok"), ("a token b", "a token b"), ("a token/long b", "a ••• b"),
        ] {
            #expect(String(decoding: redactor.redact(Array(text.utf8), cut: true), as: UTF8.self) == expected)
        }
        #expect(redactor.redact(Array("a token/lo".utf8)) == Array("a token/lo".utf8))
    }

    @Test func `leaves everything else as it was, byte for byte`() {
        let bytes = Array(0...255) as [UInt8]
        #expect(redactor.redact(bytes) == bytes)
        for text in ["", "%", "%2", "%zz", "\\", "\\u12", "\\ud800", "&", "&amp", "&#;", "&#x110000;", "100% + 1\r\n"] {
            #expect(redactor.redact(text) == text)
            #expect(redactor.redact(text + secret + text) == text + "•••" + text)
        }
    }

    @Test func `hides every occurrence`() {
        let text = String(repeating: "\(secret)|", count: 1000)
        #expect(redactor.redact(text) == String(repeating: "•••|", count: 1000))
    }
}
