"""A donor as a list states one, and the months that the promise and the recorded consent cover.

Months are counted from year 0 (`year * 12 + month - 1`), so that promises may reach over the end of a year.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from engine.language.policy import DonorScheme
from engine.registry.allocation.months import MONTHS


@dataclass(frozen=True, slots=True)
class Donor:
    """One row of a list of donors that could be read."""

    number: str
    """The NIP; of those without one (non-PNS) it may be the NIK."""
    name: str | None
    department: str
    status: str
    workers: int | None
    """How many workers are offered to be paid for; None: not stated."""
    first: int | None
    """First and last month promised; None: not stated."""
    last: int | None
    months: int | None
    """How many months are promised."""
    consent: bool | None
    consented: date | None
    """The day of the written consent."""
    withdrawn: date | None
    """From the month of this day on nothing is deducted."""
    chosen: tuple[str, ...]
    """NIK of the workers whom the donor names."""


@dataclass(frozen=True, slots=True)
class Promise:
    """What a donor with recorded consent gives in one year."""

    months: int
    """Mask of the year's months."""
    last: int | None
    """The month after which it ends; None: no end is stated."""


def month_of(day: date) -> int:
    return day.year * MONTHS + day.month - 1


def month_text(month: int) -> str:
    """YYYY-MM."""
    return f"{month // MONTHS}-{month % MONTHS + 1:02d}"


def refusal(donor: Donor, scheme: DonorScheme) -> str | None:
    """Why nothing may be taken from the donor (a code of `messages.donors.IDLE`); None: something may."""
    if donor.status not in scheme.who:
        return "not_invited"
    if not donor.consent:
        return "no_consent"
    if donor.consented is None:
        return "consent_undated"
    if donor.withdrawn is not None and month_of(donor.withdrawn) <= month_of(donor.consented):
        return "withdrawn"
    return None


def promise(donor: Donor, scheme: DonorScheme, year: int) -> Promise:
    """The months of the year that may be deducted. The donor must have consented.

    A promise begins with its first month, at the earliest with the month of consent. One that says neither how long
    nor until when holds for the scheme's months, or without end where it has none. Nothing is deducted from the month
    of a withdrawal on.
    """
    assert donor.consented is not None
    consented = month_of(donor.consented)
    first = max(donor.first or 0, consented)
    number = donor.months or (scheme.months if donor.last is None else None)
    ends = [donor.last, first + number - 1 if number else None]
    ends.append(month_of(donor.withdrawn) - 1 if donor.withdrawn else None)
    last = min((end for end in ends if end is not None), default=None)
    january = year * MONTHS
    given = range(
        max(first - january, 0),
        MONTHS if last is None else min(last - january + 1, MONTHS),
    )
    return Promise(sum(1 << month for month in given), last)


def workers_offered(donor: Donor, scheme: DonorScheme) -> int:
    """As many as are stated; where nothing is, as many as are named, at least the scheme's number."""
    return donor.workers or max(scheme.at_least or 1, len(donor.chosen))
