"""What is said about donors: faults of their lists, why one gets no worker, what a plan rests on, by code."""

from __future__ import annotations

from engine.language.messages.sentence import Sentence
from engine.language.messages.sentence import sentence as _s
from engine.language.vocabulary import Label

DONOR_FAULTS: dict[str, Sentence] = {
    "donor-heading-missing": _s(
        "daftar donatur ini tidak mempunyai kolom `{name}`",
        "the list of donors has no column `{name}`",
        "tambahkan kolom itu; kolom yang wajib: {required}",
        "add that column; columns that must be there: {required}",
    ),
    "donor-empty": _s(
        "isian ini wajib; tanpanya donatur tidak dapat dicatat",
        "this must be filled in; without it the donor cannot be recorded",
        "lengkapi isiannya; donatur ini belum dipasangkan",
        "fill it in; the donor has not been matched yet",
    ),
    "nip-not-18-digits": _s(
        "NIP tidak terdiri dari 18 angka",
        "the NIP does not have 18 digits",
        "salin lagi dari keputusan pengangkatan; pegawai non-PNS tanpa NIP boleh memakai NIK (16 angka)",
        "copy it again from the decree of appointment; staff without a NIP (non_pns) may give their NIK (16 digits)",
    ),
    "nip-scientific": _s(
        "lembar sebar telah membulatkan NIP ini; angka terakhirnya hilang",
        "a spreadsheet has rounded this NIP; its last digits are lost",
        "format kolomnya sebagai teks, lalu isi lagi NIP-nya",
        "format the column as text and enter the NIP again",
    ),
    "nip-birth": _s(
        "delapan angka pertama NIP bukan tanggal lahir yang ada",
        "the first eight digits of the NIP are no date of birth that exists",
        "salin lagi dari keputusan pengangkatan",
        "copy it again from the decree of appointment",
    ),
    "nip-appointment": _s(
        "tahun dan bulan pengangkatan dalam NIP ini tidak mungkin",
        "the year and month of appointment in this NIP are impossible",
        "salin lagi dari keputusan pengangkatan",
        "copy it again from the decree of appointment",
    ),
    "nip-sex": _s(
        "angka ke-15 NIP harus 1 atau 2",
        "the 15th digit of a NIP is 1 or 2",
        "salin lagi dari keputusan pengangkatan",
        "copy it again from the decree of appointment",
    ),
    "nip-serial": _s(
        "nomor urut NIP ini 000; lembar sebar membulatkan angka terakhir menjadi 0",
        "the serial number of this NIP is 000; spreadsheets round the last digits to 0",
        "format kolomnya sebagai teks, lalu isi lagi NIP-nya",
        "format the column as text and enter the NIP again",
    ),
    "donor-not-a-month": _s(
        "isian ini bukan bulan",
        "this is not a month",
        "tulis TAHUN-BULAN, misalnya 2024-04, atau April 2024",
        "write YEAR-MONTH, such as 2024-04, or April 2024",
    ),
    "donor-months-backwards": _s(
        "bulan terakhir yang dijanjikan lebih awal daripada bulan pertamanya",
        "the last month promised is before the first",
        "perbaiki `dari` atau `sampai`",
        "mend `dari` or `sampai`",
    ),
    "donor-months-disagree": _s(
        "banyaknya bulan tidak sama dengan bulan pertama sampai bulan terakhir",
        "the number of months is not that from the first month to the last",
        "isi salah satunya saja: `sampai`, atau `bulan`",
        "give one of the two: `sampai` or `bulan`",
    ),
    "donor-worker-number": _s(
        "ada NIK pekerja yang tidak terdiri dari 16 angka",
        "there is a worker's NIK that does not have 16 digits",
        "pisahkan beberapa NIK dengan titik koma; format kolomnya sebagai teks",
        "put semicolons between several NIK; format the column as text",
    ),
    "donor-worker-twice": _s(
        "NIK pekerja yang sama disebut dua kali",
        "the same worker's NIK is named twice",
        "sebut setiap pekerja sekali",
        "name each worker once",
    ),
    "donor-below-floor": _s(
        "yang ditawarkan kurang dari {floor} pekerja, jumlah paling sedikit menurut imbauannya; dicatat apa adanya,"
        " karena imbauan tidak mewajibkan",
        "fewer than {floor} workers are offered, the least that the appeal asks for; recorded as it stands, for an"
        " appeal obliges nobody",
        "pastikan kepada donaturnya",
        "ask the donor",
    ),
    "donor-twice": _s(
        "NIP ini ada pada lebih dari satu baris dengan isian yang sama; dihitung sekali",
        "this NIP stands in more than one row with the same data; it counts once",
        "hapus baris yang berlebih",
        "remove the extra rows",
    ),
    "donor-other-data": _s(
        "NIP ini ada pada lebih dari satu baris dengan isian yang berbeda; tidak satu pun dipakai",
        "this NIP stands in more than one row with different data; none of them is used",
        "satukan barisnya dengan isian yang benar",
        "make one row of them with the right data",
    ),
    "donors-without-nik": _s(
        "daftar ini tidak mempunyai lajur NIK, maka pekerja tidak dapat dipasangkan dengan donatur",
        "this list has no NIK column, so workers cannot be matched with donors",
        "tambahkan lajur NIK",
        "add a NIK column",
    ),
    "donors-no-scheme": _s(
        "{policy} tidak mengatur atau mengimbau donatur",
        "{policy} has no rule or appeal about donors",
        "pakai kota atau versi yang mempunyai bagian `donatur`: {policies}",
        "use a city or version with a section `donatur`: {policies}",
    ),
    "pairs-file": _s(
        "berkas pasangan sebelumnya harus memuat kolom nip dan nik",
        "the file of earlier pairs must have the columns nip and nik",
        "pakai `pasangan.parquet` atau `pasangan.csv` dari jalannya program sebelumnya",
        "use `pasangan.parquet` or `pasangan.csv` of an earlier run",
    ),
}

