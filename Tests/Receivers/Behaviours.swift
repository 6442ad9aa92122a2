/// The ways in which receivers answer, or do not.
enum Behaviours {
    /// A whole answer with a length, the connection kept.
    static func answer(_ status: Int = 200, headers: [String] = [], body: String = #"{"ok":true}"#)
        -> Receiver.Behaviour
    {
        { request, connection in
            let head = ["HTTP/1.1 \(status) Answer", "Content-Length: \(body.utf8.count)"] + headers
            let whole = head.joined(separator: "\r\n") + "\r\n\r\n"
            return connection.send(request.lines[0].hasPrefix("HEAD ") ? whole : whole + body)
        }
    }

    /// Anything at all, and then the connection is closed.
    static func raw(_ text: String) -> Receiver.Behaviour {
        { _, connection in
            connection.send(text)
            return false
        }
    }

    /// Part of an answer, and then a reset.
    static func reset(after text: String) -> Receiver.Behaviour {
        { _, connection in
            connection.send(text)
            connection.reset()
            return false
        }
    }

    static let closeBeforeAnswer: Receiver.Behaviour = { _, _ in false }

    /// Nothing, until the other side gives up.
    static let silence: Receiver.Behaviour = { _, connection in
        _ = connection.waitForHangUp()
        return false
    }

    /// A body without end, as fast as it is taken.
    static let endlessBody: Receiver.Behaviour = { _, connection in
        connection.send("HTTP/1.1 200 OK\r\n\r\n")
        let piece = [UInt8](repeating: UInt8(ascii: "a"), count: 10_000)
        while connection.send(piece) {}
        return false
    }

    /// A byte of the body now and then, for as long as anybody listens.
    static let drip: Receiver.Behaviour = { _, connection in
        connection.send("HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\n")
        while connection.send("."), !connection.waitForHangUp(milliseconds: 10) {}
        return false
    }

    /// Header lines without end.
    static let headerFlood: Receiver.Behaviour = { _, connection in
        connection.send("HTTP/1.1 200 OK\r\n")
        while connection.send("X-Flood: " + String(repeating: "f", count: 500) + "\r\n") {}
        return false
    }

    /// One header line without end.
    static let endlessHeaderLine: Receiver.Behaviour = { _, connection in
        connection.send("HTTP/1.1 200 OK\r\nX-Flood: ")
        while connection.send(String(repeating: "f", count: 10_000)) {}
        return false
    }

    /// Interim answers without end.
    static let interimFlood: Receiver.Behaviour = { _, connection in
        while connection.send("HTTP/1.1 103 Early Hints\r\nLink: </style.css>\r\n\r\n") {}
        return false
    }
}
