import Foundation
import Subprocess
import Testing

@testable import Documents

/// Pictures with what cameras, phones and programs put into them.
enum SamplePhoto {
    /// Dark on the left, bright on the right, red at the top left corner: every turn of it looks different.
    static func pixels(width: Int = 64, height: Int = 48, depth: Int = 3) -> PixelBuffer {
        let plain = (0..<width).flatMap { x in
            let grey = UInt8(x * 255 / width)
            return [grey, grey, grey, 255].prefix(depth)
        }
        let marked = (0..<width / 4).flatMap { _ in [230, 20, 20, 255].prefix(depth) } + plain[(width / 4 * depth)...]
        let rows = (0..<height).map { $0 < height / 4 ? marked : plain }
        return PixelBuffer(width: width, height: height, depth: depth, bytes: Array(rows.joined()))
    }

    static func jpeg(width: Int = 64, height: Int = 48, depth: Int = 3) throws -> [UInt8] {
        try JPEGCodec.encode(pixels(width: width, height: height, depth: depth)).bytes
    }

    static func png(width: Int = 64, height: Int = 48, depth: Int = 3) throws -> [UInt8] {
        try PNGCodec.encode(pixels(width: width, height: height, depth: depth)).bytes
    }

    /// The file after exiftool wrote all sorts of things into it.
    static func tagged(_ file: [UInt8], _ tags: [String]) async throws -> [UInt8] {
        try await inFolder { folder in
            let picture = folder.appending(path: "photo")
            try Data(file).write(to: picture)
            let thumbnail = folder.appending(path: "thumbnail.jpg")
            try Data(try jpeg(width: 16, height: 12)).write(to: thumbnail)
            let tags = tags.map { $0.replacing("<=thumbnail.jpg", with: "<=\(thumbnail.path)") }
            let result = try await Subprocess.run(
                .name("exiftool"), arguments: Arguments(tags + ["-overwrite_original", picture.path]),
                output: .discarded, error: .string(limit: 64 * 1024))
            try #require(result.terminationStatus.isSuccess, "\(result.standardError)")
            return Array(try Data(contentsOf: picture))
        }
    }

    /// What exiftool finds in the file besides what any file of its kind needs.
    static func findings(in file: [UInt8]) async throws -> [String] {
        try await inFolder { folder in
            let picture = folder.appending(path: "photo")
            try Data(file).write(to: picture)
            let result = try await Subprocess.run(
                .name("exiftool"), arguments: ["-a", "-G1", "-s", "-ee", "-u", picture.path],
                output: .string(limit: 1_048_576), error: .string(limit: 64 * 1024))
            let groups = ["[System]", "[File]", "[ExifTool]", "[Composite]", "[JFIF]", "[PNG]"]
            let lines = result.standardOutput.split(separator: "\n").map(String.init)
            try #require(!lines.isEmpty)
            return lines.filter { line in !groups.contains { line.hasPrefix($0) } || isPersonal(line) }
        }
    }

    private static func isPersonal(_ line: String) -> Bool {
        ["Comment", "GPS", "Thumbnail", "Artist", "Make", "Model", "Create", "Author"].contains { line.contains($0) }
            && !line.contains("FileModify")
    }

    private static func inFolder<Result>(_ use: (URL) async throws -> Result) async throws -> Result {
        let folder = FileManager.default.temporaryDirectory.appending(path: "loa-photo-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        return try await use(folder)
    }
}
