"""A picture as a camera takes it: large."""

from __future__ import annotations

import struct
import zlib


def picture(width: int = 3000, height: int = 2000) -> bytes:
    """A PNG (ISO/IEC 15948) of a grey slope."""
    row = b"\0" + bytes(shade for x in range(width) for shade in (x * 255 // width, 120, 90))
    chunks = [
        (b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)),
        (b"IDAT", zlib.compress(row * height, 1)), (b"IEND", b""),
    ]
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
        for name, data in chunks)