COLUMNS: dict[str, Label] = {
    "nip": Label("NIP", "civil servant number"),
    "nama": Label("nama donatur", "donor's name"),
    "perangkat_daerah": Label("perangkat daerah", "department"),
    "status": Label("status", "status"),
    "jumlah_pekerja": Label("jumlah pekerja", "number of workers"),
    "dari": Label("dari bulan", "from month"),
    "sampai": Label("sampai bulan", "to month"),
    "bulan": Label("banyaknya bulan", "number of months"),
    "persetujuan": Label("persetujuan", "consent"),
    "tanggal_persetujuan": Label("tanggal persetujuan tertulis", "day of the written consent"),
    "dicabut": Label("tanggal persetujuan dicabut", "day the consent was withdrawn"),
    "pekerja_dipilih": Label("NIK pekerja yang dipilih", "NIK of the workers chosen"),
}
"""What the columns of a list of donors hold."""

STATUSES: dict[str, Label] = {
    "pns": Label("PNS", "civil servant"),
    "pppk": Label("PPPK", "contract civil servant"),
    "non_pns": Label("non-PNS", "other staff"),
}

BASES: dict[str, Label] = {
    "lanjutan": Label("pasangan sebelumnya dilanjutkan", "an earlier pair goes on"),
    "rumah_tangga": Label("pekerja menyebut donatur ini", "the worker names this donor"),
    "pilihan": Label("dipilih donatur", "chosen by the donor"),
    "usulan": Label("usulan menurut urutan", "proposed, by the order"),
}
"""Why a worker and a donor go together."""

