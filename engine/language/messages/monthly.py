"""What the monthly cycle says in files and on the screen."""

from __future__ import annotations

from engine.language.vocabulary import Label

KIND_LABELS: dict[str, Label] = {
    "meninggal": Label("meninggal", "death"),
    "pindah": Label("pindah", "move"),
    "pekerjaan_baru": Label("pekerjaan baru", "new job"),
    "jabatan_berakhir": Label("jabatan berakhir", "post ended"),
    "upah": Label("menjadi penerima upah", "became a wage earner"),
    "peserta_lain": Label("peserta melalui pihak lain", "member through somebody else"),
    "mengundurkan_diri": Label("mengundurkan diri", "withdrew"),
    "kembali": Label("kembali", "came back"),
    "pembetulan": Label("pembetulan data", "corrected data"),
    "ikrar_baru": Label("ikrar baru", "new pledge"),
}

LEFT: dict[str, Label] = {
    "meninggal": Label(
        "meninggal; tanggungan berakhir pada akhir bulan peristiwa", "died; support ends with the month"
    ),
    "mengundurkan_diri": Label(
        "mengundurkan diri; tanggungan berakhir pada akhir bulan itu", "withdrew; support ends with that month"
    ),
    "tidak_berhak": Label("tidak lagi memenuhi", "no longer meets"),
    "tidak_berhak_asumsi": Label(
        "belum dapat ditolak, hanya asumsi yang menolak; pejabat perlu memutuskan",
        "not yet a refusal, only assumptions refuse; an official must decide",
    ),
    "belum_pasti": Label(
        "haknya belum pasti, janjinya disimpan sampai jelas; yang belum diketahui",
        "the right is undetermined, the promise waits; not known",
    ),
    "ditahan": Label("barisnya dalam daftar pemohon ditahan", "the row in the list of applicants is held"),
    "tanpa_aturan": Label("tidak ada peraturan yang berlaku bulan ini", "no regulation is in force this month"),
    "tanpa_kelurahan": Label("kelurahannya belum diketahui", "the village is not known"),
    "kelompok_belum_pasti": Label(
        "kelompok yang menentukan sumber dananya belum pasti", "the group that decides who pays is undetermined"
    ),
    "tanpa_tarif": Label("besaran iuran segmennya tidak dimodelkan", "the contribution of the segment is not modelled"),
    "keluarga": Label("anggota lain dari keluarga yang sama didahulukan", "another member of the family comes first"),
    "kuota_penuh": Label("pindah ke kelurahan yang kuotanya penuh", "moved to a village whose quota is full"),
    "janji_berakhir": Label(
        "bulan yang dijanjikan pembayarnya berakhir, dan tidak ada uang lain",
        "the payer's months are over, and no other money is left",
    ),
    "uang_tidak_boleh": Label(
        "uang yang membayarnya tidak lagi boleh membayar orang ini, dan tidak ada uang lain",
        "the money that paid may no longer pay for this person, and no other is left",
    ),
    "uang_habis": Label("uang habis", "money used up"),
}
"""Why somebody is not paid for any more."""

JOINED: dict[str, Label] = {
    "lanjut": Label("melanjutkan", "goes on"),
    "janji": Label("bulan yang dijanjikan mulai", "a promised month begins"),
    "pengganti": Label(
        "menggantikan, sebagai urutan berikut dari kelurahan dan uang yang sama",
        "takes a place, as the next in line of the same village and money",
    ),
    "uang_tersedia": Label(
        "urutan berikut, dibayar uang yang tersedia atau ikrar baru",
        "next in line, paid by money at hand or a new pledge",
    ),
    "peralihan": Label(
        "tidak memenuhi versi baru, ditanggung sampai akhir tahun anggaran menurut peralihan",
        "does not meet the new version, paid to the end of the budget year by its transition",
    ),
}
"""Why somebody is paid for."""

