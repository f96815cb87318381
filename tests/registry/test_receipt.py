"""A receipt holds when its run is repeated, and says what is different when it is not."""

from __future__ import annotations

import copy
import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import polars as pl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from engine.language.diagnostic import Diagnostic
from engine.language.library import Library
from engine.language.messages import fault_text
from engine.registry.columns import ROW
from engine.registry.engines import DuckDB
from engine.registry.report.digests import decisions_digest, file_digest, registry_digest, rows_digest
from engine.registry.report.receipt import Asked, agrees, check, read_receipt, receipt, receipt_text
from engine.registry.report.totals import totals
from engine.registry.run import Decided, decide_registry
from tests.registry.deciding_runs import DAY, decided, synthetic

Receipt = dict[str, Any]
PEOPLE = 600


def made_of(library: Library, made: Decided, source: Path, asked: Asked | None = None) -> Receipt:
    return receipt(made, totals(made), source, asked or Asked(), library.vocabulary)


@pytest.fixture(scope="module")
def run(library: Library, tmp_path_factory: pytest.TempPathFactory) -> tuple[Decided, Receipt]:
    made = decided(library, "tegal/2023", synthetic(library, "tegal", PEOPLE), tmp_path_factory.mktemp("terima"))
    return made, made_of(library, made, made.registry)


def standings(then: Receipt, now: Receipt) -> dict[str, str]:
    order = {"agrees": 0, "noted": 1, "differs": 2}
    found: dict[str, str] = {}
    for line in check(then, now):
        if order[line.standing] >= order[found.get(line.subject, "agrees")]:
            found[line.subject] = line.standing
    return found


def test_a_run_repeated_agrees_line_by_line(library: Library, run: tuple[Decided, Receipt], tmp_path: Path) -> None:
    made, then = run
    again = decide_registry(library, made.policy, DAY, made.registry, tmp_path / "k.parquet")
    now = made_of(library, again, made.registry)
    assert now == then
    lines = check(then, now)
    assert agrees(lines) and {line.standing for line in lines} == {"agrees"}
    assert {line.subject for line in lines} == {
        "policy", "asked", "input", "rows", "decisions", "totals", "made_with",
    }  # fmt: skip


def test_the_same_rows_in_another_order_are_noted(
    library: Library, run: tuple[Decided, Receipt], tmp_path: Path
) -> None:
    made, then = run
    people = pl.read_parquet(made.registry)
    mixed = people.sample(fraction=1, shuffle=True, seed=3).drop(ROW).with_row_index(ROW, 1).cast({ROW: pl.Int64})
    again = decided(library, "tegal/2023", mixed.select(people.columns), tmp_path)
    now = made_of(library, again, again.registry)
    assert then["input"]["digest"] != now["input"]["digest"]
    assert then["input"]["rows_digest"] == now["input"]["rows_digest"]
    assert then["decisions"] == now["decisions"]
    found = standings(then, now)
    assert found.pop("input") == "noted" and set(found.values()) == {"agrees"}
    assert agrees(check(then, now))
    assert any("dalam urutan atau jenis berkas yang lain" in line.text.id for line in check(then, now))


CHANGES: dict[str, Callable[[pl.DataFrame], pl.DataFrame]] = {
    "cell": lambda people: people.with_columns(
        pl.when(pl.col(ROW) == 17).then(pl.lit("lainnya")).otherwise(pl.col("pekerjaan")).alias("pekerjaan")
    ),
    "name": lambda people: people.with_columns(
        pl.when(pl.col(ROW) == 17).then(pl.lit("Warga Lain")).otherwise(pl.col("nama")).alias("nama")
    ),
    "gone": lambda people: people[1:],
    "doubled": lambda people: pl.concat([people, people[:1]]),
    "swapped": lambda people: people.with_columns(pl.col("nik").shift(1).fill_null(pl.col("nik").last())),
}


