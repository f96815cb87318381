"""Faults of rosters, changes and pledges, which the monthly cycle reads."""

from __future__ import annotations

from engine.language.messages.sentence import Sentence
from engine.language.messages.sentence import sentence as _s

MONTHLY_FAULTS: dict[str, Sentence] = {
    # rosters
    "month-folder": _s(
        "folder ini bukan hasil utuh dari `perwal month`, atau dari `perwal run` dengan anggaran",
        "this folder is no whole result of `perwal month`, or of `perwal run` with a budget",
        "pakai folder bulan sebelumnya, atau folder `perwal run ... --budget`",
        "use the folder of the month before, or of `perwal run ... --budget`",
    ),
    "month-not-next": _s(
        "daftar ini untuk bulan {last}, maka yang berikutnya {next}, bukan {asked}",
        "this roster is of {last}, so the next one is {next}, not {asked}",
        "jalankan bulan satu demi satu; setiap bulan memakai hasil bulan sebelumnya",
        "run one month after the other; each takes the result of the month before",
    ),
    "month-paid-twice": _s(
        "bulan yang sama tertulis dua kali bagi seseorang dalam berkas bulan yang sudah diberikan",
        "the file of months granted has a month of somebody twice",
        "pakai berkas `hibah.parquet` sebagaimana ditulis program",
        "use the file `hibah.parquet` as the program wrote it",
    ),
    "month-over-committed": _s(
        "uang `{name}` sudah terpakai dan dijanjikan Rp{committed}, lebih dari yang diterima (Rp{received})",
        "Rp{committed} of `{name}` are paid and promised, more than was received (Rp{received})",
        "periksa `diterima` dalam anggaran, atau bagikan lagi sisa tahun dengan `perwal run`",
        "check `diterima` in the budget, or give out the rest of the year again with `perwal run`",
    ),
    "month-strangers": _s(
        "{count} orang dalam daftar bulan lalu tidak ada dalam daftar pemohon; hak mereka tidak dapat diperiksa",
        "{count} people of last month's roster are not in the list of applicants; their right cannot be checked",
        "pakai daftar pemohon yang memuat mereka (--registry)",
        "use the list of applicants that has them (--registry)",
    ),
    "roster-without-column": _s(
        "daftar bulan lalu tidak mempunyai kolom `{name}`",
        "last month's roster has no column `{name}`",
        "daftar memuat nik, uang, dan bulan_terakhir_dibayar; sebaiknya juga sejak dan sampai_bulan",
        "a roster has nik, uang and bulan_terakhir_dibayar; better sejak and sampai_bulan too",
    ),
    "roster-person-twice": _s(
        "orang ini tertulis dua kali dalam daftar",
        "this person is on the roster twice",
        "satukan kedua barisnya; satu orang dibayar sekali sebulan",
        "make one row of the two; a person is paid once a month",
    ),
    "roster-unknown-pot": _s(
        "uang ini tidak ada dalam anggaran",
        "the budget has no such money",
        "tulis id uang seperti dalam anggaran",
        "write the id of the money as the budget has it",
    ),
    "roster-paid-already": _s(
        "orang ini sudah dibayar untuk bulan yang diminta",
        "this person is paid for the month asked about already",
        "pakai daftar bulan sebelumnya",
        "use the roster of the month before",
    ),
    "roster-without-ledger": _s(
        "daftar ini berdiri sendiri: yang terpakai tahun ini dihitung dari barisnya saja",
        "this roster stands alone: what was used this year is counted from its rows only",
        "sebut `hibah.parquet` bulan sebelumnya dengan --granted, supaya orang yang sudah keluar ikut terhitung",
        "name the `hibah.parquet` of the month before with --granted, so that people who have left count too",
    ),
    "not-a-month": _s(
        "isian ini bukan bulan",
        "this is not a month",
        "tulis TAHUN-BULAN, misalnya 2023-04",
        "write YEAR-MONTH, such as 2023-04",
    ),
    # changes
    "changes-without-column": _s(
        "daftar perubahan tidak mempunyai kolom `{name}`",
        "the list of changes has no column `{name}`",
        "tulis kolom jenis, tanggal, dan nik, lalu kolom fakta yang berubah",
        "write the columns jenis, tanggal and nik, then those of the facts that changed",
    ),
    "change-without-kind": _s(
        "jenis perubahan belum diisi", "the kind of change is not given", "isi kolom jenis", "fill in the column jenis"
    ),
    "change-unknown-kind": _s(
        "jenis perubahan ini tidak dikenal",
        "this kind of change is not known",
        "jenisnya: meninggal, pindah, pekerjaan_baru, jabatan_berakhir, upah, peserta_lain, mengundurkan_diri, kembali,"
        " pembetulan, ikrar_baru",
        "the kinds are: meninggal, pindah, pekerjaan_baru, jabatan_berakhir, upah, peserta_lain, mengundurkan_diri,"
        " kembali, pembetulan, ikrar_baru",
    ),
    "change-without-day": _s(
        "tanggal peristiwa belum diisi",
        "the day on which it happened is not given",
        "isi kolom tanggal; dari tanggal itu dihitung kapan tanggungan berakhir",
        "fill in the column tanggal; the end of support is counted from it",
    ),
    "change-says-nothing": _s(
        "perubahan `{kind}` tidak menyebut apa yang berubah",
        "the change `{kind}` does not say what has changed",
        "isi sedikitnya satu kolom: {names}",
        "fill in at least one column: {names}",
    ),
    "change-contradicts": _s(
        "jenis `{kind}` dan isian `{name}` pada baris ini bertentangan",
        "the kind `{kind}` and the cell `{name}` of this row contradict each other",
        "perbaiki salah satunya",
        "correct one of them",
    ),
    "change-nobody": _s(
        "tidak ada pemohon dengan NIK ini",
        "no applicant has this NIK",
        "periksa NIK pada baris ini, atau tambahkan orangnya ke daftar pemohon",
        "check the NIK of this row, or add the person to the list of applicants",
    ),
    "change-name-differs": _s(
        "nama pada baris ini bukan nama pemohon yang mempunyai NIK itu",
        "the name of this row is not that of the applicant who has the NIK",
        "periksa NIK dan namanya, supaya perubahan tidak mengenai orang lain",
        "check NIK and name, so that the change does not hit somebody else",
    ),
    "change-later": _s(
        "peristiwa ini terjadi sesudah bulan yang diminta",
        "this happened after the month asked about",
        "sertakan baris ini dalam daftar perubahan bulannya",
        "put this row into the list of changes of its month",
    ),
    "change-conflict": _s(
        "dua baris mengatakan hal yang berbeda tentang orang dan hari yang sama",
        "two rows say different things of the same person and day",
        "pastikan mana yang benar, lalu hapus yang lain",
        "find out which is right, and remove the other",
    ),
    "change-after-death": _s(
        "perubahan ini terjadi sesudah orangnya tercatat meninggal",
        "this change is dated after the person's recorded death",
        "periksa NIK dan tanggalnya; bila laporan meninggalnya keliru, jalankan lagi bulan itu tanpa baris meninggal",
        "check NIK and day; if the report of the death was wrong, run that month again without its row",
    ),
    "change-twice": _s(
        "perubahan ini sudah tercatat; dihitung sekali", "this change is recorded already; it counts once"
    ),
    "pledge-without-pot": _s(
        "ikrar ini belum mempunyai id uang",
        "this pledge has no id of money",
        "isi kolom uang dengan nama pendek, huruf kecil dan garis bawah, misalnya csr_bank",
        "fill in the column uang with a short name in lower case and underscores, such as csr_bank",
    ),
    "pledge-without-source": _s("sumber dana ikrar ini tidak dikenal", "the source of this pledge is not known"),
    "pledge-for-a-person": _s(
        "ikrar bagi satu orang tertentu tidak dibagikan lewat antrean",
        "a pledge for one person is not given out by the line",
        "kosongkan NIK, atau pasangkan donatur dan pekerja dengan `perwal donors`",
        "leave the NIK empty, or match donors and workers with `perwal donors`",
    ),
    "pledge-conflict": _s(
        "id uang ini sudah dipakai ikrar lain yang berbeda isinya",
        "this id of money belongs to another pledge that says something else",
        "pakai id lain, atau tulis tambahannya dalam anggaran",
        "use another id, or write the addition into the budget",
    ),
    "pledge-in-budget": _s(
        "uang `{name}` sudah ada dalam anggaran; angka anggaran yang dipakai",
        "the budget has the money `{name}` already; the budget's figures count",
    ),
    "unknown-account": _s(
        "--account menyebut uang `{name}`, yang tidak ada dalam anggaran",
        "--account names the money `{name}`, which the budget does not have",
    ),
    "holidays-unknown": _s(
        "hari libur resmi tahun {year} tidak diketahui; jatuh tempo hanya melewati akhir pekan dan --holiday",
        "the official holidays of {year} are not known; the due day only skips weekends and --holiday",
        "sebut hari libur di sekitar tanggal 15 dengan --holiday TAHUN-BULAN-HARI",
        "name holidays around the 15th with --holiday YEAR-MONTH-DAY",
    ),
}
