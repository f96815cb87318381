"""Words of the impact of a change of policy on a registry."""

from __future__ import annotations

from engine.language.vocabulary import Label

KIND_LABELS: dict[str, Label] = {
    "gain": Label("menjadi berhak", "becomes eligible"),
    "loss": Label("tidak lagi berhak", "no longer eligible"),
    "newly_undetermined": Label("menjadi belum pasti", "no longer determined"),
    "settled": Label("menjadi pasti", "becomes determined"),
    "payer": Label("pembayar atau iurannya berubah", "payer or amount changes"),
    "same": Label("tidak berubah", "no change"),
}

DIMENSION_LABELS: dict[str, Label] = {
    "kelurahan": Label("Kelurahan", "Village"),
    "pekerjaan": Label("Pekerjaan", "Occupation"),
    "usia": Label("Usia", "Age"),
    "desil": Label("Desil", "Decile"),
}

IMPACT: dict[str, Label] = {
    "title": Label("Dampak {new} terhadap {old}", "Impact of {new} on {old}"),
    "said": Label(
        "{rows} pemohon; {old} pada {old_on}, {new} pada {new_on}; sebelum kuota dan pagu kecuali disebut lain",
        "{rows} applicants; {old} on {old_on}, {new} on {new_on}; before quota and budget unless said otherwise",
    ),
    "summary": Label("Ringkasan", "Summary"),
    "change": Label("perubahan", "change"),
    "people": Label("orang", "people"),
    "row": Label("baris", "row"),
    "ongoing": Label("kini ditanggung", "paid for now"),
    "outcome": Label("hasil", "outcome"),
    "ground": Label("sebab", "reason"),
    "payment": Label("pembayaran", "payment"),
    "paid_as": Label(
        "{source}, bulan {first}–{last}, {amount} sebulan", "{source}, months {first}–{last}, {amount} a month"
    ),
    "move": Label("pergeseran", "displacement"),
    "right": Label("bulan berhak", "months eligible"),
    "given": Label("bulan dibayar", "months paid"),
    "not_given": Label("sebab tidak dibayar", "why not paid"),
    "monthly": Label("sebulan", "a month"),
    "rows_of": Label("Baris {what}", "Rows {what}"),
    "opens": Label(
        "Klik sebuah angka: barisnya (NIK disamarkan) terbuka, ↑ kembali ke angka itu.",
        "Click a number: the rows behind it (NIK masked) open, ↑ leads back to it.",
    ),
    "in_list_order": Label(
        "Baris: nomor baris dalam daftar pemohon. NIK disamarkan. Sebelum kuota dan pagu kecuali disebut lain.",
        "Row: its number in the list of applicants. NIKs are masked. Before quota and budget unless said otherwise.",
    ),
    "block": Label("{what} · {people} orang", "{what} · {people} people"),
    "difference_of": Label("selisih {source}, bulan {months}", "difference {source}, months {months}"),
    "side_of": Label("{side} {source}, bulan {months}", "{side} {source}, months {months}"),
    "with_budget_short": Label("dengan anggaran", "with budget"),
    "others": Label("({count} nilai lainnya)", "({count} other values)"),
    "alone_of": Label("{criterion}, hanya karena ini", "{criterion}, for this alone"),
    "cut": Label(
        "{shown} baris pertama dari {people}. Semuanya: {command}", "The first {shown} of {people} rows. All: {command}"
    ),
    "elsewhere": Label(
        "{people} baris tidak dimuat di buku ini. Semuanya: {command}",
        "{people} rows are not in this workbook. All: {command}",
    ),
    "because": Label("Sebab", "Reasons"),
    "article": Label("pasal", "article"),
    "basis": Label("dasar", "basis"),
    "criterion": Label("syarat", "criterion"),
    "alone": Label("hanya karena ini", "for this alone"),
    "money": Label("Uang", "Money"),
    "source": Label("sumber dana", "source"),
    "month": Label("bulan", "month"),
    "before": Label("lama", "old"),
    "after": Label("baru", "new"),
    "difference": Label("selisih", "difference"),
    "count": Label("jumlah", "total"),
    "eligible_before": Label("berhak menurut {policy}", "eligible under {policy}"),
    "ongoing_out": Label(
        "penerima yang sedang ditanggung dan tidak lagi berhak", "people paid for now who would no longer be eligible"
    ),
    "displaced": Label(
        "berhak menurut keduanya, dibayar menurut yang lama, tergeser kuota atau uang menurut yang baru",
        "eligible under both, paid under the old one, displaced by quota or money under the new one",
    ),
    "let_in": Label(
        "berhak menurut keduanya, tidak dibayar menurut yang lama, dibayar menurut yang baru",
        "eligible under both, not paid under the old one, paid under the new one",
    ),
    "paid_lost": Label(
        "dibayar menurut yang lama dan tidak lagi berhak", "paid under the old one and no longer eligible"
    ),
    "paid_gained": Label(
        "menjadi berhak dan dibayar menurut yang baru", "becomes eligible and is paid under the new one"
    ),
    "with_budget": Label("Dengan anggaran {budget}", "With the budget {budget}"),
    "rows_form": Label("-o harus berkas .xlsx, .csv, atau .parquet", "-o has to be a file .xlsx, .csv or .parquet"),
    "rows_no_file": Label(
        "{file} tidak ada; sebut salah satu berkas Parquet dari perwal diff --registry",
        "{file} is not there; name one of the Parquet files of perwal diff --registry",
    ),
    "rows_no_condition": Label(
        "syarat itu tidak berlaku untuk {file}; salin syarat dari dampak.xlsx atau dampak.json",
        "the condition does not fit {file}; copy one from dampak.xlsx or dampak.json",
    ),
    "rows_not_written": Label(
        "{file} tidak dapat ditulis; pilih berkas lain", "{file} cannot be written; choose another file"
    ),
    "rows_written": Label("{rows} baris ditulis ke {file}", "{rows} rows written to {file}"),
    "reading": Label("Bila dibaca: {text}", "If read as: {text}"),
    "costs": Label("Apa arti keraguan tafsir", "What the ambiguities mean"),
    "eligible_change": Label("selisih orang berhak", "difference in people eligible"),
    "yearly": Label("selisih uang sampai akhir tahun", "difference in money to the end of the year"),
    "files": Label("Hasil dalam {folder}: {files}", "Results in {folder}: {files}"),
}
