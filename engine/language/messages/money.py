"""What is said about money: faults of budget files, why somebody is not paid, options left open, by code."""

from __future__ import annotations

from engine.language.messages.sentence import Sentence
from engine.language.messages.sentence import sentence as _s
from engine.language.vocabulary import Label

MONEY_FAULTS: dict[str, Sentence] = {
    "budget-of-another-city": _s(
        "anggaran ini untuk {city}, padahal yang dijalankan {asked}",
        "this budget is for {city}, but the run is for {asked}",
        "pakai berkas anggaran kota yang benar",
        "use the budget file of the right city",
    ),
    "budget-of-another-year": _s(
        "anggaran ini untuk tahun {year}, padahal hari keputusannya pada tahun {asked}",
        "this budget is for {year}, but the day of the decision is in {asked}",
        "pakai anggaran tahun itu, atau ubah `--on`",
        "use the budget of that year, or change `--on`",
    ),
    "budget-pot-twice": _s(
        "dua bagian uang memakai id `{name}`",
        "two pots of money have the id `{name}`",
        "beri setiap bagian id sendiri; laporan menyebut uang dengan id itu",
        "give each pot an id of its own; reports name money by it",
    ),
    "budget-months": _s(
        "bulan harus dari 1 sampai 12, dan yang pertama tidak sesudah yang terakhir",
        "months are 1 to 12, the first not after the last",
        "tulis misalnya `bulan: {{dari: 3, sampai: 12}}`",
        "write for example `bulan: {{dari: 3, sampai: 12}}`",
    ),
    "budget-village": _s(
        "tidak ada kelurahan berkode ini di {city}",
        "there is no village of this code in {city}",
        "pakai kode Kemendagri seperti 33.75.01.1001; lihat daftar pada `perwal template`",
        "use the Kemendagri code such as 33.75.01.1001; `perwal template` lists them",
    ),
    "budget-village-twice": _s(
        "kelurahan {village} tertulis dua kali",
        "the village {village} is written twice",
        "satukan kedua barisnya",
        "make one line of the two",
    ),
    "budget-weight-missing": _s(
        "kuota dibagi menurut `{weight}`, tetapi nilainya tidak ada untuk {count} kelurahan: {villages}",
        "the quota is shared by `{weight}`, but it has no value for {count} of the villages: {villages}",
        "isi `{weight}` setiap kelurahan pada bagian `kelurahan`, atau tulis 0",
        "give `{weight}` for every village in the section `kelurahan`, or write 0",
    ),
    "budget-group-unknown": _s(
        "tidak ada kelompok `{name}` dalam peraturan ini",
        "this regulation has no group `{name}`",
        "lihat `perwal policies` dan berkas kebijakannya",
        "see the policy file",
    ),
    "budget-source-not-in-law": _s(
        "tidak ada aturan pendanaan peraturan ini yang menyebut {source}, maka uang `{name}` tidak pernah membayar",
        "no funding rule of this regulation names {source}, so the money `{name}` never pays",
        "periksa `sumber_dana` dan `penyedia`; uang hanya keluar menurut peraturan",
        "check `sumber_dana` and `penyedia`; money only goes out by the regulation",
    ),
    "budget-received-unsaid": _s(
        "`diterima` belum diisi; uang yang hanya dijanjikan tidak pernah membayar",
        "`diterima` is not given; money that is only promised never pays",
        "tulis rupiah yang sudah diterima, 0 bila belum ada",
        "write the rupiah received, 0 if none",
    ),
    "budget-source-draft": _s(
        "aturan pendanaan yang menyebut {source} masih rancangan, maka uang `{name}` tidak membayar",
        "the funding rule that names {source} is only a proposal, so the money `{name}` does not pay",
        "tunggu aturannya ditetapkan; sebagai pengandaian, ubah `status` aturan itu",
        "wait until the rule is set; as a what-if, change the rule's `status`",
    ),
    "granted-unknown-pot": _s(
        "bulan yang sudah diberikan menyebut uang yang tidak ada dalam anggaran: {names}",
        "months already granted name money that the budget does not have: {names}",
        "tambahkan bagian uang itu, atau pakai anggaran yang dipakai sebelumnya",
        "add those pots, or use the budget used before",
    ),
    "granted-over-received": _s(
        "uang `{name}` sudah terpakai Rp{committed}, lebih dari yang diterima (Rp{received})",
        "Rp{committed} of `{name}` are used already, more than was received (Rp{received})",
        "periksa berkas bulan yang sudah diberikan dan `diterima`",
        "check the file of months granted and `diterima`",
    ),
    "allocation-without-nik": _s(
        "daftar ini tidak mempunyai lajur NIK, maka uang tidak dapat dibagikan",
        "this list has no NIK column, so money cannot be given out",
        "tambahkan lajur NIK; tanpa NIK orang yang sama dapat dibayar dua kali",
        "add a NIK column; without it the same person could be paid twice",
    ),
    "granted-file": _s(
        "berkas bulan yang sudah diberikan harus memuat kolom nik, bulan (TAHUN-BULAN), uang, sumber_dana, penyedia,"
        " dan rupiah",
        "the file of months granted must have the columns nik, bulan (YEAR-MONTH), uang, sumber_dana, penyedia and"
        " rupiah",
        "pakai `hibah.parquet` atau `hibah.csv` dari jalannya program sebelumnya",
        "use `hibah.parquet` or `hibah.csv` of an earlier run",
    ),
}

