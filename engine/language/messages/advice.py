"""Words of the advice beside an allocation."""

from __future__ import annotations

from engine.language.vocabulary import Label

ADVICE: dict[str, Label] = {
    "never_the_order": Label(
        "Saran, bukan urutan: siapa yang dibayar ditentukan peraturan dan urutannya, tidak pernah oleh angka ini.",
        "Advice, not the order: the regulation and its order decide who is paid, never these numbers.",
    ),
    "bound": Label(
        "Batas atas: dihitung per kelompok orang yang keadaannya sama, tanpa mengurangi bulan siapa pun yang dibayar.",
        "An upper bound: counted by classes of people who are alike, without taking a month from anybody who is paid.",
    ),
    "more": Label(
        "Dengan uang, peruntukan, dan kuota yang sama paling banyak {months} bulan-orang lagi dapat dibayar, setara"
        " {people} orang dengan semua bulannya.",
        "With the same money, earmarks and quotas at most {months} more person-months could be paid, as much as"
        " {people} people with all their months.",
    ),
    "no_more": Label(
        "Dengan uang, peruntukan, dan kuota yang sama tidak ada bulan-orang lagi yang dapat dibayar.",
        "With the same money, earmarks and quotas no more person-months could be paid.",
    ),
}

BARRIERS: dict[str, Label] = {
    "earmark": Label(
        "Bila uang `{name}` tidak diperuntukkan khusus: paling banyak {months} bulan-orang lagi ({people} orang).",
        "If the money `{name}` had no earmark: at most {months} more person-months ({people} people).",
    ),
    "months": Label(
        "Bila uang `{name}` boleh membayar semua bulan: paling banyak {months} bulan-orang lagi ({people} orang).",
        "If the money `{name}` could pay all months: at most {months} more person-months ({people} people).",
    ),
    "quota": Label(
        "Bila tidak ada kuota: paling banyak {months} bulan-orang lagi ({people} orang).",
        "If there were no quota: at most {months} more person-months ({people} people).",
    ),
    "village": Label(
        "Bila kuota {name} cukup bagi semua yang menunggu: paling banyak {months} bulan-orang lagi ({people} orang).",
        "If the quota of {name} were enough for all who wait there: at most {months} more person-months ({people}"
        " people).",
    ),
}
"""What stands in the way, by kind."""
