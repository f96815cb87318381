"""What somebody wrote about a person, and what the engine makes of it."""

from __future__ import annotations

from datetime import date

import pytest

from engine.decision.facts import age_on, person, read_facts
from engine.language.diagnostic import Diagnostic
from engine.language.library import Library
from engine.language.messages import fault_text

DAY = date(2023, 6, 1)


def read(library: Library, **written: object) -> tuple[dict[str, object], list[str]]:
    faults: list[Diagnostic] = []
    known = person(written, library.vocabulary, DAY, faults)
    for fault in faults:
        for language in ("id", "en"):
            assert "{" not in "".join(part or "" for part in fault_text(fault, language))
    return dict(known.facts), [fault.code for fault in faults]


@pytest.mark.parametrize(
    ("born", "day", "age"),
    [
        (date(2004, 2, 29), date(2022, 2, 28), 17),
        (date(2004, 2, 29), date(2022, 3, 1), 18),
        (date(2004, 2, 29), date(2024, 2, 29), 20),
        (date(1958, 6, 1), date(2023, 5, 31), 64),
        (date(1958, 6, 1), date(2023, 6, 1), 65),
    ],
)
def test_age_turns_on_the_birthday_and_on_1_march_for_leap_days(born: date, day: date, age: int) -> None:
    assert age_on(born, day) == age


def test_age_follows_from_the_date_of_birth(library: Library) -> None:
    facts, faults = read(library, tanggal_lahir="1980-06-02")
    assert facts["usia"] == 42
    assert not faults


def test_an_age_that_disagrees_with_the_date_of_birth_becomes_unknown(library: Library) -> None:
    facts, faults = read(library, tanggal_lahir="1980-06-02", usia=43)
    assert "usia" not in facts
    assert faults == ["fact-age-disagrees"]


def test_the_village_gives_the_city(library: Library) -> None:
    facts, faults = read(library, kelurahan="33.76.04.1007")
    assert facts["kota"] == "tegal"
    assert not faults
    assert read(library, kelurahan="33.28.01.2001")[0]["kota"] == "kab_tegal"


def test_a_village_of_another_city_makes_both_unknown(library: Library) -> None:
    facts, faults = read(library, kota="tegal", kelurahan="33.28.01.2001")
    assert not facts.keys() & {"kota", "kelurahan"}
    assert faults == ["fact-place-disagrees"]


@pytest.mark.parametrize(
    ("name", "value", "code"),
    [
        ("pekerjaan", "tukang_becek", "fact-unknown-code"),
        ("pekerjaan", 7, "fact-wrong-kind"),
        ("kelurahan", "33.76.99.9999", "fact-unknown-code"),
        ("kelurahan", "3376041007", "fact-wrong-kind"),
        ("usia", True, "fact-wrong-kind"),
        ("usia", 4.5, "fact-wrong-kind"),
        ("usia", "1_000", "fact-wrong-kind"),
        ("usia", "٤٢", "fact-wrong-kind"),
        ("usia", 412, "fact-out-of-range"),
        ("usia", -1, "fact-out-of-range"),
        ("usia", float("nan"), "fact-wrong-kind"),
        ("desil", 99, "fact-out-of-range"),
        ("peserta_aktif", 1, "fact-wrong-kind"),
        ("peserta_aktif", "iya", "fact-wrong-kind"),
        ("tanggal_lahir", "29/02/1980", "fact-wrong-kind"),
        ("tanggal_lahir", "1981-02-29", "fact-wrong-kind"),
        ("tanggal_lahir", "2024-01-01", "fact-born-after"),
        ("tanggal_lahir", 19800101, "fact-wrong-kind"),
        ("pekerjaan", ["pemulung"], "fact-wrong-kind"),
        ("umur", 40, "fact-unknown-name"),
    ],
)
def test_what_does_not_fit_is_unknown_and_named_without_its_value(
    library: Library, name: str, value: object, code: str
) -> None:
    faults: list[Diagnostic] = []
    known = person({name: value}, library.vocabulary, DAY, faults)
    assert name not in known.facts
    assert [fault.code for fault in faults] == [code]
    text, hint = fault_text(faults[0], "en")
    assert str(value) not in text + (hint or "")


@pytest.mark.parametrize("nothing", [None, "", "  ", "null"])
def test_an_unstated_second_occupation_is_none_and_an_unstated_recipient_is_new(
    library: Library, nothing: str | None
) -> None:
    facts, faults = read(library, pekerjaan="pemulung", pekerjaan_kedua=nothing, penerima_berjalan=nothing)
    assert (facts["pekerjaan_kedua"], facts["penerima_berjalan"]) == ("tidak_ada", False)
    assert not faults


def test_a_fact_said_to_be_unknown_is_not_presumed(library: Library) -> None:
    facts, faults = read(library, pekerjaan_kedua="tidak_diketahui")
    assert "pekerjaan_kedua" not in facts
    assert not faults


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b'{"usia": 40,}', "not-json"),
        (b"[1, 2]", "facts-not-object"),
        (b'{"usia": {"a": 1}}', "expected-text"),
        (b'{"usia": 1, "usia": 2}', "duplicate-key"),
        (b"", "empty-file"),
        (b"\xff\xfe", "not-utf8"),
        (b"usia: &a 4", "anchor"),
        (b"[" * 100_000, "not-json"),
    ],
)
def test_unreadable_facts_are_one_clear_fault(content: bytes, code: str) -> None:
    faults: list[Diagnostic] = []
    read_facts(content, "orang.json", faults)
    assert [fault.code for fault in faults] == [code]


def test_json_and_yaml_facts_read_alike() -> None:
    faults: list[Diagnostic] = []
    one, places = read_facts(b'{\n\t"usia": 40,\n\t"peserta_aktif": false\n}', "a.json", faults)
    other, _ = read_facts(b"usia: 40\npeserta_aktif: false\n", "a.yaml", faults)
    assert one == other == {"usia": "40", "peserta_aktif": "false"}
    assert not faults
    assert (places["peserta_aktif"].line, places["usia"].line) == (3, 2)
