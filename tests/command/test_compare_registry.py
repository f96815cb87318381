"""`perwal compare --registry` as a user runs it: one city's list under every city's rules."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.command.test_commands import perwal

DAY = "2023-06-01"


@pytest.fixture(scope="module")
def listing(tmp_path_factory: pytest.TempPathFactory) -> Path:
    target = tmp_path_factory.mktemp("daftar") / "tegal.csv"
    assert perwal("synth", "tegal", "-n", "300", "-o", target, "--on", DAY).returncode == 0
    return target


def test_every_city_decides_the_whole_list(listing: Path) -> None:
    ended = perwal("compare", "--on", DAY, "--registry", listing, "--city", "tegal", "--json")
    assert (ended.returncode, ended.stderr) == (0, "")
    form = json.loads(ended.stdout)
    found = form["registry"]
    assert found["city"] == "tegal"
    shown = [column["policy"] for column in form["columns"] if column["policy"]]
    assert [column["policy"] for column in found["columns"]] == shown
    for column in found["columns"]:
        assert sum(each["people"] for each in column["conclusions"]) == column["rows"] == 300
        assert column["residents_moved"] == (column["city"] != "tegal")


def test_the_terminal_says_what_the_json_says_and_who_stands_for_whom(listing: Path) -> None:
    arguments = (
        "compare",
        "tegal",
        "pekalongan",
        "--on",
        DAY,
        "--registry",
        listing,
        "--city",
        "tegal",
        "--lang",
        "en",
    )
    text = perwal(*arguments).stdout
    assert "Residents of Tegal City stand for residents of the city whose rules are used" in text
    form = json.loads(perwal(*arguments, "--json").stdout)["registry"]
    tail = text[text.index("The list of Tegal City") :].splitlines()
    for column in form["columns"]:
        (line,) = [each for each in tail if column["policy"] in each and DAY in each]
        assert line.split()[2:] == [str(each["people"]) for each in column["conclusions"]]
    assert any("Rp" in line for line in tail)


@pytest.mark.parametrize(
    "arguments", [("--city", "tegal"), ("--registry", "x.csv"), ("--city", "solo", "--registry", "x")]
)
def test_a_list_needs_its_city_and_a_city_its_list(arguments: tuple[str, ...]) -> None:
    ended = perwal("compare", *arguments)
    assert (ended.returncode, ended.stdout) == (2, "")
    assert ended.stderr.strip() and "Traceback" not in ended.stderr


def test_a_list_that_cannot_be_read_is_a_fault_with_its_place() -> None:
    ended = perwal("compare", "--city", "tegal", "--registry", "tidak-ada.csv")
    assert ended.returncode == 1
    assert "tidak-ada.csv:1:1: cannot-read" in ended.stdout
