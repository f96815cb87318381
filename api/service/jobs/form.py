"""A multipart form taken apart as it comes: each part into a file of its own, nothing of it kept in memory."""

from __future__ import annotations

import logging
from collections.abc import AsyncIterator, Sequence
from contextlib import ExitStack
from pathlib import Path

from python_multipart.exceptions import FormParserError
from python_multipart.multipart import MultipartParser, parse_options_header

from api.service.jobs.arriving import TEXTS, Arriving, Part
from api.service.jobs.jobs import Limits
from api.service.problems import Problem

HEADERS, HEADER_BYTES = 4, 1024
"""Headers of a part, and bytes of one of them."""

logging.getLogger("python_multipart").setLevel(logging.CRITICAL)  # its warnings repeat bytes of what was sent


async def form_parts(
    header: str, chunks: AsyncIterator[bytes], folder: Path, opened: ExitStack, limits: Limits, taken: Sequence[Part]
) -> list[Arriving]:
    """The parts, all of which are in files of the folder. `header`: Content-Type. Raises Problem."""
    form = _Form(folder, opened, limits, taken)
    try:
        parser = form.parser(header)
        async for chunk in chunks:
            parser.write(chunk)
            for part in form.parts:
                await part.write()
    except FormParserError:
        raise Problem(400, "form-unreadable") from None
    if not form.ended:
        raise Problem(400, "form-unreadable")
    for part in form.parts:
        await part.write(0)
    form.demand_whole()
    return form.parts


class _Form:
    """What the parser calls; a part that is not wanted ends it at its headers."""

    def __init__(self, folder: Path, opened: ExitStack, limits: Limits, taken: Sequence[Part]) -> None:
        self.parts: list[Arriving] = []
        self.ended = False
        self._folder, self._opened, self._limits, self._taken = folder, opened, limits, taken
        self._begun = 0
        self._headers: dict[bytes, bytes] = {}
        self._name = self._value = b""

    def parser(self, header: str) -> MultipartParser:
        boundary = parse_options_header(header)[1].get(b"boundary")
        if not boundary:
            raise FormParserError
        return MultipartParser(
            boundary,
            {
                "on_part_begin": self._begin,
                "on_header_field": self._more_of_name,
                "on_header_value": self._more_of_value,
                "on_header_end": self._header,
                "on_headers_finished": self._open,
                "on_part_data": self._content,
                "on_end": self._end,
            },
            max_header_count=HEADERS,
            max_header_size=HEADER_BYTES,
        )

    def demand_whole(self) -> None:
        """Raises Problem where the list is missing, or a part is empty."""
        if "list" not in [part.part for part in self.parts]:
            raise Problem(422, "part-missing", part="list")
        for part in self.parts:
            if not part.total:
                raise Problem(422, "part-empty", part=part.part)

    def _begin(self) -> None:
        self._begun += 1
        self._headers = {}

    def _more_of_name(self, data: bytes, start: int, end: int) -> None:
        self._name += data[start:end]

    def _more_of_value(self, data: bytes, start: int, end: int) -> None:
        self._value += data[start:end]

    def _header(self) -> None:
        self._headers.setdefault(self._name.lower(), self._value)
        self._name = self._value = b""

    def _open(self) -> None:
        kind, options = parse_options_header(self._headers.get(b"content-disposition"))
        name = options.get(b"name", b"")
        part = next((part for part in self._taken if kind == b"form-data" and part.encode() == name), None)
        if part is None:
            raise Problem(422, "part-unknown", number=self._begun, parts=", ".join(self._taken))
        if part in [each.part for each in self.parts]:
            raise Problem(422, "part-repeated", part=part)
        self.parts.append(Arriving(part, self._folder, self._opened))

    def _content(self, data: bytes, start: int, end: int) -> None:
        part = self.parts[-1]
        part.take(data[start:end])
        if part.part in TEXTS and part.total > self._limits.text_bytes:
            raise Problem(413, "part-too-large", part=part.part, limit=self._limits.text_bytes >> 10)

    def _end(self) -> None:
        self.ended = True
