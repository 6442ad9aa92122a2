import Dispatch
import Synchronization

extension Array where Element: Sendable {
    /// The same as `map`, on all cores at once; for work that is worth more than handing it to another core.
    func concurrentMap<Value: Sendable>(_ transform: @Sendable (Element) -> Value) -> [Value] {
        let made = Mutex<[Int: Value]>([:])
        DispatchQueue.concurrentPerform(iterations: count) { index in
            let value = transform(self[index])
            made.withLock { $0[index] = value }
        }
        let all = made.withLock { $0 }
        return indices.compactMap { all[$0] }
    }

    /// The elements in order, so many at a time; the last portion may be smaller.
    func portions(of length: Int) -> [ArraySlice<Element>] {
        stride(from: 0, to: count, by: length).map { self[$0..<Swift.min($0 + length, count)] }
    }
}
