"""Every sentence the engine says, in Indonesian and English: faults, findings, notices.

Say what is wrong in the reader's words, then (`hint`) what to do about it. Braces take the values of a
diagnostic or notice; a rejected personal value is never among them.
"""

from __future__ import annotations

from dataclasses import dataclass

from engine.language.diagnostic import Diagnostic
from engine.language.vocabulary import Label, Language


@dataclass(frozen=True, slots=True)
class Sentence:
    say: Label
    hint: Label | None = None


def _s(id: str, en: str, hint_id: str | None = None, hint_en: str | None = None) -> Sentence:
    return Sentence(Label(id, en), Label(hint_id, hint_en) if hint_id and hint_en else None)


FAULTS: dict[str, Sentence] = {
    # the file itself
    "cannot-read": _s(
        "berkas tidak dapat dibaca: {problem}",
        "the file cannot be read: {problem}",
        "periksa nama berkas, foldernya, dan izin membacanya",
        "check the name of the file, its folder and the permission to read it",
    ),
    "file-too-large": _s(
        "berkas ini {size} bita, padahal batasnya {limit} bita",
        "the file has {size} bytes, the limit is {limit} bytes",
        "berkas kebijakan yang wajar jauh lebih kecil; periksa apakah berkasnya benar",
        "a policy file is far smaller; check that this is the right file",
    ),
    "empty-file": _s(
        "berkas ini kosong",
        "the file is empty",
        "isi berkas ini, atau hapus dari folder",
        "fill the file in, or delete it from the folder",
    ),
    "not-utf8": _s(
        "berkas bukan teks UTF-8",
        "the file is not UTF-8 text",
        "simpan ulang dengan pengodean UTF-8",
        "save it again with UTF-8 encoding",
    ),
    "not-yaml": _s(
        "susunan YAML tidak dapat dibaca: {problem}",
        "this is not readable as YAML: {problem}",
        "periksa lekukan (spasi, bukan tab), titik dua, kurung, dan tanda kutip pada baris ini dan baris di atasnya",
        "check indentation (spaces, no tabs), colons, brackets and quotes on this line and the one above",
    ),
    "several-documents": _s(
        "satu berkas hanya boleh memuat satu dokumen",
        "one file holds one document",
        "hapus garis `---`, atau pindahkan yang di bawahnya ke berkas lain",
        "remove the line `---`, or move what is below it to another file",
    ),
    "too-deep": _s(
        "bagian ini bersusun lebih dari {limit} tingkat",
        "this is nested more than {limit} levels deep",
        "periksa kurung yang tidak ditutup; syarat yang panjang dapat dipecah dalam bagian `definisi`",
        "look for brackets that are not closed; a long condition can be split up in the section `definisi`",
    ),
    "too-many-nodes": _s(
        "berkas ini memuat lebih dari {limit} butir",
        "the file holds more than {limit} items",
        "berkas kebijakan yang wajar jauh lebih kecil; periksa apakah berkasnya benar",
        "a policy file is far smaller; check that this is the right file",
    ),
    "alias": _s(
        "rujukan YAML `*{name}` tidak dipakai di sini",
        "the YAML alias `*{name}` is not used here",
        "tulis isinya di tempat ini; kalimat yang diawali bintang diapit tanda kutip",
        "write the content out here; put a sentence that starts with an asterisk in quotes",
    ),
    "anchor": _s(
        "penanda YAML `&{name}` tidak dipakai di sini",
        "the YAML anchor `&{name}` is not used here",
        "hapus penanda itu; untuk syarat yang dipakai berulang, pakai bagian `definisi`",
        "remove it; for a condition used several times there is the section `definisi`",
    ),
    "tag": _s(
        "tag YAML `{name}` tidak dipakai di sini",
        "the YAML tag `{name}` is not used here",
        "hapus tag itu; kalimat yang diawali tanda seru diapit tanda kutip",
        "remove it; put a sentence that starts with an exclamation mark in quotes",
    ),
    "duplicate-key": _s(
        "`{name}` sudah ditulis pada baris {line}",
        "`{name}` was already written on line {line}",
        "satukan keduanya, atau hapus salah satunya",
        "join the two, or remove one of them",
    ),
    "key-not-text": _s(
        "yang di depan titik dua harus satu kata",
        "what stands before the colon must be one word",
        "hapus kurung di depan titik dua",
        "remove the brackets before the colon",
    ),
    "invisible-character": _s(
        "di sini ada karakter tak terlihat {character}",
        "there is an invisible character {character} here",
        "hapus, atau ketik ulang sebagai spasi biasa; karena karakter ini naskah terbaca lain daripada isinya",
        "delete it, or type a plain space instead; it makes the text read otherwise than it is",
    ),
    "foreign-letter": _s(
        "{character} bukan huruf atau angka Latin",
        "{character} is not a Latin letter or digit",
        "ketik ulang katanya; huruf yang mirip membuat dua kata yang berbeda tampak sama",
        "type the word again; look-alike letters make two different words look the same",
    ),
    "combining-character": _s(
        "di sini ada tanda gabung {character}",
        "there is a combining mark {character} here",
        "ketik ulang huruf sebelumnya beserta tandanya sebagai satu karakter",
        "type the letter before it again, with its mark, as one character",
    ),
    # form of a field
    "expected-mapping": _s(
        "di sini diharapkan pasangan `nama: nilai`",
        "`name: value` pairs are expected here",
        "tulis tiap bidang pada baris sendiri, misalnya `id: domisili`, dengan spasi sesudah titik dua",
        "write each field on a line of its own, such as `id: domisili`, with a space after the colon",
    ),
    "expected-list": _s(
        "`{name}` harus berupa daftar",
        "`{name}` must be a list",
        "tulis tiap butir pada baris sendiri dengan awalan `- `, atau dalam kurung siku: [a, b]",
        "write each item on its own line, starting with `- `, or in square brackets: [a, b]",
    ),
    "expected-text": _s(
        "di sini diharapkan satu kata atau kalimat",
        "one word or sentence is expected here",
        "hapus kurung atau awalan `- `; kalimat yang diawali kurung diapit tanda kutip",
        "remove brackets or a leading `- `; put a sentence that starts with a bracket in quotes",
    ),
    "empty-value": _s(
        "nilainya belum diisi",
        "the value is not filled in",
        "isi nilainya, atau hapus bidangnya; tanggal mulai yang belum diketahui ditulis `tidak_diketahui`",
        "fill it in, or remove the field; a start that is not known is written `tidak_diketahui`",
    ),
    "missing-field": _s(
        "bidang `{name}` belum ada",
        "the field `{name}` is missing",
        "tambahkan baris `{name}: ...` dalam bagian yang dimulai di sini",
        "add a line `{name}: ...` to the part that starts here",
    ),
    "unknown-field": _s(
        "bidang `{name}` tidak dikenal di sini",
        "there is no field `{name}` here",
        "hapus bidang ini, atau pindahkan ke bagian yang mengenalnya",
        "remove the field, or move it to the part that knows it",
    ),
    "unknown-word": _s(
        "`{name}` bukan salah satu pilihan di sini",
        "`{name}` is not one of the choices here",
        "pilih kata dari kosakata.yaml; kata baru ditambahkan dahulu di sana",
        "choose a word of kosakata.yaml; a new word is added there first",
    ),
    "value-twice": _s(
        "`{value}` ditulis dua kali",
        "`{value}` is written twice",
        "hapus salah satunya",
        "remove one of them",
    ),
    "not-a-slug": _s(
        "`{value}` tidak dapat dipakai sebagai nama",
        "`{value}` cannot be used as a name",
        "pakai huruf kecil, angka, dan garis bawah, diawali huruf, misalnya `pekerja_rentan`",
        "use lower-case letters, digits and underscores, starting with a letter, such as `pekerja_rentan`",
    ),
    "not-a-number": _s(
        "`{value}` bukan bilangan bulat",
        "`{value}` is not a whole number",
        "tulis angka saja, misalnya 16800, tanpa titik ribuan, Rp, atau satuan",
        "write digits only, such as 16800, without separators, Rp or a unit",
    ),
    "negative-number": _s(
        "`{name}` tidak boleh kurang dari nol, di sini {value}",
        "`{name}` cannot be less than zero, here it is {value}",
        "hapus tanda minusnya, atau periksa angkanya",
        "remove the minus sign, or check the number",
    ),
    "not-a-date": _s(
        "`{value}` bukan tanggal yang dapat dipakai di sini",
        "`{value}` is not a date that can stand here",
        "tulis TAHUN-BULAN-HARI dengan tanggal yang ada, misalnya 2023-06-01",
        "write YEAR-MONTH-DAY and a day that exists, such as 2023-06-01",
    ),
    "not-a-region-code": _s(
        "`{value}` bukan kode wilayah Kemendagri tingkat kelurahan",
        "`{value}` is not a Kemendagri village code",
        'tulis seperti "33.76.01.1001"',
        'write it like "33.76.01.1001"',
    ),
    "unknown-village": _s(
        "tidak ada kelurahan atau desa berkode {value}",
        "no village has the code {value}",
        "cocokkan dengan kode wilayah Kemendagri yang berlaku",
        "compare it with the current Kemendagri codes",
    ),
    "duplicate-id": _s(
        "id `{name}` dipakai dua kali dalam `{section}`",
        "the id `{name}` stands twice in `{section}`",
        "beri id yang lain, atau hapus salah satunya",
        "give one of them another id, or remove it",
    ),
    "ends-before-start": _s(
        "berakhir pada {until}, sebelum mulai pada {since}",
        "it ends on {until}, before it starts on {since}",
        "periksa tahun dan urutan kedua tanggal itu",
        "check the years and the order of the two dates",
    ),
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
    # what is certain of a policy whoever the person is
    "criterion-never-met": _s(
        "tidak seorang pun dapat memenuhi kriteria {name}",
        "nobody can meet the criterion {name}",
        "syaratnya bertentangan dengan dirinya sendiri; periksa `tidak`, `semua`, dan batas-batasnya",
        "its condition contradicts itself; check `tidak`, `semua` and the bounds",
    ),
    "criterion-always-met": _s(
        "setiap orang memenuhi kriteria {name}",
        "everybody meets the criterion {name}",
        "syaratnya tidak menyaring siapa pun; perbaiki, atau tulis `selalu` bila memang begitu",
        "its condition keeps nobody out; correct it, or write `selalu` if that is meant",
    ),
    "criterion-never-decides": _s(
        "kriteria {name} tidak pernah menentukan: siapa yang memenuhi {others} selalu memenuhinya juga",
        "the criterion {name} never decides: whoever meets {others} always meets it too",
        "hapus, atau perbaiki yang terlalu luas; biarkan bila naskahnya memang menulis keduanya",
        "remove it, or correct what is too wide; leave it if the text does say both",
    ),
    "group-empty": _s(
        "tidak seorang pun dapat masuk kelompok `{name}`: {criteria} tidak dapat terpenuhi bersama",
        "nobody can be in the group `{name}`: {criteria} cannot be met together",
        "perbaiki salah satunya, atau pisahkan menjadi dua kelompok",
        "correct one of them, or make two groups of it",
    ),
    "group-swallowed": _s(
        "setiap orang dalam kelompok `{name}` sudah tercakup di atasnya: {groups}",
        "everybody in the group `{name}` is already covered above it: {groups}",
        "pindahkan kelompok ini ke atas, atau persempit yang di atasnya",
        "move the group up, or narrow what is above it",
    ),
    "funding-never-applies": _s(
        "sumber dana {name} tidak pernah membayar: `bila` tidak terpenuhi oleh siapa pun dalam kelompok {group}",
        "the source {name} never pays: nobody in the group {group} meets its `bila`",
        "perbaiki `bila`, atau hapus butir ini",
        "correct `bila`, or remove the item",
    ),
    "funding-never-pays": _s(
        "sumber dana {name} tidak pernah membayar dalam kelompok {group}: sumber yang sama sudah membayar menurut butir"
        " di atasnya",
        "the source {name} never pays in the group {group}: the same source already does by an item above",
        "hapus butir ini, atau persempit `bila` di atasnya",
        "remove the item, or narrow the `bila` above it",
    ),
    "eligible-unpaid": _s(
        "ada yang berhak dalam kelompok {group} tetapi tidak dibayari siapa pun: {person}",
        "somebody is eligible in the group {group} but nobody pays: {person}",
        "tambahkan sumber dana bagi orang ini; biarkan bila naskahnya memang tidak mengaturnya",
        "add a source for that person; leave it if the text does not say",
    ),
    "reading-changes-nothing": _s(
        "tafsir lain `{name}` mencakup orang yang persis sama",
        "the other reading `{name}` covers exactly the same people",
        "perbaiki syaratnya, atau hapus bila memang tidak berbeda",
        "correct its condition, or remove it if it makes no difference",
    ),
    "priority-for-nobody": _s(
        "tidak seorang pun yang tercakup memenuhi prioritas `{name}`",
        "nobody who is covered meets the priority `{name}`",
        "perbaiki `bila`, atau hapus",
        "correct `bila`, or remove it",
    ),
    "priority-for-all": _s(
        "setiap orang yang tercakup memenuhi prioritas `{name}`, jadi tidak ada yang didahulukan",
        "everybody who is covered meets the priority `{name}`, so nobody comes first by it",
        "prioritas ini mengulang kriteria; hapus, atau hapus kriterianya bila ia dimaksud sebagai urutan",
        "it repeats a criterion; remove it, or the criterion if an order was meant",
    ),
    "priority-repeats": _s(
        "prioritas `{name}` tidak membedakan siapa pun yang belum dibedakan prioritas di atasnya",
        "the priority `{name}` tells nobody apart whom those above it do not",
        "hapus, atau pindahkan ke atas",
        "remove it, or move it up",
    ),
    "list-entry-idle": _s(
        "dalam daftar `{name}` ada butir yang tidak mengubah siapa yang tercakup atau siapa yang membayar: {entries}",
        "entries of the list `{name}` change neither who is covered nor who pays: {entries}",
        "syarat lain sudah menentukan orang ini; periksa syarat itu, atau hapus butirnya",
        "another condition already settles these people; check it, or remove the entries",
    ),
    "proofs-not-decided": _s(
        "{name} terlalu besar untuk dibuktikan; kriteria, kelompok, dan sumber dana yang sia-sia tidak dicari",
        "{name} is too large to prove anything about; idle criteria, groups and sources were not looked for",
        "kurangi fakta yang dibaca bersama, atau pecah kelompoknya; memutus tetap dapat",
        "read fewer facts together, or split the groups; deciding still works",
    ),
    "fact-not-askable": _s(
        "aturan tidak dapat menanyakan fakta `{name}`, sebab jenisnya teks atau tanggal",
        "no rule can ask the fact `{name}`, for it is a text or a date",
        "pilih jenis lain; teks hanya dengan `peran: identitas`, tanggal hanya dengan `peran: asal`",
        "choose another kind; a text only has `peran: identitas`, a date only `peran: asal`",
    ),
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

REQUEST_PROBLEMS: dict[str, Sentence] = {
    # a request that the service cannot answer
    "body-unreadable": _s(
        "isi permintaan bukan JSON yang dapat dibaca",
        "the body is not JSON that can be read",
        "kirim satu objek JSON dengan Content-Type: application/json",
        "send one JSON object with Content-Type: application/json",
    ),
    "body-invalid": _s(
        "isi permintaan tidak sesuai",
        "the body does not fit",
        "perbaiki yang disebut dalam errors; bentuknya ada di /docs",
        "mend what errors names; the form is at /docs",
    ),
    "body-too-large": _s(
        "isi permintaan terlalu besar",
        "the body is too large",
        "satu keputusan cukup dengan fakta satu orang",
        "one decision needs the facts of one person",
    ),
    "facts-invalid": _s(
        "ada fakta yang tidak dapat dipakai; tidak ada yang diputus",
        "some facts cannot be used; nothing was decided",
        "perbaiki yang disebut dalam errors, atau hapus fakta yang belum diketahui",
        "mend what errors names, or leave out what is not known",
    ),
    "city-or-policy": _s("sebutkan salah satu dari city dan policy", "name one of city and policy"),
    "no-such-city": _s("kota itu tidak ada", "there is no such city", "yang ada: {cities}", "there are: {cities}"),
    "no-such-policy": _s(
        "kebijakan itu tidak ada", "there is no such policy", "yang ada: {policies}", "there are: {policies}"
    ),
    "none-in-force": _s(
        "tidak ada peraturan {city} yang berlaku pada {on}",
        "no regulation of {city} is in force on {on}",
        "yang ada: {versions}",
        "there are: {versions}",
    ),
    "no-such-page": _s(
        "alamat itu tidak ada", "there is nothing at this address", "daftarnya ada di /docs", "the list is at /docs"
    ),
    "no-such-method": _s(
        "alamat ini tidak melayani metode itu",
        "this address does not serve that method",
        "metode yang dilayani ada di header Allow",
        "the header Allow names those it serves",
    ),
    "decision-withheld": _s(
        "keputusan ditahan karena mesin mendapati pertentangan atau batas",
        "the decision is withheld: the engine found a contradiction or a bound",
        "laporkan bersama kode kebijakan; tidak ada yang diputus",
        "report it with the policy's id; nothing was decided",
    ),
    "internal": _s(
        "terjadi kesalahan pada layanan",
        "the service failed",
        "coba lagi; bila berulang, laporkan waktunya",
        "try again; if it repeats, report the time",
    ),
}

NOTICES: dict[str, Label] = {
    "after_last_known_date": Label(
        "Pengetahuan tentang peraturan ini berakhir pada {known}; pastikan tidak ada perubahan sesudahnya.",
        "What is known of this regulation ends on {known}; make sure that nothing changed since.",
    ),
    "before_start": Label(
        "Pada {on} peraturan ini belum berlaku (mulai {since}).",
        "On {on} this regulation was not yet in force (from {since}).",
    ),
    "superseded": Label(
        "Peraturan ini berlaku sampai dengan {until}; pada {on} tidak berlaku lagi.",
        "This regulation was in force until {until}; on {on} it no longer is.",
    ),
    "proposal_without_effect": Label(
        "Ini usulan perubahan: belum mempunyai akibat hukum.", "This is a proposal: it has no legal effect."
    ),
    "not_binding": Label(
        "Ini imbauan atau praktik, bukan peraturan yang mengikat.",
        "This is an appeal or a practice, not a binding regulation.",
    ),
    "unverified": Label(
        "Bahwa aturan bagi kelompok ini sudah berlaku belum terverifikasi.",
        "That the rule for this group is in force has not been verified.",
    ),
    "reconstructed_text": Label(
        "Naskah resmi belum ditemukan: isi dan nomor pasal adalah rekonstruksi dari berita.",
        "The official text was not found: content and article numbers are reconstructed from news reports.",
    ),
    "refusal_on_assumption": Label(
        "Penolakan ini hanya bertumpu pada asumsi ({criteria}); pastikan dahulu, jangan ditolak atas dasar ini.",
        "This refusal rests on assumptions alone ({criteria}); confirm them first, do not refuse on this ground.",
    ),
    "rests_on_assumption": Label(
        "Keputusan ini memakai asumsi yang belum dinyatakan sumber: {criteria}.",
        "This decision uses assumptions that no source states: {criteria}.",
    ),
    "tariff_not_modelled": Label(
        "Iuran segmen {segment} tidak dimodelkan; besarnya bergantung pada upah.",
        "The contribution of the segment {segment} is not modelled; it depends on the wage.",
    ),
    "second_occupation_not_stated": Label(
        "Pekerjaan kedua tidak disebut dan dianggap tidak ada; bila ada, sebutkan.",
        "No second occupation was stated, so none is assumed; state it if there is one.",
    ),
    "donor_months_end": Label(
        "Sumber {source} hanya menanggung {months} bulan; lanjutkan sebelum bulan ke-{last}, karena sesudah lebih dari"
        " tiga bulan menunggak hak hilang (PP 44/2015 Pasal 39 dan 42).",
        "The source {source} pays {months} months only; continue before month {last}, for after more than three"
        " months of arrears the right is lost (PP 44/2015 articles 39 and 42).",
    ),
    "wage_earner_in_national_law": Label(
        "Menurut hukum nasional pekerja pada orang perseorangan adalah penerima upah (PP 44/2015 Pasal 5 ayat (2));"
        " iuran di sini menurut sumber, pastikan segmennya pada BPJS Ketenagakerjaan.",
        "In national law a worker for a private person is a wage earner (PP 44/2015 article 5(2)); the amount is the"
        " source's, confirm the segment with BPJS Ketenagakerjaan.",
    ),
    "national_age_limit": Label(
        "Menurut aturan nasional, pendaftar baru harus berusia kurang dari {limit} tahun (sumber sekunder).",
        "By the national rule a new participant must be under {limit} years (secondary source).",
    ),
}

RESULTS: dict[str, Label] = {
    "met": Label("terpenuhi", "met"),
    "failed": Label("tidak terpenuhi", "failed"),
    "unknown": Label("belum diketahui", "unknown"),
}

OUTCOMES: dict[str, Label] = {
    "eligible": Label("berhak", "eligible"),
    "ineligible": Label("tidak berhak", "ineligible"),
    "undetermined": Label("belum pasti", "undetermined"),
}

EFFECTS: dict[str, Label] = {
    "in_force": Label("berlaku", "in force"),
    "superseded": Label("tidak berlaku lagi", "superseded"),
    "proposed": Label("usulan", "proposed"),
    "not_binding": Label("tidak mengikat", "not binding"),
    "unverified": Label("belum terverifikasi", "unverified"),
}

BASES: dict[str, Label] = {
    "stated": Label("tersurat", "stated"),
    "interpreted": Label("tafsir", "interpreted"),
    "assumed": Label("asumsi", "assumed"),
}

STANDINGS: dict[str, Label] = {**BASES, "silent": Label("diam", "silent")}

INSTRUMENTS: dict[str, Label] = {
    "perwal": Label("peraturan wali kota", "mayor's regulation"),
    "perbup": Label("peraturan bupati", "regent's regulation"),
    "surat_edaran": Label("surat edaran", "circular"),
    "anggaran": Label("anggaran", "budget"),
    "praktik": Label("praktik tanpa instrumen", "practice without an instrument"),
}

TRANSITIONS: dict[str, Label] = {
    "sampai_akhir_tahun_anggaran": Label("sampai akhir tahun anggaran", "until the end of the budget year"),
    "sampai_akhir_bulan": Label("sampai akhir bulan", "until the end of the month"),
    "langsung": Label("langsung berhenti", "ends at once"),
}

DONORS: dict[str, Label] = {
    "pns": Label("PNS", "PNS (permanent)"),
    "pppk": Label("PPPK", "PPPK (contract)"),
    "non_pns": Label("pegawai non-PNS", "staff other than PNS"),
}

WEIGHTS: dict[str, Label] = {
    "penduduk": Label("jumlah penduduk", "population"),
    "dtks": Label("jumlah orang dalam DTKS", "people on the DTKS register"),
    "dtsen": Label("jumlah orang dalam DTSEN", "people on the DTSEN register"),
    "miskin_ekstrem": Label("jumlah warga miskin ekstrem", "people in extreme poverty"),
}

WORDING: dict[str, Label] = {
    # conditions
    "yes": Label("ya", "yes"),
    "no": Label("tidak", "no"),
    "and": Label("dan", "and"),
    "or": Label("atau", "or"),
    "not": Label("tidak berlaku bahwa ({condition})", "it does not hold that ({condition})"),
    "always": Label("selalu", "always"),
    "anybody": Label("siapa pun", "anybody"),
    "another": Label("lainnya", "another"),
    "never": Label("tidak pernah", "never"),
    "other_than": Label("selain {values}", "other than {values}"),
    "none_of": Label("selain {values}", "none of: {values}"),
    "at_least": Label("paling rendah {bound}", "at least {bound}"),
    "at_most": Label("paling tinggi {bound}", "at most {bound}"),
    "between": Label("{low} sampai dengan {high}", "{low} to {high}"),
    "national": Label("{bound} (batas nasional)", "{bound} (national limit)"),
    "national_unknown": Label("batas nasional", "the national limit"),
    "nothing": Label("(belum ada yang disebut)", "(nothing named yet)"),
    "or_ruled": Label("{values}, atau yang ditetapkan setara", "{values}, or what is ruled equivalent"),
    "partial": Label("(daftar belum lengkap diketahui)", "(list known in part)"),
    "partial_of": Label("({known} dari {count} jenis diketahui)", "({known} of {count} kinds known)"),
    "outside": Label("tidak termasuk {values}", "not {values}"),
    # statements of a regulation
    "number": Label("{kind} nomor {number}", "{kind} number {number}"),
    "no_number": Label("{kind}, nomor tidak diketahui", "{kind}, number not known"),
    "year": Label("{text} tahun {year}", "{text} of {year}"),
    "in_brackets": Label("{text} ({more})", "{text} ({more})"),
    "about": Label("{subject}: {text}", "{subject}: {text}"),
    "and_more": Label("{text}, {more}", "{text}, {more}"),
    "when": Label("{text}, bila {condition}", "{text}, if {condition}"),
    "at_registration": Label("{condition}; saat pendaftaran", "{condition}; at registration"),
    "comes_first": Label("didahulukan, tidak disyaratkan: {condition}", "comes first, not required: {condition}"),
    "tariff": Label("tarif nasional {amount}", "national tariff {amount}"),
    "order": Label("urutan membayar yang diandaikan: {sources}", "order of payment, assumed: {sources}"),
    "year_end": Label("sampai akhir tahun anggaran", "until the end of the budget year"),
    "workers_each": Label("paling sedikit {count} pekerja tiap donatur", "workers per donor: at least {count}"),
    "appeal": Label("imbauan", "an appeal"),
    "task": Label("tugas", "a task"),
    "voluntary": Label("sukarela", "voluntary"),
    "allowance": Label("dipotong dari TPP", "deducted from the allowance (TPP)"),
    "repeats": Label("berulang", "repeated"),
    "once": Label("tidak berulang", "not repeated"),
    "total": Label("{year}: {amount} orang seluruhnya", "{year}: {amount} people in all"),
    "addition": Label("{year}: {amount} orang tambahan", "{year}: {amount} more people"),
    "per_village": Label("dibagi per kelurahan", "divided among villages"),
    "by_weights": Label("menurut {weights}", "by {weights}"),
    "divides_quota": Label("membagi kuota: {weights}", "divides the quota: {weights}"),
}

THEMES: dict[str, Label] = {
    "instrument": Label("Instrumen", "Instrument"),
    "effect": Label("Akibat hukum", "Legal effect"),
    "groups": Label("Kelompok yang dicakup", "Covered groups"),
    "post": Label("Jabatan, status, atau hubungan dengan ASN", "Post, staff status or tie to a civil servant"),
    "occupation": Label("Pekerjaan", "Occupation"),
    "employment": Label("Hubungan kerja", "Employment relation"),
    "own_business": Label("Upah dan usaha sendiri", "Wage and own business"),
    "age": Label("Usia", "Age"),
    "residence": Label("Tempat tinggal", "Residence"),
    "breadwinner": Label("Tulang punggung keluarga", "Breadwinner"),
    "poverty": Label("Data kemiskinan", "Poverty data"),
    "participation": Label("Kepesertaan aktif", "Active participation"),
    "programs": Label("Program", "Programmes"),
    "contribution": Label("Iuran per bulan", "Contribution per month"),
    "funding": Label("Sumber dana, menurut urutan", "Whose money, in order"),
    "months": Label("Lamanya", "Months paid"),
    "donors": Label("Donatur", "Donors"),
    "quota": Label("Kuota", "Quota"),
    "priority": Label("Urutan prioritas", "Priority"),
    "transition": Label("Penerima berjalan", "Ongoing recipients"),
    "other": Label("Syarat lain", "Other criteria"),
}
"""The rows of a comparison."""

KINDS: dict[str, Label] = {
    "yes_no": Label("ya atau tidak (true atau false)", "yes or no (true or false)"),
    "word": Label("satu kata dari kosakata", "one word of the vocabulary"),
    "number": Label("bilangan bulat", "a whole number"),
    "region": Label("kode kelurahan seperti 33.76.01.1001", "a village code such as 33.76.01.1001"),
    "date": Label("tanggal TAHUN-BULAN-HARI", "a date YEAR-MONTH-DAY"),
    "text": Label("teks", "text"),
}

SCREEN: dict[str, Label] = {
    # headings and words of terminal and pages
    "warning": Label("peringatan", "warning"),
    "hint": Label("saran", "hint"),
    "no_faults": Label(
        "{policies} kebijakan dari {cities} kota diperiksa dan dicoba: tidak ada kesalahan",
        "{policies} policies of {cities} cities checked and tried: no faults",
    ),
    "faults": Label("{errors} kesalahan, {warnings} peringatan", "{errors} faults, {warnings} warnings"),
    "criteria": Label("Kriteria", "Criteria"),
    "missing": Label("Masih diperlukan", "Still needed"),
    "unsettled": Label("Perlu diputuskan pejabat", "Needs an official's ruling"),
    "funding": Label("Pendanaan", "Funding"),
    "notices": Label("Catatan", "Notices"),
    "changes": Label("Yang akan mengubah hasil", "What would change the outcome"),
    "no_change": Label("tidak ada perubahan yang dapat dilakukan orang ini", "nothing that this person can change"),
    "would_decide": Label("menentukan {purpose}", "decides {purpose}"),
    "outcome": Label("hasil", "the outcome"),
    "group": Label("kelompok", "the group"),
    "money": Label("sumber dana", "the source of money"),
    "in_list": Label("apakah {code} termasuk daftar {list}", "whether {code} belongs to the list {list}"),
    "article": Label("Pasal {number}", "Pasal {number}"),
    "months": Label("{months} bulan", "{months} months"),
    "months_open": Label("jangka waktu tidak diatur", "number of months not regulated"),
    "per_month": Label("{amount} per bulan", "{amount} a month"),
    "no_tariff": Label("iuran tidak dimodelkan", "contribution not modelled"),
    "refusal_unsafe": Label("belum dapat ditolak", "not yet a refusal"),
    "none_in_force": Label(
        "Tidak ada peraturan {city} yang berlaku pada {on}. Yang ada: {versions}.",
        "No regulation of {city} is in force on {on}. There are: {versions}.",
    ),
    "no_city": Label("Kota {city} tidak ada. Yang ada: {cities}.", "There is no city {city}. There are: {cities}."),
    "no_policy": Label(
        "Kebijakan {policy} tidak ada. Yang ada: {policies}.",
        "There is no policy {policy}. There are: {policies}.",
    ),
    "not_of_city": Label("{policy} bukan kebijakan {city}", "{policy} is not a policy of {city}"),
    "say_what": Label("Sebutkan kota, --policy, atau --all.", "Name a city, --policy or --all."),
    "crashed": Label(
        "Proses anak yang memutus rancangan berhenti tidak wajar; rancangan ini tidak diputus.",
        "The child process that decides the draft ended abnormally; the draft was not decided.",
    ),
    "cases_of": Label("{policy}: {passed} dari {count} kasus lulus", "{policy}: {passed} of {count} cases passed"),
    "since": Label("mulai", "since"),
    "until": Label("sampai", "until"),
    "known": Label("diketahui sampai", "known until"),
    "not_yet": Label("belum berlaku", "not yet in force"),
    "unknown_date": Label("tidak diketahui", "unknown"),
    "city": Label("kota", "city"),
    "applicants": Label("pemohon", "applicants"),
    "source": Label("sumber dana", "funding source"),
    "nobody": Label("(tidak ada)", "(none)"),
    "totals": Label("Jumlah per kota, hasil, dan sumber dana", "Totals by city, outcome and funding source"),
    "sample": Label(
        "{rows} pemohon contoh (sintetis, bukan orang sebenarnya), diputus menurut peraturan yang berlaku pada harinya",
        "{rows} sample applicants (synthetic, no real people), decided by the regulation in force on their day",
    ),
    "written": Label("Semua keputusan: {path}", "All decisions: {path}"),
    "kept_unknown": Label(
        "{count} isian keliru dianggap belum diketahui dan dicatat dalam berkas itu",
        "{count} faulty cells count as unknown and are listed in that file",
    ),
    "no_policy_that_day": Label("tidak ada peraturan hari itu", "no regulation that day"),
    "explained": Label("Beberapa keputusan selengkapnya", "Some decisions in full"),
    "decided": Label("{count} diputus dalam {seconds} detik", "{count} decided in {seconds} s"),
    # explanations of faults
    "why": Label("mengapa", "why it matters"),
    "bad_example": Label("keliru", "wrong"),
    "good_example": Label("benar", "right"),
    "no_code": Label("Kesalahan berkode {code} tidak ada.", "There is no fault {code}."),
    "meant": Label("Maksud Anda {code}?", "Did you mean {code}?"),
    # cities side by side
    "comparison": Label("Perbandingan kota menurut tema", "Cities compared by theme"),
    "compared_on": Label(
        "Setiap kota dengan versi yang berlaku pada {on}; versi yang disebut namanya dibaca pada hari itu juga.",
        "Each city with the version in effect on {on}; a version asked for by name is read on that day too.",
    ),
    "compared_latest": Label(
        "Setiap kota dengan versi terakhir yang diketahui, dibaca pada hari terakhir yang diketahui tentangnya.",
        "Each city with its latest known version, read on the last day that is known of it.",
    ),
    "by_theme": Label("Tema demi tema", "Theme by theme"),
    "version": Label("versi", "version"),
    "read_on": Label("dibaca per", "read on"),
    "past_known": Label("sesudah hari terakhir yang diketahui", "past the last day known"),
    "share": Label("{count} dari {themes} {standing}", "{count} of {themes} {standing}"),
    "theme": Label("tema", "theme"),
    "same_as": Label("sama dengan {cities}", "same as {cities}"),
    "no_ground": Label("tanpa dasar tersendiri", "no ground of its own"),
    "legend": Label("Cara membaca", "How to read"),
    "legend_stated": Label("setiap butirnya dinyatakan sumber", "a source states every item"),
    "legend_interpreted": Label(
        "sedikitnya satu butir adalah pembacaan kami atas sumber", "at least one item is our reading of a source"
    ),
    "legend_assumed": Label(
        "sedikitnya satu butir adalah asumsi, atau tidak diberi dasar tersendiri dalam berkasnya",
        "at least one item is an assumption, or the file gives it no ground of its own",
    ),
    "legend_silent": Label("sejauh diketahui tidak diatur", "nothing is known to be said"),
    "legend_same": Label(
        "maknanya sama, dan pada kedua sisi tersurat atau tafsir; asumsi dan diam tidak pernah dihitung sebagai"
        " kesamaan, dan sebutan yang sama belum tentu orang yang sama",
        "the same meaning, stated or interpreted on both sides; assumptions and silence never count as agreement, and"
        " the same name need not mean the same people",
    ),
    "legend_beside": Label(
        "bukan isi peraturan kota: hukum nasional, atau pembacaan yang dipakai berkasnya; tidak dihitung",
        "not in the city's regulation: national law, or how the file is read; not counted",
    ),
    "beside": Label("di luar itu", "beside it"),
    "everywhere": Label("semua kota", "every city"),
    "none_that_day": Label("Tidak ada yang berlaku pada {on}.", "None is in effect on {on}."),
    "no_version_known": Label("Belum ada selain rancangan.", "There are drafts only."),
    "versions": Label("Yang ada: {versions}.", "There are: {versions}."),
    "same_person": Label("Orang yang sama di tiap kota", "The same person in each city"),
    "how_firm": Label("seberapa kuat dasarnya", "how firm"),
    "outcome_heading": Label("hasil", "outcome"),
    "group_heading": Label("kelompok", "group"),
    "wording": Label("bunyi", "wording"),
    "notes": Label("catatan", "notes"),
    "sources": Label("Sumber", "Sources"),
    "page_written": Label("Halaman: {path}", "Page: {path}"),
    "page_suffix": Label("-o: nama berkas harus berakhiran .html", "-o: the name of the file must end in .html"),
    "cannot_write": Label("{path}: tidak dapat ditulis: {problem}", "{path}: cannot be written: {problem}"),
}

_SUGGESTION = Label("maksud Anda `{suggestion}`?", "did you mean `{suggestion}`?")
_CHOICES = Label("pilihannya: {choices}", "the choices are: {choices}")

_COLON = Label(
    "titik dua tidak pada tempatnya; kalimat yang memuat titik dua diapit tanda kutip, dan bidang dilekukkan sama"
    " dengan bidang di atasnya",
    "a colon is out of place; put a sentence that holds a colon in quotes, and indent a field like the one above",
)
_OPEN_QUOTE = Label(
    "tanda kutip yang dibuka pada baris {line} tidak ditutup", "the quotation mark opened on line {line} is not closed"
)
_ESCAPE = Label(
    "garis miring terbalik di dalam tanda kutip ganda; pakai tanda kutip tunggal",
    "a backslash inside double quotes; use single quotes",
)
_FOLDED = Label(
    "sesudah `>` atau `|` kalimatnya mulai pada baris berikutnya; kalimat yang diawali tanda itu diapit tanda kutip",
    "after `>` or `|` the sentence starts on the next line; put a sentence that starts with that sign in quotes",
)
LIBRARY_PROBLEMS: tuple[tuple[str, Label], ...] = (
    # the beginning of what the YAML library or the operating system says
    ("mapping values are not allowed", _COLON),
    ("mapping keys are not allowed", Label("tanda `?` tidak pada tempatnya", "a `?` is out of place")),
    ("sequence entries are not allowed", Label("tanda `-` tidak pada tempatnya", "a `-` is out of place")),
    ("could not find expected ':'", Label("titik dua belum ada", "a colon is missing")),
    ("found character '\\t'", Label("di sini ada tab; pakai spasi", "there is a tab here; use spaces")),
    (
        "found character",
        Label(
            "kalimat yang diawali tanda ini harus diapit tanda kutip",
            "a sentence that starts with this sign must stand in quotes",
        ),
    ),
    ("found unexpected end of stream", _OPEN_QUOTE),
    ("found unexpected document separator", _OPEN_QUOTE),
    ("found unknown escape character", _ESCAPE),
    ("expected escape sequence", _ESCAPE),
    ("no such character", _ESCAPE),
    ("expected chomping", _FOLDED),
    ("expected indentation indicator", _FOLDED),
    ("expected a comment or a line break", _FOLDED),
    (
        "expected ',' or ']'",
        Label(
            "kurung siku yang dibuka pada baris {line} tidak ditutup, atau koma belum ada",
            "the square bracket opened on line {line} is not closed, or a comma is missing",
        ),
    ),
    (
        "expected ',' or '}'",
        Label(
            "kurung kurawal yang dibuka pada baris {line} tidak ditutup, atau koma belum ada",
            "the brace opened on line {line} is not closed, or a comma is missing",
        ),
    ),
    (
        "expected <block end>",
        Label(
            "lekukan baris ini tidak cocok dengan baris di atasnya",
            "the indentation of this line does not match the lines above",
        ),
    ),
    ("expected '<document start>'", Label("tanda ini tidak pada tempatnya", "this sign is out of place")),
    ("expected the node content", Label("tanda ini tidak pada tempatnya", "this sign is out of place")),
    ("No such file", Label("berkas itu tidak ada", "there is no such file")),
    ("Permission denied", Label("tidak ada izin membaca", "no permission to read it")),
    ("Is a directory", Label("itu folder, bukan berkas", "it is a folder, not a file")),
)
_LONGEST = 400
"""Characters of a value shown in a sentence."""


def fault_text(fault: Diagnostic, language: Language) -> tuple[str, str | None]:
    """What is wrong, and a hint if there is one."""
    sentence = FAULTS[fault.code]
    values = {key: _shown(value, language) for key, value in fault.values.items()}
    if "problem" in values:
        values["problem"] = _problem(values, language)
    hint = _SUGGESTION if "suggestion" in values else _CHOICES if "choices" in values else sentence.hint
    return sentence.say[language].format(**values), hint[language].format(**values) if hint else None


def notice_text(code: str, values: dict[str, object], language: Language) -> str:
    return NOTICES[code][language].format(**{key: _shown(value, language) for key, value in values.items()})


def _problem(values: dict[str, str], language: Language) -> str:
    """What the YAML library or the operating system says, in the reader's words where we have them."""
    text = values["problem"]
    label = next((label for start, label in LIBRARY_PROBLEMS if text.startswith(start)), None)
    return label[language].format(**values) if label else text


def _shown(value: object, language: Language) -> str:
    """On one line, printable and not endless, whatever a file holds."""
    if isinstance(value, Label):
        return value[language]
    text = " ".join(str(value).split())
    text = text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"
    return "".join(char if char.isprintable() else "\N{REPLACEMENT CHARACTER}" for char in text)
