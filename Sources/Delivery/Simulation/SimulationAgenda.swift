import Outreach

/// What is still to happen, earliest first; of two things at one time the one that was put down first.
struct SimulationAgenda {
    /// What happens; `life` numbers the processes, so that what was meant for a dead one is dropped.
    enum Event {
        case start
        case kill(downFor: Duration)
        case stop(downFor: Duration)
        case tick(life: Int)
        /// The database does what it was asked for.
        case store(life: Int, SimulatedWork)
        case answer(life: Int, EngineEvent)
        case connect(transfer: Int)
        case arrive(transfer: Int)
        case respond(transfer: Int)
        case timeOut(transfer: Int)
        case jump(Duration)
        case person(Int)

        /// For the trace.
        var name: StaticString {
            switch self {
            case .start: "start"
            case .kill: "kill"
            case .stop: "stop"
            case .tick: "tick"
            case .store: "store"
            case .answer: "answer"
            case .connect: "connect"
            case .arrive: "arrive"
            case .respond: "respond"
            case .timeOut: "time-out"
            case .jump: "jump"
            case .person: "person"
            }
        }
    }

    private var entries: [(at: Duration, number: Int, event: Event)] = []
    private var count = 0

    mutating func add(_ event: Event, at moment: Duration) {
        count += 1
        let place = entries.firstIndex { $0.at <= moment } ?? entries.endIndex
        // Latest first, so that the next is taken from the end; equals keep their order.
        entries.insert((moment, count, event), at: place)
    }

    mutating func next() -> (at: Duration, event: Event)? {
        entries.popLast().map { ($0.at, $0.event) }
    }
}

/// What the engine asked of the database.
enum SimulatedWork {
    case recover
    case exchange(Exchange)
    case readStops
    case pause(Message)
    case note(HostHealth)
    case noteRest(AskedRest)
}
