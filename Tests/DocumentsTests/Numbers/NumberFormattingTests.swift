import Documents
import Outreach
import Testing

@Suite("Numbers as offices write them")
struct NumberFormattingTests {
    @Test(
        "thousands stand apart",
        arguments: [
            (0, "0", "0"), (7, "7", "7"), (999, "999", "999"), (1000, "1.000", "1,000"), (-1000, "-1.000", "-1,000"),
            (-999, "-999", "-999"), (1_234_567, "1.234.567", "1,234,567"),
            (.max, "9.223.372.036.854.775.807", "9,223,372,036,854,775,807"),
            (.min, "-9.223.372.036.854.775.808", "-9,223,372,036,854,775,808"),
        ])
    func integers(_ value: Int, _ vietnamese: String, _ english: String) {
        #expect(NumberFormatting.integer(value, .vietnamese) == vietnamese)
        #expect(NumberFormatting.integer(value, .english) == english)
    }

    @Test(
        "decimals have the digits asked for and are rounded half away from zero",
        arguments: [
            (1_234_567.8, 1, "1.234.567,8"), (1_234_567.8, 0, "1.234.568"), (0.25, 1, "0,3"), (-0.25, 1, "-0,3"),
            (2.675, 2, "2,68"), (1.005, 2, "1,01"), (2.5, 0, "3"), (-0.04, 1, "0,0"), (-0.0, 0, "0"),
            (85.714_285, 1, "85,7"),
            (5, 2, "5,00"), (999.95, 1, "1.000,0"), (0.1 + 0.2, 3, "0,300"), (1e-7, 2, "0,00"), (1.5, -1, "2"),
            (1e21, 0, "1.000.000.000.000.000.000.000"),
        ])
    func decimals(_ value: Double, _ digits: Int, _ text: String) {
        #expect(NumberFormatting.decimal(value, fractionDigits: digits, .vietnamese) == text)
        let swapped = text.map { $0 == "." ? "," : $0 == "," ? "." : $0 }
        #expect(NumberFormatting.decimal(value, fractionDigits: digits, .english) == String(swapped))
    }

    @Test(
        "the ends of the range are still numbers",
        arguments: [.leastNonzeroMagnitude, .greatestFiniteMagnitude, 1e38, 1e127, 1e200])
    func extremes(_ value: Double) {
        let text = NumberFormatting.decimal(value, fractionDigits: 2, .english)
        #expect(Double(text.replacing(",", with: "")).map { abs($0 - value) <= value * 1e-15 + 0.005 } == true)
    }

    @Test("what is no number is a dash", arguments: [Double.nan, .infinity, -.infinity])
    func notNumbers(_ value: Double) {
        #expect(NumberFormatting.decimal(value, fractionDigits: 1, .vietnamese) == "—")
    }
}
