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
    "cannot-read": _s("berkas tidak dapat dibaca: {problem}", "the file cannot be read: {problem}"),
    "file-too-large": _s(
        "berkas {size} bita, batasnya {limit}",
        "the file has {size} bytes, the limit is {limit}",
        "berkas kebijakan yang wajar jauh lebih kecil; periksa apakah berkasnya benar",
        "a policy file is far smaller; check that this is the right file",
    ),
    "empty-file": _s("berkas kosong", "the file is empty"),
    "not-utf8": _s(
        "berkas bukan teks UTF-8",
        "the file is not UTF-8 text",
        "simpan ulang dengan pengodean UTF-8",
        "save it again with UTF-8 encoding",
    ),
    "not-yaml": _s(
        "susunan YAML tidak dapat dibaca: {problem}",
        "this is not readable as YAML: {problem}",
        "periksa lekukan (spasi, bukan tab), titik dua, kurung, dan tanda kutip di baris ini dan di atasnya",
        "check indentation (spaces, no tabs), colons, brackets and quotes on this line and the one above",
    ),
    "several-documents": _s(
        "satu berkas hanya boleh memuat satu dokumen",
        "one file holds one document",
        "hapus garis `---` atau pisahkan ke berkas lain",
        "remove the `---` line or move the rest to another file",
    ),
    "too-deep": _s("susunan lebih dalam dari {limit} tingkat", "nested deeper than {limit} levels"),
    "too-many-nodes": _s("isi lebih dari {limit} butir", "more than {limit} nodes"),
    "alias": _s(
        "rujukan YAML *{name} tidak dipakai di sini",
        "the YAML alias *{name} is not used here",
        "tulis isinya di tempat ini",
        "write the content out here",
    ),
    "anchor": _s(
        "penanda YAML &{name} tidak dipakai di sini",
        "the YAML anchor &{name} is not used here",
        "hapus penanda itu; untuk syarat yang dipakai berulang, pakai bagian `definisi`",
        "remove it; for a condition used several times there is the section `definisi`",
    ),
    "tag": _s(
        "tag YAML {name} tidak dipakai di sini",
        "the YAML tag {name} is not used here",
        "hapus tag itu; kosakata menentukan jenis nilai",
        "remove it; the vocabulary types the values",
    ),
    "duplicate-key": _s(
        "{name} sudah ditulis di {first}",
        "{name} was already written at {first}",
        "satukan keduanya; tidak ada yang menang diam-diam",
        "join the two; neither wins silently",
    ),
    "key-not-text": _s("nama bidang harus berupa kata", "the name of a field must be a word"),
    "invisible-character": _s(
        "ada karakter tak terlihat {character}",
        "there is an invisible character {character}",
        "hapus; karakter ini membuat naskah terbaca lain daripada isinya",
        "delete it; it makes the text read otherwise than it is",
    ),
    "foreign-letter": _s(
        "huruf {character} bukan huruf Latin",
        "the letter {character} is not Latin",
        "ketik ulang katanya; huruf yang mirip membuat dua kata tampak sama",
        "type the word again; look-alike letters make two words look the same",
    ),
    "combining-character": _s(
        "ada tanda gabung {character}",
        "there is a combining mark {character}",
        "ketik ulang hurufnya sebagai satu karakter",
        "type the letter again as one character",
    ),
    # form of a field
    "expected-mapping": _s("di sini diharapkan pasangan `nama: nilai`", "`name: value` pairs are expected here"),
    "expected-list": _s(
        "{name} harus berupa daftar",
        "{name} must be a list",
        "tulis tiap butir pada baris sendiri dengan awalan `- `",
        "write each item on its own line, starting with `- `",
    ),
    "expected-text": _s("di sini diharapkan satu kata atau kalimat", "one word or sentence is expected here"),
    "empty-value": _s(
        "nilainya kosong",
        "the value is empty",
        "isi, atau hapus bidangnya; tanggal yang belum diketahui ditulis `tidak_diketahui`",
        "fill it in or remove the field; an unknown date is written `tidak_diketahui`",
    ),
    "missing-field": _s("bidang `{name}` belum ada", "the field `{name}` is missing"),
    "unknown-field": _s("bidang `{name}` tidak dikenal di sini", "there is no field `{name}` here"),
    "unknown-word": _s("`{name}` bukan salah satu pilihan di sini", "`{name}` is not one of the choices here"),
    "not-a-slug": _s(
        "`{value}` bukan pengenal",
        "`{value}` is not an identifier",
        "pakai huruf kecil, angka, dan garis bawah, diawali huruf",
        "use lower-case letters, digits and underscores, starting with a letter",
    ),
    "not-a-number": _s(
        "`{value}` bukan bilangan bulat",
        "`{value}` is not a whole number",
        "tulis angka saja, tanpa titik ribuan",
        "write digits only, without thousands separators",
    ),
    "not-a-date": _s(
        "`{value}` bukan tanggal yang ada",
        "`{value}` is not a date that exists",
        "tulis TAHUN-BULAN-HARI, misalnya 2023-06-01",
        "write YEAR-MONTH-DAY, such as 2023-06-01",
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
    "duplicate-id": _s("id `{name}` dipakai dua kali dalam {section}", "the id `{name}` stands twice in {section}"),
    "ends-before-start": _s(
        "berakhir {until}, sebelum mulai {since}", "it ends on {until}, before it starts on {since}"
    ),
    # grounds
    "unknown-source": _s(
        "sumber `{name}` tidak ada dalam sumber.yaml",
        "the source `{name}` is not in sumber.yaml",
        "tambahkan dokumennya (penerbit, tanggal, judul) di sumber.yaml",
        "add the document (publisher, date, title) to sumber.yaml",
    ),
    "assumption-without-note": _s(
        "asumsi tanpa catatan",
        "an assumption without a note",
        "tambahkan `catatan` yang menjelaskan mengapa nilai ini dipakai dan siapa yang dapat memastikannya",
        "add a `catatan` that says why this value was taken and who can confirm it",
    ),
    "stated-without-source": _s(
        "tersurat atau tafsir tanpa sumber",
        "stated or interpreted, but no source is given",
        "sebutkan `sumber`, atau jadikan `dasar: asumsi` dengan `catatan`",
        "name a `sumber`, or make it `dasar: asumsi` with a `catatan`",
    ),
    "stated-by-secondary": _s(
        "tersurat, tetapi sumbernya hanya bahan sekunder",
        "stated, but its sources are secondary material only",
        "bahan sekunder paling jauh mendukung `tafsir`",
        "secondary material supports `tafsir` at best",
    ),
    # conditions
    "not-a-condition": _s(
        "`{value}` bukan syarat",
        "`{value}` is not a condition",
        "tulis `selalu`, `{{fakta: nilai}}`, atau salah satu dari semua/salah_satu/tidak/definisi",
        "write `selalu`, `{{fact: value}}`, or one of semua/salah_satu/tidak/definisi",
    ),
    "one-question-each": _s(
        "satu syarat menanyakan satu hal, di sini ada {count}",
        "a condition asks one thing, here are {count}",
        "gabungkan dengan `semua: [...]` atau `salah_satu: [...]`",
        "join them with `semua: [...]` or `salah_satu: [...]`",
    ),
    "expected-conditions": _s(
        "di sini diharapkan daftar syarat yang tidak kosong",
        "a list of conditions, not empty, is expected here",
    ),
    "expected-values": _s(
        "di sini diharapkan daftar nilai {name} yang tidak kosong",
        "a list of values of {name}, not empty, is expected",
    ),
    "unknown-fact": _s(
        "fakta `{name}` tidak ada dalam kosakata",
        "the vocabulary has no fact `{name}`",
        "fakta yang dapat ditanyakan ada dalam kosakata.yaml",
        "the facts that can be asked are in kosakata.yaml",
    ),
    "fact-is-identity": _s(
        "`{name}` identitas; aturan tidak boleh membacanya", "`{name}` is identity; no rule may read it"
    ),
    "fact-is-origin": _s(
        "`{name}` tidak ditanyakan langsung",
        "`{name}` is not asked directly",
        "tanyakan `usia`; usia dihitung dari tanggal lahir pada hari keputusan",
        "ask `usia`; it is computed from the date of birth on the day of the decision",
    ),
    "fact-is-ruling": _s(
        "`{name}` adalah putusan pejabat, bukan syarat",
        "`{name}` is an official's ruling, not a condition",
        "pakai daftar terbuka atau belum lengkap; putusan itu dibaca lewat daftarnya",
        "use an open or partial list; the ruling is read through it",
    ),
    "unknown-definition": _s(
        "definisi `{name}` belum ada",
        "there is no definition `{name}`",
        "tulis dalam bagian `definisi`, di atas yang memakainya",
        "write it in the section `definisi`, above its use",
    ),
    "unknown-list": _s(
        "daftar `{name}` tidak ada dalam lampiran",
        "there is no list `{name}` in the annex",
        "tulis `lampiran.nama_daftar` dan daftarnya dalam bagian `lampiran`",
        "write `lampiran.list_name` and put the list in the section `lampiran`",
    ),
    "unknown-national": _s("nilai nasional `{name}` tidak ada", "there is no national value `{name}`"),
    "unknown-city": _s("kota `{name}` tidak ada dalam kosakata", "the vocabulary has no city `{name}`"),
    "city-not-folder": _s(
        "kota `{name}` tidak sama dengan nama folder `{folder}`",
        "the city `{name}` is not that of the folder `{folder}`",
    ),
    "list-of-another-fact": _s(
        "daftar ini memuat {about}, bukan {name}",
        "this list holds values of {about}, not of {name}",
        "tanyakan {about}, atau tulis daftarnya di sini",
        "ask {about}, or write the values out here",
    ),
    "one-membership": _s(
        "untuk {name} tulis nilai, atau satu dari `termasuk` dan `tidak_termasuk`",
        "for {name} write a value, or one of `termasuk` and `tidak_termasuk`",
    ),
    "value-twice": _s("nilai {value} ditulis dua kali", "the value {value} stands twice"),
    "no-bound": _s(
        "batas untuk {name} belum ada",
        "no bound for {name}",
        "tulis paling_rendah, lebih_dari, paling_tinggi, kurang_dari, atau sama_dengan",
        "write paling_rendah, lebih_dari, paling_tinggi, kurang_dari or sama_dengan",
    ),
    "two-bounds": _s("dua batas pada sisi yang sama untuk {name}", "two bounds on the same side for {name}"),
    "out-of-range": _s(
        "{value} di luar rentang {name} ({low} sampai dengan {high})",
        "{value} is outside the range of {name} ({low} to {high})",
    ),
    "empty-range": _s(
        "tidak ada {name} yang paling rendah {low} dan paling tinggi {high}",
        "no {name} is at least {low} and at most {high}",
        "tukar kedua batasnya",
        "swap the two bounds",
    ),
    # the policy as a whole
    "no-group": _s("tidak ada kelompok yang dicakup", "the policy covers no group"),
    "no-criterion": _s("kelompok {name} tidak punya kriteria", "the group {name} has no criterion"),
    "nobody-pays": _s("tidak ada yang membayar kelompok {name}", "nobody pays for the group {name}"),
    "source-twice": _s(
        "sumber dana {name} sudah selalu membayar di atas",
        "the source {name} already pays always, above",
        "baris ini tidak pernah menentukan; hapus atau beri syarat pada yang pertama",
        "this row never decides; remove it or give the first one a condition",
    ),
    "listed-and-excluded": _s("{name} ada dalam `isi` dan dalam `bukan`", "{name} stands both in `isi` and in `bukan`"),
    "closed-list-excludes": _s(
        "daftar tertutup tidak memerlukan `bukan`",
        "a closed list needs no `bukan`",
        "yang tidak ada dalam `isi` sudah tidak termasuk",
        "what is not in `isi` is already outside",
    ),
    "list-too-long": _s(
        "isi {found} butir, padahal jumlahnya {count}", "{found} entries, although the count is {count}"
    ),
    "unused-list": _s("daftar {name} tidak dipakai syarat mana pun", "no condition uses the list {name}"),
    "unused-definition": _s("definisi {name} tidak dipakai", "the definition {name} is not used"),
    "months-out-of-range": _s("{value} bulan di luar 1 sampai dengan 60", "{value} months is outside 1 to 60"),
    "residence-elsewhere": _s("syarat domisili tidak memuat {city}", "the residence criterion does not name {city}"),
    "known-before-start": _s(
        "diketahui sampai {known}, sebelum mulai berlaku {since}",
        "known until {known}, before it starts on {since}",
    ),
    "two-in-force": _s(
        "{first} dan {second} berlaku bersamaan sejak {day}",
        "{first} and {second} are both in force from {day}",
        "akhiri yang pertama dengan `sampai`, sehari sebelum yang kedua mulai",
        "end the first with `sampai`, the day before the second starts",
    ),
    "overlapping-values": _s(
        "dua nilai {name} berlaku bersamaan",
        "two values of {name} are in force together",
        "urutkan menurut tanggal dan akhiri yang lama dengan `sampai`",
        "order them by date and end the older with `sampai`",
    ),
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
}

_SUGGESTION = Label("maksud Anda `{suggestion}`?", "did you mean `{suggestion}`?")
_CHOICES = Label("pilihannya: {choices}", "the choices are: {choices}")


def fault_text(fault: Diagnostic, language: Language) -> tuple[str, str | None]:
    """What is wrong, and a hint if there is one."""
    sentence = FAULTS[fault.code]
    values = {key: _shown(value, language) for key, value in fault.values.items()}
    hints = []
    if "suggestion" in values:
        hints.append(_SUGGESTION[language].format(**values))
    elif "choices" in values:
        hints.append(_CHOICES[language].format(**values))
    elif sentence.hint:
        hints.append(sentence.hint[language].format(**values))
    return sentence.say[language].format(**values), hints[0] if hints else None


def notice_text(code: str, values: dict[str, object], language: Language) -> str:
    return NOTICES[code][language].format(**{key: _shown(value, language) for key, value in values.items()})


def _shown(value: object, language: Language) -> str:
    return value[language] if isinstance(value, Label) else str(value)
