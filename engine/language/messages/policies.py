"""Faults of a policy as a whole."""

from __future__ import annotations

from engine.language.messages.sentence import Sentence
from engine.language.messages.sentence import sentence as _s

POLICY_FAULTS: dict[str, Sentence] = {
    # the policy as a whole
    "no-group": _s(
        "kebijakan ini tidak mencakup kelompok mana pun",
        "the policy covers no group",
        "tulis sedikitnya satu kelompok dengan kriteria dan pendanaannya",
        "write at least one group with its criteria and funding",
    ),
    "no-criterion": _s(
        "kelompok `{name}` tidak mempunyai kriteria",
        "the group `{name}` has no criterion",
        "tulis sedikitnya satu kriteria; bila semua orang tercakup, `syarat: selalu`",
        "write at least one criterion; if everybody is covered, `syarat: selalu`",
    ),
    "nobody-pays": _s(
        "tidak ada yang membayar bagi kelompok `{name}`",
        "nobody pays for the group `{name}`",
        "tulis `pendanaan`, atau biarkan kosong bila peraturan memang tidak mengaturnya",
        "write `pendanaan`, or leave it empty if the regulation does not say",
    ),
    "source-twice": _s(
        "sumber dana `{name}` sudah selalu membayar menurut butir di atas",
        "the source `{name}` already pays always, by an item above",
        "butir ini tidak pernah menentukan; hapus, atau beri syarat pada yang di atas",
        "this item never decides; remove it, or give the one above a condition",
    ),
    "listed-and-excluded": _s(
        "`{name}` ada dalam `isi` dan juga dalam `bukan`",
        "`{name}` stands both in `isi` and in `bukan`",
        "hapus dari salah satunya",
        "remove it from one of them",
    ),
    "closed-list-excludes": _s(
        "daftar tertutup tidak memerlukan `bukan`",
        "a closed list needs no `bukan`",
        "hapus `bukan`; yang tidak ada dalam `isi` sudah tidak termasuk",
        "remove `bukan`; what is not in `isi` is already outside",
    ),
    "list-too-long": _s(
        "`isi` memuat {found} butir, padahal `jumlah` {count}",
        "`isi` holds {found} entries, although `jumlah` is {count}",
        "perbaiki `jumlah`, atau hapus butir yang tidak disebut sumber",
        "correct `jumlah`, or remove entries that the source does not name",
    ),
    "unused-list": _s(
        "daftar `{name}` tidak dipakai syarat mana pun",
        "no condition uses the list `{name}`",
        "pakai dalam syarat sebagai `termasuk: lampiran.{name}`, atau hapus",
        "use it in a condition as `termasuk: lampiran.{name}`, or remove it",
    ),
    "unused-definition": _s(
        "definisi `{name}` tidak dipakai syarat mana pun",
        "no condition uses the definition `{name}`",
        "pakai dalam syarat sebagai `definisi: {name}`, atau hapus",
        "use it in a condition as `definisi: {name}`, or remove it",
    ),
    "months-out-of-range": _s(
        "{value} bulan di luar 1 sampai dengan 60",
        "{value} months is outside 1 to 60",
        "periksa angkanya; bila lamanya tidak disebut sumber, tulis `tidak_diatur`",
        "check the number; if the source does not say how long, write `tidak_diatur`",
    ),
    "residence-elsewhere": _s(
        "syarat tempat tinggal ini tidak memuat `{city}`, kota peraturan ini",
        "this residence criterion does not name `{city}`, whose regulation this is",
        "perbaiki kotanya; biarkan bila peraturan memang mencakup penduduk kota lain saja",
        "correct the city; leave it if the regulation does cover residents of other cities only",
    ),
    "known-before-start": _s(
        "diketahui sampai {known}, padahal baru mulai berlaku pada {since}",
        "known until {known}, although it starts on {since} only",
        "isi `diketahui_sampai` dengan tanggal sumber terakhir, pada atau sesudah hari mulai",
        "fill in the date of the last source as `diketahui_sampai`, on or after the start",
    ),
    "too-many-questions": _s(
        "syarat-syarat kebijakan ini, dengan definisinya ditulis lengkap, lebih dari {limit} butir",
        "the conditions of this policy, with definitions written out, have more than {limit} parts",
        "kurangi definisi yang memakai definisi lain berulang-ulang",
        "use fewer definitions that use other definitions again and again",
    ),
    "two-in-force": _s(
        "{first} dan {second} berlaku bersamaan sejak {day}",
        "{first} and {second} are both in force from {day}",
        "akhiri {first} dengan `sampai`, sehari sebelum {second} mulai",
        "end {first} with `sampai`, the day before {second} starts",
    ),
    "overlapping-values": _s(
        "dua nilai `{name}` berlaku bersamaan sejak {since}",
        "two values of `{name}` are in force together from {since}",
        "akhiri nilai yang lama dengan `sampai`, sehari sebelum {since}",
        "end the older value with `sampai`, the day before {since}",
    ),
    "list-complete": _s(
        "daftar `{name}` disebut belum lengkap, padahal ke-{count} butirnya sudah ada dalam `isi`",
        "the list `{name}` is called known in part, although all {count} entries stand in `isi`",
        "tulis `daftar: tertutup`, atau perbaiki `jumlah`",
        "write `daftar: tertutup`, or correct `jumlah`",
    ),
    "list-too-short": _s(
        "daftar `{name}` tertutup, tetapi `isi` memuat {found} dari {count} butir",
        "the list `{name}` is closed, but `isi` holds {found} of {count} entries",
        "lengkapi `isi`; bila selebihnya belum diketahui, tulis `daftar: belum_lengkap`",
        "complete `isi`; if the others are not known, write `daftar: belum_lengkap`",
    ),
    "same-id-other-facts": _s(
        "kriteria `{name}` dalam kelompok `{group}` menanyakan hal lain",
        "the criterion `{name}` of the group `{group}` asks something else",
        "beri nama lain kepada salah satunya; nama yang sama dibaca sebagai hal yang sama",
        "give one of them another name; the same name reads as the same thing",
    ),
    "circular-binds": _s(
        "{kind} ditulis mengikat",
        "a {kind} is said to bind",
        "tulis `mengikat: tidak`; surat edaran dan praktik dapat mengimbau, tidak dapat mewajibkan",
        "write `mengikat: tidak`; a circular or a practice can appeal but not oblige",
    ),
    "duty-without-force": _s(
        "donatur `{name}` diberi tugas oleh naskah yang tidak mengikat",
        "an instrument that does not bind makes paying a task of the donors `{name}`",
        "tulis `sifat: imbauan`, atau perbaiki `mengikat`",
        "write `sifat: imbauan`, or correct `mengikat`",
    ),
    "starts-before-its-year": _s(
        "berlaku sejak {since}, padahal peraturannya bertahun {year}",
        "in force from {since}, although the regulation is of {year}",
        "periksa `sejak` dan `tahun`; peraturan pada dasarnya tidak berlaku surut",
        "check `sejak` and `tahun`; a regulation does not as a rule work backwards",
    ),
    "gap-between-versions": _s(
        "kota `{city}` tidak mempunyai versi di antara {last} dan {since}",
        "the city `{city}` has no version between {last} and {since}",
        "periksa `sampai` versi yang lama dan `sejak` versi ini; biarkan bila memang tidak ada yang berlaku",
        "check `sampai` of the older version and `sejak` of this one; leave it if nothing was in force",
    ),
    "provider-spelling": _s(
        "penyedia `{name}` juga ditulis `{other}`",
        "the provider `{name}` is also written `{other}`",
        "tulis sama persis; dua ejaan dihitung sebagai dua penyedia",
        "write both alike; two spellings count as two providers",
    ),
    "months-over-budget-year": _s(
        "`{name}` adalah anggaran tahunan, tetapi membayar {months} bulan",
        "`{name}` is a yearly budget, but pays {months} months",
        "tulis `sampai_akhir_tahun_anggaran`, atau paling banyak 12",
        "write `sampai_akhir_tahun_anggaran`, or at most 12",
    ),
    "donor-without-funding": _s(
        "donatur mengisi sumber dana `{name}`, tetapi tidak ada pendanaan dari sumber itu",
        "donors fill the source `{name}`, but no funding comes from it",
        "tambahkan `pendanaan` dengan sumber itu, atau perbaiki `sumber_dana` donatur",
        "add `pendanaan` from that source, or correct the donors' `sumber_dana`",
    ),
    "donor-months-differ": _s(
        "donatur `{name}` membayar {months} bulan, tetapi pendanaannya {other} bulan",
        "the donors `{name}` pay {months} months, but their funding says {other}",
        "samakan keduanya dengan sumbernya",
        "make both what the source says",
    ),
    "quota-twice": _s(
        "kuota seluruhnya untuk {year} ditulis dua kali",
        "the total quota of {year} is written twice",
        "hapus salah satunya, atau tulis `arti: tambahan` pada yang kedua",
        "remove one, or write `arti: tambahan` for the second",
    ),
    "quota-out-of-time": _s(
        "kuota tahun {year} di luar masa berlaku versi ini",
        "the quota of {year} is outside the time of this version",
        "perbaiki `tahun`, atau pindahkan ke versi yang berlaku pada tahun itu",
        "correct `tahun`, or move it to the version in force in that year",
    ),
    "quota-without-weights": _s(
        "kuota dibagi per {per}, tetapi tidak dikatakan menurut apa",
        "the quota is divided per {per}, but not by what",
        "tulis `menurut` dengan ukuran dan bobotnya, misalnya {{penduduk: 1}}",
        "write `menurut` with its measures and weights, such as {{penduduk: 1}}",
    ),
    "age-above-national": _s(
        "kriteria ini menerima usia sampai dengan {age}, padahal secara nasional pendaftar harus di bawah {limit}",
        "this criterion lets in ages up to {age}, although nationally a new participant must be under {limit}",
        "pakai `kurang_dari: nasional.usia_pendaftaran_kurang_dari`, atau tambahkan batas saat pendaftaran",
        "use `kurang_dari: nasional.usia_pendaftaran_kurang_dari`, or add a limit at registration",
    ),
    "tariff-differs": _s(
        "iuran kelompok `{name}` {monthly} rupiah, padahal tarif nasional segmennya {tariff} pada {day}",
        "the contribution of the group `{name}` is {monthly} rupiah, its segment's national tariff {tariff} on {day}",
        "hapus `iuran_per_bulan` supaya tarif nasional dipakai; bila sumber memang menyebutnya, periksa segmennya",
        "remove `iuran_per_bulan` to use the national tariff; if the source does state it, check the segment",
    ),
}
