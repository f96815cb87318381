"""Why faults of budgets, and of files of months already granted, matter."""

from __future__ import annotations

from engine.language.vocabulary import Label

MONEY_REASONS: dict[str, Label] = {
    "budget-of-another-city": Label(
        "Uang suatu kota hanya untuk warganya; dengan anggaran yang tertukar, yang dibagikan adalah uang kota lain.",
        "A city's money is for its own people; with the wrong budget, another city's money would be given out.",
    ),
    "budget-of-another-year": Label(
        "Uang diterima dan habis menurut tahun anggaran; dengan anggaran tahun lain, yang dibagikan adalah uang yang"
        " belum ada atau sudah terpakai.",
        "Money comes in and is used up by budget year; with another year's budget, money not there yet or used already"
        " would be given out.",
    ),
    "budget-pot-twice": Label(
        "Bulan yang dibayar dicatat pada id uangnya; dengan satu id, sisa uang kedua pemberi tidak dapat dibedakan.",
        "Months paid are recorded under the money's id; under a single one, nobody can tell what is left of either"
        " giver's.",
    ),
    "budget-months": Label(
        "Uang hanya membayar dalam bulan yang disebut; bila bulannya terbalik atau tidak ada, tidak jelas siapa"
        " tertanggung pada bulan mana.",
        "Money pays only in the months named; where they are reversed or do not exist, it is not clear who is covered"
        " in which month.",
    ),
    "budget-village": Label(
        "Uang untuk kelurahan yang tidak ada tidak pernah membayar siapa pun, dan angka kuotanya hilang dari"
        " perhitungan.",
        "Money for a village that does not exist never pays for anybody, and its figure is lost to the sharing of a"
        " quota.",
    ),
    "budget-village-twice": Label(
        "Dari dua angka bagi satu kelurahan tidak diketahui mana yang benar, padahal dari angka itu dihitung kuotanya.",
        "Of two figures for a village nobody knows which is right, and its share of a quota is worked out from them.",
    ),
    "budget-weight-missing": Label(
        "Kelurahan tanpa angka tidak mendapat tempat menurut ukuran itu; tempatnya jatuh ke kelurahan lain tanpa"
        " seorang pun memutuskannya.",
        "A village without the figure gets no places by that measure; they fall to the others without anybody having"
        " decided so.",
    ),
    "budget-group-unknown": Label(
        "Uang bagi kelompok yang tidak ada tidak akan membayar siapa pun, meskipun uangnya sudah diterima.",
        "Money for a group that does not exist would pay for nobody, although it has been received.",
    ),
    "budget-source-not-in-law": Label(
        "Orang yang diharapkan tertanggung dari uang ini tetap tidak tertanggung, sementara uangnya tersisa sampai"
        " akhir tahun.",
        "People who were to be covered from this money stay uncovered, while it is left over at the end of the year.",
    ),
    "budget-received-unsaid": Label(
        "Bila janji dihitung sebagai uang, orang didaftarkan, tetapi iurannya kemudian tidak terbayar.",
        "If promises counted as money, people would be enrolled and their contributions then go unpaid.",
    ),
    "budget-source-draft": Label(
        "Membayar menurut aturan yang masih rancangan berarti mengeluarkan uang tanpa dasar hukum.",
        "To pay by a rule that is only proposed is to spend money without a legal basis.",
    ),
    "granted-unknown-pot": Label(
        "Bulan-bulan itu sudah memakan uang; bila tidak jelas uang yang mana, sisanya terhitung terlalu besar.",
        "Those months have used up money; if it is not clear whose, what is left is counted too high.",
    ),
    "granted-over-received": Label(
        "Salah satu catatan itu keliru; membagikan uang lagi menurut catatan itu menambah kekurangannya.",
        "One of the two records is wrong; to give out more money by them would deepen the shortfall.",
    ),
    "allocation-without-nik": Label(
        "Bulan yang dibayar dicatat pada NIK; tanpa NIK tidak diketahui siapa sudah dibayar dan siapa mendapat"
        " giliran.",
        "Months paid are recorded by NIK; without it nobody knows who has been paid for and whose turn it is.",
    ),
    "granted-file": Label(
        "Dari berkas ini diketahui siapa sudah dibayar untuk bulan mana; tanpa itu, bulan yang sama dapat dibayar dua"
        " kali.",
        "This file tells who has been paid for which month; without it the same month could be paid twice.",
    ),
}
