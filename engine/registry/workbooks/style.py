"""What all workbooks share: how they look and name a regulation, and that one is there whole or not at all."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from engine.language.messages.words import INSTRUMENTS
from engine.language.policy import Title
from engine.language.vocabulary import Language

CELL = 32_767
"""Characters (UTF-16 units) that a cell of Excel holds."""
_TALLEST = 400
"""Points; Excel allows 409."""
_INK, _PAPER, _LINE = "#1F3A4D", "#FFFFFF", "#B7C3CC"


@dataclass(frozen=True, slots=True)
class Looks:
    """Cell formats. Those of text keep zeros in front and long numbers."""

    title: Format
    note: Format
    heading: Format
    asked: Format
    """Heading of a fact, beside those of identity."""
    helper: Format
    """Heading of a column that explains."""
    text: Format
    wrapped: Format
    faulty: Format
    day: Format
    moment: Format
    number: Format
    amount: Format
    total: Format
    """An amount that is the sum of those above."""


@contextmanager
def new_book(target: Path, *, streamed: bool = False) -> Iterator[tuple[xlsxwriter.Workbook, Looks]]:
    """A workbook that appears at `target` once it is whole. `streamed`: rows in order only, in little memory.

    Raises OSError where it cannot be written; nothing is left behind then.
    """
    packed = BytesIO()
    with tempfile.TemporaryDirectory() as folder:
        book = xlsxwriter.Workbook(packed, {"constant_memory": streamed, "tmpdir": folder})
        try:
            yield book, _looks(book)
            book.close()
        except BaseException:
            with suppress(Exception):
                book.close()
            raise
    beside = target.with_name(f".{target.name}.{os.getpid()}.sementara")
    try:
        beside.write_bytes(packed.getbuffer())
        beside.replace(target)
    finally:
        beside.unlink(missing_ok=True)


def _looks(book: xlsxwriter.Workbook) -> Looks:
    head = {"bold": True, "text_wrap": True, "valign": "vcenter", "border": 1, "border_color": _LINE, "num_format": "@"}
    text = {"num_format": "@", "valign": "top"}
    return Looks(
        title=book.add_format({"bold": True, "font_size": 13, "font_color": _INK}),
        note=book.add_format({"font_color": "#5B6B76", "text_wrap": True, "valign": "top"}),
        heading=book.add_format({**head, "bg_color": _INK, "font_color": _PAPER}),
        asked=book.add_format({**head, "bg_color": "#2F6F73", "font_color": _PAPER}),
        helper=book.add_format({**head, "bg_color": "#E3E8EB", "font_color": _INK}),
        text=book.add_format(text),
        wrapped=book.add_format({**text, "text_wrap": True}),
        faulty=book.add_format({**text, "bg_color": "#FBE0C3", "border": 1, "border_color": "#C7661A"}),
        day=book.add_format({"num_format": "yyyy-mm-dd", "valign": "top"}),
        moment=book.add_format({"num_format": "yyyy-mm-dd hh:mm", "valign": "top"}),
        number=book.add_format({"num_format": "0", "valign": "top"}),
        amount=book.add_format({"num_format": "#,##0", "valign": "top"}),
        total=book.add_format({"num_format": "#,##0", "bold": True, "top": 1}),
    )


def print_wide(sheet: Worksheet, headings: int) -> None:
    """Prints across A4, all columns on one page, the first rows on every page."""
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    if headings:
        sheet.repeat_rows(0, headings - 1)


def instrument_name(title: Title, language: Language) -> str:
    """Kind, number and year of a regulation; the year only where the number does not say it."""
    year = None if title.number and str(title.year) in title.number else title.year
    return " ".join(str(part) for part in (INSTRUMENTS[title.kind][language], title.number, year) if part)


def height_for(texts: Sequence[str], widths: Sequence[int]) -> int:
    """Points that a row of wrapped texts needs in columns of so many characters, at most what Excel allows."""
    lines = (
        sum(-(-len(part) // width) for part in text.split("\n")) for text, width in zip(texts, widths, strict=True)
    )
    return min(15 * max(1, *lines) + 3, _TALLEST)


def fitting(text: str, most: int = CELL) -> str:
    """The text, cut to so many UTF-16 units, the last of them an ellipsis, where it is longer."""
    if len(text) * 2 <= most or len(text.encode("utf-16-le")) // 2 <= most:
        return text
    return text.encode("utf-16-le")[: 2 * most - 2].decode("utf-16-le", "ignore") + "…"