IDLE: dict[str, Label] = {
    "faulty": Label(
        "isian wajib kosong atau tidak terbaca", "something that must be there is empty or could not be read"
    ),
    "twice": Label("NIP yang sama dengan isian berbeda", "the same NIP with other data"),
    "not_invited": Label(
        "statusnya tidak termasuk yang diimbau peraturan ini", "of a status that the regulation does not appeal to"
    ),
    "no_consent": Label("belum menyetujui secara tertulis", "has not consented in writing"),
    "consent_undated": Label(
        "tanggal persetujuan tertulis tidak tercatat", "no day of the written consent is recorded"
    ),
    "withdrawn": Label("persetujuan dicabut", "consent withdrawn"),
    "months_over": Label("janjinya di luar bulan yang direncanakan", "the promise is outside the months planned"),
    "no_worker": Label(
        "tidak ada lagi pekerja berhak dengan bulan yang cocok", "no eligible worker is left whose months fit"
    ),
    "fewer": Label("pekerja yang didapat kurang dari yang ditawarkan", "fewer workers than were offered"),
}
"""Why a donor has no worker, or fewer than offered."""

REFUSED: dict[str, Label] = {
    "taken": Label(
        "sudah ditanggung donatur lain; pekerja lain diusulkan",
        "another donor pays already; another worker is proposed",
    ),
    "own_donor": Label(
        "ditanggung donatur dari rumah tangganya sendiri; pekerja lain diusulkan",
        "the donor of the own household pays; another worker is proposed",
    ),
    "full": Label("melebihi jumlah pekerja yang ditawarkan", "more than the number of workers offered"),
    "no_months": Label(
        "tidak ada bulan yang dijanjikan dan masih perlu dibayar", "no month is promised that still has to be paid"
    ),
    "paid": Label("bulan-bulannya sudah dibayar sumber lain", "the months are paid by another source already"),
    "other_source": Label(
        "berhak, tetapi peraturannya tidak menyebut donatur sebagai sumber dananya",
        "eligible, but the regulation names no donors among the sources",
    ),
    "months_used": Label(
        "bulan dari donatur bagi pekerja ini sudah habis", "the months of donors for this worker are used up"
    ),
    "no_village": Label("kelurahannya belum diketahui", "the village is not known"),
    "undetermined": Label("belum pasti berhak", "eligibility not determined"),
    "ineligible": Label("tidak berhak menurut peraturan ini", "not eligible under the regulation"),
    "held": Label("barisnya ditahan: identitas atau data bertentangan", "row held: identity or data in conflict"),
    "not_listed": Label("tidak ada dalam daftar pemohon", "not on the list of applicants"),
}
"""Why a donor does not get a worker who was chosen."""

ALONE: dict[str, Label] = {
    "no_donor": Label("tidak ada lagi donatur dengan bulan yang cocok", "no donor is left whose months fit"),
    "donor_idle": Label(
        "donatur yang disebut belum dapat membayar (lihat tanpa_pekerja)",
        "the donor named cannot pay yet (see tanpa_pekerja)",
    ),
    "donor_full": Label("donatur yang disebut sudah penuh", "the donor named has no room left"),
    "donor_months": Label(
        "bulan yang dijanjikan donatur yang disebut tidak cocok", "the months of the donor named do not fit"
    ),
    "donor_unlisted": Label("donatur yang disebut tidak ada dalam daftar", "the donor named is not on the list"),
    "undetermined": Label("belum pasti berhak", "eligibility not determined"),
}
"""Why a worker has no donor."""

