import CMinizip
import Foundation

/// Where the bytes of a ZIP file that is read lie.
enum ArchiveSource {
    case memory(MemoryBlock)
    case disk(URL)

    func open() -> unzFile? {
        switch self {
        case .disk(let url): return unzOpen64(url.path)
        case .memory(let block):
            var functions = zlib_filefunc64_def()
            fill_fopen64_filefunc(&functions)
            functions.opaque = Unmanaged.passUnretained(block).toOpaque()
            functions.zopen64_file = { opaque, _, _ in
                guard let opaque else { return nil }
                let block = Unmanaged<MemoryBlock>.fromOpaque(opaque).takeUnretainedValue()
                return fmemopen(block.bytes.baseAddress, block.bytes.count, "rb").map { UnsafeMutableRawPointer($0) }
            }
            return unzOpen2_64(nil, &functions)
        }
    }
}

/// Bytes that stay where they are for as long as the block lives.
final class MemoryBlock {
    let bytes: UnsafeMutableRawBufferPointer

    init(_ content: [UInt8]) {
        bytes = .allocate(byteCount: content.count, alignment: 16)
        bytes.copyBytes(from: content)
    }

    deinit { bytes.deallocate() }
}
