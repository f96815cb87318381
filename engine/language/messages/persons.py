"""Faults of requests, of a person's facts, of cases, and what keeps a case from being decided."""

from __future__ import annotations

from engine.language.messages.sentence import Sentence
from engine.language.messages.sentence import sentence as _s

PERSON_FAULTS: dict[str, Sentence] = {
    # a request body
    "not-a-day": _s(
        "bukan tanggal yang ada",
        "not a date that exists",
        "tulis TAHUN-BULAN-HARI, misalnya 2023-06-01",
        "write YEAR-MONTH-DAY, such as 2023-06-01",
    ),
    "expected-yes-no": _s("{name} harus true atau false", "{name} must be true or false"),
    "expected-object": _s("{name} harus berupa objek", "{name} must be an object"),
    "unknown-choice": _s("{name} bukan salah satu pilihan", "{name} is not one of the choices"),
    "list-over-limit": _s("{name} memuat terlalu banyak butir", "{name} has too many items"),
    "wrong-value": _s("nilai {name} tidak sesuai", "the value of {name} does not fit"),
    # facts of a person
    "fact-unknown-name": _s("fakta `{name}` tidak dikenal", "there is no fact `{name}`"),
    "fact-wrong-kind": _s(
        "{name} harus berupa {kind}",
        "{name} must be {kind}",
        "nilai ini dianggap belum diketahui sampai diperbaiki",
        "the value counts as unknown until it is corrected",
    ),
    "fact-unknown-code": _s(
        "nilai {name} tidak ada dalam kosakata",
        "the value of {name} is not in the vocabulary",
        "nilai ini dianggap belum diketahui, bukan tidak; pilih kata dari kosakata",
        "it counts as unknown, not as no; choose a word of the vocabulary",
    ),
    "fact-out-of-range": _s("{name} harus dari {low} sampai dengan {high}", "{name} must be from {low} to {high}"),
    "fact-born-after": _s("tanggal lahir sesudah hari keputusan", "the date of birth is after the day of the decision"),
    "fact-age-disagrees": _s(
        "usia tidak cocok dengan tanggal lahir pada hari keputusan",
        "the age disagrees with the date of birth on the day of the decision",
        "hapus `usia`; usia dihitung dari `tanggal_lahir`",
        "remove `usia`; it is computed from `tanggal_lahir`",
    ),
    "fact-place-disagrees": _s(
        "kota tidak cocok dengan kode kelurahan",
        "the city disagrees with the village code",
        "perbaiki salah satunya menurut alamat pada KTP-el",
        "correct one of them by the address on the identity card",
    ),
    "facts-not-object": _s(
        'fakta harus berupa satu objek JSON `{{"nama": nilai}}`',
        'facts must be one JSON object `{{"name": value}}`',
    ),
    "not-json": _s("bukan JSON yang dapat dibaca: {problem}", "not readable as JSON: {problem}"),
    "row-without-day": _s(
        "kolom `pada` tidak memuat tanggal",
        "the column `pada` holds no date",
        "isi hari keputusan sebagai TAHUN-BULAN-HARI; baris ini belum diputus",
        "fill in the day of the decision as YEAR-MONTH-DAY; this row was not decided",
    ),
    # cases
    "case-twice": _s("kasus bernama sama sudah ada", "a case of that name exists already"),
    "case-unconfirmed": _s(
        "kasus {name} belum dipastikan: hasil yang benar belum ditulis",
        "the case {name} is not confirmed: what must come out has yet to be written",
        "baca bunyi peraturannya, lalu ganti setiap belum_dipastikan pada kasus ini dengan yang benar; jangan menyalin"
        " jawaban program",
        "read the regulation, then replace each belum_dipastikan of this case by what is right; do not copy the"
        " program's answer",
    ),
    "case-not-there": _s(
        "tidak ada kasus bernama {name}",
        "there is no case named {name}",
        "tulis nama kasus lain dalam berkas ini, persis seperti pada `nama`",
        "write the name of another case of this file, exactly as under `nama`",
    ),
    "case-without-reason": _s(
        "kasus tidak menyebut alasan",
        "the case states no reason",
        "tambahkan `karena` dengan sedikitnya satu kriteria dan hasilnya",
        "add `karena` with at least one criterion and its result",
    ),
    "case-unknown-criterion": _s("kriteria `{name}` tidak ada dalam kebijakan", "the policy has no criterion `{name}`"),
    "case-differs": _s(
        "{case}: {what} seharusnya {expected}, ternyata {actual}",
        "{case}: {what} should be {expected}, but is {actual}",
    ),
    "cases-missing": _s(
        "kebijakan ini tidak mempunyai kasus uji",
        "this policy has no cases",
        "tulis {name} di sebelahnya",
        "write {name} beside it",
    ),
    # deciding
    "trial-crashed": _s(
        "percobaan {name} dalam proses terpisah berhenti tidak wajar ({problem})",
        "the trial of {name} in its own process ended abnormally ({problem})",
        "kebijakan ini tidak dipakai untuk memutus sampai penyebabnya ditemukan",
        "the policy is not used to decide until the cause is found",
    ),
    "rules-disagree": _s(
        "{name}: aturan dan makna bertentangan pada satu situasi ({problem})",
        "{name}: rules and meaning contradict each other in a situation ({problem})",
        "keputusan ditahan; laporkan sebagai cacat mesin",
        "the decision is withheld; report it as a fault of the engine",
    ),
    "national-not-in-force": _s(
        "{name} memakai nilai nasional yang tidak berlaku pada hari itu: {problem}",
        "{name} uses a national value that is not in force on that day: {problem}",
        "tambahkan nilai untuk hari itu dalam folder nasional",
        "add the value for that day in the folder nasional",
    ),
    "too-large": _s(
        "makna {name} terlalu besar untuk dihitung",
        "the meaning of {name} is too large to compute",
        "pecah kelompok itu, atau kurangi fakta yang dibaca bersama",
        "split the group, or read fewer facts together",
    ),
    "too-many-situations": _s(
        "blok {name} mempunyai lebih dari 2^62 situasi",
        "the block {name} has more than 2^62 situations",
        "kurangi fakta yang dibaca satu kelompok",
        "let one group read fewer facts",
    ),
}
