"""How a text file is encoded, found by looking at all of it: UTF-8 unless it is not, then Windows-1252."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass
from pathlib import Path

_BLOCK = 1 << 22
_UTF8_BEYOND_ASCII = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
ESCAPED = re.compile("[\udc80-\udcff]")
"""Bytes that do not belong to the encoding, as the error handler `surrogateescape` leaves them."""


@dataclass(frozen=True, slots=True)
class Survey:
    encoding: str
    lines: int
    """Line ends in the file, so about the number of lines."""


def survey(path: Path) -> Survey:
    """The encoding of a text file. Single lines that do not fit in are left to whoever decodes. Raises OSError."""
    feeds = returns = 0
    utf8 = other = False
    rest = b""
    with path.open("rb") as file:
        start = file.read(4)
        file.seek(0)
        while block := file.read(_BLOCK):
            feeds += block.count(b"\n")
            returns += block.count(b"\r")
            if not rest and block.isascii():
                continue
            block = rest + block
            utf8 = utf8 or _UTF8_BEYOND_ASCII.search(block) is not None
            try:
                rest = block[codecs.utf_8_decode(block, "strict", False)[1] :]
            except UnicodeDecodeError:
                other, rest = True, b""
    marked = next((name for mark, name in _MARKS if start.startswith(mark)), None)
    guessed = "cp1252" if (other or rest) and not utf8 else "utf-8"
    return Survey(marked or guessed, feeds or returns)


def mended(text: str) -> str:
    """Bytes outside the encoding read as Windows-1252; what even that lacks is U+FFFD."""
    return ESCAPED.sub(lambda m: bytes([ord(m[0]) - 0xDC00]).decode("cp1252", "replace"), text)
