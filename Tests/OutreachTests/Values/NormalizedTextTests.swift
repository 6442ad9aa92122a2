import Foundation
import Outreach
import Testing

/// Held against Foundation, byte for byte: `==` takes composed and decomposed letters for the same.
@Suite("Text in form C")
struct NormalizedTextTests {
    private func isComposed(_ text: String) -> Bool {
        Array(text.normalized.utf8) == Array(text.precomposedStringWithCanonicalMapping.utf8)
    }

    @Test("every character, behind a letter and before a mark")
    func characters() {
        let scalars = (UInt32(0)..<0x1FB00).compactMap(Unicode.Scalar.init)
        let wrong = scalars.filter { scalar in
            var view = String.UnicodeScalarView(["e", scalar])
            guard isComposed(String(view)) else { return true }
            view.append("\u{301}")
            return !isComposed(String(view))
        }
        #expect(wrong.isEmpty)
    }

    @Test(
        "whole texts",
        arguments: [
            "Tiếng Việt dựng sẵn – “đủ dấu” … 📞", "Tie\u{302}\u{301}ng Vie\u{323}\u{302}t", "\u{212A}m \u{2126}",
            "\u{1112}\u{1161}\u{11AB}", "a\u{323}\u{302}", "",
        ])
    func texts(_ text: String) {
        #expect(isComposed(text))
    }
}
