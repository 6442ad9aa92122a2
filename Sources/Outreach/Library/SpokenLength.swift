/// How long a text takes to read aloud.
///
/// Written Vietnamese puts a space between syllables, so syllables can be counted as words. A commune announcer
/// reads about 180 syllables a minute, slower than the 200–220 of broadcast news, so that loudspeakers in the open
/// stay intelligible.
public enum SpokenLength {
    public static let syllablesPerMinute = 180

    public static func of(_ text: String) -> Duration {
        .milliseconds(Int64(syllables(in: text)) * 60_000 / Int64(syllablesPerMinute))
    }

    /// Runs of letters and digits; a number in digits counts one syllable a digit, as it is roughly spoken.
    public static func syllables(in text: String) -> Int {
        text.split { !$0.isLetter && !$0.isNumber }
            .reduce(0) { $0 + ($1.allSatisfy(\.isNumber) ? $1.count : 1) }
    }
}
