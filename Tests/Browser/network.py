"""The way between a phone and its server, which can be cut, or lose an answer on its way back."""

from __future__ import annotations

import select
import socket
import threading
from urllib.parse import urlsplit


class Network:
    """Passes bytes on to one server. Nothing of HTTP is changed, so that what is tested is the real exchange."""

    def __init__(self, address: str):
        self._server = ("127.0.0.1", urlsplit(address).port)
        self._is_up = True
        self._losing: bytes | None = None
        self._lost = 0
        self._lock = threading.Lock()
        self._open: set[socket.socket] = set()
        self._listener = socket.create_server(("127.0.0.1", 0), backlog=64)
        self.address = f"http://127.0.0.1:{self._listener.getsockname()[1]}"
        threading.Thread(target=self._accept, daemon=True).start()

    # MARK: What happens to it

    def cut(self) -> None:
        """No signal: what is open breaks, and nothing new gets through."""
        with self._lock:
            self._is_up = False
            for one in self._open:
                close(one)
            self._open.clear()

    def mend(self) -> None:
        self._is_up = True

    def lose_answer(self, beginning: str) -> None:
        """The next request that begins like this reaches the server; its answer never comes back."""
        with self._lock:
            self._losing = beginning.encode()

    @property
    def lost(self) -> int:
        return self._lost

    def close(self) -> None:
        self._listener.close()
        self.cut()

    # MARK: Passing on

    def _accept(self) -> None:
        while True:
            try:
                phone, _ = self._listener.accept()
            except OSError:
                return
            if not self._is_up:
                close(phone)
                continue
            threading.Thread(target=self._carry, args=(phone,), daemon=True).start()

    def _carry(self, phone: socket.socket) -> None:
        try:
            server = socket.create_connection(self._server)
        except OSError:
            close(phone)
            return
        with self._lock:
            self._open |= {phone, server}
        loses = False
        try:
            while True:
                for source in select.select([phone, server], [], [])[0]:
                    data = source.recv(65536)
                    if not data:
                        return
                    if source is phone:
                        loses = loses or self._is_to_be_lost(data)
                        server.sendall(data)
                    elif loses:
                        self._lost += 1
                        return
                    else:
                        phone.sendall(data)
        except (OSError, ValueError):
            return
        finally:
            with self._lock:
                self._open -= {phone, server}
            close(phone)
            close(server)

    def _is_to_be_lost(self, data: bytes) -> bool:
        with self._lock:
            if self._losing is None or not data.startswith(self._losing):
                return False
            self._losing = None
            return True


def close(one: socket.socket) -> None:
    try:
        one.shutdown(socket.SHUT_RDWR)
    except OSError:
        pass
    one.close()
