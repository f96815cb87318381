"""The number of a civil servant (NIP), and what its structure rules out.

18 digits: date of birth, year and month of appointment, sex (1, 2), serial number (BKN 22/2007). Contract staff (PPPK)
have the number of their contract, from 21 on, in place of the month. No structure proves that a number was issued.
"""

from __future__ import annotations

import re
from datetime import date

NIP, NIK = re.compile(r"[0-9]{18}"), re.compile(r"[0-9]{16}")
_BETWEEN = re.compile(r"[\s.\-‐–'’`\u00a0\u200b\ufeff]")
_ROUNDED = re.compile(r"['’]?[0-9]+([.,][0-9]+)?\s*e\s*\+?[0-9]+", re.IGNORECASE)
_FIRST_CONTRACT = 21
_YOUNGEST = 15
"""Years between birth and appointment, at least."""


def digits(text: str) -> str:
    """The text without blanks, dots and dashes between the digits."""
    return _BETWEEN.sub("", text)


def fault_of(text: str, status: str | None) -> str | None:
    """The code of what is wrong with a donor's number; None: nothing that its digits tell.

    Staff who are no civil servants (`non_pns`) have no NIP: their NIK is taken.
    """
    number = digits(text)
    if _ROUNDED.fullmatch(text.strip()):
        return "nip-scientific"
    if status == "non_pns" and NIK.fullmatch(number):
        return None
    if not NIP.fullmatch(number):
        return "nip-not-18-digits"
    year, appointed, month = int(number[:4]), int(number[8:12]), int(number[12:14])
    try:
        date(year, int(number[4:6]), int(number[6:8]))
    except ValueError:
        return "nip-birth"
    if appointed < year + _YOUNGEST or month == 0 or 12 < month < _FIRST_CONTRACT:
        return "nip-appointment"
    if number[14] not in "12":
        return "nip-sex"
    return "nip-serial" if number[15:] == "000" else None
