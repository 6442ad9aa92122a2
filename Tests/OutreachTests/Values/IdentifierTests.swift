import Foundation
import Outreach
import Testing

struct IdentifierTests {
    private enum Thing {}
    private typealias ThingIdentifier = Identifier<Thing>

    @Test func `the example of RFC 9562 comes out bit for bit`() throws {
        var bits = FixedBits([0xCC3, 0x18C4_DC0C_0C07_398F << 2])
        let identifier = ThingIdentifier(at: try #require(Instant("2022-02-22T14:22:22-05:00")), using: &bits)
        #expect(identifier.description == "017f22e2-79b0-7cc3-98c4-dc0c0c07398f")
    }

    @Test func `version and variant stay whatever the random bits are`() {
        let instant = Instant(milliseconds: 1_780_273_800_000)
        var zeros = FixedBits([0, 0])
        #expect(ThingIdentifier(at: instant, using: &zeros).description.hasSuffix("-7000-8000-000000000000"))
        var ones = FixedBits([.max, .max])
        #expect(ThingIdentifier(at: instant, using: &ones).description.hasSuffix("-7fff-bfff-ffffffffffff"))
    }

    @Test func `a later one sorts behind an earlier one, whatever the random bits are`() {
        let times = (0..<40).map { Instant(milliseconds: 1 << $0) }
        let identifiers = times.map { time in
            var bits = FixedBits([UInt64.max &* UInt64(time.milliseconds % 2), .max])
            return ThingIdentifier(at: time, using: &bits)
        }
        #expect(identifiers.sorted() == identifiers)
        #expect(identifiers.allSatisfy { $0.description.utf8.count == 36 })
    }

    @Test func `many made at one instant differ`() {
        var generator = SystemRandomNumberGenerator()
        let instant = Instant(milliseconds: 1_780_273_800_000)
        let identifiers = (0..<1000).map { _ in ThingIdentifier(at: instant, using: &generator) }
        #expect(Set(identifiers).count == 1000)
        #expect(Set(identifiers.map { $0.description.prefix(15) }).count == 1)
    }

    @Test func `an id reads what it prints, in either case, and is kept in lower case`() throws {
        let identifier = try #require(ThingIdentifier("017F22E2-79B0-7CC3-98C4-DC0C0C07398F"))
        #expect(identifier.description == "017f22e2-79b0-7cc3-98c4-dc0c0c07398f")
        #expect(ThingIdentifier(identifier.description) == identifier)
        #expect(identifier.short == "0c07398f")
    }

    @Test(arguments: [
        "", "017f22e279b07cc398c4dc0c0c07398f", "{017f22e2-79b0-7cc3-98c4-dc0c0c07398f}",
        "017f22e2-79b0-7cc3-98c4-dc0c0c07398", "017f22e2-79b0-7cc3-98c4-dc0c0c07398g",
        "017f22e2-79b0-7cc3-98c4-dc0c0c07398f ", "017f22e279b0--7cc3-98c4-dc0c0c07398f",
    ])
    func `other forms are not read`(text: String) {
        #expect(ThingIdentifier(text) == nil)
    }

    @Test func `an id is coded as its text`() throws {
        let identifiers = [try #require(ThingIdentifier("017f22e2-79b0-7cc3-98c4-dc0c0c07398f"))]
        let data = try JSONEncoder().encode(identifiers)
        #expect(String(bytes: data, encoding: .utf8) == #"["017f22e2-79b0-7cc3-98c4-dc0c0c07398f"]"#)
        #expect(try JSONDecoder().decode([ThingIdentifier].self, from: data) == identifiers)
    }
}

/// Gives out the numbers it was handed, then zeros.
private struct FixedBits: RandomNumberGenerator {
    private var numbers: [UInt64]

    init(_ numbers: [UInt64]) {
        self.numbers = numbers
    }

    mutating func next() -> UInt64 { numbers.isEmpty ? 0 : numbers.removeFirst() }
}