BASED_ON: dict[str, Label] = {
    "appeal": Label(
        "Sumbernya imbauan: tidak mewajibkan siapa pun, dan tidak memberi hak yang dapat ditagih.",
        "The source is an appeal: it obliges nobody and gives no claim.",
    ),
    "proposed": Label(
        "Menjadi donatur menurut {policy} baru diusulkan: tidak ada ASN yang terikat; hanya janji tercatat dipakai.",
        "Donors under {policy} are only proposed: no civil servant is bound; only recorded pledges are used.",
    ),
    "unverified": Label(
        "Bahwa {policy} sudah berlaku bagi para pekerja ini belum terverifikasi.",
        "That {policy} is in force for these workers has not been verified.",
    ),
    "reconstructed": Label(
        "Naskah resmi {policy} belum ditemukan; isinya rekonstruksi dari berita.",
        "The official text of {policy} was not found; its content is reconstructed from news reports.",
    ),
    "earlier_sources": Label(
        "Menurut urutannya {sources} membayar lebih dahulu. Bulan yang sudah dibayarnya tidak diketahui di sini:"
        " jalankan `perwal run --budget`, lalu sertakan `hibah.parquet` dengan --granted.",
        "By its order {sources} pays first. The months it pays are not known here: run `perwal run --budget`, then"
        " give its `hibah.parquet` with --granted.",
    ),
    "consent": Label(
        "Hanya donatur dengan persetujuan tertulis bertanggal yang dipasangkan; persetujuan dapat dicabut, dan sejak"
        " bulan pencabutan tidak ada potongan (diandaikan).",
        "Only donors with a dated written consent are matched; it can be withdrawn, and from the month of withdrawal"
        " on nothing is deducted (assumed).",
    ),
    "one_donor": Label(
        "Satu pekerja satu donatur: yang kedua ditolak dan pekerja lain diusulkan (diandaikan).",
        "One worker, one donor: the second is refused and another worker is proposed (assumed).",
    ),
    "order": Label(
        "Donatur diurutkan menurut tanggal persetujuan lalu undian, pekerja menurut urutan alokasi; setiap donatur"
        " mendapat satu pekerja dahulu (diandaikan). Benih undian: {seed}.",
        "Donors come by day of consent, then by lot; workers in the order of the allocation; every donor gets one"
        " worker first (assumed). Seed of the lot: {seed}.",
    ),
    "beyond_household": Label(
        "Peraturannya bicara tentang pekerja di lingkungan donatur sendiri; pasangan berdasar `usulan` melampauinya"
        " dan perlu disetujui donaturnya. `--only-own` meniadakannya.",
        "The regulation speaks of workers around the donor; pairs with the basis `usulan` go beyond it and need the"
        " donor's agreement. `--only-own` leaves them out.",
    ),
    "floor": Label(
        "Jumlah pekerja per donatur hanya mempunyai batas bawah ({floor}), tidak ada batas atas.",
        "The number of workers a donor has a floor only ({floor}), no ceiling.",
    ),
    "months": Label(
        "Satu pekerja dibayari {months} bulan; boleh tidaknya diulang tidak diatur, maka tidak diulang (diandaikan).",
        "A worker is paid for {months} months; whether they may be given again is not regulated, so they are not"
        " (assumed).",
    ),
    "no_end": Label(
        "Lamanya tidak diatur: tanpa batas waktu dari donatur, janji berlaku sampai dicabut.",
        "No time is regulated: a promise without an end holds until it is withdrawn.",
    ),
    "ranking": Label(
        "Peringkat hanya menghitung pekerja yang ditanggung dan pekerja per donatur; tanpa uang dan tanpa hadiah:"
        " sumber menyebut penghargaan hanya sebagai kemungkinan, atau tidak menyebutnya.",
        "The ranking counts covered workers and workers a donor only; no money, no prize: sources name a reward as a"
        " possibility at most.",
    ),
    "wage_earners": Label(
        "Pekerja rumah tangga, sopir, dan tukang kebun adalah penerima upah menurut PP 44/2015; iurannya perlu"
        " diperiksa BPJS Ketenagakerjaan.",
        "Household workers, drivers and gardeners are wage earners under PP 44/2015; BPJS Ketenagakerjaan must check"
        " the contribution.",
    ),
    "arrears": Label(
        "Sesudah donatur berhenti, menunggak lebih dari tiga bulan menghilangkan hak (PP 44/2015 Pasal 39 dan 42).",
        "After a donor ends, more than three months of arrears lose the right (PP 44/2015 articles 39 and 42).",
    ),
    "after_known": Label(
        "Pengetahuan tentang {policy} berakhir pada {known}; pastikan tidak ada perubahan sesudahnya.",
        "What is known of {policy} ends on {known}; make sure that nothing changed since.",
    ),
    "synthetic": Label("Donaturnya sintetis, bukan orang sebenarnya.", "The donors are synthetic, no real people."),
}
"""What a plan of donors rests on, told with every one."""

