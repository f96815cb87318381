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
    "rows_behind": Label("baris", "rows"),
    "see_rows": Label("lihat baris", "see the rows"),
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
    "more_rows": Label("{left} baris lainnya ada dalam dampak.parquet", "{left} more rows are in dampak.parquet"),
    "reading": Label("Bila dibaca: {text}", "If read as: {text}"),
    "costs": Label("Apa arti keraguan tafsir", "What the ambiguities mean"),
    "eligible_change": Label("selisih orang berhak", "difference in people eligible"),
    "yearly": Label("selisih uang sampai akhir tahun", "difference in money to the end of the year"),
    "files": Label("Hasil dalam {folder}: {files}", "Results in {folder}: {files}"),
}
