import Foundation
import Outreach
import Storage
import Testing

struct ContentHashingTests {
    /// The examples of FIPS 180-4 as NIST publishes them.
    @Test(arguments: [
        ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
        ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
        (
            "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
            "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
        ),
    ])
    func `a hash is the SHA-256 of the bytes`(text: String, digits: String) {
        #expect(ContentHash.sha256(of: text).description == digits)
        #expect(ContentHash.sha256(of: Data(text.utf8)).description == digits)
    }

    @Test func `a hash goes by bytes: another Unicode form is another hash`() {
        #expect(ContentHash.sha256(of: "\u{1EBF}") != ContentHash.sha256(of: "e\u{0302}\u{0301}"))
    }
}
