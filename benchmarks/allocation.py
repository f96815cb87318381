"""A year's money for a million people: four earmarked sources and places by village, against hand-written Polars.

The rules are those of `tegal/2023` with a quota, priorities and the civil servants' months as if they were in effect.
Grants are compared first; then both are timed in turns, with everything decided at hand and from file to file.
"""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from statistics import median
from unittest.mock import patch

import polars as pl
from alone import MILLION, timed
from yardsticks import windows
from yardsticks.windows import Purse

from engine.decision.decide import Desk
from engine.language.library import Library, load, load_file, shipped
from engine.language.policy import Policy
from engine.language.regions import villages_of
from engine.registry.allocation import statement, year
from engine.registry.allocation.budget import Budget, read_budget
from engine.registry.allocation.eligibility import periods
from engine.registry.allocation.invariants import assert_sound
from engine.registry.allocation.priorities import priorities
from engine.registry.synth.files import write
from engine.registry.synth.registry import Request

YEAR, SEED, START = 2023, "undian ukuran", date(2023, 1, 1)
SHARE = 31
"""Places of the quota, in hundredths of the people."""
VILLAGES = [code for code, _ in villages_of("33.76")]
HOUSEHOLD = ("asisten_rumah_tangga", "tukang_cuci", "tukang_kebun", "sopir_pribadi")
STREET = ("tukang_becak", "pemulung", "pedagang_asongan", "pedagang_keliling", "pedagang_kaki_lima")
RULES = """
kuota:
  - {{tahun: {year}, jumlah: {places}, arti: total, per: kelurahan, menurut: {{penduduk: 1}}, metode: sisa_terbesar,
     dasar: asumsi, catatan: dikarang untuk pengukuran}}
prioritas:
  - {{id: miskin_ekstrem, bila: {{miskin_ekstrem: ya}}, dasar: asumsi, catatan: dikarang untuk pengukuran}}
  - {{id: tulang_punggung, bila: {{tulang_punggung: ya}}, dasar: asumsi, catatan: dikarang untuk pengukuran}}
"""


@dataclass(frozen=True, slots=True)
class Entry:
    """`work` is timed; `wanted`: the most that ours may take of its time; None: for comparison."""

    name: str
    work: Callable[[], object]
    wanted: float | None = None


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=MILLION)
    parser.add_argument("--rounds", type=int, default=7)
    given = parser.parse_args()
    library = load(shipped())
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        policy, budget = rules(library, work, given.rows), money(library, work, given.rows)
        registry = people(library, work, given.rows)
        compare_and_time(library, policy, budget, registry, work, given.rounds)


