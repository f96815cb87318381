"""Why faults of requests, of a person's facts, of cases and of deciding matter."""

from __future__ import annotations

from engine.language.vocabulary import Label

REQUEST_REASONS: dict[str, Label] = {
    "not-a-day": Label(
        "Keputusan bergantung pada harinya: versi yang berlaku, usia, dan besaran nasional.",
        "A decision depends on its day: the version in force, the age, the national amounts.",
    ),
    "expected-yes-no": Label(
        "JSON mempunyai true dan false; kata lain dapat berarti apa saja.",
        "JSON has true and false; any other word may mean anything.",
    ),
    "expected-object": Label("Bentuk permintaan sudah tetap.", "The form of a request is fixed."),
    "unknown-choice": Label("Pilihannya sudah tetap.", "The choices are fixed."),
    "list-over-limit": Label(
        "Permintaan dibatasi supaya layanan tetap menjawab orang lain.",
        "Requests are bounded so that the service can answer others.",
    ),
    "wrong-value": Label(
        "Nilai yang tidak sesuai tidak ditebak artinya.", "What a value that does not fit may mean is not guessed."
    ),
}

FACT_REASONS: dict[str, Label] = {
    "fact-unknown-name": Label(
        "Fakta yang salah nama akan dianggap tidak diisi, dan orangnya diputus tanpa fakta itu.",
        "A fact of the wrong name would count as not stated, and the person be decided without it.",
    ),
    "fact-wrong-kind": Label(
        "Nilai yang keliru tidak boleh menjadi `tidak`; ia belum diketahui sampai diperbaiki.",
        "A wrong value must not become a *no*; it is unknown until it is corrected.",
    ),
    "fact-unknown-code": Label(
        "Kata di luar kosakata tidak boleh diam-diam menjadi `tidak termasuk`.",
        "A word outside the vocabulary must not silently become *not in the list*.",
    ),
    "fact-out-of-range": Label(
        "Angka di luar rentang hampir selalu salah tik.", "A number out of range is nearly always a slip."
    ),
    "fact-born-after": Label(
        "Orang yang belum lahir tidak dapat diputus; tahun atau harinya keliru.",
        "Nobody unborn can be decided about; the year or the day is wrong.",
    ),
    "fact-age-disagrees": Label(
        "Dari dua keterangan yang berselisih salah satu keliru, dan batas usia dapat menentukan hak.",
        "Of two statements that disagree one is wrong, and an age limit may decide the right.",
    ),
    "fact-place-disagrees": Label(
        "Tempat tinggal menentukan peraturan kota mana yang berlaku.",
        "Residence decides which city's regulation applies.",
    ),
    "facts-not-object": Label(
        "Fakta satu orang adalah pasangan nama dan nilai.", "One person's facts are names with values."
    ),
    "not-json": Label(
        "Berkas yang diawali kurung dibaca sebagai JSON; satu koma dapat merusaknya.",
        "A file that starts with a bracket is read as JSON; a single comma can break it.",
    ),
    "row-without-day": Label(
        "Tanpa hari tidak diketahui versi mana yang memutus.", "Without a day it is not known which version decides."
    ),
}

CASE_REASONS: dict[str, Label] = {
    "case-twice": Label(
        "Dua kasus bernama sama tidak dapat dibedakan dalam laporan.",
        "Two cases of one name cannot be told apart in a report.",
    ),
    "case-without-reason": Label(
        "Hasil yang benar dengan alasan yang salah akan menjadi salah pada orang berikutnya.",
        "A right outcome for a wrong reason will be wrong for the next person.",
    ),
    "case-unknown-criterion": Label(
        "Kasus yang menyebut kriteria yang tidak ada tidak menguji apa pun.",
        "A case that names a criterion that is not there tests nothing.",
    ),
    "case-differs": Label(
        "Kebijakan memutus lain daripada yang disepakati; salah satunya keliru.",
        "The policy decides otherwise than was agreed; one of the two is wrong.",
    ),
    "case-unconfirmed": Label(
        "Kasus yang hasilnya disalin dari program hanya menguji program terhadap dirinya sendiri.",
        "A case whose result was copied from the program tests the program against itself.",
    ),
    "case-not-there": Label(
        "Urutan dua orang hanya dapat diuji bila keduanya ada dalam berkas.",
        "The order of two people can be tested only if both are in the file.",
    ),
    "cases-missing": Label(
        "Tanpa kasus uji tidak seorang pun melihat bila perubahan mengubah hak orang.",
        "Without cases nobody sees when a change alters people's rights.",
    ),
}

DECIDING_REASONS: dict[str, Label] = {
    "trial-crashed": Label(
        "Mesin aturan adalah program C; kebijakan yang menjatuhkannya tidak boleh ikut menjatuhkan layanan.",
        "The rules engine is a C program; a policy that crashes it must not take a service with it.",
    ),
    "rules-disagree": Label(
        "Dua mesin menghitung jawaban yang sama; bila berselisih, salah satunya keliru, dan tidak ada yang diputus.",
        "Two engines compute the same answer; where they disagree one is wrong, and nothing is decided.",
    ),
    "national-not-in-force": Label(
        "Batas yang dirujuk tidak diketahui besarnya pada hari itu, jadi syaratnya tidak mempunyai arti.",
        "How high the limit was on that day is not known, so the condition has no meaning.",
    ),
    "too-large": Label(
        "Makna sebesar itu tidak dapat dihitung dengan pasti, dan tanpa kepastian tidak ada keputusan.",
        "A meaning of that size cannot be computed exactly, and without exactness there is no decision.",
    ),
    "too-many-situations": Label(
        "Setiap situasi diberi nomor; lebih dari 2^62 tidak muat dalam kolom angka.",
        "Every situation has a number; more than 2^62 do not fit a column of numbers.",
    ),
}