DONORS: dict[str, Label] = {
    # the workbook of deductions
    "title_allowance": Label("Daftar potongan TPP {period}", "Deductions from the allowance (TPP), {period}"),
    "title_voluntary": Label("Daftar setoran sukarela {period}", "Voluntary payments, {period}"),
    "sheet_about": Label("Ringkasan", "Summary"),
    "sheet_departments": Label("Per perangkat daerah", "By department"),
    "sheet_list_allowance": Label("Daftar potongan", "Deductions"),
    "sheet_list_voluntary": Label("Daftar setoran", "Payments"),
    "policy": Label("Kebijakan", "Policy"),
    "about_donors": Label("Donatur yang dipasangkan", "Donors with workers"),
    "about_workers": Label("Pekerja, terbanyak dalam sebulan", "Workers, at most in a month"),
    "about_amount": Label("Jumlah", "Amount"),
    "total": Label("Jumlah", "Total"),
    "heading_bulan": Label("bulan", "month"),
    "heading_perangkat_daerah": Label("perangkat daerah", "department"),
    "heading_nip": Label("NIP", "NIP"),
    "heading_nama_donatur": Label("nama donatur", "donor"),
    "heading_status": Label("status", "status"),
    "heading_pekerja": Label("pekerja", "workers"),
    "heading_rupiah": Label("rupiah", "rupiah"),
    "heading_cara": Label("cara", "manner"),
    "heading_persetujuan": Label("persetujuan tertulis", "written consent"),
    "heading_donatur": Label("donatur", "donors"),
    "heading_paraf": Label("paraf", "initials"),
    "potong_tpp": Label("potong TPP", "deducted from TPP"),
    "setoran_sukarela": Label("setoran sukarela", "voluntary payment"),
    # the terminal
    "head": Label(
        "{policy}, {period}: {pairs} pekerja dipasangkan dengan {donors} donatur",
        "{policy}, {period}: {pairs} workers matched with {donors} donors",
    ),
    "by_basis": Label("{label}: {pairs}", "{label}: {pairs}"),
    "to_deduct": Label(
        "{manner}: Rp{rupiah} untuk {months} bulan-orang", "{manner}: Rp{rupiah} for {months} person-months"
    ),
    "idle": Label(
        "Donatur tanpa pekerja, atau kurang dari yang ditawarkan:", "Donors without a worker, or with fewer:"
    ),
    "alone": Label("Pekerja berhak tanpa donatur:", "Eligible workers without a donor:"),
    "refused": Label("Pilihan donatur yang ditolak:", "Choices of donors that were refused:"),
    "ending": Label(
        "{pairs} pasangan berakhir dalam 30 hari atau bulan depan (lihat {file})",
        "{pairs} pairs end within 30 days or next month (see {file})",
    ),
    "departments": Label("Peringkat perangkat daerah", "Ranking of departments"),
    "rank": Label("peringkat", "rank"),
    "workers": Label("pekerja", "workers"),
    "per_donor": Label("pekerja per donatur", "workers a donor"),
    "consenting": Label("donatur setuju", "donors who consent"),
    "faults_in": Label("{count} isian keliru; semuanya dalam {file}", "{count} faulty cells; all of them in {file}"),
    "files": Label("Hasil dalam {folder}: {files}", "Results in {folder}: {files}"),
    "month_or_year": Label(
        "Sebutkan salah satu: --month TAHUN-BULAN atau --year TAHUN",
        "Give one of the two: --month YYYY-MM or --year YYYY",
    ),
    "matching": Label("memasangkan", "matching"),
    "none_in_force": Label(
        "Tidak ada peraturan {city} yang berlaku dalam {period}. Yang ada: {versions}.",
        "No regulation of {city} is in force in {period}. There are: {versions}.",
    ),
}
"""Words of the workbook and the terminal."""
