"""Words of the report about a run: totals, situations, charts, receipts and what differs when they are checked."""

from __future__ import annotations

from engine.language.messages.sentence import Sentence, sentence
from engine.language.vocabulary import Label

CONCLUSION_LABELS: dict[str, Label] = {
    "eligible": Label("berhak", "eligible"),
    "undetermined": Label("belum pasti", "undetermined"),
    "refusal_on_assumption": Label("belum dapat ditolak", "not yet a refusal"),
    "ineligible": Label("tidak berhak", "ineligible"),
    "held": Label("ditahan", "held"),
}

REPORT: dict[str, Label] = {
    # totals
    "not_stated": Label("(tidak disebut)", "(not stated)"),
    "said_unknown": Label("(disebut tidak diketahui)", "(said to be unknown)"),
    "payer_unsettled": Label("(belum pasti)", "(not settled)"),
    "others": Label("{count} lainnya", "{count} others"),
    # situations
    "article_basis": Label("{name} (Pasal {article}, {basis})", "{name} (Pasal {article}, {basis})"),
    "basis_only": Label("{name} ({basis})", "{name} ({basis})"),
    "open_group": Label(
        "{group}: {criteria} belum diketahui, syarat lain terpenuhi",
        "{group}: {criteria} unknown, everything else met",
    ),
    "blank_group": Label("{group}: belum satu pun syarat diketahui", "{group}: no criterion is known yet"),
    "closed_group": Label("{group}: {criteria}", "{group}: {criteria}"),
    "never_group": Label(
        "{group}: tidak mungkin terpenuhi, apa pun isi fakta yang belum diketahui",
        "{group}: cannot be met whatever the unknown facts are",
    ),
    "undetermined": Label("Belum pasti — {groups}.", "Undetermined — {groups}."),
    "ineligible": Label("Tidak berhak. Tidak terpenuhi — {groups}.", "Ineligible. Not met — {groups}."),
    "unsafe": Label(
        "Belum dapat ditolak: hanya asumsi yang menolak — {groups}.",
        "Not yet a refusal: assumptions alone refuse — {groups}.",
    ),
    "confirm": Label(
        "Pastikan lebih dahulu bahwa peraturan memuat syarat itu.",
        "Confirm first that the regulation has these criteria.",
    ),
    "eligible": Label("Berhak sebagai {group}; {payer}.", "Eligible as {group}; {payer}."),
    "eligible_any": Label(
        "Berhak, tetapi kelompoknya belum pasti; {payer}.", "Eligible, but through which group is not settled; {payer}."
    ),
    "paid_by": Label("dibayar {source}, {months}, {amount}", "paid by {source}, {months}, {amount}"),
    "paid_later": Label("pembayarnya belum pasti", "who pays is not settled"),
    "paid_by_nobody": Label("tidak ada sumber dana yang membayar", "no source pays"),
    "provider": Label("{source} ({provider})", "{source} ({provider})"),
    "months": Label("{months} bulan", "{months} months"),
    "months_open": Label("jangka waktu tidak diatur", "number of months not regulated"),
    "per_month": Label("{amount} per bulan", "{amount} a month"),
    "no_tariff": Label("iuran tidak dimodelkan", "contribution not modelled"),
    "equivalence": Label("kesetaraan {name} dengan daftar", "whether this {name} is of the kind listed"),
    "settles": Label("Yang menyelesaikannya: {proof}.", "What settles it: {proof}."),
    "needed": Label("Yang diperlukan: {proofs}.", "Needed: {proofs}."),
    "needed_until": Label("Yang diperlukan sampai hasilnya pasti: {proofs}.", "Needed until it is settled: {proofs}."),
    "decides_group": Label("Menentukan kelompok: {proofs}.", "Decides the group: {proofs}."),
    "decides_money": Label("Menentukan sumber dana: {proofs}.", "Decides whose money: {proofs}."),
    "fact_proof": Label("{fact} ({proof})", "{fact} ({proof})"),
    "ruling": Label(
        "Pejabat yang berwenang perlu menetapkan mana yang setara dengan daftar: {codes}.",
        "The competent official must rule which are of the kind listed: {codes}.",
    ),
    "people": Label("{count} orang", "{count} people"),
    "person": Label("{count} orang", "{count} person"),
    "official": Label("pejabat yang berwenang", "the competent official"),
    "legal_bureau": Label("bagian hukum", "legal bureau"),
    # charts
    "applicants": Label("pemohon", "applicants"),
    "chart_outcomes": Label("Hasil", "Outcomes"),
    "chart_villages": Label("Hasil per kelurahan", "Outcomes by village"),
    "chart_reasons": Label("Syarat yang menentukan", "Criteria that decide"),
    "chart_missing": Label("Fakta yang masih kurang", "Facts still missing"),
    "chart_subtitle": Label(
        "{policy} · {on} · {rows} pemohon · rekomendasi, sebelum kuota dan pagu",
        "{policy} · {on} · {rows} applicants · recommendations, before quota and budget",
    ),
    "synthetic": Label("{count} baris sintetis (bukan orang sebenarnya)", "{count} synthetic rows (no real people)"),
    "not_drawn": Label(
        "{shown} terbanyak; {others} lainnya ({people} orang) tidak digambar",
        "the {shown} largest; {others} others ({people} people) are not drawn",
    ),
    "not_drawn_lines": Label(
        "{shown} terbanyak; {others} lainnya tidak digambar", "top {shown}; {others} more not drawn"
    ),
    "counted_twice": Label(
        "orang dapat terhitung pada lebih dari satu batang", "people can count in more than one bar"
    ),
    "nothing_to_draw": Label("tidak ada", "none"),
    "refused": Label("menolak", "refuses"),
    "doubtful": Label("menolak hanya atas asumsi", "refuses on assumption alone"),
    "unknown": Label("belum diketahui", "unknown"),
    "alone": Label("satu-satunya yang kurang", "the only one missing"),
    "among_others": Label("kurang bersama yang lain", "missing with others"),
}

