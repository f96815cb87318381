"""A table decides each of its rows as the person would be decided alone, on Polars, DuckDB and Spark."""

from __future__ import annotations

import gc
import itertools
import weakref
from datetime import date, timedelta
from functools import partial
from random import Random
from typing import Any

import narwhals as nw
import polars as pl
import pytest

from engine.decision.decide import Desk
from engine.decision.facts import Person, person
from engine.decision.judge import Disagreement
from engine.decision.outline import terms_of
from engine.decision.program import build
from engine.decision.verdict import Decider, Verdict
from engine.language.library import Library
from engine.language.policy import Policy
from engine.language.regions import villages_of
from engine.registry import deciding
from engine.registry.asking import Columns
from engine.registry.columns import ROW, schema_of
from engine.registry.deciding import VERDICT, Ledger, asking_of
from engine.registry.decoding import SAID, Decoding, said
from engine.registry.engines import DuckDB, LazyEngine, Spark
from tests.random_policies import parse, random_policy
from tests.registry.deciding_runs import synthetic

DAY = date(2024, 2, 29)
PEOPLE = 60
VILLAGES = ("33.76.01.1001", "33.76.04.1007", villages_of("33.75")[0][0], villages_of("11.01")[0][0])


def random_person(random: Random, library: Library) -> dict[str, Any]:
    """Facts as somebody writes them: each known, unknown, said to be unknown, or not said at all."""
    written: dict[str, Any] = {}
    for name, fact in library.vocabulary.facts.items():
        if fact.role == "identity" or random.random() < 0.2:
            continue
        if random.random() < 0.1:
            written[name] = "tidak_diketahui"
        elif fact.kind == "yes_no":
            written[name] = random.choice([True, False])
        elif fact.kind == "number":
            written[name] = random.randint(fact.low, fact.high)
        elif fact.kind == "word":
            written[name] = random.choice(list(fact.words))
        elif fact.kind == "region":
            written[name] = random.choice(VILLAGES)
        elif fact.kind == "date":
            written[name] = DAY - timedelta(
                days=random.choice([6570, 6574, 6575, 23741, 23742, random.randint(0, 40000)])
            )
    if "tanggal_lahir" in written:
        written.pop("usia", None)
    if "kelurahan" in written:
        written.pop("kota", None)
    return written


def table(people: list[dict[str, Any]], library: Library) -> pl.DataFrame:
    """The people as a registry that has been read: places settled, ages as written."""
    schema = {name: kind for name, kind in schema_of(library.vocabulary).items() if name in library.vocabulary.facts}
    rows = [{name: _cell(value, schema[name]) for name, value in written.items()} for written in people]
    for row in rows:
        if row.get("kelurahan"):
            row["kota"] = library.vocabulary.city_of_region(row["kelurahan"])
    return pl.DataFrame(rows, schema=schema).with_row_index(ROW).cast({ROW: pl.Int64})


def _cell(value: Any, kind: pl.DataType) -> Any:
    if isinstance(kind, pl.Enum):
        return {True: "ya", False: "tidak"}[value] if isinstance(value, bool) else value
    return None if value == "tidak_diketahui" else value


def alone(desk: Desk, policy: Policy, people: list[dict[str, Any]]) -> list[Verdict]:
    faults: list[Any] = []
    found: list[Person] = [person(written, desk.library.vocabulary, DAY, faults) for written in people]
    assert not faults
    return [desk.decider(policy, DAY).verdict(one.facts) for one in found]


def lazily(ledger: Ledger, frame: pl.DataFrame, engine: LazyEngine) -> list[int]:
    decided = ledger.decide_lazily(engine.given(_plain(frame).to_arrow()), engine.given)
    numbers = decided.select(ROW, VERDICT).collect("pyarrow").to_native()
    return [number for _, number in sorted(zip(*[numbers[name].to_pylist() for name in (ROW, VERDICT)], strict=True))]


def _plain(frame: pl.DataFrame) -> pl.DataFrame:
    """Words as text, as a Parquet file gives them to engines that have no enumerations."""
    return frame.with_columns(pl.col(pl.Enum).cast(pl.String))


