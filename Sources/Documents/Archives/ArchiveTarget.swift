import CMinizip
import Foundation

/// Where the bytes of a ZIP file that is written go.
enum ArchiveTarget {
    case memory(MemoryOutput)
    case disk(URL)

    func open() -> zipFile? {
        switch self {
        case .disk(let url): return zipOpen64(url.path, APPEND_STATUS_CREATE)
        case .memory(let output):
            var functions = zlib_filefunc64_def()
            fill_fopen64_filefunc(&functions)
            functions.opaque = Unmanaged.passUnretained(output).toOpaque()
            functions.zopen64_file = { opaque, _, _ in
                guard let opaque else { return nil }
                let output = Unmanaged<MemoryOutput>.fromOpaque(opaque).takeUnretainedValue()
                return open_memstream(output.start, output.length).map { UnsafeMutableRawPointer($0) }
            }
            return zipOpen2_64(nil, APPEND_STATUS_CREATE, nil, &functions)
        }
    }

    /// What the operating system said last.
    var failure: ArchiveError {
        let name =
            switch self {
            case .disk(let url): url.lastPathComponent
            case .memory: "ZIP"
            }
        return .unavailable(file: name, reason: String(cString: strerror(errno)))
    }
}

/// Memory that grows as a file does.
final class MemoryOutput {
    let start = UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>.allocate(capacity: 1)
    let length = UnsafeMutablePointer<Int>.allocate(capacity: 1)

    init() {
        start.initialize(to: nil)
        length.initialize(to: 0)
    }

    deinit {
        free(start.pointee)
        start.deallocate()
        length.deallocate()
    }

    /// What was written; complete once the stream is closed.
    var bytes: [UInt8] {
        Array(UnsafeRawBufferPointer(start: start.pointee, count: start.pointee == nil ? 0 : length.pointee))
    }
}