WORKBOOK: dict[str, Label] = {
    # sheets
    "summary": Label("Ringkasan", "Summary"),
    "villages": Label("Kelurahan", "Villages"),
    "occupations": Label("Pekerjaan", "Occupations"),
    "reasons": Label("Alasan", "Reasons"),
    "facts": Label("Fakta kurang", "Missing facts"),
    "rulings": Label("Penetapan", "Rulings"),
    "work": Label("Daftar kerja", "Work list"),
    "held": Label("Ditahan", "Held"),
    # summary
    "title": Label("Laporan keputusan atas daftar pemohon", "Report on the decisions about a list of applicants"),
    "recommendation": Label(
        "Setiap keputusan adalah rekomendasi yang ditandatangani pejabat; kuota dan pagu belum diperhitungkan.",
        "Every decision is a recommendation that an official signs; quota and budget are not yet applied.",
    ),
    "what_was_run": Label("Yang dijalankan", "What was run"),
    "policy": Label("Kebijakan", "Policy"),
    "about": Label("Tentang", "About"),
    "effect": Label("Akibat hukum", "Legal effect"),
    "text": Label("Naskah", "Text"),
    "official": Label("naskah resmi", "official text"),
    "reconstructed": Label(
        "rekonstruksi; naskah resmi belum ditemukan", "reconstruction; the official text was not found"
    ),
    "day": Label("Hari keputusan", "Day of the decisions"),
    "digest": Label("Sidik program", "Digest of the program"),
    "input": Label("Daftar pemohon", "List of applicants"),
    "engine": Label("Mesin", "Engine"),
    "attested": Label("Fakta tetap", "Attested for all rows"),
    "options": Label("Pilihan", "Options"),
    "none": Label("tidak ada", "none"),
    "outcomes": Label("Hasil", "Outcomes"),
    "all": Label("Jumlah", "Total"),
    "money": Label("Sumber dana bagi yang berhak", "Whose money, of those eligible"),
    "money_said": Label(
        "Kebutuhan iuran sebulan bila semua yang berhak dibayar; sebelum kuota dan pagu.",
        "Contributions needed a month if all who are eligible are paid for; before quota and budget.",
    ),
    "source": Label("Sumber dana", "Funding source"),
    "people": Label("Orang", "People"),
    "share_eligible": Label("Bagian dari yang berhak", "Share of the eligible"),
    "monthly": Label("Iuran per bulan", "Contribution a month"),
    "money_note": Label("Keterangan", "Remark"),
    "unpriced": Label(
        "{count} orang tanpa tarif yang dimodelkan tidak terhitung",
        "{count} people without a modelled tariff not counted",
    ),
    "notices": Label("Catatan, dan berapa orang yang dikenainya", "Notices, and how many people they concern"),
    # tables
    "code": Label("Kode", "Code"),
    "name": Label("Kelurahan atau desa", "Village"),
    "occupation": Label("Pekerjaan", "Occupation"),
    "share_of_eligible": Label("Bagian yang berhak", "Share eligible"),
    "group": Label("Kelompok", "Group"),
    "criterion": Label("Syarat", "Criterion"),
    "wording": Label("Bunyi", "Wording"),
    "article": Label("Pasal", "Article"),
    "basis": Label("Dasar", "Basis"),
    "refused": Label("Menolak (orang)", "Refuses (people)"),
    "refused_alone": Label("Menolak sendirian", "Refuses alone"),
    "doubtful": Label("Menolak atas asumsi", "Refuses on assumption"),
    "unknown": Label("Belum diketahui", "Unknown"),
    "reasons_said": Label(
        "Menolak: tidak terpenuhi pada orang yang tidak berhak; sendirian: tidak ada syarat lain dalam kelompok itu"
        " yang menolak; atas asumsi: hanya asumsi yang menolak, jadi belum dapat ditolak.",
        "Refuses: not met by people who are ineligible; alone: nothing else in the group refuses; on assumption: only"
        " assumptions refuse, so it is not yet a refusal.",
    ),
    "fact": Label("Fakta", "Fact"),
    "proof": Label("Bukti", "Proof"),
    "by": Label("Dari siapa", "From whom"),
    "for_outcome": Label("Menentukan hasil", "Decides the outcome"),
    "settles_alone": Label("Satu-satunya yang kurang", "The only one missing"),
    "for_group": Label("Menentukan kelompok", "Decides the group"),
    "for_money": Label("Menentukan sumber dana", "Decides whose money"),
    "facts_said": Label(
        "Satu-satunya yang kurang: menanyakan fakta ini saja sudah memastikan hasil bagi sekian orang.",
        "The only one missing: asking this fact alone settles the outcome of so many people.",
    ),
    "value": Label("Nilai", "Value"),
    "rulings_said": Label(
        "Pejabat yang berwenang menetapkan apakah nilai ini setara dengan daftar dalam peraturan.",
        "The competent official rules whether these values are of the kind that the regulation lists.",
    ),
    "number": Label("No.", "No."),
    "share": Label("Bagian", "Share"),
    "outcome": Label("Hasil", "Outcome"),
    "situation": Label("Keadaan", "Situation"),
    "what_settles": Label("Yang menyelesaikannya", "What settles it"),
    "who": Label("Siapa", "Who"),
    "verdicts": Label("Putusan", "Verdicts"),
    "work_said": Label(
        "Keadaan yang sama disebut sekali, yang terbanyak lebih dahulu. Nomor putusan ada pada setiap baris keputusan.",
        "Each situation once, most people first. The numbers of verdicts stand on every row of the decisions.",
    ),
    "others": Label(
        "{count} keadaan lain ({people} orang) tidak ditulis di sini.",
        "{count} other situations ({people} people) are not listed.",
    ),
    "reason": Label("Alasan ditahan", "Why it is held"),
    "rows": Label("Baris", "Rows"),
    "held_said": Label(
        "Baris yang ditahan tidak diputus sebelum identitasnya jelas.",
        "Rows that are held are not decided before their identity is clear.",
    ),
    "faulty": Label(
        "Isian yang tidak dapat dipahami, dianggap belum diketahui", "Cells not understood, taken as unknown"
    ),
    "cells": Label("Isian", "Cells"),
}