DIRECTIONS: dict[str, Label] = {
    "masuk": Label("masuk", "joined"),
    "keluar": Label("keluar", "left"),
    "ganti_pembayar": Label("ganti pembayar", "other payer"),
    "janji_batal": Label("janji batal", "promise cancelled"),
}

ASSUMPTIONS: dict[str, Label] = {
    "month_of_event": Label(
        "Asumsi: tanggungan berakhir pada akhir bulan peristiwa (tidak diatur sumber mana pun).",
        "Assumed: support ends at the end of the month of the event (no source rules it).",
    ),
    "replacement": Label(
        "Asumsi: tempat yang kosong diisi urutan berikut dari kelurahan dan uang yang sama, bila ada.",
        "Assumed: a free place goes to the next in line of the same village and money, if there is one.",
    ),
    "return": Label(
        "Asumsi: orang yang kembali mengantre lagi sejak tanggal kembalinya.",
        "Assumed: people who come back join the line again on the day of their return.",
    ),
    "move": Label(
        "Asumsi: orang yang pindah di dalam kota memerlukan tempat kuota di kelurahan barunya.",
        "Assumed: people who move within the city need a place of the quota in their new village.",
    ),
    "undetermined": Label(
        "Asumsi: bila hak seseorang menjadi belum pasti, bulan itu tidak dibayar dan janji berikutnya disimpan.",
        "Assumed: where somebody's right becomes undetermined, the month is not paid and later promises are kept.",
    ),
    "arrears": Label(
        "Tafsir PP 44/2015 Pasal 39 ayat (2) dan Pasal 42 ayat (2): tunggakan lebih dari tiga bulan berturut-turut"
        " sesudah jatuh tempo bulan keempat; hak atas manfaat hilang.",
        "Our reading of PP 44/2015 articles 39 (2) and 42 (2): arrears are more than three consecutive months once the"
        " fourth month is overdue; the right to benefits is lost.",
    ),
    "due": Label(
        "Iuran peserta bukan penerima upah jatuh tempo tanggal 15 bulan itu, atau hari kerja berikutnya (PP 44/2015"
        " Pasal 24); iuran penerima upah tanggal 15 bulan berikutnya (Pasal 21). Cuti bersama dihitung libur.",
        "Contributions of non-wage participants are due on the 15th of the month, or the next working day (PP 44/2015"
        " article 24); of wage earners on the 15th of the next month (article 21). Joint leave counts as days off.",
    ),
    "bpjs": Label(
        "Daftar BPJS adalah daftar kerja, bukan formulir unggah resmi BPJS Ketenagakerjaan.",
        "The list for BPJS is a work list, not the official upload form of BPJS Ketenagakerjaan.",
    ),
}
"""What a month rests on beside the policy; said in every result."""