UNPAID: dict[str, Label] = {
    "no_village": Label("kelurahan belum diketahui; masuk daftar tunggu", "village unknown; on the waiting list"),
    "family": Label(
        "satu keluarga satu peserta, anggota lain didahulukan", "one person a family, another member comes first"
    ),
    "group_open": Label(
        "kelompok yang menentukan sumber dananya belum pasti", "the group that decides who pays is not determined"
    ),
    "no_tariff": Label("besaran iuran segmennya tidak dimodelkan", "the contribution of the segment is not modelled"),
    "no_source": Label("tidak ada sumber dana yang boleh membayar", "no source may pay"),
    "earmarked": Label(
        "uang yang ada diperuntukkan bagi orang atau bulan lain",
        "the money there is, is earmarked for other people or months",
    ),
    "quota": Label("kuota penuh", "quota full"),
    "months_over": Label(
        "jumlah bulan yang boleh dibayar sumbernya sudah habis", "the months that its source may pay are used up"
    ),
    "lapsed": Label(
        "bulan sebelumnya tidak dibayar, dan sebagai peserta baru tidak berhak lagi",
        "the month before is not paid, and as a new participant no longer eligible",
    ),
    "money": Label("uang habis", "money used up"),
}
"""Why an eligible month, or a person, is not paid."""

OPTIONS: dict[str, Label] = {
    "uang_kurang": Label(
        "bila uang tidak cukup bagi semua bulan seseorang", "when the money does not reach for all months"
    ),
    "sisa_kuota": Label("kuota kelurahan yang tidak terpakai", "village places that nobody takes"),
    "arti_kuota": Label("arti jumlah kuota", "what the quota's number means"),
    "metode_kuota": Label("cara membagi kuota", "how the quota is shared out"),
    "penerima_berjalan": Label("penerima yang sedang ditanggung", "people paid for now"),
    "satu_per_keluarga": Label("satu peserta per keluarga", "one person a family"),
}
"""What a regulation may leave open and a run must choose."""

CHOICES: dict[str, Label] = {
    "sebagian": Label("dibayar sebanyak bulan yang cukup", "as many months as it reaches for are paid"),
    "lewati": Label("dilewati, berikutnya yang cukup dibayar", "passed over for the next whom it reaches for"),
    "berhenti": Label("pembayaran sumber itu berhenti", "the source stops paying"),
    "tetap": Label("tetap kosong", "stay empty"),
    "dibagi_ulang": Label("dibagi lagi ke kelurahan lain", "are shared among the other villages"),
    "total": Label("seluruh peserta tahun itu", "all participants of the year"),
    "tambahan": Label("tambahan atas penerima berjalan", "on top of the people paid for now"),
    "sisa_terbesar": Label("menurut bobot, sisa terbesar", "by weight, largest remainder"),
    "rata": Label("sama rata", "equally"),
    "didahulukan": Label("didahulukan dan memegang tempatnya", "come first and keep their places"),
    "setara": Label("berurut seperti yang lain", "in order like everybody else"),
    "ya": Label("ya", "yes"),
    "tidak": Label("tidak", "no"),
}

MONEY: dict[str, Label] = {
    # sheets and headings of the workbook
    "title": Label("Alokasi tahun {year}", "Allocation of {year}"),
    "sheet_about": Label("Ringkasan", "Summary"),
    "sheet_money": Label("Uang", "Money"),
    "sheet_villages": Label("Kelurahan", "Villages"),
    "sheet_paid": Label("Dibayar", "Paid"),
    "sheet_waiting": Label("Daftar tunggu", "Waiting list"),
    "policies": Label("Kebijakan", "Policies"),
    "from": Label("Dihitung sejak", "Counted from"),
    "seed": Label("Benih undian", "Seed of the lot"),
    "quota": Label("Kuota", "Quota"),
    "assumed": Label("diandaikan", "assumed"),
    "people_paid": Label("Orang yang dibayar", "People paid"),
    "unpaid": Label("Orang dengan bulan tak dibayar: {reason}", "People with unpaid months: {reason}"),
    "nik": Label("NIK", "NIK"),
    "nama": Label("nama", "name"),
    "kelurahan": Label("kelurahan", "village"),
    "no_kk": Label("nomor KK", "family card"),
    "urutan": Label("urutan dalam kelurahan", "place in the village's line"),
    "memegang_tempat": Label("memegang tempat kuota", "holds a quota place"),
    "bulan_dibayar": Label("bulan dibayar", "months paid"),
    "bulan_sebelumnya": Label("bulan sebelumnya", "months before"),
    "rupiah": Label("rupiah", "rupiah"),
    "dibayar": Label("dibayar untuk", "paid for"),
    "uang": Label("uang", "money"),
    "tidak_dibayar": Label("tidak dibayar karena", "not paid because"),
    "belum_pasti": Label("belum pasti berhak", "eligibility undetermined"),
    "sumber_dana": Label("sumber dana", "source"),
    "penyedia": Label("penyedia", "provider"),
    "dijanjikan": Label("dijanjikan", "promised"),
    "diterima": Label("diterima", "received"),
    "terpakai_sebelumnya": Label("terpakai sebelumnya", "used before"),
    "diberikan": Label("diberikan", "given now"),
    "sisa": Label("sisa", "left"),
    "orang": Label("orang", "people"),
    "bulan_orang": Label("bulan-orang", "person-months"),
    "kuota": Label("kuota", "quota"),
    "dipindah": Label("tempat dipindah", "places moved"),
    "sudah_memegang": Label("sudah memegang tempat", "held before"),
    "tempat_baru": Label("tempat baru", "new places"),
    "mengajukan": Label("yang berhak", "who are eligible"),
}
"""Words of the workbook; headings by the names of the columns."""
