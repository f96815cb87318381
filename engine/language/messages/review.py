"""Words of a change under review, of the same registry in every city, and of proofs that were asked to go further."""

from __future__ import annotations

from engine.language.messages.sentence import Sentence
from engine.language.messages.sentence import sentence as _s
from engine.language.vocabulary import Label

PROOFS: dict[str, Label] = {
    "criteria_alone": Label("kriteria satu per satu", "criteria one by one"),
    "criteria_together": Label("kriteria bersama-sama", "criteria together"),
    "groups": Label("kelompok", "groups"),
    "entries": Label("butir daftar", "entries of lists"),
    "funding": Label("sumber dana", "sources of money"),
    "unpaid": Label("orang yang berhak tanpa pembayar", "eligible people whom nobody pays for"),
    "readings": Label("tafsir lain", "other readings"),
    "priorities": Label("prioritas", "priorities"),
}
"""What each proof is about."""

ELSEWHERE: dict[str, Label] = {
    "title": Label(
        "Daftar {city} menurut ketentuan tiap kota, sebelum kuota dan pagu",
        "The list of {city} under each city's rules, before quota and budget",
    ),
    "moved": Label(
        "Penduduk {city} dianggap penduduk kota yang aturannya dipakai, dan sebaliknya.",
        "Residents of {city} stand for residents of the city whose rules are used, and the other way round.",
    ),
    "villages": Label(
        "Kelurahan tidak dipindahkan: syarat {policies} yang menyebut kelurahan menjadi belum diketahui.",
        "Villages are not transferred: conditions of {policies} that name villages stay unknown.",
    ),
    "policy": Label("kebijakan", "policy"),
    "on": Label("pada", "on"),
    "monthly": Label("rupiah per bulan", "rupiah a month"),
    "unpriced": Label(
        "{people} orang berhak tanpa jumlah: pembayar atau iurannya belum pasti",
        "{people} eligible people without an amount: payer or contribution not settled",
    ),
    "nothing": Label("tidak ada", "none"),
    "no_city": Label(
        "--registry perlu --city: kota asal daftar itu.", "--registry needs --city: the city whose list it is."
    ),
    "no_registry": Label("--city hanya bersama --registry.", "--city goes with --registry only."),
}
"""Of one city's registry under every city's rules."""

REVIEW: dict[str, Label] = {
    "title": Label("Kebijakan yang berubah sejak {base}", "Policies changed since {base}"),
    "nothing": Label("Tidak ada berkas kebijakan yang berubah.", "No policy file changed."),
    "shared": Label(
        "Berkas bersama berubah, maka semua kebijakan diperiksa: {files}",
        "Shared files changed, so every policy is checked: {files}",
    ),
    "other_faults": Label("Kesalahan dalam berkas lain", "Faults in other files"),
    "column_policy": Label("kebijakan", "policy"),
    "column_state": Label("berkas", "file"),
    "column_check": Label("pemeriksaan", "check"),
    "column_cases": Label("kasus", "cases"),
    "column_tested": Label("hal yang diuji", "goals tested"),
    "column_mutants": Label("perubahan yang ketahuan", "mutants caught"),
    "column_against": Label("dibandingkan dengan", "held against"),
    "column_who": Label("siapa yang tercakup", "who is covered"),
    "column_money": Label("siapa yang membayar", "whose money pays"),
    "column_eligible": Label("berhak dalam daftar", "eligible on the list"),
    "faults": Label("{errors} kesalahan, {warnings} peringatan", "{errors} errors, {warnings} warnings"),
    "own_past": Label("dirinya yang lama", "itself as it was"),
    "first": Label("tidak ada: versi pertama kota ini", "nothing: the city's first version"),
    "not_compared": Label("tidak dapat dibandingkan", "cannot be compared"),
    "part_check": Label("pemeriksaan", "check"),
    "part_cases": Label("kasus dan yang belum diuji", "cases, and what is untested"),
    "part_difference": Label("bedanya", "the difference"),
    "part_not_compared": Label("mengapa tidak dapat dibandingkan", "why it cannot be compared"),
    "part_impact": Label("dampak pada daftar", "impact on the list"),
    "left_out": Label(
        "{count} bagian tidak muat di sini; jalankan `perwal test` dan `perwal diff` untuk melihatnya.",
        "{count} parts do not fit in here; run `perwal test` and `perwal diff` to see them.",
    ),
    "one_base": Label("--base dan --old tidak dapat bersama-sama.", "--base and --old do not go together."),
    "no_old": Label("--old: folder {path} tidak ada", "--old: there is no folder {path}"),
    "no_base": Label(
        "Folder kebijakan pada {base} tidak dapat diambil dari git: {problem}\nAmbil dulu riwayatnya (git fetch), "
        "sebut revisi lain dengan --base, atau folder yang lama dengan --old.",
        "The policies folder as of {base} cannot be had from git: {problem}\nFetch its history first (git fetch), "
        "name another revision with --base, or the old folder with --old.",
    ),
}
"""Of a change under review."""

STATES: dict[str, Label] = {
    "new": Label("baru", "new"),
    "changed": Label("berubah", "changed"),
    "cases": Label("kasusnya berubah", "its cases changed"),
    "same": Label("tetap", "unchanged"),
    "removed": Label("dihapus", "removed"),
}
"""Of a policy file in a review."""

REVIEW_FAULTS: dict[str, Sentence] = {
    "proofs-still-not-decided": _s(
        "{name}: juga dengan batas {times} kali lipat belum terbukti apa pun tentang {left}",
        "{name}: even within {times} times the bounds nothing is proved about {left}",
        "kurangi fakta yang dibaca bersama, atau pecah kelompoknya; memutus tetap dapat",
        "read fewer facts together, or split the groups; deciding still works",
    ),
}
