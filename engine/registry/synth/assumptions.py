"""How made-up people are spread over trades, ages, families and registers.

asumsi: not statistics. No share here was counted anywhere, and none says anything about a city; they make rows that
hang together (a driver of a private car works for a person and gets a wage) and reach every branch of a policy.
Words that the vocabulary lacks are left out, words that only the vocabulary has count as `OTHER_TRADE`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

COMPANY, PERSON, STATE = "perusahaan", "orang_perseorangan", "penyelenggara_negara"
OWN, NOBODY = "luar_hubungan_kerja", "tidak_bekerja"
RELATIONS = (COMPANY, PERSON, STATE, OWN, NOBODY)
NONE, YES, NO = "tidak_ada", "ya", "tidak"

YOUNGEST, OLDEST = 15, 80
"""Whole years of age on the day of the registry."""
AGE_BANDS = (15, 25, 35, 45, 55, 65)
"""Where the bands of age begin."""
HEADS = (6, 21, 27, 23, 15, 8)
"""Heads of family, or people alone, by band of age."""
FAMILY_SIZES = {1: 45, 2: 25, 3: 15, 4: 10, 5: 5}
"""Members of one family who are in the registry."""
MALE_HEADS = 0.78
SPOUSE_YOUNGER = (-4, 11)
"""Years by which the second member is younger than the head, from and up to."""
CHILD_YOUNGER = (19, 40)
"""Years by which further members are younger than the head, from and up to."""


@dataclass(frozen=True, slots=True)
class Trade:
    """An occupation: its weight, share of women, leaning to the young (1) or old (-1), relations, and poverty (0-2)."""

    weight: float
    women: float
    young: float
    poverty: int
    relations: Mapping[str, float]


_ALONE = {OWN: 94, PERSON: 4, COMPANY: 1, STATE: 1}
_CASUAL = {OWN: 62, PERSON: 24, COMPANY: 13, STATE: 1}
_HOUSEHOLD = {PERSON: 88, OWN: 7, COMPANY: 5}
_HIRED = {COMPANY: 55, PERSON: 25, OWN: 20}
_PRAYER_HOUSE = {OWN: 72, PERSON: 14, COMPANY: 12, STATE: 2}
_CLEANING = {STATE: 38, OWN: 37, PERSON: 15, COMPANY: 10}

TRADES: dict[str, Trade] = {
    "tukang_becak": Trade(5, 0.01, -0.8, 2, _ALONE),
    "sopir_angkot": Trade(3, 0.01, -0.2, 1, {OWN: 60, PERSON: 32, COMPANY: 8}),
    "sopir_pribadi": Trade(1.5, 0.02, 0, 1, _HOUSEHOLD),
    "kuli_bangunan": Trade(7, 0.02, 0.1, 2, _CASUAL),
    "kuli_panggul": Trade(3, 0.1, -0.1, 2, _CASUAL),
    "buruh_batik": Trade(4, 0.7, 0, 2, _HIRED),
    "buruh_harian_lepas": Trade(9, 0.35, 0.2, 2, _CASUAL),
    "buruh_tani": Trade(5, 0.4, -0.4, 2, _CASUAL),
    "petani": Trade(4, 0.25, -0.6, 1, _ALONE),
    "nelayan": Trade(6, 0.02, 0, 1, {OWN: 78, PERSON: 17, COMPANY: 5}),
    "marbot_musala": Trade(1.2, 0.05, -0.6, 2, _PRAYER_HOUSE),
    "marbot_masjid": Trade(1.2, 0.03, -0.5, 1, _PRAYER_HOUSE),
    "tokoh_agama": Trade(0.6, 0.15, -0.7, 0, _PRAYER_HOUSE),
    "guru_ngaji": Trade(2, 0.6, 0, 1, _PRAYER_HOUSE),
    "lebe": Trade(0.2, 0.02, -0.7, 0, {OWN: 70, STATE: 30}),
    "asisten_rumah_tangga": Trade(4, 0.95, 0, 2, _HOUSEHOLD),
    "tukang_kebun": Trade(1, 0.05, -0.4, 2, {**_HOUSEHOLD, STATE: 18}),
    "tukang_cuci": Trade(2, 0.93, -0.1, 2, {PERSON: 60, OWN: 34, COMPANY: 6}),
    "ojek_pangkalan": Trade(2.5, 0.02, -0.3, 1, _ALONE),
    "ojek_daring": Trade(4, 0.12, 0.7, 1, _ALONE),
    "kusir_delman": Trade(0.4, 0.01, -0.7, 2, _ALONE),
    "pemulung": Trade(2.5, 0.35, -0.2, 2, _ALONE),
    "tukang_sampah": Trade(1.8, 0.08, -0.1, 2, _CLEANING),
    "penggali_kubur": Trade(0.3, 0.01, -0.6, 2, _CLEANING),
    "tukang_pijat": Trade(0.8, 0.6, -0.4, 1, _ALONE),
    "juru_parkir": Trade(2, 0.04, 0.1, 1, {OWN: 72, STATE: 18, COMPANY: 10}),
    "pengatur_lalu_lintas": Trade(0.5, 0.03, 0.2, 2, {OWN: 90, STATE: 10}),
    "tukang_tambal_ban": Trade(0.9, 0.02, -0.3, 1, _ALONE),
    "pedagang_asongan": Trade(2.5, 0.4, 0.2, 2, _ALONE),
    "pedagang_keliling": Trade(4, 0.45, 0, 1, _ALONE),
    "pedagang_kaki_lima": Trade(5, 0.55, 0, 1, _ALONE),
    "karyawan_swasta": Trade(6, 0.45, 0.8, 0, {COMPANY: 95, PERSON: 5}),
    "tidak_bekerja": Trade(4, 0.75, -0.3, 1, {NOBODY: 97, OWN: 3}),
    "lainnya": Trade(5, 0.45, 0.1, 1, {OWN: 50, COMPANY: 22, PERSON: 13, STATE: 15}),
}
OTHER_TRADE = Trade(0.5, 0.4, 0, 1, {OWN: 70, PERSON: 20, COMPANY: 10})

SECOND_TRADE = 0.12
"""People with a second occupation; of the others, half say so and half leave the cell empty."""
NOT_A_SECOND_TRADE = ("karyawan_swasta", "tidak_bekerja")

WAGE = {COMPANY: 0.98, PERSON: 0.92, STATE: 0.98, OWN: 0.07, NOBODY: 0.01}
OWN_BUSINESS = {COMPANY: 0.04, PERSON: 0.05, STATE: 0.05, OWN: 0.88, NOBODY: 0.04}
ACTIVE = {COMPANY: 0.66, PERSON: 0.07, STATE: 0.75, OWN: 0.06, NOBODY: 0.01}
"""Active participants through somebody else than the city, by relation of employment."""
STATUS = {
    STATE: {"non_asn_pemda": 76, "asn": 19, "tni_polri": 5},
    OWN: {"bukan_pegawai": 994, "non_asn_pemda": 4, "asn": 2},
}
"""Relation to government by relation of employment; the others are as those on their own."""
PAID_FOR_NOW = {False: 0.14, True: 0.004}
"""People whom the city pays for now, by whether they are active participants otherwise."""

POSTS = {
    "jabatan_rt": {"ketua": 16, "sekretaris": 11, "bendahara": 11, "anggota": 12, NONE: 950},
    "jabatan_rw": {"ketua": 5, "sekretaris": 4, "bendahara": 4, "anggota": 4, NONE: 983},
    "jabatan_lpmk": {"ketua": 1, "sekretaris": 1, "bendahara": 1, "anggota": 4, NONE: 993},
}
YOUNGEST_IN_POST = 21

HELPERS = ("asisten_rumah_tangga", "sopir_pribadi", "tukang_kebun", "tukang_cuci")
TIES = {
    True: {"pekerja_rumah_tangga": 34, "keluarga": 3, "tetangga": 5, NONE: 58},
    False: {"pekerja_rumah_tangga": 1, "keluarga": 3, "tetangga": 3, NONE: 93},
}
"""Relation to a civil servant who could pay, by whether the trade is one of `HELPERS`."""
DONORS = 2_000
"""Civil servants of the city who could pay."""
DONOR_NAMED = 0.6
"""People with such a relation whose civil servant is named."""

BREADWINNERS = 0.93
"""Heads of family who feed it; where the head does not, the second member does."""
TWO_BREADWINNERS = 0.004

DECILES = (
    (6, 8, 10, 11, 11, 11, 12, 12, 10, 9),
    (13, 15, 15, 13, 12, 10, 8, 6, 5, 3),
    (23, 20, 16, 13, 10, 7, 5, 3, 2, 1),
)
"""Families by welfare decile 1-10, for each poverty of the head's trade."""
ON_DTSEN = (0.99, 0.98, 0.96, 0.93, 0.87, 0.76, 0.6, 0.45, 0.3, 0.2)
"""Families on the register, by decile."""
ON_DTKS = {True: (0.96, 0.93, 0.88, 0.8, 0.45, 0.25, 0.1, 0.06, 0.03, 0.02), False: (0.2,) * 4 + (0.02,) * 6}
"""Families on the older register, by being on the newer one and decile."""
EXTREME_POVERTY = (0.28, 0.05, 0.005, 0.001, 0.001, 0.0, 0.0, 0.0, 0.0, 0.0)
"""Families on the list, by decile."""

RULED, RULED_YES = 0.03, 0.6
"""People about whose occupation an official has ruled, and those of them for whom it was ruled equivalent."""
NIK_OF_HOME = 0.85
"""People whose NIK was issued in the district they live in; the others' in another district of the same city."""
REGISTRATION_DAYS = 120
"""Days before the day of the registry on which people came to register, in office hours."""
CARD_YEARS = 15
"""Years before the day of the registry in which family cards were issued."""
