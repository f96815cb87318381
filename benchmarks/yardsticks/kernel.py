"""A numba kernel: one pass over columns of codes; what several facts mean together is looked up in small tables."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import cache
from itertools import product
from typing import Any

import numba
import numpy as np
import numpy.typing as npt
import polars as pl

from yardsticks import answer
from yardsticks.answer import FACTS, LISTED, POSTS

Codes = tuple[npt.NDArray[Any], ...]
Table = npt.NDArray[np.uint8]
Word = str | bool | None

ADULT, TOO_OLD, BEYOND, DAY = (
    int(np.datetime64(day).astype(int)) for day in (answer.ADULT, answer.TOO_OLD, answer.BEYOND, answer.DAY)
)
"""In days since 1970."""
NEVER = -(2**31)
UNKNOWN, FAILED, MET = RESULTS = range(3)


def decide(frame: pl.DataFrame) -> npt.NDArray[np.uint32]:
    return run(codes(frame), tables(frame.schema))


def codes(frame: pl.DataFrame) -> Codes:
    """Positions of words, null one past the last; no, yes and null as 0, 1 and 2; days since 1970."""
    columns = frame.lazy().select(_coded(fact, frame.schema[fact]) for fact in FACTS)
    coded = columns.collect(engine="streaming").rechunk()
    return tuple(coded[fact].to_numpy() for fact in FACTS)


def run(columns: Codes, known: Sequence[Table]) -> npt.NDArray[np.uint32]:
    """The answers in the form of `answer`."""
    found = np.empty(len(columns[0]), np.uint32)
    _kernel()(*columns, *known, found)
    return found


def tables(schema: pl.Schema) -> tuple[Table, ...]:
    """What every combination of codes means, in the order of the kernel's arguments."""
    words = {fact: _words(schema[fact]) for fact in FACTS}
    work = ("pekerjaan", "pekerjaan_kedua", "ditetapkan_setara")
    return (
        _table(_one_of("tegal"), words["kota"]),
        _table(_post, *(words[fact] for fact in POSTS)),
        _table(_one_of("non_asn_pemda"), words["status_kepegawaian"]),
        _table(_age, words["penerima_berjalan"], RESULTS),
        _table(_work, *(words[fact] for fact in work)),
        _table(_one_of("orang_perseorangan", "luar_hubungan_kerja"), words["hubungan_kerja"]),
        _table(lambda member: _not(_truth(member)), words["peserta_aktif"]),
        _table(lambda *parts: _every(parts), *[RESULTS] * 4),
        _table(_ending, *[RESULTS] * 4),
    )


@cache
def _kernel() -> Callable[..., None]:
    def kernel(  # type: ignore[no-untyped-def]
        kota, born, first, second, relations, rt, rw, lpmk, statuses, members, ongoing, ruled,
        home_of, post_of, status_of, age_of, work_of, relation_of, member_of, every, ending, found,
    ):  # fmt: skip
        for row in numba.prange(found.size):
            home = home_of[kota[row]]
            post = post_of[rt[row], rw[row], lpmk[row]]
            status = status_of[statuses[row]]
            day = born[row]
            years = (BEYOND < day <= DAY) * (1 + (TOO_OLD < day <= ADULT))
            age = age_of[ongoing[row], years]
            work = work_of[first[row], second[row], ruled[row]]
            relation = relation_of[relations[row]]
            member = member_of[members[row]]
            end = ending[home, post, status, every[age, work, relation, member]]
            low = home | post << 2 | home << 4 | status << 6
            high = home | age << 2 | work << 4 | relation << 6 | member << 8 | end << 10
            found[row] = low | high << 8

    compiled: Callable[..., None] = numba.njit(parallel=True, nogil=True)(kernel)
    return compiled


def _coded(fact: str, kind: pl.DataType) -> pl.Expr:
    if isinstance(kind, pl.Enum):
        return pl.col(fact).to_physical().fill_null(len(kind.categories))
    if kind == pl.Boolean:
        return pl.col(fact).cast(pl.UInt8).fill_null(2)
    return pl.col(fact).to_physical().fill_null(NEVER)


def _words(kind: pl.DataType) -> list[Word]:
    """What the codes of a column stand for."""
    return [*kind.categories, None] if isinstance(kind, pl.Enum) else [False, True, None]


def _table(meaning: Callable[..., int], *codes: Sequence[Word | int]) -> Table:
    found = [meaning(*each) for each in product(*codes)]
    return np.array(found, np.uint8).reshape([len(each) for each in codes])


def _one_of(*words: str) -> Callable[[Word], int]:
    def asked(word: Word) -> int:
        return UNKNOWN if word in (None, answer.UNKNOWN) else MET if word in words else FAILED

    return asked


def _truth(value: Word) -> int:
    return UNKNOWN if value is None else MET if value else FAILED


def _not(result: int) -> int:
    return (UNKNOWN, MET, FAILED)[result]


def _any(results: Iterable[int]) -> int:
    return max(results, key=(FAILED, UNKNOWN, MET).index)


def _every(results: Iterable[int]) -> int:
    return min(results, key=(FAILED, UNKNOWN, MET).index)


def _post(*posts: Word) -> int:
    return _any(map(_one_of("ketua", "sekretaris", "bendahara"), posts))


def _age(ongoing: Word, years: int) -> int:
    return _any((FAILED if ongoing is None else _one_of("ya")(ongoing), years))


def _work(first: Word, second: Word, ruled: Word) -> int:
    second = "tidak_ada" if second is None else second
    listed = _one_of(*LISTED)
    idle = _one_of(*LISTED, "tidak_bekerja", "tidak_ada")
    return _any(part for job in (first, second) for part in (listed(job), _every((_not(idle(job)), _truth(ruled)))))


def _ending(home: int, post: int, status: int, poor: int) -> int:
    """Outcome, group and source; the city pays for everybody whose group is certain."""
    groups = [_every((home, own)) for own in (post, status, poor)]
    whole = _any(groups)
    outcome = answer.OUTCOMES[("undetermined", "ineligible", "eligible")[whole]]
    possible = [group for group in groups if group != FAILED]
    group = groups.index(MET) + 1 if possible and possible[0] == MET else 0
    return outcome | group << answer.GROUP - answer.OUTCOME | (group > 0) << answer.SOURCE - answer.OUTCOME
