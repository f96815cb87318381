"""Words of the workbooks that people fill in and correct."""

from __future__ import annotations

from engine.language.vocabulary import Label

WORKBOOKS: dict[str, Label] = {
    # a template to fill in
    "template_title": Label(
        "Daftar pemohon {city} menurut {policy} pada {on}", "Applicants of {city} under {policy} on {on}"
    ),
    "unknown": Label("tidak diketahui", "unknown"),
    "article": Label("Pasal {number}", "Pasal {number}"),
    "asks": Label("{text}", "{text}"),
    "pays": Label("pendanaan", "funding"),
    "regulation": Label("Peraturan", "Regulation"),
    "policy": Label("Kebijakan", "Policy"),
    "day": Label("Untuk keputusan pada", "For decisions on"),
    "digest": Label("Sidik jari program", "Digest of the program"),
    "text": Label("Naskah", "Text"),
    "how_row": Label(
        "Isi lembar {sheet}: satu baris untuk satu orang, {rows} baris sudah disiapkan. Jangan mengubah judul kolomnya;"
        " kolom tambahan di kanan boleh ada dan tidak dibaca.",
        "Fill in the sheet {sheet}: one row for each person, {rows} rows are ready. Leave the headings as they are;"
        " more columns on the right are allowed and not read.",
    ),
    "how_empty": Label(
        "Kosongkan yang belum ditanyakan; pilih “tidak diketahui” bila sudah ditanyakan tetapi belum jelas. Yang"
        " tidak diketahui tidak pernah dianggap “tidak”.",
        "Leave empty what has not been asked; choose “unknown” where it was asked and is not clear. Unknown never"
        " counts as “no”.",
    ),
    "how_paste": Label(
        "NIK dan nomor kartu keluarga adalah teks 16 angka. Bila menyalin dari berkas lain, tempel sebagai nilai saja"
        " (Paste Special > Values) supaya pemeriksaan dan format sel tetap ada.",
        "NIK and family card number are text of 16 digits. When copying from other files paste values only (Paste"
        " Special > Values), so that checks and formats of the cells stay.",
    ),
    "how_send": Label(
        "Serahkan sebagai XLSX. Isian yang keliru tidak membatalkan barisnya: ia dianggap belum diketahui dan"
        " dikembalikan dengan alasannya.",
        "Hand it in as XLSX. A faulty cell does not cancel its row: it counts as unknown and comes back with the"
        " reason.",
    ),
    "how_private": Label(
        "Berkas yang sudah terisi memuat data pribadi: simpan dan kirim hanya lewat saluran dinas.",
        "Once filled in, the file holds personal data: keep and send it through official channels only.",
    ),
    "column": Label("Kolom", "Column"),
    "accepted": Label("Isian yang diterima", "What may be written"),
    "proof": Label("Bukti", "Proof"),
    "attested_by": Label("Dari siapa", "Attested by"),
    "asked_by": Label("Ditanyakan oleh", "Asked by"),
    "card": Label("KTP-el atau kartu keluarga", "identity card or family card"),
    "identity": Label(
        "identitas; tidak menentukan hak, kecuali urutan pendaftaran",
        "identity; decides nothing but the order of registration",
    ),
    "village": Label("menentukan kota tempat tinggal", "settles the city of residence"),
    "accepts_word": Label("satu dari {count} pilihan dalam daftar", "one of the {count} choices in the list"),
    "accepts_region": Label(
        "pilih dari daftar ({count}); untuk wilayah lain kode Kemendagri seperti 33.76.01.1001",
        "choose from the list ({count}); for places elsewhere a Kemendagri code such as 33.76.01.1001",
    ),
    "accepts_date": Label("tanggal, mis. 1985-12-31", "a date such as 1985-12-31"),
    "accepts_number": Label("bilangan bulat {low} sampai {high}", "a whole number from {low} to {high}"),
    "accepts_nik": Label("16 angka", "16 digits"),
    "accepts_no_kk": Label("16 angka", "16 digits"),
    "accepts_nama": Label("nama seperti pada KTP-el", "the name as on the identity card"),
    "accepts_waktu_daftar": Label(
        "tanggal dan jam pendaftaran, mis. 2023-06-01 08:30", "day and time of registration such as 2023-06-01 08:30"
    ),
    "empty_means": Label("Kosong dianggap: {value}.", "Empty means: {value}."),
    "not_accepted": Label("Isi dengan: {accepted}", "Write: {accepted}"),
    # faulty rows to correct
    "row": Label("Baris {row}", "Row {row}"),
    "faults_title": Label("Baris yang perlu diperbaiki dari {path}", "Rows to correct of {path}"),
    "faults_count": Label(
        "{rows} baris di sini; {left} baris lain tidak dimuat, perbaiki yang ini lebih dahulu",
        "{rows} rows here; {left} more are not shown, correct these first",
    ),
    "faults_all": Label("{rows} baris, semuanya dimuat di sini", "{rows} rows, all of them here"),
    "faults_how": Label(
        "Perbaiki sel yang berwarna lalu jalankan lagi dengan berkas ini; kolom baris_asal, alasan, dan saran tidak"
        " dibaca. Baris yang tidak perlu lagi boleh dihapus.",
        "Correct the coloured cells, then run again with this file; the columns baris_asal, alasan and saran are not"
        " read. Rows that are no longer needed may be deleted.",
    ),
    "faults_comments": Label(
        "Hanya {count} sel pertama diberi catatan; alasan setiap baris selengkapnya ada di kolom alasan.",
        "Only the first {count} cells have a comment; the column alasan has all reasons of every row.",
    ),
    "faults_cut": Label(
        "{count} isian lebih panjang daripada yang dimuat sel Excel dan terpotong; betulkan di berkas asalnya.",
        "{count} values are longer than a cell of Excel and were cut; correct them in the original file.",
    ),
    "faults_rest": Label(
        "… dan {left} baris lain dari {path} yang tidak dimuat di sini",
        "… and {left} more rows of {path} that are not shown here",
    ),
    "held": Label("Ditahan: {why}", "Held: {why}"),
    "reason": Label("Alasan", "Reason"),
    "advice": Label("Saran", "What to do"),
    "cells": Label("Jumlah", "Number"),
}
