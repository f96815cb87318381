"""Sheets of a report, filled from top to bottom: title, parts, tables, one set of looks, ready to print."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import xlsxwriter

from engine.language.messages.report import WORKBOOK
from engine.language.vocabulary import Language
from engine.registry.workbooks.style import Looks, print_wide

_INK, _PALE, _RULE, _LINK = "#1F3A4D", "#EEF2F5", "#B7C3CC", "#0B5CAD"
_COUNT = '#,##0;-#,##0;"–"'


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table: heading, width in characters, and the look of its cells."""

    heading: str
    width: float
    look: str = "text"


@dataclass(frozen=True, slots=True)
class Linked:
    """A number or text that leads somewhere: `internal:'Sheet'!A1:K9`, or a file beside the workbook."""

    value: int | str
    address: str


class Book:
    """A workbook being written, with its looks and language."""

    def __init__(self, book: xlsxwriter.Workbook, looks: Looks, language: Language, footer: str) -> None:
        self.book = book
        self.language = language
        self.footer = footer
        base = {"valign": "top"}
        ruled = {**base, "bottom": 1, "bottom_color": _RULE}
        head = {"bold": True, "font_color": "#FFFFFF", "bg_color": _INK, "text_wrap": True, "valign": "vcenter"}
        tiny = "< 0,1%" if language == "id" else "< 0.1%"
        share = f'[=0]"–";[<0.001]"{tiny}";0.0%'
        kinds: dict[str, dict[str, Any]] = {
            "part": {**base, "font_size": 12, "bold": True, "font_color": _INK, "top": 2, "top_color": _INK},
            "head_right": {**head, "align": "right", "border": 1, "border_color": _RULE},
            "name": {**ruled, "bold": True, "bg_color": _PALE},
            "text": {**ruled, "text_wrap": True, "align": "left", "indent": 1},
            "line": {**ruled, "align": "left", "indent": 1},
            "code": {**ruled, "num_format": "@", "align": "left", "indent": 1},
            "plain": {**ruled, "num_format": "0", "align": "right"},
            "count": {**ruled, "num_format": _COUNT},
            "share": {**ruled, "num_format": share},
            "rupiah": {**ruled, "num_format": '"Rp"#,##0'},
            "sum": {**base, "bold": True, "num_format": _COUNT, "top": 1, "bg_color": _PALE},
            "sum_share": {**base, "bold": True, "num_format": share, "top": 1, "bg_color": _PALE},
        }
        linked = {"font_color": _LINK, "underline": 1}
        kinds |= {f"{name}_linked": {**kinds[name], **linked} for name in ("part", "count", "rupiah")}
        self.looks = {name: book.add_format(kind) for name, kind in kinds.items()}
        self.looks |= {"title": looks.title, "said": book.add_format({"font_color": "#5B6B76"}), "head": looks.heading}

    def say(self, key: str, **values: object) -> str:
        return WORKBOOK[key][self.language].format(**values)

    def sheet(
        self, key: str, columns: Sequence[Column], said: Iterable[str] = (), *, title: str | None = None
    ) -> Sheet:
        """A sheet with a title, sentences beneath it, and as many columns."""
        return Sheet(self, self.say(key), columns, title or self.say(key), said)


class Sheet:
    """A sheet, filled from top to bottom."""

    def __init__(self, book: Book, name: str, columns: Sequence[Column], title: str, said: Iterable[str]) -> None:
        self.book, self.columns, self.row = book, columns, 0
        sheet = self.sheet = book.book.add_worksheet(name)
        sheet.hide_gridlines(2)
        print_wide(sheet, 0)
        sheet.set_margins(left=0.5, right=0.5, top=0.6, bottom=0.7)
        sheet.set_footer(f"&L&8{book.footer}&R&8{name} · &P / &N")
        for index, column in enumerate(columns):
            sheet.set_column(index, index, column.width)
        self.line(title, "title", 24)
        for text in said:
            self.line(text, "said")

    def line(self, text: str, look: str, height: float = 15) -> None:
        self.sheet.set_row(self.row, height)
        self.sheet.write_string(self.row, 0, text, self.book.looks[look])
        self.row += 1

    def part(self, text: str, back: str | None = None) -> None:
        """The heading of a part, over all columns; `back`: an address to which an arrow before it leads."""
        self.row += 1
        self.sheet.set_row(self.row, 20)
        for column in range(len(self.columns)):
            self.sheet.write_blank(self.row, column, None, self.book.looks["part"])
        if back:
            self.cell(0, Linked("↑", back), "part")
        self.sheet.write_string(self.row, 1 if back else 0, text, self.book.looks["part"])
        self.row += 1

    def table(
        self,
        rows: Sequence[Sequence[object]],
        *,
        filtered: bool = True,
        lines: Callable[[Sequence[object]], int] | None = None,
    ) -> None:
        """The headings, frozen and repeated on paper, and the rows; `lines` says how many lines a row needs."""
        self.head()
        first = self.row
        if filtered:
            self.sheet.freeze_panes(first, 0)
            self.sheet.repeat_rows(first - 1)
            if rows:
                self.sheet.autofilter(first - 1, 0, first + len(rows) - 1, len(self.columns) - 1)
        for values in rows:
            self.cells(values, [column.look for column in self.columns], lines(values) if lines else 1)
        if not rows:
            self.line(self.book.say("none"), "said")

    def head(self) -> None:
        self.sheet.set_row(self.row, 30)
        for index, column in enumerate(self.columns):
            look = "head" if column.look in ("text", "line", "code") else "head_right"
            self.sheet.write_string(self.row, index, column.heading, self.book.looks[look])
        self.row += 1

    def cells(self, values: Sequence[object], looks: Sequence[str], lines: int = 1) -> None:
        if lines > 1:
            self.sheet.set_row(self.row, 13.5 * lines + 2)
        for index, (value, look) in enumerate(zip(values, looks, strict=True)):
            self.cell(index, value, look)
        self.row += 1

    def merged(self, first: int, text: str, lines: int) -> None:
        """A text over the columns from `first` on, which ends the row."""
        look = self.book.looks["text"]
        self.sheet.merge_range(self.row, first, self.row, len(self.columns) - 1, "", look)
        self.sheet.write_string(self.row, first, text, look)
        self.sheet.set_row(self.row, 13.5 * lines + 2)
        self.row += 1

    def cell(self, index: int, value: object, look: str) -> None:
        if isinstance(value, Linked):
            self.sheet.write_url(self.row, index, value.address, self.book.looks[f"{look}_linked"])
            value, look = value.value, f"{look}_linked"
        kind = self.book.looks[look]
        if isinstance(value, int | float):
            self.sheet.write_number(self.row, index, value, kind)
        elif value is None:
            self.sheet.write_blank(self.row, index, None, kind)
        else:
            self.sheet.write_string(self.row, index, str(value), kind)


def height_of(text: object, width: float) -> int:
    """Lines that a text takes in a column so many characters wide."""
    return max(1, -(-len(str(text or "")) // max(int(width * 1.05), 1)))
