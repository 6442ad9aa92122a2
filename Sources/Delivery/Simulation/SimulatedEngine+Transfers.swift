import Outreach

/// A request on its way through the simulated network.
struct SimulatedTransfer {
    let call: AttemptMachine.Call
    let request: SimulatedRequest
    let fate: SimulatedFate
    let gate: TransferGate?
    var hasLeft = false
    /// Whether nobody waits for it any more.
    var isOver = false
    /// What the receiver says, once the request has arrived.
    var answer: TransferAnswer?
}

extension SimulatedEngine {
    mutating func make(_ call: AttemptMachine.Call, of post: Identifier<Post>, captures: Captures) {
        let now = clock.now
        do throws(RequestPreparationError) {
            guard let request = try carriers[post]?.request(for: call, captures: captures, at: now.wall),
                let channel = carriers[post]?.channel
            else {
                return agenda.add(.answer(life: life, .ended(post, .nobody, took: .zero)), at: now.uptime)
            }
            begin(call, request, of: post, channel, at: now)
        } catch {
            agenda.add(.answer(life: life, .ended(post, .unprepared(error), took: .zero)), at: now.uptime)
        }
    }

    private mutating func begin(
        _ call: AttemptMachine.Call, _ request: TransferRequest, of post: Identifier<Post>, _ channel: Slug,
        at now: Moment
    ) {
        let key = request.headers.first { $0.name == "Idempotency-Key" || $0.name == "X-Post" }?.value ?? ""
        let simulated = SimulatedRequest(
            post: post, channel: channel, isPublishing: call.isStep, url: request.url, key: key, body: request.body,
            begun: now)
        let fate = network.fate(of: simulated)
        transferCount += 1
        transfers[transferCount] = SimulatedTransfer(call: call, request: simulated, fate: fate, gate: request.gate)
        agenda.add(.connect(transfer: transferCount), at: now.uptime + min(fate.connectsAfter, request.connectTimeout))
        agenda.add(.timeOut(transfer: transferCount), at: now.uptime + request.totalTimeout)
    }

    mutating func connect(_ number: Int) {
        guard let transfer = transfers[number], !transfer.isOver else { return }
        guard transfer.gate?.isOpen ?? true else { return report(number, .failed(.withheld)) }
        if let refusal = transfer.fate.refusal { return report(number, .failed(refusal)) }
        transfers[number]?.hasLeft = true
        network.leaves(transfer.request, at: clock.now)
        if let travel = transfer.fate.arrivesAfter {
            agenda.add(.arrive(transfer: number), at: clock.now.uptime + travel)
        }
    }

    mutating func arrive(_ number: Int) {
        guard let transfer = transfers[number] else { return }
        let answer = network.arrives(transfer.request, at: clock.now)
        transfers[number]?.answer = answer
        if transfer.isOver {
            transfers[number] = nil
        } else if let thought = transfer.fate.answersAfter {
            agenda.add(.respond(transfer: number), at: clock.now.uptime + thought)
        }
    }

    mutating func respond(_ number: Int) {
        guard let transfer = transfers[number], !transfer.isOver, let answer = transfer.answer else { return }
        if transfer.fate.breaks { return report(number, .failed(.reset)) }
        network.answered(transfer.request, status: answer.status)
        report(number, .answered(answer))
    }

    mutating func timeOut(_ number: Int) {
        guard let transfer = transfers[number], !transfer.isOver else { return }
        report(number, .failed(transfer.hasLeft ? .timeout(afterBytes: 0) : .connectTimeout))
    }

    mutating func stopTransfers() {
        for number in transfers.keys.sorted() where transfers[number]?.isOver == false {
            report(number, .failed(.stopped))
        }
    }

    /// A transfer is over for the engine; what has left may still arrive.
    private mutating func report(_ number: Int, _ outcome: TransferOutcome) {
        guard let transfer = transfers[number] else { return }
        let isOnItsWay = transfer.hasLeft && transfer.answer == nil && transfer.fate.arrivesAfter != nil
        if isOnItsWay { transfers[number]?.isOver = true } else { transfers[number] = nil }
        let took = clock.now.uptime - transfer.request.begun.uptime
        let report = TransferReport(outcome, bytesMayHaveLeft: transfer.hasLeft, totalDuration: took)
        let now = clock.now.wall
        guard let ending = carriers[transfer.request.post]?.ending(of: transfer.call, report, at: now) else { return }
        agenda.add(.answer(life: life, .ended(transfer.request.post, ending, took: took)), at: clock.now.uptime)
    }
}

extension AttemptMachine.Call {
    fileprivate var isStep: Bool { if case .step = self { true } else { false } }
}

extension StepEnding {
    /// Nobody carries the post any more.
    fileprivate static let nobody = StepEnding.broken(.withheld, bytesMayHaveLeft: false)
}