@pytest.mark.parametrize("name", CHANGES)
def test_any_change_of_the_rows_differs(
    name: str, library: Library, run: tuple[Decided, Receipt], tmp_path: Path
) -> None:
    made, then = run
    people = pl.read_parquet(made.registry)
    changed = CHANGES[name](people).cast(people.schema)
    again = decided(library, "tegal/2023", changed, tmp_path)
    now = made_of(library, again, again.registry)
    found = standings(then, now)
    assert found["input"] == found["rows"] == "differs"
    assert not agrees(check(then, now))
    text = next(line.text for line in check(then, now) if line.subject == "rows")
    assert "daftar telah diubah" in text.id and "the list has been changed" in text.en


def test_a_policy_changed_by_a_word_differs(library: Library, run: tuple[Decided, Receipt], tmp_path: Path) -> None:
    import shutil

    from engine.language.library import load

    root = tmp_path / "kebijakan"
    shutil.copytree(library.root, root)
    file = root / "tegal" / "2023.yaml"
    text = file.read_text("utf-8")
    file.write_text(text.replace("paling_rendah: 18", "paling_rendah: 40"), "utf-8")
    made, then = run
    other = load(root)
    again = decide_registry(other, other.policies["tegal/2023"], DAY, made.registry, tmp_path / "k.parquet")
    now = made_of(other, again, made.registry)
    found = standings(then, now)
    assert found["policy"] == found["decisions"] == found["totals"] == "differs"
    assert found["input"] == found["rows"] == "agrees"
    assert any("sidik programnya lain" in line.text.id for line in check(then, now))


def test_what_was_asked_is_compared(run: tuple[Decided, Receipt]) -> None:
    _, then = run
    for name, value in (("options", {"a": 1}), ("attested", {"jabatan_rt": "tidak_ada"})):
        now = copy.deepcopy(then)
        now[name] = value
        assert standings(then, now)["asked"] == "differs"
    now = {**copy.deepcopy(then), "mapping_digest": "sha256:0"}
    assert standings(then, now)["asked"] == "noted"
    now["input"]["rows_digest"] = "sha256:0"
    assert standings(then, now)["asked"] == "differs"


def test_other_versions_are_noted_as_long_as_the_decisions_agree(run: tuple[Decided, Receipt]) -> None:
    _, then = run
    now = copy.deepcopy(then)
    now["made_with"]["libraries"]["polars"] = "9.9.9"
    now["made_with"]["python"] = "3.99.0"
    lines = check(then, now)
    assert agrees(lines)
    assert [line.standing for line in lines if line.subject == "made_with"] == ["noted", "noted"]
    now["policy_digest"], now["made_with"]["perwal"] = "sha256:0", "9.0"
    assert any("versi perwal juga lain" in line.text.id for line in check(then, now) if line.standing == "differs")


@pytest.mark.parametrize("total", ["eligible", "undetermined", "held"])
def test_a_receipt_with_altered_totals_does_not_hold(total: str, run: tuple[Decided, Receipt]) -> None:
    _, now = run
    then = copy.deepcopy(now)
    then["totals"]["outcomes"][total] += 1
    (line,) = [line for line in check(then, now) if line.standing == "differs"]
    assert line.subject == "totals" and str(now["totals"]["outcomes"][total]) in line.text.en


def test_no_identity_stands_in_a_receipt(library: Library, run: tuple[Decided, Receipt], tmp_path: Path) -> None:
    made, _ = run
    nik = pl.read_parquet(made.registry)["nik"].drop_nulls().to_list()
    source = tmp_path / f"warga-{nik[0]}.csv"
    source.write_text("nik\n", "utf-8")
    text = receipt_text(made_of(library, made, source, Asked(attested={"pekerjaan": nik[1]})))
    assert "warga-….csv" in text
    assert not re.search(r"(?<![0-9a-f])[0-9]{16}(?![0-9a-f])", text)
    assert str(tmp_path) not in text


def test_a_receipt_is_read_as_it_was_written(run: tuple[Decided, Receipt]) -> None:
    _, then = run
    assert read_receipt(receipt_text(then).encode(), "tanda-terima.json") == then


