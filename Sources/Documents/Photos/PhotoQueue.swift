import Foundation

/// Where pictures are made anew: beside the threads that answer requests, a few at a time, with a short queue, so that
/// a flood of them takes neither all processors nor all memory.
public enum PhotoQueue {
    private typealias Outcome = Result<EncodedPhoto, PhotoError>

    private static let atOnce = 2
    private static let longestQueue = 32

    private static let queue: OperationQueue = {
        let queue = OperationQueue()
        queue.name = "photos"
        queue.maxConcurrentOperationCount = atOnce
        queue.qualityOfService = .utility
        return queue
    }()

    /// ``PhotoEncoder/encode(_:fitting:limits:)`` in its turn.
    ///
    /// - Throws: ``PhotoError/busy`` where too many wait already.
    public static func encode(
        _ bytes: [UInt8], fitting longestEdge: Int? = nil, limits: PhotoLimits = PhotoLimits()
    ) async throws(PhotoError) -> EncodedPhoto {
        guard queue.operationCount < longestQueue else { throw .busy }
        let result = await withCheckedContinuation { (continuation: CheckedContinuation<Outcome, Never>) in
            queue.addOperation {
                do throws(PhotoError) {
                    continuation.resume(
                        returning: .success(try PhotoEncoder.encode(bytes, fitting: longestEdge, limits: limits)))
                } catch {
                    continuation.resume(returning: .failure(error))
                }
            }
        }
        return try result.get()
    }
}