@pytest.mark.parametrize("part", range(4))
def test_each_row_is_decided_as_the_person_alone(part: int, library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    random = Random(f"tabel {part}")
    for _ in range(40):
        policy = parse(random_policy(random, facts=6), library)
        people = [random_person(random, library) for _ in range(PEOPLE)]
        desk = Desk(library)
        expected = alone(desk, policy, people)
        for dense in (deciding.DENSE, 0):
            monkeypatch.setattr(deciding, "DENSE", dense)
            ledger = Ledger(desk.decider(policy, DAY), library.vocabulary, DAY)
            frame = table(people, library)
            halves = [ledger.decide(frame[: PEOPLE // 2]), ledger.decide(_plain(frame[PEOPLE // 2 :]))]
            assert [ledger.verdicts[number] for number in pl.concat(halves)] == expected


def test_rows_are_decided_alike_however_many_at_once(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    """Also those after rows that could not be decided."""
    people = synthetic(library, "tegal", 300_000)
    decider = Desk(library).decider(library.policies["tegal/2023"], DAY)
    whole = Ledger(decider, library.vocabulary, DAY)
    expected = whole.decide(people)
    monkeypatch.setattr(deciding, "AT_ONCE", 20_000)
    monkeypatch.setattr(deciding, "FIRST_LOOK", 10)
    ledger, learn, calls = Ledger(decider, library.vocabulary, DAY), Ledger._learn, itertools.count()

    def third_fails(self: Ledger, *asked: Any) -> None:
        if next(calls) == 1:
            raise Disagreement("kriteria, situation 7")
        learn(self, *asked)

    monkeypatch.setattr(Ledger, "_learn", third_fails)
    with pytest.raises(Disagreement):
        ledger.decide(people)
    found = ledger.decide(people)
    assert found.len() == expected.len() and next(calls) == 4
    same = pl.Series([whole.verdicts.index(verdict) for verdict in ledger.verdicts], dtype=pl.Int32)
    assert same.gather(found).equals(expected)
    assert ledger.decide(people.clear()).len() == 0


@pytest.mark.parametrize("name", ["duckdb", "spark"])
def test_every_engine_gives_each_row_the_same_verdict(
    name: str, library: Library, request: pytest.FixtureRequest
) -> None:
    engine: DuckDB | Spark = request.getfixturevalue(name)
    random = Random("mesin")
    for _ in range(8):
        policy = parse(random_policy(random, facts=6), library)
        people = [random_person(random, library) for _ in range(PEOPLE)]
        desk = Desk(library)
        ledger = Ledger(desk.decider(policy, DAY), library.vocabulary, DAY)
        found = lazily(ledger, table(people, library), engine)
        assert [ledger.verdicts[number] for number in found] == alone(desk, policy, people)


@pytest.mark.parametrize("name", ["polars", "duckdb", "spark"])
def test_what_is_written_of_a_row_is_what_the_person_is_told(
    name: str, library: Library, request: pytest.FixtureRequest
) -> None:
    engine: DuckDB | Spark | None = None if name == "polars" else request.getfixturevalue(name)
    random = Random("tertulis")
    people = [random_person(random, library) for _ in range(200)]
    for policy in library.policies.values():
        desk = Desk(library)
        decisions = [desk.decide(policy, person(one, library.vocabulary, DAY, []), DAY) for one in people]
        expected = [
            {
                **said(decision.outline),
                "perlu_diputuskan": "; ".join(item.code for item in decision.unsettled) or None,
                "catatan": "; ".join(notice.code for notice in decision.notices) or None,
            }
            for decision in decisions
        ]
        ledger = Ledger(desk.decider(policy, DAY), library.vocabulary, DAY)
        frame = table(people, library)
        if engine is None:
            numbered = nw.from_native(frame.with_columns(ledger.decide(frame)).lazy())
        else:
            numbered = ledger.decide_lazily(engine.given(_plain(frame).to_arrow()), engine.given)
        decoding = Decoding(terms_of(library, policy, DAY))
        decoding.follow(ledger)
        told = nw.from_native(decoding.table.lazy()) if engine is None else engine.given(decoding.table.to_arrow())
        joined = numbered.join(told, on=VERDICT, how="left")
        rows = pl.DataFrame(
            joined.select(decoding.columns(Columns(joined.collect_schema(), nw))).collect("polars").to_native()
        )
        assert rows.sort(ROW).select(list(SAID)).to_dicts() == expected, policy.id


def test_shipped_policies_decide_a_table_as_persons(library: Library) -> None:
    random = Random("kota")
    people = [random_person(random, library) for _ in range(300)]
    for policy in library.policies.values():
        desk = Desk(library)
        ledger = Ledger(desk.decider(policy, DAY), library.vocabulary, DAY)
        numbers = ledger.decide(table(people, library))
        assert [ledger.verdicts[number] for number in numbers] == alone(desk, policy, people), policy.id


def test_absent_null_and_unseen_columns_are_unknown_and_never_no(library: Library) -> None:
    policy = library.policies["pekalongan/2022-19b"]
    ledger = Ledger(Desk(library).decider(policy, DAY), library.vocabulary, DAY)
    everything = {
        "kota": "pekalongan",
        "tanggal_lahir": date(1985, 3, 2),
        "pekerjaan": "tukang_becak",
        "hubungan_kerja": "luar_hubungan_kerja",
        "peserta_aktif": False,
    }
    met = ledger.decide(pl.DataFrame([everything]))
    assert ledger.verdicts[met[0]].outcome == "eligible"
    for spoilt in (pl.lit(None, pl.String), pl.lit("tukang becakk")):
        numbers = ledger.decide(pl.DataFrame([everything]).with_columns(spoilt.alias("pekerjaan")))
        assert ledger.verdicts[numbers[0]].outcome == "undetermined"
        assert ("pekerjaan", "outcome") in ledger.verdicts[numbers[0]].missing
    absent = ledger.decide(pl.DataFrame([everything]).drop("peserta_aktif"))
    assert ("peserta_aktif", "outcome") in ledger.verdicts[absent[0]].missing
    assert ledger.decide(pl.DataFrame([everything]).clear()).is_empty()
    nobody = ledger.decide(pl.DataFrame({ROW: [1, 2]}))
    assert {ledger.verdicts[number].outcome for number in nobody} == {"undetermined"}


def test_a_column_of_the_wrong_type_is_named(library: Library) -> None:
    from engine.registry.asking import WrongColumns

    policy = library.policies["pekalongan/2022-19b"]
    ledger = Ledger(Desk(library).decider(policy, DAY), library.vocabulary, DAY)
    frame = pl.DataFrame({"usia": [40.0, float("nan")], "kota": ["pekalongan"] * 2, "peserta_aktif": [0, 1]})
    with pytest.raises(WrongColumns) as wrong:
        ledger.decide(frame)
    assert set(wrong.value.names) == {"usia", "peserta_aktif"}


def test_keys_over_the_limit_are_split(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    from engine.registry import asking

    monkeypatch.setattr(asking, "BYTE", 16)
    monkeypatch.setattr(asking, "LIMIT", 40)
    random = Random("sempit")
    policy = library.policies["tegal/2023"]
    people = [random_person(random, library) for _ in range(200)]
    desk = Desk(library)
    ledger = Ledger(desk.decider(policy, DAY), library.vocabulary, DAY)
    frame = table(people, library)
    assert len(asking_of(ledger.decider, library.vocabulary, DAY, frame).keys) > 3
    numbers = ledger.decide(frame)
    assert [ledger.verdicts[number] for number in numbers] == alone(desk, policy, people)


def test_what_a_table_is_asked_is_kept_for_the_next_and_goes_with_the_program(library: Library) -> None:
    people = table([random_person(Random("lagi"), library)], library)
    decider = Decider(build(library.policies["tegal/2023"], library.vocabulary, library.national, DAY))
    Ledger(decider, library.vocabulary, DAY).decide(people)

    asked = partial(asking_of, decider, library.vocabulary)
    assert asked(DAY, people) is asked(DAY, people.clear())
    assert asked(DAY, people) is not asked(DAY + timedelta(days=1), people)
    assert asked(DAY, people) is not asked(DAY, people.drop("kota"))
    gone = weakref.ref(decider)
    decider.close()
    del decider, asked
    gc.collect()
    assert gone() is None
