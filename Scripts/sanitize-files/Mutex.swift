import Foundation

@_exported public import struct Synchronization.Atomic

/// A pthread lock in the place of Swift's own `Mutex`, for the thread sanitizer alone.
///
/// The sanitizer does not see how Swift's lock orders what it guards, because its atomics work in a library that is not
/// instrumented; it calls every use a race. To leave those reports out would leave out real ones in the same functions. It
/// knows pthread locks, so with this one whatever it reports is a race.
public struct Mutex<Value: ~Copyable>: ~Copyable, @unchecked Sendable {
    private let lock = NSLock()
    private let value: UnsafeMutablePointer<Value>

    public init(_ initial: consuming sending Value) {
        value = .allocate(capacity: 1)
        value.initialize(to: initial)
    }

    deinit {
        value.deinitialize(count: 1)
        value.deallocate()
    }

    public borrowing func withLock<Result: ~Copyable, Failure: Error>(
        _ body: (inout sending Value) throws(Failure) -> sending Result
    ) throws(Failure) -> sending Result {
        lock.lock()
        defer { lock.unlock() }
        return try body(&value.pointee)
    }
}
