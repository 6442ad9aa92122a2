import Testing

@testable import Outreach

struct SupportVectorMachineTests {
    private func score(_ machine: SupportVectorMachine, _ point: [Double]) -> Double {
        zip(machine.weights, point).reduce(machine.bias) { $0 + $1.0 * $1.1 }
    }

    @Test func `two kinds that a line can part are parted, a rare kind too`() {
        var examples = SupportVectorMachine.Examples()
        var labels: [Bool?] = []
        for step in 0..<60 {
            let isRare = step.isMultiple(of: 20)
            let point = [isRare ? 2.0 : -2, Double(step % 7) / 7]
            examples.add(point.enumerated().map { (feature: Int32($0.offset), value: $0.element) })
            labels.append(isRare)
        }
        let machine = SupportVectorMachine(examples, labels: labels, features: 2)
        #expect(score(machine, [2, 0.5]) > 0.5)
        #expect(score(machine, [-2, 0.5]) < -0.5)
    }

    @Test func `what is undecided teaches nothing, and one kind alone decides everything`() {
        var examples = SupportVectorMachine.Examples()
        for value in [1.0, -1, 5] { examples.add([(feature: Int32(0), value: value)]) }
        let known = SupportVectorMachine(examples, labels: [true, false, nil], features: 1)
        var few = SupportVectorMachine.Examples()
        for value in [1.0, -1] { few.add([(feature: Int32(0), value: value)]) }
        let alone = SupportVectorMachine(few, labels: [true, false], features: 1)
        #expect(abs(known.weights[0] - alone.weights[0]) < 0.02)
        #expect(SupportVectorMachine(examples, labels: [false, false, nil], features: 1).bias == -1)
        #expect(SupportVectorMachine(examples, labels: [true, nil, nil], features: 1).bias == 1)
    }
}