OPTIONS: dict[str, Label] = {
    "sheet": Label("lembar", "sheet"),
    "header_row": Label("baris judul", "heading row"),
    "dates": Label("urutan tanggal", "order of dates"),
    "birth": Label("bila tanggal lahir berbeda dari NIK", "if date of birth and NIK disagree"),
}
"""Options of a run, as receipts name them."""

CHECKS: dict[str, Label] = {
    "same_program": Label(
        "kebijakan sama: {now}, program dengan sidik yang sama", "same policy: {now}, a program of the same digest"
    ),
    "other_policy": Label(
        "kebijakan atau harinya lain: {then}; kini {now}", "another policy or day: {then}; now {now}"
    ),
    "other_program": Label(
        "{now}: sidik programnya lain; kebijakan, kosakata, atau angka nasional telah berubah",
        "{now}: the program has another digest; policy, vocabulary or national values have changed",
    ),
    "other_program_and_version": Label(
        "{now}: sidik programnya lain; versi perwal juga lain, pasang versi pada tanda terima untuk mengulang",
        "{now}: the program has another digest; perwal has another version too, install that of the receipt to repeat",
    ),
    "same_asked": Label("pilihan, fakta tetap, dan pemetaan sama", "options, attested facts and mapping are the same"),
    "other_asked": Label("yang diminta lain: {what}", "something else was asked: {what}"),
    "options": Label("pilihan", "options"),
    "attested": Label("fakta tetap", "attested facts"),
    "mapping_digest": Label("berkas pemetaan", "the mapping file"),
    "same_file": Label("berkas daftar sama, bita demi bita", "the list is the same file, byte for byte"),
    "other_file": Label("berkas daftarnya lain", "the list is another file"),
    "same_rows": Label("{now} baris sama", "{now} rows are the same"),
    "same_rows_other_file": Label(
        "isinya {now} baris yang sama, dalam urutan atau jenis berkas yang lain",
        "it holds the same {now} rows, in another order or kind of file",
    ),
    "other_rows": Label(
        "barisnya lain: {then} baris pada tanda terima, kini {now}; daftar telah diubah",
        "the rows differ: {then} in the receipt, {now} now; the list has been changed",
    ),
    "same_file_other_rows": Label(
        "berkasnya sama tetapi dibaca lain: {then} baris pada tanda terima, kini {now}",
        "the same file was read otherwise: {then} rows in the receipt, {now} now",
    ),
    "same_decisions": Label("{now} keputusan sama", "{now} decisions are the same"),
    "other_decisions": Label(
        "keputusannya lain ({then} pada tanda terima, kini {now})",
        "the decisions differ ({then} in the receipt, {now} now)",
    ),
    "other_budget": Label(
        "berkas anggaran atau berkas hibah sebelumnya lain",
        "the budget or the file of months granted before is another",
    ),
    "same_grants": Label("hibah sama: Rp{now}", "the grants are the same: Rp{now}"),
    "other_grants": Label(
        "hibah lain: dahulu Rp{then}, sekarang Rp{now}", "the grants differ: Rp{then} then, Rp{now} now"
    ),
    "same_totals": Label("semua jumlah sama", "all totals are the same"),
    "other_total": Label("{what}: {then} pada tanda terima, kini {now}", "{what}: {then} in the receipt, {now} now"),
    "other_totals_of": Label("jumlah menurut {what} lain", "totals by {what} differ"),
    "sources": Label("sumber dana", "funding source"),
    "held": Label("alasan ditahan", "reason for holding"),
    "faulty_cells": Label("isian keliru", "faulty cells"),
    "same_versions": Label("versi perwal, Python, dan pustaka sama", "same versions of perwal, Python and libraries"),
    "other_version": Label("{what}: {then} pada tanda terima, kini {now}", "{what}: {then} in the receipt, {now} now"),
    "as_said": Label(
        "Tanda terima ini cocok: pengulangan memberi keputusan yang sama.",
        "The receipt holds: repeated, the run gives the same decisions.",
    ),
    "not_as_said": Label(
        "Tanda terima ini tidak cocok; yang berbeda ditandai di atas.",
        "The receipt does not hold; what differs is marked above.",
    ),
}
"""Lines of `perwal verify`."""

