"""Which rows stand behind a number of an impact: a condition in SQL over one of its Parquet files.

The conditions hold in Polars (`pl.sql_expr`) and DuckDB alike, and are what JSON, workbook and `perwal rows` share.
"""

from __future__ import annotations

from collections.abc import Iterable

from engine.decision.program import ONGOING
from engine.decision.verdict import Outcome
from engine.registry.decoding import SEPARATOR
from engine.revision.impact.impact import Because
from engine.revision.impact.kinds import Kind
from engine.revision.impact.people import KIND, NEW, OLD

MONTHS = range(1, 13)
MOVE, SOURCE = "pergeseran", "sumber_dana"
REASON = {"gain": f"menolak_{OLD}", "loss": f"menolak_{NEW}", "newly_undetermined": f"belum_diketahui_{NEW}"}
"""The column that has the criteria for which people of a kind are refused or left open."""


def every(conditions: Iterable[str]) -> str:
    """All of the conditions."""
    return " AND ".join(conditions)


def equal(column: str, value: str) -> str:
    quoted = value.replace("'", "''")
    return f"{column} = '{quoted}'"


def of_kind(kind: Kind) -> str:
    return equal(KIND, kind)


def among_none(column: str, values: Iterable[str]) -> str:
    """Whose value is none of these, of which there is at least one."""
    quoted = ", ".join("'" + value.replace("'", "''") + "'" for value in values)
    return f"{column} NOT IN ({quoted})"


def for_reason(because: Because, *, alone: bool) -> str:
    """Who is refused or left open by the criterion; `alone`: by nothing else."""
    column, criterion = REASON[because.kind], f"{because.group}.{because.criterion}"
    if alone:
        return every([of_kind(because.kind), equal(column, criterion)])
    inside = f"strpos('{SEPARATOR}' || {column} || '{SEPARATOR}', '{SEPARATOR}{criterion}{SEPARATOR}') > 0"
    return every([of_kind(because.kind), inside])


def of_outcome(side: str, outcome: Outcome) -> str:
    return equal(f"hasil_{side}", outcome)


def ongoing_out() -> str:
    """Who is paid for now and falls out."""
    return f"{ONGOING} AND {equal(f'hasil_{NEW}', 'ineligible')} AND hasil_{OLD} <> 'ineligible'"


def paid(side: str, source: str, month: int) -> str:
    """Whom the source pays in the month, before quota and budget."""
    span = f"dari_{side} <= {month} AND sampai_{side} >= {month}"
    return f"{equal(f'dana_{side}', source)} AND {span} AND iuran_{side} IS NOT NULL"


def amount(side: str, source: str, month: int) -> str:
    """Rupiah that the source pays for a person in the month, before quota and budget."""
    return f"CASE WHEN {paid(side, source, month)} THEN iuran_{side} ELSE 0 END"


def paid_otherwise(source: str, month: int) -> str:
    """Whom the source pays otherwise in the month than before."""
    return f"{amount(OLD, source, month)} <> {amount(NEW, source, month)}"


def amount_in_all(side: str) -> str:
    """Rupiah that any source pays for a person in the year, before quota and budget."""
    return f"CASE WHEN iuran_{side} IS NOT NULL THEN iuran_{side} * (sampai_{side} - dari_{side} + 1) ELSE 0 END"


def some(amount: str) -> str:
    """For whom there is money."""
    return f"({amount}) <> 0"


def differing(amounts: tuple[str, str]) -> str:
    """For whom there is other money than before."""
    return f"({amounts[0]}) <> ({amounts[1]})"


def moved(move: str) -> str:
    """Of the file of displacement: who is moved by quota or money (`Displacement` names the moves)."""
    return equal(MOVE, move)


def granted(side: str, month: int) -> str:
    """Of the file of money: the column with the rupiah that a source pays for a person in the month, with budget."""
    return f"{side}_{month:02d}"


def granted_in_all(side: str) -> str:
    """Rupiah that a source pays for a person in the year, with budget."""
    return f"({' + '.join(granted(side, month) for month in MONTHS)})"


def granted_to(side: str, source: str, month: int) -> str:
    return f"{equal(SOURCE, source)} AND {granted(side, month)} <> 0"


def granted_otherwise(source: str, month: int) -> str:
    return f"{equal(SOURCE, source)} AND {granted(OLD, month)} <> {granted(NEW, month)}"
