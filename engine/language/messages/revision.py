"""What is said of two policies held against each other, of what-ifs and of a new city, in both languages."""

from __future__ import annotations

from engine.language.messages.sentence import Sentence
from engine.language.messages.sentence import sentence as _s
from engine.language.vocabulary import Label

RELATIONS: dict[str, Label] = {
    "equivalent": Label("sama", "the same"),
    "wider": Label("lebih luas", "wider"),
    "narrower": Label("lebih sempit", "narrower"),
    "neither": Label("tidak lebih luas, tidak lebih sempit", "neither wider nor narrower"),
}
"""Of the new policy to the old: whom it covers."""

PAYING: dict[str, Label] = {
    "equivalent": Label("sama", "the same"),
    "wider": Label("lebih banyak yang dibayari", "more are paid for"),
    "narrower": Label("lebih sedikit yang dibayari", "fewer are paid for"),
    "neither": Label("berbeda", "different"),
}
"""Of the new policy to the old: whose money pays for people whom both cover."""

ITEMS: dict[str, Label] = {
    "instrument": Label("Instrumen", "Instrument"),
    "period": Label("Masa berlaku", "Period"),
    "programs": Label("Program", "Programmes"),
    "list": Label("Daftar", "List"),
    "group": Label("Kelompok", "Group"),
    "criterion": Label("Kriteria", "Criterion"),
    "funding": Label("Pendanaan", "Funding"),
    "quota": Label("Kuota", "Quota"),
    "priority": Label("Prioritas", "Priority"),
    "transition": Label("Peralihan", "Transition"),
    "donor": Label("Donatur", "Donors"),
}

ASPECTS: dict[str, Label] = {
    "id": Label("nama", "name"),
    "kind": Label("jenis", "kind"),
    "number": Label("nomor", "number"),
    "year": Label("tahun", "year"),
    "about": Label("judul", "title"),
    "binding": Label("mengikat", "binding"),
    "status": Label("status", "status"),
    "since": Label("mulai", "since"),
    "until": Label("sampai", "until"),
    "members": Label("isi", "entries"),
    "excluded": Label("yang pasti tidak termasuk", "surely not in it"),
    "completeness": Label("sifat daftar", "kind of list"),
    "count": Label("banyaknya menurut sumber", "how many, by the source"),
    "label": Label("sebutan", "name"),
    "segment": Label("segmen", "segment"),
    "amount": Label("jumlah", "amount"),
    "condition": Label("syarat", "condition"),
    "when": Label("diperiksa", "asked"),
    "wording": Label("bunyi", "wording"),
    "article": Label("pasal", "article"),
    "basis": Label("dasar", "ground"),
    "position": Label("urutan", "position"),
    "months": Label("lamanya", "months"),
    "provider": Label("penyedia", "provider"),
    "meaning": Label("arti", "meaning"),
    "per": Label("pembagian", "division"),
    "weights": Label("menurut", "by"),
    "rule": Label("aturan", "rule"),
    "nature": Label("sifat", "nature"),
    "at_least": Label("paling sedikit", "at least"),
    "repeats": Label("berulang", "repeated"),
    "manner": Label("cara", "manner"),
}

