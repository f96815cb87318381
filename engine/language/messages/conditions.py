"""Faults of grounds and conditions."""

from __future__ import annotations

from engine.language.messages.sentence import Sentence
from engine.language.messages.sentence import sentence as _s

CONDITION_FAULTS: dict[str, Sentence] = {
    # grounds
    "unknown-source": _s(
        "sumber `{name}` tidak ada dalam sumber.yaml",
        "the source `{name}` is not in sumber.yaml",
        "tambahkan dokumennya (penerbit, tanggal, judul) di sumber.yaml",
        "add the document (publisher, date, title) to sumber.yaml",
    ),
    "assumption-without-note": _s(
        "asumsi ini tidak disertai catatan",
        "an assumption without a note",
        "tambahkan `catatan` yang menjelaskan mengapa hal ini diandaikan dan siapa yang dapat memastikannya",
        "add a `catatan` that says why this is assumed and who can confirm it",
    ),
    "stated-without-source": _s(
        "dasarnya tersurat atau tafsir, tetapi sumbernya tidak disebut",
        "stated or interpreted, but no source is given",
        "sebutkan `sumber`, atau tulis `dasar: asumsi` dengan `catatan`",
        "name a `sumber`, or write `dasar: asumsi` with a `catatan`",
    ),
    "stated-by-secondary": _s(
        "dasarnya tersurat, tetapi sumbernya hanya bahan sekunder",
        "stated, but its sources are secondary material only",
        "sebutkan artikel atau peraturan yang menyatakannya, atau tulis `dasar: tafsir`",
        "name the article or regulation that states it, or write `dasar: tafsir`",
    ),
    # conditions
    "not-a-condition": _s(
        "`{value}` bukan syarat",
        "`{value}` is not a condition",
        "tulis `selalu`, `{{fakta: nilai}}`, atau gabungan dengan semua, salah_satu, tidak, atau definisi",
        "write `selalu`, `{{fact: value}}`, or join conditions with semua, salah_satu, tidak or definisi",
    ),
    "one-question-each": _s(
        "satu syarat menanyakan satu hal, sedangkan di sini ada {count}",
        "a condition asks one thing, here are {count}",
        "gabungkan dengan `semua` atau `salah_satu`, dan tulis tiap syarat sebagai butir `- ` di bawahnya",
        "join them with `semua` or `salah_satu`, and write each condition as an item `- ` below it",
    ),
    "expected-conditions": _s(
        "di sini diharapkan daftar syarat yang tidak kosong",
        "a list of conditions, not empty, is expected here",
        "tulis tiap syarat pada baris sendiri dengan awalan `- `, misalnya `- {{peserta_aktif: tidak}}`",
        "write each condition on its own line, starting with `- `, such as `- {{peserta_aktif: tidak}}`",
    ),
    "expected-values": _s(
        "di sini diharapkan daftar nilai `{name}` yang tidak kosong",
        "a list of values of `{name}`, not empty, is expected here",
        "tulis nilainya dalam kurung siku: [a, b]",
        "write the values in square brackets: [a, b]",
    ),
    "unknown-fact": _s(
        "fakta `{name}` tidak ada dalam kosakata",
        "the vocabulary has no fact `{name}`",
        "fakta yang dapat ditanyakan ada dalam kosakata.yaml",
        "the facts that can be asked are in kosakata.yaml",
    ),
    "fact-is-identity": _s(
        "`{name}` adalah identitas; aturan tidak boleh membacanya",
        "`{name}` is identity; no rule may read it",
        "tanyakan keadaan orangnya, misalnya kota atau pekerjaan, bukan siapa dia",
        "ask about the person's situation, such as city or occupation, not who it is",
    ),
    "fact-is-origin": _s(
        "`{name}` tidak ditanyakan langsung",
        "`{name}` is not asked directly",
        "tanyakan `usia`; usia dihitung dari tanggal lahir pada hari keputusan",
        "ask `usia`; it is computed from the date of birth on the day of the decision",
    ),
    "fact-is-ruling": _s(
        "`{name}` adalah putusan pejabat; syarat tidak menanyakannya langsung",
        "`{name}` is an official's ruling; a condition does not ask it directly",
        "pakai daftar lampiran yang terbuka atau belum lengkap; putusan itu dibaca lewat daftarnya",
        "use an open or partial list of the annex; the ruling is read through it",
    ),
    "unknown-definition": _s(
        "di atas syarat ini tidak ada definisi `{name}`",
        "there is no definition `{name}` above this condition",
        "tulis dalam bagian `definisi`, di atas yang memakainya",
        "write it in the section `definisi`, above its use",
    ),
    "unknown-list": _s(
        "daftar `{name}` tidak ada dalam lampiran",
        "there is no list `{name}` in the annex",
        "tulis `lampiran.nama_daftar` dan daftarnya dalam bagian `lampiran`, atau tulis nilainya dalam kurung siku",
        "write `lampiran.list_name` and put the list in the section `lampiran`, or write values in square brackets",
    ),
    "unknown-national": _s(
        "nilai nasional `{name}` tidak ada",
        "there is no national value `{name}`",
        "pakai nama yang ada dalam folder nasional, atau tambahkan nilainya di sana",
        "use a name that the folder nasional has, or add the value there",
    ),
    "unknown-city": _s(
        "kota `{name}` tidak ada dalam kosakata",
        "the vocabulary has no city `{name}`",
        "tambahkan kota itu dalam kosakata.yaml, pada fakta `kota`",
        "add the city to the fact `kota` in kosakata.yaml",
    ),
    "city-not-folder": _s(
        "kota `{name}` tidak sama dengan nama foldernya, `{folder}`",
        "the city `{name}` is not that of the folder, `{folder}`",
        "perbaiki `kota`, atau pindahkan berkas ini ke folder kotanya",
        "correct `kota`, or move the file to the folder of its city",
    ),
    "list-of-another-fact": _s(
        "daftar ini memuat nilai `{about}`, bukan nilai `{name}`",
        "this list holds values of `{about}`, not of `{name}`",
        "tanyakan `{about}`, atau tulis nilai `{name}` dalam kurung siku",
        "ask `{about}`, or write values of `{name}` in square brackets",
    ),
    "one-membership": _s(
        "untuk `{name}` tulis satu nilai, atau salah satu dari `termasuk` dan `tidak_termasuk`",
        "for `{name}` write one value, or one of `termasuk` and `tidak_termasuk`",
        "tulis misalnya `{name}: {{termasuk: [a, b]}}`; bila keduanya perlu, tulis dua syarat di bawah `semua`",
        "write it like `{name}: {{termasuk: [a, b]}}`; where both are needed, write two conditions under `semua`",
    ),
    "no-bound": _s(
        "batas untuk `{name}` belum ada",
        "there is no bound for `{name}`",
        "tulis paling_rendah, lebih_dari, paling_tinggi, kurang_dari, atau sama_dengan",
        "write paling_rendah, lebih_dari, paling_tinggi, kurang_dari or sama_dengan",
    ),
    "two-bounds": _s(
        "batas untuk `{name}` ditulis dua kali pada sisi yang sama",
        "`{name}` has two bounds on the same side",
        "pakai satu batas bawah dan satu batas atas, atau `sama_dengan` saja",
        "use one lower and one upper bound, or `sama_dengan` alone",
    ),
    "out-of-range": _s(
        "tidak ada {name} {value}; rentangnya {low} sampai dengan {high}",
        "there is no {name} of {value}; it ranges from {low} to {high}",
        "periksa angka dan satuannya; rentang tiap fakta ada dalam kosakata.yaml",
        "check the number and its unit; the range of each fact is in kosakata.yaml",
    ),
    "empty-range": _s(
        "tidak ada {name} yang paling rendah {low} dan paling tinggi {high}",
        "no {name} is at least {low} and at most {high}",
        "periksa kedua batas itu, mungkin tertukar",
        "check the two bounds, they may be swapped",
    ),
}
