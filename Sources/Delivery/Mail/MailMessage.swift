import Foundation

/// A letter of plain text (RFC 5322), in UTF-8.
public struct MailMessage: Sendable, Hashable {
    public let from: String
    public let to: String
    public let subject: String
    public let text: String
    /// Seconds since 1970, for the Date header.
    public let writtenAt: Int64
    /// What the Message-ID is made of; the same letter sent once more keeps it.
    public let id: String

    public init(from: String, to: String, subject: String, text: String, writtenAt: Int64, id: String) {
        self.from = from
        self.to = to
        self.subject = subject
        self.text = text
        self.writtenAt = writtenAt
        self.id = id
    }

    /// Whether a text is an address that can stand in a header and in an envelope: nothing that could end a line or
    /// begin another command.
    public static func isAddress(_ text: String) -> Bool {
        text.utf8.count <= 254
            && text.wholeMatch(of: /[A-Za-z0-9.!#$%&'*+\/=?^_`{|}~\-]+@[A-Za-z0-9\-]+(\.[A-Za-z0-9\-]+)*/) != nil
    }

    /// The letter as it is sent, its lines ended by CR LF.
    var bytes: [UInt8] {
        let host = from.split(separator: "@").last.map(String.init) ?? "localhost"
        let lines = [
            "Date: \(MailMessage.date(writtenAt))", "From: <\(from)>", "To: <\(to)>",
            "Subject: \(MailMessage.encodedWords(subject))", "Message-ID: <\(id)@\(host)>", "MIME-Version: 1.0",
            "Content-Type: text/plain; charset=utf-8", "Content-Transfer-Encoding: base64",
            "Auto-Submitted: auto-generated", "",
        ]
        let body = Data(text.replacing("\n", with: "\r\n").utf8)
            .base64EncodedString(options: [.lineLength76Characters, .endLineWithCarriageReturn, .endLineWithLineFeed])
        return Array((lines.joined(separator: "\r\n") + "\r\n" + body + "\r\n").utf8)
    }

    /// RFC 2047: each word of at most 75 characters, cut between letters.
    private static func encodedWords(_ text: String) -> String {
        var words: [String] = []
        var chunk = ""
        for character in text where !character.isNewline {
            if chunk.utf8.count + String(character).utf8.count > 42 {
                words.append(chunk)
                chunk = ""
            }
            chunk.append(character)
        }
        return (words + [chunk]).map { "=?utf-8?B?\(Data($0.utf8).base64EncodedString())?=" }.joined(separator: "\r\n ")
    }

    /// As RFC 5322, 3.3 has it, in UTC.
    private static func date(_ seconds: Int64) -> String {
        let formatter = DateFormatter()
        formatter.locale = Locale(identifier: "en_US_POSIX")
        formatter.timeZone = TimeZone(secondsFromGMT: 0)
        formatter.dateFormat = "EEE, dd MMM yyyy HH:mm:ss Z"
        return formatter.string(from: Date(timeIntervalSince1970: Double(seconds)))
    }
}