MONTHLY: dict[str, Label] = {
    "article": Label("Pasal", "article"),
    "event": Label("{kind}, {day}", "{kind}, {day}"),
    "other_payer": Label("sebelumnya dibayar uang {pot}", "paid by {pot} before"),
    "after_first_payment": Label(
        "menjadi peserta sejak nomor terbit, sesudah iuran pertama diterima (PP 44/2015 Pasal 12)",
        "a member once the number is issued, after the first contribution (PP 44/2015 article 12)",
    ),
    "death_claim": Label(
        "periksa hak ahli waris atas JKM, atau JKK bila karena kecelakaan kerja",
        "check what the heirs are owed: JKM, or JKK after an accident at work",
    ),
    "may_go_on": Label(
        "beri tahu orangnya: iuran dapat diteruskan sendiri", "tell the person: contributions can be paid on one's own"
    ),
    # the workbook
    "title": Label("Siklus bulanan {city}, {month}", "Monthly cycle of {city}, {month}"),
    "sheet_recap": Label("Rekap", "Recap"),
    "sheet_roster": Label("Daftar", "Roster"),
    "sheet_changes": Label("Perubahan", "Changes"),
    "sheet_bpjs": Label("BPJS", "BPJS"),
    "sheet_ending": Label("Akan berakhir", "Ending"),
    "sheet_leaving": Label("Keluar bulan depan", "Leaving next"),
    "sheet_arrears": Label("Tunggakan", "Arrears"),
    "sheet_waiting": Label("Menunggu", "Waiting"),
    "sheet_notes": Label("Dasar", "Grounds"),
    "payments": Label("Pembayaran bulan ini", "Payments of this month"),
    "money": Label("Uang", "Money"),
    "people": Label("Orang", "People"),
    "total": Label("Jumlah", "Total"),
    "last_month": Label("daftar bulan lalu", "last month's roster"),
    "joined": Label("masuk", "joined"),
    "left": Label("keluar", "left"),
    "this_month": Label("daftar bulan ini", "this month's roster"),
    "replacements": Label("di antaranya pengganti", "of these replacements"),
    "cancelled": Label("janji yang seharusnya mulai, dibatalkan", "promises that were to begin, cancelled"),
    "unfilled": Label(
        "tempat tanpa pengganti dari kelurahan dan uang yang sama",
        "places without a replacement of the same village and money",
    ),
    "waiting": Label("menunggu (berhak, belum dibayar)", "waiting (eligible, not paid)"),
    "none": Label("Tidak ada.", "None."),
    "synthetic": Label("Data sintetis: bukan orang sebenarnya.", "Synthetic data: no real people."),
    "recommendation": Label(
        "Rekomendasi untuk diperiksa dan ditandatangani pejabat.", "A recommendation for an official to check and sign."
    ),
    "rest": Label("{count} baris lain ada dalam berkasnya.", "{count} more rows are in the file."),
}

HEADINGS: dict[str, Label] = {
    "arah": Label("arah", "direction"),
    "nik": Label("NIK", "NIK"),
    "nama": Label("nama", "name"),
    "kelurahan": Label("kelurahan", "village"),
    "kelompok": Label("kelompok", "group"),
    "segmen": Label("segmen", "segment"),
    "uang": Label("uang", "money"),
    "sumber_dana": Label("sumber dana", "source"),
    "penyedia": Label("penyedia", "provider"),
    "rupiah": Label("rupiah", "rupiah"),
    "sejak": Label("sejak", "since"),
    "sampai_bulan": Label("sampai bulan", "until"),
    "bulan_terakhir_dibayar": Label("bulan terakhir dibayar", "last month paid"),
    "orang": Label("orang", "people"),
    "tarif": Label("tarif per bulan", "tariff a month"),
    "jatuh_tempo": Label("jatuh tempo", "due"),
    "kode_rekening": Label("kode rekening", "budget account"),
    "diterima": Label("diterima", "received"),
    "terbayar": Label("terbayar sebelum bulan ini", "paid before"),
    "bulan_ini": Label("bulan ini", "this month"),
    "dijanjikan_kemudian": Label("dijanjikan kemudian", "promised later"),
    "sisa": Label("sisa", "left"),
    "mulai": Label("mulai", "from"),
    "berakhir": Label("berakhir", "ends"),
    "alasan": Label("alasan", "reason"),
    "keterangan": Label("keterangan", "explanation"),
    "pasal": Label("pasal", "article"),
    "dasar": Label("dasar", "ground"),
    "peristiwa": Label("peristiwa", "event"),
    "tanggal_peristiwa": Label("tanggal peristiwa", "day of the event"),
    "menggantikan": Label("menggantikan", "in place of"),
    "digantikan": Label("digantikan", "replaced by"),
    "bulan_lebih": Label("bulan lebih bayar", "months overpaid"),
    "rupiah_lebih": Label("rupiah lebih bayar", "rupiah overpaid"),
    "bulan_terakhir": Label("bulan terakhir", "last month"),
    "dilanjutkan": Label("dilanjutkan uang", "goes on with"),
    "menunggak_sejak": Label("menunggak sejak", "in arrears since"),
    "bulan_menunggak": Label("bulan menunggak", "months in arrears"),
    "hak_hilang_sesudah": Label("hak hilang sesudah", "right lost after"),
    "uang_terakhir": Label("uang terakhir", "last money"),
    "kegiatan": Label("kegiatan", "task"),
    "tanggal_lahir": Label("tanggal lahir", "date of birth"),
    "no_kk": Label("nomor KK", "family card"),
    "pekerjaan": Label("pekerjaan", "occupation"),
    "program": Label("program", "programmes"),
    "iuran": Label("iuran per bulan", "contribution a month"),
    "catatan": Label("catatan", "notes"),
    "urutan": Label("urutan dalam kelurahan", "place in the village's line"),
}
"""Headings of the workbook, by the names of the columns."""

