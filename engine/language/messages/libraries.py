"""What the YAML library or the operating system says, in the reader's words, by how it begins."""

from __future__ import annotations

from engine.language.vocabulary import Label

_COLON = Label(
    "titik dua tidak pada tempatnya; kalimat yang memuat titik dua diapit tanda kutip, dan bidang dilekukkan sama"
    " dengan bidang di atasnya",
    "a colon is out of place; put a sentence that holds a colon in quotes, and indent a field like the one above",
)
_OPEN_QUOTE = Label(
    "tanda kutip yang dibuka pada baris {line} tidak ditutup", "the quotation mark opened on line {line} is not closed"
)
_ESCAPE = Label(
    "garis miring terbalik di dalam tanda kutip ganda; pakai tanda kutip tunggal",
    "a backslash inside double quotes; use single quotes",
)
_FOLDED = Label(
    "sesudah `>` atau `|` kalimatnya mulai pada baris berikutnya; kalimat yang diawali tanda itu diapit tanda kutip",
    "after `>` or `|` the sentence starts on the next line; put a sentence that starts with that sign in quotes",
)
_FULL = Label(
    "ruang penyimpanan habis; kosongkan sebagian, atau pilih folder di tempat lain",
    "the disk is full; free some of it, or choose a folder elsewhere",
)
LIBRARY_PROBLEMS: tuple[tuple[str, Label], ...] = (
    # the beginning of what the YAML library or the operating system says
    ("mapping values are not allowed", _COLON),
    ("mapping keys are not allowed", Label("tanda `?` tidak pada tempatnya", "a `?` is out of place")),
    ("sequence entries are not allowed", Label("tanda `-` tidak pada tempatnya", "a `-` is out of place")),
    ("could not find expected ':'", Label("titik dua belum ada", "a colon is missing")),
    ("found character '\\t'", Label("di sini ada tab; pakai spasi", "there is a tab here; use spaces")),
    (
        "found character",
        Label(
            "kalimat yang diawali tanda ini harus diapit tanda kutip",
            "a sentence that starts with this sign must stand in quotes",
        ),
    ),
    ("found unexpected end of stream", _OPEN_QUOTE),
    ("found unexpected document separator", _OPEN_QUOTE),
    ("found unknown escape character", _ESCAPE),
    ("expected escape sequence", _ESCAPE),
    ("no such character", _ESCAPE),
    ("expected chomping", _FOLDED),
    ("expected indentation indicator", _FOLDED),
    ("expected a comment or a line break", _FOLDED),
    (
        "expected ',' or ']'",
        Label(
            "kurung siku yang dibuka pada baris {line} tidak ditutup, atau koma belum ada",
            "the square bracket opened on line {line} is not closed, or a comma is missing",
        ),
    ),
    (
        "expected ',' or '}'",
        Label(
            "kurung kurawal yang dibuka pada baris {line} tidak ditutup, atau koma belum ada",
            "the brace opened on line {line} is not closed, or a comma is missing",
        ),
    ),
    (
        "expected <block end>",
        Label(
            "lekukan baris ini tidak cocok dengan baris di atasnya",
            "the indentation of this line does not match the lines above",
        ),
    ),
    ("expected '<document start>'", Label("tanda ini tidak pada tempatnya", "this sign is out of place")),
    ("expected the node content", Label("tanda ini tidak pada tempatnya", "this sign is out of place")),
    ("No such file", Label("berkas itu tidak ada", "there is no such file")),
    ("Permission denied", Label("tidak ada izin untuk itu", "there is no permission for that")),
    ("No space left on device", _FULL),
    ("Disk quota exceeded", _FULL),
    (
        "File too large",
        Label("berkasnya melampaui ukuran yang diizinkan sistem ini", "the file is larger than this system allows"),
    ),
    ("Read-only file system", Label("tempat itu hanya dapat dibaca", "that place can only be read")),
    ("Is a directory", Label("itu folder, bukan berkas", "it is a folder, not a file")),
)
