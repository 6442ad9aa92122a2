"""What reaches the server as bytes, before there is a request: it answers or hangs up, and goes on serving."""

from __future__ import annotations

import socket

import pytest

from conftest import PATIENCE, Office, Program

HOST = "127.0.0.1"


def port(office: Office) -> int:
    return int(office.address.rsplit(":", 1)[1])


def say(office: Office, data: bytes, seconds: float = PATIENCE) -> bytes:
    """Sends bytes, no more after them, and hears what is answered."""
    with socket.create_connection((HOST, port(office)), timeout=seconds) as connection:
        try:
            connection.sendall(data)
            connection.shutdown(socket.SHUT_WR)
        except OSError:
            pass  # It may hang up before it has heard everything.
        heard = b""
        try:
            while piece := connection.recv(65_536):
                heard += piece
        except ConnectionResetError:
            pass
        return heard


def is_open(connection: socket.socket) -> bool:
    connection.setblocking(False)
    try:
        return connection.recv(1, socket.MSG_PEEK) != b""
    except BlockingIOError:
        return True
    except OSError:
        return False


def status(answer: bytes) -> int:
    return int(answer.split(b" ", 2)[1]) if answer.startswith(b"HTTP/1.1 ") else 0


@pytest.mark.parametrize("data", [
    b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03", b"GARBAGE\r\n\r\n", b"\r\n\r\n\r\n", b"\x00" * 1000,
    b"GET / HTTP/9.9\r\nHost: x\r\n\r\n", b"GET / HTTP/1.1\r\nHost x\r\n\r\n",
    b"GET / HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n",
    b"POST /log-in HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nabcde",
    b"POST /log-in HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\nContent-Length: 5\r\n\r\n0\r\n\r\n",
    b"POST /log-in HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
    b"GET /library?q=\xff\xfe HTTP/1.1\r\nHost: x\r\n\r\n",
    b"GET /" + b"a" * 200_000 + b" HTTP/1.1\r\nHost: x\r\n\r\n",
    b"GET / HTTP/1.1\r\nHost: x\r\nCookie: " + b"c" * 200_000 + b"\r\n\r\n",
    b"GET / HTTP/1.1\r\n" + b"".join(b"X-%d: y\r\n" % number for number in range(5000)) + b"\r\n",
])
def test_what_is_no_request_is_refused_or_hung_up_on(office: Office, anybody: Program, data: bytes):
    answer = say(office, data)
    assert answer == b"" or 300 <= status(answer) < 500, answer[:200]
    assert anybody.ask("GET", "/log-in").status == 200


def test_a_second_request_does_not_hide_in_the_first(office: Office):
    hidden = b"GET /log-in HTTP/1.1\r\nHost: x\r\n\r\n"
    data = b"POST /log-in HTTP/1.1\r\nHost: x\r\nContent-Type: text/plain\r\nContent-Length: %d\r\n\r\n%s" % (
        len(hidden), hidden)
    assert say(office, data).count(b"HTTP/1.1 ") == 1


def test_a_body_too_large_is_refused_before_it_was_all_sent(office: Office):
    head = b"POST /log-in HTTP/1.1\r\nHost: x\r\nContent-Length: 900000000\r\n\r\n"
    assert status(say(office, head + b"x" * 100_000)) == 413


def test_many_who_say_nothing_keep_nobody_out(office: Office, anybody: Program):
    silent = [socket.create_connection((HOST, port(office)), timeout=PATIENCE) for _ in range(300)]
    try:
        for number, connection in enumerate(silent):
            connection.sendall(b"GET / HTTP/1.1\r\nHost: x\r\nX-Slow: " if number % 2 else b"P")
        assert anybody.ask("GET", "/log-in").status == 200
        # Not only once the silent ones had been hung up on, which is what they all come to after a while.
        assert any(is_open(connection) for connection in silent)
    finally:
        for connection in silent:
            connection.close()