MONTH_SCREEN: dict[str, Label] = {
    "month": Label("--month: tulis TAHUN-BULAN, misalnya 2023-04", "--month: write YEAR-MONTH, such as 2023-04"),
    "needs": Label("{option} diperlukan: {why}", "{option} is needed: {why}"),
    "why_registry": Label(
        "daftar pemohon, untuk memeriksa hak dan mencari pengganti",
        "the list of applicants, to check rights and find replacements",
    ),
    "why_budget": Label("anggaran setahun, untuk uang dan kuota", "the year's budget, for money and quota"),
    "account": Label(
        "--account: tulis uang=kode, mis. apbd=5.1.02.02.01", "--account: write money=code, e.g. apbd=5.1.02.02.01"
    ),
    "holiday": Label("--holiday: tulis TAHUN-BULAN-HARI", "--holiday: write YEAR-MONTH-DAY"),
    "head": Label("{policy} · {month}", "{policy} · {month}"),
    "line": Label(
        "{last} orang bulan lalu − {left} keluar + {joined} masuk = {now} orang",
        "{last} people last month − {left} left + {joined} joined = {now} people",
    ),
    "why_left": Label("Keluar:", "Left:"),
    "why_joined": Label("Masuk:", "Joined:"),
    "payer": Label("uang", "money"),
    "people": Label("orang", "people"),
    "rupiah": Label("rupiah", "rupiah"),
    "due": Label("jatuh tempo", "due"),
    "account_code": Label("kode rekening", "account"),
    "left_over": Label("sisa", "left"),
    "total": Label("Jumlah", "Total"),
    "ending": Label(
        "{people} orang: bulan pembayarnya berakhir dalam 30 hari, {without} tanpa pengganti pembayar",
        "{people} people: their payer's months end within 30 days, {without} of them without another payer",
    ),
    "arrears": Label(
        "{people} orang menunggak, {lost} di antaranya lebih dari tiga bulan: haknya hilang",
        "{people} people are in arrears, {lost} of them more than three months: their right is lost",
    ),
    "arrears_next": Label("yang berikutnya kehilangan hak sesudah {day}", "the next lose their right after {day}"),
    "cancelled": Label(
        "{people} janji yang seharusnya mulai bulan ini dibatalkan",
        "{people} promises that were to begin are cancelled",
    ),
    "leaving": Label(
        "{people} orang keluar bulan depan karena peristiwa bulan ini",
        "{people} people leave next month for what happened in this one",
    ),
    "overpaid": Label(
        "{people} orang dibayar sesudah peristiwanya: Rp{rupiah} perlu diminta kembali atau diperhitungkan",
        "{people} people were paid after their event: Rp{rupiah} to be claimed back or set off",
    ),
    "held": Label(
        "{rows} baris perubahan ditahan dan belum berlaku; lihat {file}",
        "{rows} rows of changes are held and do not count yet; see {file}",
    ),
    "reading": Label("membaca daftar pemohon", "reading the list of applicants"),
    "files": Label("Hasil dalam {folder}: {files}", "Results in {folder}: {files}"),
}
"""What `perwal month` says at a terminal."""