def rules(library: Library, folder: Path, rows: int) -> Policy:
    """`tegal/2023` as the benchmark has it."""
    text = (shipped() / "tegal" / "2023.yaml").read_text("utf-8").replace("        status: rancangan\n", "")
    path = folder / "tegal" / "ukuran.yaml"
    path.parent.mkdir()
    path.write_text(text + RULES.format(year=YEAR, places=rows * SHARE // 100), "utf-8")
    policy, faults = load_file(path, library)
    assert policy, faults
    return policy


def purses(rows: int) -> list[Purse]:
    """Money for some of the people, so that every pot runs out."""
    each = 12 * windows.MONTHLY * rows // 100
    return [
        Purse("apbd", "apbd", 14 * each, officers=True, villages=VILLAGES[:14]),
        Purse("tjsl", "tjsl", 12 * each, officers=False, villages=VILLAGES[10:]),
        Purse("asn", "asn", each // 2, officers=False, most=3, occupations=HOUSEHOLD),
        Purse("masyarakat", "masyarakat", 3 * each, officers=False, occupations=STREET),
    ]


def money(library: Library, folder: Path, rows: int) -> Budget:
    lines = ["kota: tegal", f"tahun: {YEAR}", f"benih: {SEED}", "sintetis: ya", "uang:"]
    for purse in purses(rows):
        earmark = f"kelurahan: [{', '.join(purse.villages)}]" if purse.villages else ""
        earmark = earmark or f"pekerjaan: [{', '.join(purse.occupations)}]"
        pot = f"id: {purse.name}, sumber_dana: {purse.source}, diterima: {purse.money}, untuk: {{{earmark}}}"
        lines.append(f"  - {{{pot}}}")
    lines += ["kelurahan:", *(f"  - {{kode: {code}, penduduk: {1000 + 40 * n}}}" for n, code in enumerate(VILLAGES))]
    budget, faults = read_budget("\n".join(lines).encode(), folder / "anggaran.yaml", library.vocabulary)
    assert budget, faults
    return budget


def people(library: Library, folder: Path, rows: int) -> Path:
    """A synthetic registry of which everything is known, and every occupation ruled to be of the list's kind."""
    path = folder / "daftar.parquet"
    write(Request("tegal", rows, START, gaps=0), library.vocabulary, path, "parquet")
    ruled = pl.read_parquet(path).with_columns(ditetapkan_setara=pl.lit(True))
    ruled.write_parquet(path)
    return path


def compare_and_time(
    library: Library, policy: Policy, budget: Budget, registry: Path, folder: Path, rounds: int
) -> None:
    desk = Desk(library)
    columns = [*windows.FACTS, "kota", "no_kk", "pekerjaan_kedua", "ditetapkan_setara"]
    frame = pl.read_parquet(registry, columns=columns).rechunk()

    def ours(table: pl.DataFrame = frame) -> year.Year:
        return year.allocate_year(desk, table, budget, lambda _: policy, START)

    first = ours()
    assert_sound(first)
    queue = first.queue
    assert queue.places is not None and (queue.places >= queue.taken).all()
    free = dict(zip(VILLAGES, (queue.places - queue.taken).tolist(), strict=True))
    pots = purses(frame.height)
    at_hand = windows.in_line(windows.decided(frame.lazy().select(windows.FACTS), YEAR), SEED).collect()
    given = windows.grants(windows.paid(at_hand.lazy(), free, pots).collect(), pots, YEAR)
    expected = statement.grants(first)
    assert expected.equals(given), "grants differ"
    used = statement.pots(first).select("uang", "orang", "sisa").rows()
    print(
        f"{frame.height:,} synthetic people, {(first.eligible != 0).sum():,} eligible, {len(expected):,} months granted"
    )
    print(f"grants are the same; pots (people, rupiah left): {used}\n")
    spans, ranks = list(periods(desk, first.people, lambda _: policy, START)), priorities(desk, frame, policy, START)
    decided = windows.decided(frame.lazy().select(windows.FACTS), YEAR).collect()

    def ours_decided() -> object:
        with patch.object(year, "periods", lambda *_: iter(spans)), patch.object(year, "priorities", lambda *_: ranks):
            return ours()

    def ours_whole() -> object:
        found = ours(pl.read_parquet(registry, columns=columns))
        assert_sound(found)
        return statement.grants(found).write_parquet(folder / "hibah.parquet")

    in_turns(
        "decisions at hand: order, places, money, who is paid and why not",
        [
            Entry("ours", ours_decided),
            Entry(
                "Polars windows",
                lambda: windows.paid(windows.in_line(decided.lazy(), SEED), free, pots).collect(),
                2,
            ),
        ],
        rounds,
    )
    in_turns(
        "from the registry's file to the file of grants",
        [
            Entry("ours", ours_whole),
            Entry("Polars", lambda: windows.whole(registry, folder / "lain.parquet", YEAR, SEED, free, pots), 2),
        ],
        rounds,
    )


def in_turns(what: str, entries: list[Entry], rounds: int) -> None:
    seen: dict[str, list[float]] = {entry.name: [] for entry in entries}
    for turn in range(rounds + 1):
        for entry in entries[turn % len(entries) :] + entries[: turn % len(entries)]:
            each = timed(entry.work)
            if turn:  # the first turn warms
                seen[entry.name].append(each)
    print(what)
    for entry in entries:
        told = f"  {entry.name:20}{median(seen[entry.name]):8.2f} s"
        if entry.wanted:
            pairs = sorted(a / b for a, b in zip(seen[entries[0].name], seen[entry.name], strict=True))
            told += (
                f"   ours / it {median(pairs):.2f} ({pairs[0]:.2f} to {pairs[-1]:.2f}), wanted at most {entry.wanted:g}"
            )
        print(told)
    print()


if __name__ == "__main__":
    main()
