"""Opens a file of applicants whatever it is: what it holds decides how it is read, not what it is called."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import polars as pl

from engine.language.diagnostic import Diagnostic, Place
from engine.language.library import shown
from engine.language.vocabulary import Label
from engine.registry.intake.delimited import open_delimited
from engine.registry.intake.parquet import open_parquet
from engine.registry.intake.sheets import open_workbook
from engine.registry.intake.table import Table, Unreadable, unreadable

_ZIP = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_OTHERS = (
    (b"%PDF", Label("PDF", "a PDF")),
    (b"\x1f\x8b", Label("arsip gzip", "a gzip archive")),
    (b"Rar!", Label("arsip RAR", "a RAR archive")),
    (b"7z\xbc\xaf", Label("arsip 7z", "a 7z archive")),
    (b"\x89PNG", Label("gambar", "a picture")),
    (b"\xff\xd8\xff", Label("gambar", "a picture")),
    (b"SQLite format 3", Label("basis data", "a database")),
    (b"<?xml", Label("XML", "XML")),
    (b"{\\rtf", Label("dokumen RTF", "an RTF document")),
    (b"<html", Label("halaman web", "a web page")),
    (b"<!DOC", Label("halaman web", "a web page")),
)

_WORD, _ARCHIVE = Label("dokumen Word", "a Word document"), Label("arsip zip", "a zip archive")


def open_table(path: Path, *, sheet: str | None = None, header_row: int | None = None, batch: int = 250_000) -> Table:
    """The applicants' table in a CSV, XLSX or Parquet file, or a folder of Parquet files, in batches of `batch` rows.

    `sheet` names the sheet of a workbook, `header_row` the row of the headings as the file shows it; both are found
    where they are not given. Text comes as it stands, Parquet with its own types; an empty cell is null. Raises
    Unreadable, here or while the batches are read.
    """
    name = shown(path)
    try:
        table = _opened(path, name, sheet, header_row, batch)
    except OSError as error:
        raise _not_read(name, error) from error
    return replace(table, batches=_guarded(table.batches, name))


def _guarded(batches: Iterator[pl.DataFrame], name: str) -> Iterator[pl.DataFrame]:
    try:
        yield from batches
    except OSError as error:
        raise _not_read(name, error) from error


def _not_read(name: str, error: OSError) -> Unreadable:
    return Unreadable(Diagnostic("cannot-read", Place(name), {"problem": error.strerror or "?"}))


def _opened(path: Path, name: str, sheet: str | None, header_row: int | None, batch: int) -> Table:
    if path.is_dir():
        return open_parquet(path, name, batch)
    with path.open("rb") as file:
        start = file.read(16)
    if start.startswith(b"PAR1"):
        return open_parquet(path, name, batch)
    if start.startswith(_ZIP):
        _demand_workbook(path, name)
        return open_workbook(path, name, sheet, header_row, batch)
    if start.startswith(_OLE):
        raise unreadable("workbook-locked" if _ENCRYPTED in path.read_bytes() else "workbook-old", name)
    kind = next((kind for mark, kind in _OTHERS if start.lower().startswith(mark.lower())), None)
    if kind is not None:
        raise unreadable("table-wrong-kind", name, kind=kind)
    return open_delimited(path, name, header_row, batch)


def _demand_workbook(path: Path, name: str) -> None:
    """Raises Unreadable where a zip archive is no workbook of the kind that is read here."""
    try:
        with zipfile.ZipFile(path) as archive:
            names = set(archive.namelist())
    except (zipfile.BadZipFile, NotImplementedError, ValueError) as error:
        raise unreadable("workbook-damaged", name) from error
    if "xl/workbook.xml" in names:
        return
    if "xl/workbook.bin" in names or "content.xml" in names:
        raise unreadable("workbook-old", name)
    raise unreadable("table-wrong-kind", name, kind=_WORD if "word/document.xml" in names else _ARCHIVE)
