import Foundation
import Outreach
import Testing

struct TargetValueTests {
    @Test(
        arguments: [
            ("12", .number(12)), (" 12 ", .number(12)), ("0", .number(0)), ("3%", .percent(3)), ("95 %", .percent(95)),
            ("1,5", .number(1.5)), ("85,7%", .percent(85.7)), (">95%", .bound(.above, 95, isPercent: true)),
            ("> 95 %", .bound(.above, 95, isPercent: true)), ("≥ 10", .bound(.atLeast, 10, isPercent: false)),
            ("≤3", .bound(.atMost, 3, isPercent: false)), ("<0,5%", .bound(.below, 0.5, isPercent: true)), ("", .blank),
            (" \n", .blank), ("Khi có hướng dẫn", .text("Khi có hướng dẫn")), ("12 cuộc", .text("12 cuộc")),
            ("-3", .text("-3")), ("10-20", .text("10-20")), (">", .text(">")), ("%", .text("%")),
            ("1,2,3", .text("1,2,3")), ("1.000", .number(1000)), ("1.500.000", .number(1_500_000)),
            ("1.234,5", .number(1234.5)), ("0.125", .number(0.125)), ("12.5%", .percent(12.5)), ("1.00", .number(1)),
            ("≥ 10.000", .bound(.atLeast, 10_000, isPercent: false)), ("1.2.3", .text("1.2.3")),
            ("2 000", .number(2000)), ("≥ 1\u{A0}500\u{A0}000", .bound(.atLeast, 1_500_000, isPercent: false)),
            ("2 00", .text("2 00")), ("0 000", .text("0 000")),
            ("999999999999999999999999", .text("999999999999999999999999")), ("0,00001", .number(0.00001)),
            ("0,000001%", .percent(0.000001)), ("0,0000001", .text("0,0000001")),
        ] as [(String, TargetValue)])
    func `a target is read as it stands in a plan`(text: String, value: TargetValue) {
        #expect(TargetValue(reading: text) == value)
    }

    @Test(arguments: [
        "12", "3%", "85,7%", ">95%", "≥10", "≤3", "<0,5%", "", "Khi có hướng dẫn", "12 cuộc", "0,00001", "0,000001",
        "<0,00005%", "0,000099", "0,0001", "999999999,000001",
    ])
    func `a target is written as it was read`(text: String) {
        #expect(TargetValue(reading: text).description == text)
    }

    @Test(arguments: [
        ("-3", true), ("− 1.000", true), ("-2,5%", true), ("10-20", false), ("- cuộc", false), ("3", false),
    ])
    func `what is below zero is known as such`(text: String, isNegative: Bool) {
        #expect(TargetValue.isNegative(text) == isNegative)
    }

    @Test(arguments: [
        "12", "85,7%", "> 95 %", "Khi có hướng dẫn", "", "1,5", "0.00001", "≥ 0,000012", "0,0000100", "100.000,000001",
    ])
    func `what is written reads as the same target`(text: String) {
        let value = TargetValue(reading: text)
        #expect(TargetValue(reading: value.description) == value)
    }

    @Test func `words are kept in one Unicode form`() {
        let read = TargetValue(reading: "Khi có hướng dẫn".decomposedStringWithCanonicalMapping)
        #expect(read.description.utf8.elementsEqual("Khi có hướng dẫn".utf8))
    }
}
