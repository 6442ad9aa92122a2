import Foundation
import Outreach

/// Files a person names on the command line.
enum Files {
    static func read(_ path: String) throws -> [UInt8] {
        do {
            return path == "-"
                ? Array(FileHandle.standardInput.readDataToEndOfFile())
                : Array(try Data(contentsOf: URL(filePath: path)))
        } catch {
            throw CommandError.cannotRead(path, detail: error.systemWords)
        }
    }

    /// A file to be read piece by piece, or standard input for `-`.
    static func open(_ path: String) throws -> FileHandle {
        do {
            return path == "-" ? .standardInput : try FileHandle(forReadingFrom: URL(filePath: path))
        } catch {
            throw CommandError.cannotRead(path, detail: error.systemWords)
        }
    }

    static func write(_ bytes: some Sequence<UInt8>, to path: String) throws {
        do {
            // Only a plain file is replaced in one step; a pipe or a device is written to as it is.
            let kind = try? FileManager.default.attributesOfItem(atPath: path)[.type] as? FileAttributeType
            let isPlain = kind == nil || kind == .typeRegular
            try Data(bytes).write(to: URL(filePath: path), options: isPlain ? .atomic : [])
        } catch {
            throw CommandError.cannotWrite(path, detail: error.systemWords)
        }
    }
}
