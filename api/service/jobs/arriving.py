"""A file of a job's folder while its content comes."""

from __future__ import annotations

import asyncio
from contextlib import ExitStack
from pathlib import Path
from typing import IO, Literal

Part = Literal["list", "mapping", "budget", "granted"]

_NAMES: dict[Part, str] = {"list": "daftar", "mapping": "padanan", "budget": "anggaran", "granted": "hibah"}
TEXTS: tuple[Part, ...] = ("mapping", "budget")
"""Short files, written by hand."""
_PARQUET, _MARKS = (b"PAR1", ".parquet"), ((b"PAR1", ".parquet"), (b"PK", ".xlsx"))
_AT_ONCE = 1 << 20


class Arriving:
    """Whatever the sender calls it, its name is ours."""

    def __init__(self, part: Part, folder: Path, opened: ExitStack) -> None:
        self.part = part
        self.total = 0
        self.start = b""
        self._path = folder / f"{_NAMES[part]}.baru"
        self._file: IO[bytes] = opened.enter_context(self._path.open("wb"))
        self._waiting = bytearray()

    def take(self, content: bytes) -> None:
        if len(self.start) < 8:
            self.start = (self.start + content)[:8]
        self.total += len(content)
        self._waiting += content

    async def write(self, at_least: int = _AT_ONCE) -> None:
        """Puts what waits into the file, outside the event loop's thread, where there is as much as that."""
        if len(self._waiting) >= max(at_least, 1):
            waiting, self._waiting = self._waiting, bytearray()
            await asyncio.to_thread(self._file.write, waiting)

    def named(self) -> str:
        """The name it has in the folder from now on, by what it holds."""
        marks = {"list": _MARKS, "granted": (_PARQUET,)}.get(self.part, ())
        other = ".yaml" if self.part in TEXTS else ".csv"
        suffix = next((suffix for mark, suffix in marks if self.start.startswith(mark)), other)
        return self._path.rename(self._path.with_suffix(suffix)).name