REVISION: dict[str, Label] = {
    # what items say
    "ongoing": Label("penerima berjalan", "ongoing recipients"),
    "period": Label("masa berlaku", "period"),
    "programs": Label("program", "programmes"),
    "list_closed": Label("tertutup", "closed"),
    "list_open": Label("terbuka: dapat ditambah dengan penetapan", "open: a ruling may add to it"),
    "list_partial": Label("belum lengkap diketahui", "known in part"),
    "tariff": Label("tarif nasional", "the national tariff"),
    "when_registered": Label("saat pendaftaran", "at registration"),
    "when_always": Label("setiap bulan", "every month"),
    "months": Label("{months} bulan", "{months} months"),
    "months_open": Label("tidak diatur", "not regulated"),
    "unregulated": Label("tidak diatur", "not regulated"),
    "quota_of": Label("kuota {year}", "quota of {year}"),
    "quota_total": Label("seluruhnya", "in all"),
    "quota_addition": Label("tambahan", "in addition"),
    "per_village": Label("per kelurahan", "per village"),
    "undivided": Label("tidak dibagi", "not divided"),
    "none": Label("(tidak ada)", "(none)"),
    "undated": Label("tidak diketahui", "unknown"),
    # the difference of two policies
    "old": Label("lama", "old"),
    "new": Label("baru", "new"),
    "read_on": Label("dibaca per {day}", "read on {day}"),
    "who": Label("Siapa yang berhak", "Who is eligible"),
    "money": Label("Siapa yang membayar", "Whose money pays"),
    "covers_equivalent": Label(
        "tidak seorang pun berhak menurut yang satu saja", "nobody is eligible under one of them only"
    ),
    "covers_wider": Label("ada yang bertambah, tidak ada yang hilang", "some gain, nobody loses"),
    "covers_narrower": Label("ada yang hilang, tidak ada yang bertambah", "some lose, nobody gains"),
    "covers_neither": Label("ada yang bertambah dan ada yang hilang", "some gain and some lose"),
    "firm": Label(
        "Tanpa syarat yang hanya asumsi, di kedua sisi: {relation}.",
        "Without criteria that are assumptions, on both sides: {relation}.",
    ),
    "at_home": Label(
        "Dua kota: warga {old} dibandingkan dengan orang yang keadaannya sama di {new}. Menurut tempat tinggal apa"
        " adanya: {relation}.",
        "Two cities: people of {old} are compared with people of {new} in the same circumstances. By where they really"
        " live: {relation}.",
    ),
    "settled": Label(
        "Tanpa orang yang masih menunggu penetapan pejabat: {relation}.",
        "Without people of whom an official must still rule: {relation}.",
    ),
    "unsettled": Label(
        "Hanya bila tidak ditetapkan lain, sebab salah satu pihak masih menunggu penetapan:",
        "Only unless ruled otherwise, for one side still awaits a ruling:",
    ),
    "unknown_entries": Label(
        "Jenis pekerjaan yang tidak disebut kedua daftar tidak dihitung sebagai perubahan.",
        "Occupations that neither list names are not counted as change.",
    ),
    "awaits": Label("belum pasti: perlu penetapan tentang {codes}", "undetermined: needs a ruling on {codes}"),
    "gains": Label("Bertambah: berhak menurut {new}, tidak menurut {old}", "Gains: eligible under {new}, not {old}"),
    "loses": Label("Hilang: berhak menurut {old}, tidak menurut {new}", "Loses: eligible under {old}, not {new}"),
    "smallest": Label(
        "Orang dengan fakta paling sedikit; fakta lain tidak memengaruhi hasilnya.",
        "The person with the fewest facts; no other fact changes the outcome.",
    ),
    "alike": Label("sama bagi {alike}", "the same for {alike}"),
    "covers": Label("berhak", "eligible"),
    "not_asked": Label("tidak mensyaratkan {facts}", "does not ask: {facts}"),
    "on_assumption": Label(
        "penolakan ini bertumpu pada asumsi saja; pastikan dahulu",
        "this refusal rests on assumptions alone; confirm them first",
    ),
    "more_reasons": Label("Ada orang lain dengan alasan lain.", "There are others, for other reasons."),
    "pays_equivalent": Label(
        "setiap orang yang berhak menurut keduanya dibayari sumber yang sama, selama bulan yang sama",
        "whoever is eligible under both is paid for by the same source, for as many months",
    ),
    "pays_nobody": Label("tidak ada yang berhak menurut keduanya", "nobody is eligible under both"),
    "pays_wider": Label(
        "dari yang berhak menurut keduanya, ada yang kini dibayari dan tidak ada yang berhenti",
        "of those eligible under both, some are paid for now and nobody stops",
    ),
    "pays_narrower": Label(
        "dari yang berhak menurut keduanya, ada yang tidak lagi dibayari",
        "of those eligible under both, some are no longer paid for",
    ),
    "pays_neither": Label(
        "dari yang berhak menurut keduanya, ada yang dibayari dengan cara lain",
        "of those eligible under both, some are paid for otherwise",
    ),
    "unpaid": Label("tidak ada yang membayar", "nobody pays"),
    "more_payers": Label("Ada perubahan lain.", "There are further changes."),
    "written": Label("Yang berubah dalam naskah", "What is written otherwise"),
    "nothing_written": Label("tidak ada", "nothing"),
    "added": Label("ditambah", "added"),
    "removed": Label("dihapus", "removed"),
    "changed": Label("diubah", "changed"),
    "assumed": Label("Yang bertumpu pada asumsi", "What rests on assumptions"),
    "assumed_both": Label("kedua sisi sama", "alike on both sides"),
    "no_assumption": Label("tidak ada", "nothing"),
    "what_if": Label("{policy} dengan pengandaian", "{policy}, what if"),
    "not_law": Label("Pengandaian, bukan peraturan: {changes}", "A what-if, not a regulation: {changes}"),
    "beside": Label("{new} terhadap {old}", "{new} beside {old}"),
    "column_to_row": Label("kolom terhadap baris", "column beside row"),
    "undecided": Label("terlalu besar untuk dibandingkan", "too large to compare"),
    "relations": Label("Siapa yang berhak, kota demi kota", "Who is eligible, city by city"),
    "relations_legend": Label(
        "Bagi warga masing-masing kota; pekerjaan yang tidak disebut kedua daftar tidak dihitung. Selengkapnya: perwal"
        " diff.",
        "For each city's own people; occupations that neither list names are not counted. In full: perwal diff.",
    ),
    "what_if_needed": Label(
        "Sebutkan kebijakan kedua, atau pengandaian dengan --set atau --reading.",
        "Name a second policy, or a what-if with --set or --reading.",
    ),
    "registry_needed": Label(
        "-o, --budget, dan --ambiguities hanya bersama --registry.", "-o, --budget and --ambiguities need --registry."
    ),
    "output_needed": Label(
        "Sebutkan folder dampaknya dengan -o, atau pakai --ambiguities.",
        "Name a folder for the impact with -o, or use --ambiguities.",
    ),
    "no_reading": Label(
        "{policy} tidak mempunyai tafsir lain bernama {name}. Yang ada: {names}.",
        "{policy} has no other reading {name}. There are: {names}.",
    ),
}
"""Words of the screen and of what is compared."""

