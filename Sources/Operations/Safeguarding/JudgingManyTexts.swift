import Dispatch
import Outreach
import Synchronization

extension Safeguard {
    /// What the rules find in each of many texts, on all cores at once; the texts of a list of ten thousand rows.
    func findingsOfEach(_ texts: [CheckedText]) -> [[Finding]] {
        let portion = 64
        let found = Mutex<[Int: [[Finding]]]>([:])
        let starts = Array(stride(from: 0, to: texts.count, by: portion))
        DispatchQueue.concurrentPerform(iterations: starts.count) { number in
            let part = texts[starts[number]..<min(starts[number] + portion, texts.count)]
            let findings = part.map { findingsAsTypedAndRead(in: $0) }
            found.withLock { $0[number] = findings }
        }
        let parts = found.withLock { $0 }
        return starts.indices.flatMap { parts[$0] ?? [] }
    }
}
