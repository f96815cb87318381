"""`perwal compare` as a user runs it: at the terminal, as JSON, as a page."""

from __future__ import annotations

import json
import re
import shutil
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from jinja2 import UndefinedError

from api.pages.render import render
from tests.command.test_commands import BATIK, perwal

FACTS = Path("docs/gambar/buruh-batik.json")
_VOID = {"meta", "br", "link", "img", "input", "hr"}


class Page(HTMLParser):
    """The tags of a page; what is opened must be closed."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.feed(text)
        self.close()
        assert not self.open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in _VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def of(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.tags if name == tag]


@pytest.fixture
def policies(tmp_path: Path) -> Path:
    return Path(shutil.copytree("policies", tmp_path / "policies"))


def page(tmp_path: Path, *arguments: object) -> str:
    target = tmp_path / "perbandingan.html"
    ended = perwal("compare", "-o", target, *arguments)
    assert (ended.returncode, ended.stderr) == (0, "")
    assert str(target) in ended.stdout
    return target.read_text(encoding="utf-8")


def test_every_city_stands_beside_the_others_in_a_hundred_columns() -> None:
    ended = perwal("compare")
    assert (ended.returncode, ended.stderr) == (0, "")
    assert max(len(line) for line in ended.stdout.splitlines()) <= 100
    for text in ("Kota Tegal", "Kota Pekalongan", "diketahui sampai 2023-10-19", "Sumber dana", "dari 20 tersurat"):
        assert text in ended.stdout
    for text in ("tersurat: ", "tafsir: ", "asumsi: ", "diam: "):
        assert text in ended.stdout


def test_two_cities_on_a_wide_screen_are_a_table() -> None:
    wide = perwal("compare", "tegal", "pekalongan", COLUMNS="140").stdout
    narrow = perwal("compare", "tegal", "pekalongan", COLUMNS="80").stdout
    assert "┃ Kota Tegal" in wide
    assert "┃" not in narrow


def test_it_speaks_english() -> None:
    ended = perwal("compare", "--lang", "en")
    for text in ("Cities compared by theme", "Whose money, in order", "of 20 stated", "silent", "assumed"):
        assert text in ended.stdout


def test_cities_are_compared_in_the_order_named_drafts_by_their_id() -> None:
    form = json.loads(perwal("compare", "tegal", "pekalongan/2023-usulan", "--json").stdout)
    assert [column["column"] for column in form["columns"]] == ["tegal/2023", "pekalongan/2023-usulan"]
    assert form["columns"][1]["legal_effect"] == "proposed"
    assert "decisions" not in form


def test_a_day_chooses_the_version_and_a_day_past_the_last_known_says_so() -> None:
    form = json.loads(perwal("compare", "tegal", "--on", "2022-12-01", "--json").stdout)
    assert (form["on"], form["columns"][0]["policy"]) == ("2022-12-01", "tegal/2022-apbd-perubahan")
    assert "(past the last day known)" in perwal("compare", "--on", "2026-01-01", "--lang", "en").stdout


def test_a_city_without_a_version_that_day_keeps_its_column() -> None:
    ended = perwal("compare", "tegal", "sukabumi", "--on", "2023-02-01", "--json")
    form = json.loads(ended.stdout)
    assert ended.returncode == 0
    assert [column["policy"] for column in form["columns"]] == ["tegal/2023", None]
    assert form["columns"][1]["versions"] == ["sukabumi/2024-se"]
    told = perwal("compare", "tegal", "sukabumi", "--on", "2023-02-01").stdout
    assert "Tidak ada yang berlaku pada 2023-02-01. Yang ada: sukabumi/2024-se." in told


def test_where_no_city_has_a_version_that_day_there_is_nothing_to_answer_with(tmp_path: Path) -> None:
    target = tmp_path / "kosong.html"
    ended = perwal("compare", "tegal", "--on", "2010-01-01", "-o", target)
    assert (ended.returncode, ended.stderr) == (1, "")
    assert "tegal/2023" in target.read_text(encoding="utf-8")
    assert perwal("compare", "tegal", "--on", "2010-01-01").returncode == 1


def test_the_same_person_is_decided_as_decide_does() -> None:
    day = ("--on", "2023-06-01", "--json")
    compared = json.loads(perwal("compare", *day, "--facts", "-", stdin=json.dumps(BATIK)).stdout)
    decided = json.loads(perwal("decide", "--all", *day, stdin=json.dumps(BATIK)).stdout)
    assert [decision for decision in compared["decisions"] if decision] == decided
    assert len(compared["decisions"]) == len(compared["columns"])


def test_the_same_person_stands_under_the_themes() -> None:
    ended = perwal("compare", "pekalongan/2023-usulan", "--facts", FACTS, "--lang", "en")
    assert ended.returncode == 0
    assert "The same person in each city" in ended.stdout
    assert "undetermined" in ended.stdout
    assert "Still needed: breadwinner of the family" in ended.stdout


def test_faulty_facts_are_named_once_and_nothing_is_written(tmp_path: Path) -> None:
    target = tmp_path / "perbandingan.html"
    ended = perwal("compare", "--facts", "-", "-o", target, stdin='{"umur": 3}')
    assert ended.returncode == 1
    assert ended.stdout.count("fact-unknown-name") == 1
    assert not target.exists()


@pytest.mark.parametrize(
    "arguments",
    [
        ("solo",),
        ("tegal/1999",),
        ("--on", "01-06-2023"),
        ("--on", "2023-02-30"),
        ("--facts", "tidak-ada.json"),
        ("-o", "perbandingan.pdf"),
        ("-o", "tidak/ada/perbandingan.html"),
        ("--lang", "fr"),
        ("--policies", "tidak-ada"),
    ],
)
def test_misuse_is_exit_2_with_a_message_and_no_trace(arguments: tuple[str, ...]) -> None:
    ended = perwal("compare", *arguments)
    assert ended.returncode == 2
    assert ended.stderr.strip()
    assert "Traceback" not in ended.stderr


def test_the_page_is_one_accessible_file_that_fetches_nothing(tmp_path: Path) -> None:
    text = page(tmp_path, "--facts", FACTS, "--lang", "en")
    found = Page(text)
    assert found.of("html") == [{"lang": "en"}]
    assert not found.of("script") and not found.of("link") and not found.of("img")
    assert all((attributes["href"] or "").startswith("#sumber-") for attributes in found.of("a"))
    assert not re.search(r"url\(|@import|https?://", text)
    assert found.of("th") and all(heading.get("scope") in ("col", "row") for heading in found.of("th"))
    ids = {attributes["id"] for _, attributes in found.tags if "id" in attributes}
    assert {(attributes["href"] or "").removeprefix("#") for attributes in found.of("a")} <= ids
    assert {a["aria-labelledby"] for _, a in found.tags if "aria-labelledby" in a} <= ids
    for word in ("stated", "interpreted", "assumed", "silent", "The same person in each city"):
        assert word in text


def test_the_page_says_what_the_json_says(tmp_path: Path) -> None:
    text = page(tmp_path)
    form = json.loads(perwal("compare", "--json").stdout)
    themes = [theme for theme in form["themes"] if theme["theme"] != "other"]
    assert len(themes) == 20
    for theme in themes:
        assert theme["label"] in text
        for cell in theme["provisions"]:
            assert all(escaped(statement["text"]) in text for statement in cell["statements"])
    for column in form["columns"]:
        assert f"{column['standings']['stated']} dari {len(form['themes'])} tersurat" in text


def test_the_page_without_any_text_found_says_that_it_is_a_reconstruction(tmp_path: Path) -> None:
    assert "Naskah resmi belum ditemukan" in page(tmp_path)


def escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&#34;")


def test_no_text_of_a_policy_file_reaches_the_page_unescaped(tmp_path: Path, policies: Path) -> None:
    evil = '<script>alert("x")</script>'
    file = policies / "tegal" / "2023.yaml"
    written = file.read_text(encoding="utf-8")
    for start in ("bunyi: bertempat tinggal", "catatan: Tidak disebut sumber", "en: vulnerable workers"):
        assert start in written
        key, rest = start.split(": ", 1)
        written = written.replace(start, f"{key}: {evil} {rest}")
    file.write_text(written, encoding="utf-8")
    sources = policies / "sumber.yaml"
    changed = sources.read_text(encoding="utf-8").replace("judul: Pemkot Surakarta", f"judul: {evil} Pemkot Surakarta")
    sources.write_text(changed, encoding="utf-8")
    text = page(tmp_path, "tegal", "--policies", policies, "--lang", "en")
    assert not Page(text).of("script")
    assert "<script" not in text
    assert text.count(escaped(evil)) >= 4


def test_brackets_in_a_policy_are_no_markup_at_the_terminal(policies: Path) -> None:
    file = policies / "tegal" / "2023.yaml"
    written = file.read_text(encoding="utf-8").replace("{id: pekerja rentan,", '{id: "[bold]rentan[/nama]",')
    file.write_text(written, encoding="utf-8")
    ended = perwal("compare", "tegal", "--policies", policies)
    assert ended.returncode == 0
    assert "[bold]rentan[/nama]" in ended.stdout


def test_a_value_that_a_template_lacks_is_an_error() -> None:
    values: dict[str, Any] = {"language": "id"}
    with pytest.raises(UndefinedError):
        render("comparison.html", **values)