FOUNDING: dict[str, Label] = {
    # a city's draft from another city's policy
    "head": Label(
        "Rancangan {city}, disalin dari {source}. Belum berlaku; setiap dasarnya masih asumsi.",
        "Draft of {city}, copied from {source}. Not in force; each of its grounds is still an assumption.",
    ),
    "marks": Label(
        "Baris PUTUSKAN menandai yang harus diputuskan; hapus barisnya sesudah diputuskan.",
        "A line PUTUSKAN marks what must be decided; delete the line once it is.",
    ),
    "cases": Label(
        "Kasus uji rancangan {city}, disalin dari {source} dengan tempat yang dipindahkan. PASTIKAN satu per satu.",
        "Cases of the draft of {city}, copied from {source} with the places moved. Confirm each of them.",
    ),
    "instrument": Label(
        "bentuk, nomor, tahun, dan judul peraturan {city}; mengikat atau tidak",
        "form, number, year and title of the regulation of {city}; binding or not",
    ),
    "period": Label("mulai berlakunya", "from when it is in force"),
    "list_closed": Label("isi daftar; di {source} tertutup", "what the list holds; in {source} it is closed"),
    "list_open": Label(
        "isi daftar; di {source} terbuka, yang setara ditetapkan pejabat",
        "what the list holds; in {source} it is open, and an official rules what is equivalent",
    ),
    "list_partial": Label(
        "isi daftar; dari {source} hanya {known} dari {count} yang diketahui, jadi lengkapi dan tutup",
        "what the list holds; of {source} only {known} of {count} are known, so complete and close it",
    ),
    "kuota": Label(
        "kuota; di {source} {amount} orang untuk tahun {year}", "the quota; in {source} {amount} people for {year}"
    ),
    "prioritas": Label("siapa yang didahulukan", "who comes first"),
    "peralihan": Label("penerima yang sudah dibayari", "people who are paid for already"),
    "donatur": Label("donatur, banyaknya, dan lamanya", "donors, how many and how long"),
    "provider": Label("penyedia dana; di {source} {provider}", "who provides the money; in {source} {provider}"),
    "nobody": Label("belum ditunjuk", "not named yet"),
    "villages": Label(
        "kelurahan; di {source} {old}, di sini untuk sementara {new}",
        "the villages; in {source} {old}, here for the time being {new}",
    ),
    "reading": Label(
        "pembacaan; {source} dapat juga dibaca: {text} ({name})",
        "the reading; {source} can also be read: {text} ({name})",
    ),
    "ground": Label(
        "dasarnya di {city}; di {source} {basis}{sources}", "its ground in {city}; in {source} {basis}{sources}"
    ),
    "note": Label(
        "Disalin dari {source}, di sana {basis}{sources}; di {city} belum ada dasarnya.",
        "Copied from {source}, {basis} there{sources}; nothing supports it in {city} yet.",
    ),
    # what the command says
    "written": Label("Ditulis: {path}", "Written: {path}"),
    "passes": Label(
        "Pemeriksaan lulus, {taken} kasus disalin dan lulus; pastikan satu per satu.",
        "The check passes, {taken} cases were copied and pass; confirm each of them.",
    ),
    "dropped": Label("Tidak disalin, karena hasilnya lain di sini:", "Not copied, for they come out otherwise here:"),
    "to_decide": Label("Yang harus diputuskan {city}: {count}", "What {city} must decide: {count}"),
    "left_out": Label(
        "{count} pernyataan yang tidak dihitung di {source} tidak disalin: itu tentang kota asalnya.",
        "{count} statements not counted in {source} were not copied: they are about that city.",
    ),
    "no_region": Label("Tidak ada kota atau kabupaten bernama {city}.", "There is no city or regency called {city}."),
    "meant": Label("Maksud Anda {city}?", "Did you mean {city}?"),
    "there_already": Label(
        "{path} sudah ada; pilih --version lain.", "{path} is there already; choose another --version."
    ),
    "bad_version": Label(
        "--version: pakai huruf kecil, angka, dan tanda hubung.", "--version: use lower-case letters, digits, hyphens."
    ),
    "not_whole": Label(
        "Rancangan dari {source} tidak akan lulus pemeriksaan; tidak ada yang ditulis.",
        "A draft from {source} would not pass its check; nothing was written.",
    ),
    "next": Label(
        "Berikutnya: perwal check {path}; perwal diff {source} {id}",
        "Next: perwal check {path}; perwal diff {source} {id}",
    ),
    "kind_instrument": Label("peraturan", "regulation"),
    "kind_list": Label("daftar", "list"),
    "kind_place": Label("tempat", "place"),
    "kind_provider": Label("penyedia", "provider"),
    "kind_reading": Label("pembacaan", "reading"),
    "kind_amount": Label("jumlah dan urutan", "amounts and order"),
    "kind_ground": Label("dasar", "ground"),
}