REPORT_FAULTS: dict[str, Sentence] = {
    "receipt-needs-budget": sentence(
        "uang telah dibagikan menurut tanda terima ini, tetapi berkas anggarannya tidak diberikan",
        "by this receipt money was given out, but its budget file was not given",
        "berikan berkas anggarannya dengan `--budget`",
        "give the budget file with `--budget`",
    ),
    "receipt-needs-granted": sentence(
        "menurut tanda terima ini ada bulan yang sudah diberikan sebelumnya, tetapi berkasnya tidak diberikan",
        "by this receipt months had been granted before, but their file was not given",
        "berikan hibah.parquet sebelumnya dengan `--granted`",
        "give the earlier hibah.parquet with `--granted`",
    ),
    "xlsx-too-many-rows": sentence(
        "{rows} baris tidak muat dalam satu lembar XLSX, yang memuat paling banyak {limit} baris di bawah judul;"
        " tidak ada yang ditulis",
        "{rows} rows do not fit into one XLSX sheet, which holds at most {limit} rows under the heading;"
        " nothing was written",
        "pilih format csv atau parquet",
        "choose the format csv or parquet",
    ),
    "not-a-receipt": sentence(
        "berkas ini bukan tanda terima perwal yang utuh",
        "the file is not a whole receipt of perwal",
        "pakai berkas tanda-terima.json dari folder hasil `perwal run`",
        "take tanda-terima.json from the output folder of `perwal run`",
    ),
    "receipt-other-policies": sentence(
        "tanda terima ini tentang kebijakan {name}, yang tidak ada di sini",
        "the receipt is about the policy {name}, which is not here",
        "tunjuk folder kebijakannya dengan --policies",
        "point to the folder of its policies with --policies",
    ),
    "receipt-needs-mapping": sentence(
        "daftar dalam tanda terima ini dibaca dengan berkas pemetaan",
        "the list of this receipt was read with a mapping file",
        "sebutkan berkas itu dengan --mapping",
        "name that file with --mapping",
    ),
    "receipt-of-another-form": sentence(
        "tanda terima ini berbentuk {form}; yang dikenal bentuk {known}",
        "the receipt has the form {form}; form {known} is known",
        "periksa dengan versi perwal yang membuatnya",
        "check it with the version of perwal that made it",
    ),
}
