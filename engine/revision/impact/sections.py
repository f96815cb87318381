"""What the workbook's numbers open: blocks of rows under the number they stand behind, counted, and fairly cut.

A block is found by its condition (`behind`), asked of the different values of the columns that it reads and not of
every row; the rows themselves are gathered in one pass over the file, part by part.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

import polars as pl

from engine.registry.run import parts

TABLE = 40_000
"""Rows in all the sheets with one table, of the kinds of change."""
BLOCKS = 20_000
"""Rows in all the sheets with a block for each number."""
_BLOCK, _PEOPLE, _PLACE = "_blok", "_orang", "_ke"

Shape = Literal["people", "moved", "granted"]
"""Which file the rows are of: how they are shown."""


class Unaccounted(Exception):
    """A number is not that of the rows behind it: a fault of the program."""


@dataclass(slots=True)
class Block:
    """A number, and the rows behind it."""

    heading: str
    where: str
    people: int
    carried: bool
    """Whether the workbook holds rows of it, or only says where they are."""
    amounts: tuple[str, str] | None
    """Rupiah of a row before and after, in SQL, where the number is one of money."""
    most: int = 0
    """Rows that the workbook holds at most."""
    rows: pl.DataFrame = field(default_factory=pl.DataFrame)


class Section:
    """A sheet of rows, of one file, whose blocks' conditions read some of its columns.

    `alone`: one block as a table that can be filtered.
    """

    def __init__(
        self, name: str, title: str, path: Path, shape: Shape, reads: Sequence[str], *, alone: bool = False
    ) -> None:
        self.name, self.title, self.path, self.shape = name, title, path, shape
        self.reads, self.alone = list(reads), alone
        frame = pl.scan_parquet(path).group_by(self.reads).agg(pl.len().alias(_PEOPLE))
        self.met = frame.collect(engine="streaming").sort(self.reads)
        """The different values of the columns that conditions read, and how many rows have them."""
        self.blocks: list[Block] = []

    def add(
        self,
        heading: str,
        where: str,
        people: int | None = None,
        *,
        carried: bool = True,
        amounts: tuple[str, str] | None = None,
    ) -> Block | None:
        """The block of a number; None where there are no rows. Raises Unaccounted where they are not as many."""
        found = int(self.met.filter(pl.sql_expr(where))[_PEOPLE].sum())
        if people is not None and found != people:
            raise Unaccounted(where)
        if not found:
            return None
        self.blocks.append(Block(heading, where, found, carried, amounts))
        return self.blocks[-1]

    def sum(self, where: str, amount: str) -> int:
        """Rupiah of all rows for which the condition holds."""
        found = self.met.filter(pl.sql_expr(where)).select((pl.sql_expr(amount) * pl.col(_PEOPLE)).sum())
        return int(found.item())

    def sign(self, where: str, amounts: tuple[str, str]) -> tuple[object, ...]:
        """Alike where conditions hold for the same rows with the same amounts."""
        chosen = self.met.with_row_index("_n").filter(pl.sql_expr(where))
        told = chosen.select("_n", *(pl.sql_expr(amount).alias(f"_{n}") for n, amount in enumerate(amounts)))
        return tuple(told.rows())


def fair(counts: Sequence[int], most: int) -> int:
    """The largest number of rows that each may have, if all together are to have so many at most."""
    left = most
    for place, count in enumerate(sorted(counts)):
        share = left // (len(counts) - place)
        if count > share:
            return share
        left -= count
    return max(counts, default=0)


def gather(sections: Sequence[Section]) -> None:
    """Gives every block its rows, in the order of the list, as many as the workbook may hold."""
    for alone, most in ((True, TABLE), (False, BLOCKS)):
        carried = [b for section in sections if section.alone is alone for b in section.blocks if b.carried]
        share = fair([block.people for block in carried], most)
        for block in carried:
            block.most = min(share, block.people)
    for path in dict.fromkeys(section.path for section in sections):
        _fill([section for section in sections if section.path == path], path)


def _fill(sections: Sequence[Section], path: Path) -> None:
    asked = [(section, _asked(section)) for section in sections]
    found: list[list[list[pl.DataFrame]]] = [[[] for _ in section.blocks] for section in sections]
    held = [[0] * len(section.blocks) for section in sections]
    for part in parts(path):
        for number, (section, wanted) in enumerate(asked):
            open_ = [n for n, block in enumerate(section.blocks) if held[number][n] < block.most]
            if not open_:
                continue
            here = wanted.filter(pl.col(_BLOCK).is_in(open_))
            joined = part.join(here, on=section.reads, how="inner", nulls_equal=True, maintain_order="left")
            joined = joined.with_columns(pl.int_range(pl.len()).over(_BLOCK).alias(_PLACE))
            rooms = pl.DataFrame(
                {_BLOCK: open_, "_sisa": [section.blocks[n].most - held[number][n] for n in open_]},
                schema={_BLOCK: pl.Int32(), "_sisa": pl.Int64()},
            )
            kept = joined.join(rooms, on=_BLOCK, maintain_order="left").filter(pl.col(_PLACE) < pl.col("_sisa"))
            for (block,), rows in kept.partition_by(_BLOCK, as_dict=True, maintain_order=True).items():
                found[number][block].append(rows.drop(_BLOCK, _PLACE, "_sisa"))
                held[number][block] += rows.height
    for number, section in enumerate(sections):
        for block, frames in zip(section.blocks, found[number], strict=True):
            if block.most:
                block.rows = pl.concat(frames)
                if block.rows.height != block.most:
                    raise Unaccounted(block.where)


def _asked(section: Section) -> pl.DataFrame:
    """The values of each block that the workbook carries."""
    none = section.met.clear().select(section.reads).with_columns(pl.lit(0, pl.Int32).alias(_BLOCK))
    values = [
        section.met.filter(pl.sql_expr(block.where)).select(*section.reads, pl.lit(n, pl.Int32).alias(_BLOCK))
        for n, block in enumerate(section.blocks)
        if block.most
    ]
    return pl.concat([none, *values])
