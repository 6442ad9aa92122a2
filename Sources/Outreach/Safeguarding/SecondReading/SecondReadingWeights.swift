/// What the second reading has learnt, as it stands in `Content/safeguarding/second-reading.txt`.
///
/// A line for each rule that is read a second time, `rule S01 bias=-0.412 warn=0.3`, then a line for each
/// feature: its name, a tab, and its weights, `w:bị xâm hại	S01=0.31 S04=0.12`. Lines that begin with `#` say something to
/// people.
public struct SecondReadingWeights: Sendable, Hashable {
    public struct Rule: Sendable, Hashable {
        public let id: SafeguardingRuleID
        /// What a text without any feature scores.
        public let bias: Double
        /// From this score on people are warned although the rule found nothing.
        public let warn: Double

        public init(id: SafeguardingRuleID, bias: Double, warn: Double = 0.3) {
            self.id = id
            self.bias = bias
            self.warn = warn
        }
    }

    public struct Feature: Sendable, Hashable {
        public let name: String
        /// By the place of the rule.
        public let weights: [(rule: Int, weight: Double)]

        public init(name: String, weights: [(rule: Int, weight: Double)]) {
            self.name = name
            self.weights = weights
        }

        public static func == (left: Feature, right: Feature) -> Bool {
            left.name == right.name && left.weights.elementsEqual(right.weights, by: ==)
        }

        public func hash(into hasher: inout Hasher) { hasher.combine(name) }
    }

    /// How many words the texts have that are learnt from and read a second time: shorter and longer ones are unlike them.
    public static let words = 12...250

    public let rules: [Rule]
    public let features: [Feature]

    public init(rules: [Rule], features: [Feature]) {
        self.rules = rules
        self.features = features
    }

    /// The features in the order of their names.
    public var text: String {
        var lines = [
            "# Learnt from labelled texts by “loa content learn”; not to be edited by hand. See Content/README.md."
        ]
        lines += rules.map {
            "rule \($0.id.rawValue) bias=\($0.bias.thousandths) warn=\($0.warn.thousandths)"
        }
        lines += features.sorted { $0.name.unicodeScalars.lexicographicallyPrecedes($1.name.unicodeScalars) }.map {
            let weights = $0.weights.map { "\(rules[$0.rule].id.rawValue)=\($0.weight.thousandths)" }
            return "\($0.name)\t\(weights.joined(separator: " "))"
        }
        return lines.joined(separator: "\n") + "\n"
    }
}

/// Reads the text form, byte by byte: it has hundreds of thousands of them.
extension SecondReadingWeights {
    /// - Throws: ``SecondReadingError`` with the first line that is wrong.
    public init(_ text: String) throws(SecondReadingError) {
        var rules: [Rule] = []
        var names: [[UInt8]] = []
        var features: [Feature] = []
        let bytes = Array(text.utf8)
        for (number, line) in bytes.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated() {
            if line.isEmpty || line.first == UInt8(ascii: "#") { continue }
            if let rule = SecondReadingWeights.rule(line), !rules.contains(where: { $0.id == rule.id }) {
                rules.append(rule)
                names.append(Array(rule.id.rawValue.utf8))
            } else if let feature = SecondReadingWeights.feature(line, names) {
                features.append(feature)
            } else {
                throw SecondReadingError(line: number + 1, text: String(decoding: line, as: UTF8.self))
            }
        }
        self.init(rules: rules, features: features)
    }

    private static func rule(_ line: ArraySlice<UInt8>) -> Rule? {
        guard line.starts(with: "rule ".utf8) else { return nil }
        let fields = line.split(separator: 0x20)
        guard fields.count == 4, let id = SafeguardingRuleID(rawValue: String(decoding: fields[1], as: UTF8.self)),
            let bias = value("bias=", fields[2]), let warn = value("warn=", fields[3])
        else { return nil }
        return Rule(id: id, bias: bias, warn: warn)
    }

    private static func feature(_ line: ArraySlice<UInt8>, _ rules: [[UInt8]]) -> Feature? {
        guard let tab = line.firstIndex(of: 0x09) else { return nil }
        let name = String(decoding: line[..<tab], as: UTF8.self)
        guard ReadingKey.feature(name[...]) != nil else { return nil }
        var weights: [(rule: Int, weight: Double)] = []
        for field in line[(tab + 1)...].split(separator: 0x20) {
            guard let equals = field.firstIndex(of: UInt8(ascii: "=")),
                let rule = rules.firstIndex(where: { field[..<equals].elementsEqual($0) }),
                let weight = number(field[(equals + 1)...])
            else { return nil }
            weights.append((rule, weight))
        }
        return weights.isEmpty ? nil : Feature(name: name, weights: weights)
    }

    private static func value(_ key: String, _ field: ArraySlice<UInt8>) -> Double? {
        field.starts(with: key.utf8) ? number(field.dropFirst(key.utf8.count)) : nil
    }

    /// Digits with a sign and decimals, as they are written above; no other form of numbers.
    private static func number(_ digits: ArraySlice<UInt8>) -> Double? {
        let isNegative = digits.first == UInt8(ascii: "-")
        let parts = digits.dropFirst(isNegative ? 1 : 0).split(separator: 0x2E, omittingEmptySubsequences: false)
        guard let whole = parts.first.flatMap(count), parts.count < 3 else { return nil }
        guard parts.count == 2 else { return isNegative ? -whole : whole }
        guard let decimals = count(parts[1]) else { return nil }
        let value = whole + decimals / decimalPlaces[parts[1].count]
        return isNegative ? -value : value
    }

    private static let decimalPlaces: [Double] = [1, 10, 100, 1000, 10_000, 100_000, 1_000_000]

    /// Up to six digits.
    private static func count(_ digits: ArraySlice<UInt8>) -> Double? {
        guard (1..<decimalPlaces.count).contains(digits.count), digits.allSatisfy({ (0x30...0x39).contains($0) }) else {
            return nil
        }
        return Double(digits.reduce(0) { $0 * 10 + Int($1) - 0x30 })
    }
}

/// A line of the second reading's file that cannot be read.
public struct SecondReadingError: ReadableError, Hashable {
    /// Counted from 1.
    public let line: Int
    public let text: String

    public var kind: FailureKind { .configuration }

    public var message: Message {
        let start = text.prefix(60)
        return Message(
            vi: "Không đọc được “\(start)”; mỗi dòng là “rule S01 bias=… warn=…”, hoặc tên đặc trưng, dấu tab và "
                + "trọng số của quy tắc đã nêu. Lấy lại tệp của chương trình, hoặc xóa rồi chạy: loa content learn.",
            en: "“\(start)” cannot be read; a line is “rule S01 bias=… warn=…”, or a feature, a tab and weights "
                + "of rules named above. Bring the program's file back, or delete it and run: loa content learn.")
    }
}

extension Double {
    /// With up to three decimals, the same in every locale: -0.5, 0.031.
    fileprivate var thousandths: String {
        let count = Int((magnitude * 1000).rounded())
        var decimals = String(String(count % 1000 + 1000).dropFirst())
        while decimals.last == "0" { decimals.removeLast() }
        return (self < 0 && count > 0 ? "-" : "") + "\(count / 1000)" + (decimals.isEmpty ? "" : ".\(decimals)")
    }
}
