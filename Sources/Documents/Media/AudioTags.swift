/// The tags before and behind the sound of an MP3 file: ID3v2 (id3.org, 2.3 and 2.4), ID3v1, APEv2 and Lyrics3.
enum AudioTags {
    static func removed(from bytes: [UInt8]) -> [UInt8] {
        var sound = bytes[...]
        while let length = id3Length(sound) { sound = sound.dropFirst(length) }
        while let length = trailerLength(sound) { sound = sound.dropLast(length) }
        return Array(sound)
    }

    /// Its size stands in four bytes of seven bits; a footer repeats the header.
    private static func id3Length(_ sound: ArraySlice<UInt8>) -> Int? {
        let head = Array(sound.prefix(10))
        guard head.count == 10, head.starts(with: Array("ID3".utf8)), head[6...].allSatisfy({ $0 < 0x80 }) else {
            return nil
        }
        let size = head[6...].reduce(0) { $0 << 7 | Int($1) }
        return min(sound.count, 10 + size + (head[5] & 0x10 == 0 ? 0 : 10))
    }

    private static func trailerLength(_ sound: ArraySlice<UInt8>) -> Int? {
        let end = Array(sound.suffix(128))
        if end.count == 128, end.starts(with: Array("TAG".utf8)) { return 128 }
        let foot = Array(sound.suffix(32))
        if foot.count == 32, foot.starts(with: Array("APETAGEX".utf8)) {
            let size = (0..<4).reduce(0) { $0 | Int(foot[12 + $1]) << (8 * $1) }
            let hasHeader = foot[23] & 0x80 != 0
            return (32...sound.count).contains(size) ? min(sound.count, size + (hasHeader ? 32 : 0)) : 32
        }
        let lyrics = Array(sound.suffix(15))
        guard lyrics.count == 15, lyrics.suffix(9).elementsEqual("LYRICS200".utf8),
            let size = Int(String(decoding: lyrics.prefix(6), as: UTF8.self)), size + 15 <= sound.count
        else { return nil }
        return size + 15
    }
}
