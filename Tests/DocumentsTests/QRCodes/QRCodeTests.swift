import Documents
import Foundation
import Testing

@Suite("QR codes")
struct QRCodeTests {
    private static let link = "https://thapmuoi.example.vn/go/HE2026?x=1&y=2"

    private func read(_ bytes: [UInt8], named name: String) async throws -> String {
        try await TemporaryFolder.with { folder in
            let file = folder.appending(path: name)
            try Data(bytes).write(to: file)
            return try await ForeignProgram.output(of: "zbarimg", ["--quiet", "--raw", file.path])
        }
    }

    @Test(
        "a reader finds in the PNG what was put in",
        arguments: [link, "Tổng đài 111 – gọi miễn phí, 24/7", "0123456789", String(repeating: "ă", count: 300)])
    func png(_ text: String) async throws {
        #expect(try await read(QRCode(text).png(moduleSize: 4), named: "code.png") == text + "\n")
    }

    @Test("every level of correction can be read", arguments: QRCode.Correction.allCases)
    func correction(_ level: QRCode.Correction) async throws {
        #expect(try await read(QRCode(Self.link, correction: level).png(), named: "code.png") == Self.link + "\n")
    }

    @Test("the SVG draws the same modules, with a quiet zone of four around them")
    func svg() async throws {
        let code = try QRCode(Self.link, correction: .quarter)
        let svg = code.svg(id: "qr", title: "Mở trang <tuyên truyền>")
        #expect(svg.contains("role=\"img\" aria-labelledby=\"qr-title\""))
        #expect(svg.contains("<title id=\"qr-title\">Mở trang &lt;tuyên truyền&gt;</title>"))
        #expect(svg.contains("viewBox=\"0 0 \(code.size + 8) \(code.size + 8)\""))
        #expect(!svg.contains("style="))
        try await TemporaryFolder.with { folder in
            let (source, image) = (folder.appending(path: "code.svg"), folder.appending(path: "code.png"))
            try Data(svg.utf8).write(to: source)
            _ = try await ForeignProgram.output(of: "rsvg-convert", [source.path, "--output", image.path])
            let read = try await ForeignProgram.output(of: "zbarimg", ["--quiet", "--raw", image.path])
            #expect(read == Self.link + "\n")
        }
    }

    @Test("what cannot become a code is refused, not cut")
    func refused() {
        #expect(throws: QRCodeError.empty) { try QRCode("") }
        #expect(throws: QRCodeError.zeroByte) { try QRCode("a\u{0}b") }
        #expect(throws: QRCodeError.tooLong(bytes: 2_332)) {
            try QRCode(String(repeating: "a", count: 2_332), correction: .medium)
        }
        #expect(throws: QRCodeError.tooLong(bytes: 1_000_000)) { try QRCode(String(repeating: "a", count: 1_000_000)) }
        #expect(throws: Never.self) { try QRCode(String(repeating: "a", count: 2_331), correction: .medium) }
    }
}