@pytest.mark.parametrize(
    "content", [b"", b"[]", b"{}", b"nik,nama\n", b"\xff\xfe", b"[" * 100_000, b'{"receipt": true}']
)
def test_what_is_no_receipt_is_a_fault(content: bytes) -> None:
    found = read_receipt(content, "x.json")
    assert isinstance(found, Diagnostic) and found.code == "not-a-receipt"
    assert fault_text(found, "id")[1]


def test_every_part_of_a_receipt_is_needed(run: tuple[Decided, Receipt]) -> None:
    _, then = run
    for name in then:
        assert isinstance(
            read_receipt(json.dumps({k: v for k, v in then.items() if k != name}).encode(), "x"), Diagnostic
        )
        assert isinstance(read_receipt(json.dumps({**then, name: [[]]}).encode(), "x"), Diagnostic)
    other = read_receipt(json.dumps({**then, "receipt": 2}).encode(), "x")
    assert isinstance(other, Diagnostic) and other.code == "receipt-of-another-form"


@pytest.mark.parametrize("people", ["12", None, 1.5, True, [1]])
def test_a_total_that_is_no_number_is_no_receipt(people: object, run: tuple[Decided, Receipt]) -> None:
    then = copy.deepcopy(run[1])
    then["totals"]["outcomes"]["eligible"] = people
    found = read_receipt(receipt_text(then).encode(), "x")
    assert isinstance(found, Diagnostic) and found.code == "not-a-receipt"


def test_digests_do_not_depend_on_engine_parts_or_absent_columns(
    library: Library, run: tuple[Decided, Receipt], tmp_path: Path
) -> None:
    made, then = run
    words = library.vocabulary
    people = pl.read_parquet(made.registry)
    folder = tmp_path / "bagian"
    folder.mkdir()
    people[300:].select(sorted(people.columns)).write_parquet(folder / "a.parquet")
    people[:300].write_parquet(folder / "b.parquet")
    assert registry_digest(folder, words) == then["input"]["rows_digest"]
    people.drop("usia").write_parquet(tmp_path / "kurang.parquet")
    assert people["usia"].null_count() == people.height
    assert registry_digest(tmp_path / "kurang.parquet", words) == then["input"]["rows_digest"]
    again = decide_registry(library, made.policy, DAY, made.registry, tmp_path / "d.parquet", engine=DuckDB())
    assert decisions_digest(again.decisions, words) == then["decisions"]["rows_digest"]


TEXT = st.text(st.sampled_from("ab\x1e\x1f01"), max_size=4)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(one=st.lists(st.tuples(TEXT, TEXT), max_size=4), other=st.lists(st.tuples(TEXT, TEXT), max_size=4))
def test_rows_have_one_digest_exactly_when_they_are_the_same_rows(
    one: list[tuple[str, str]], other: list[tuple[str, str]], tmp_path: Path
) -> None:
    def digest(pairs: list[tuple[str, str]], repeated: bool) -> str:
        path = tmp_path / "x.parquet"
        pl.DataFrame(pairs, schema={"x": pl.String, "y": pl.String}, orient="row").write_parquet(path)
        return rows_digest(path, ["x", "y"], ["x", "y"], repeated=repeated)

    for repeated in (False, True):
        assert (digest(one, repeated) == digest(other, repeated)) == (sorted(one) == sorted(other))
    assert digest(one, True) == digest(one[::-1], False)


def test_the_digest_of_a_folder_is_of_its_files_and_their_names(tmp_path: Path) -> None:
    folder = tmp_path / "daftar"
    folder.mkdir()
    (folder / "a").write_bytes(b"1")
    (folder / "b").write_bytes(b"2")
    first = file_digest(folder)
    (folder / "_SUCCESS").write_bytes(b"")
    assert file_digest(folder) == first
    (folder / "b").rename(folder / "c")
    assert file_digest(folder) != first
    (folder / "c").rename(folder / "b")
    assert file_digest(folder) == first