REVISION_FAULTS: dict[str, Sentence] = {
    "set-form": _s(
        "`{text}` bukan bentuk JALUR=NILAI",
        "`{text}` is not of the form PATH=VALUE",
        "contoh: --set kuota.jumlah=1500",
        "for example: --set kuota.jumlah=1500",
    ),
    "set-too-many": _s("paling banyak {limit} pengandaian", "at most {limit} what-ifs at once"),
    "set-twice": _s("`{path}` disebut dua kali", "`{path}` is given twice"),
    "set-unknown-path": _s(
        "`{path}`: tidak ada `{name}` dalam {where}",
        "`{path}`: there is no `{name}` in {where}",
        "jalur terdiri atas kunci, id, atau nomor urut (dari 0), dipisahkan titik",
        "a path is made of keys, ids or positions (from 0), with dots between",
    ),
    "set-which-one": _s(
        "`{path}`: `{where}` memuat beberapa butir dan tidak satu pun bernama `{name}`",
        "`{path}`: `{where}` holds several items, and none is called `{name}`",
    ),
    "set-nothing-below": _s(
        "`{path}`: `{name}` adalah nilai tunggal; di bawahnya tidak ada apa-apa",
        "`{path}`: `{name}` is a single value; there is nothing below it",
    ),
    "set-not-single": _s(
        "`{path}` bukan nilai tunggal",
        "`{path}` is not a single value",
        "untuk daftar tulis [a, b]; untuk syarat tulis {{fakta: nilai}}",
        "write a list as [a, b], a condition as {{fakta: nilai}}",
    ),
    "set-value": _s(
        "`{path}`: nilai ini tidak dapat dipakai: {problem}", "`{path}`: this value cannot be used: {problem}"
    ),
}
