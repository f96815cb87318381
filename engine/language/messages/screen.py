"""Headings and words of terminal and pages."""

from __future__ import annotations

from engine.language.vocabulary import Label

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
    "changes": Label("Yang akan mengubah hasil", "What would change the outcome"),
    "no_change": Label("tidak ada perubahan yang dapat dilakukan orang ini", "nothing that this person can change"),
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
    "since": Label("mulai", "since"),
    "until": Label("sampai", "until"),
    "known": Label("diketahui sampai", "known until"),
    "not_yet": Label("belum berlaku", "not yet in force"),
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
    # explanations of faults
    "why": Label("mengapa", "why it matters"),
    "bad_example": Label("keliru", "wrong"),
    "good_example": Label("benar", "right"),
    "no_code": Label("Kesalahan berkode {code} tidak ada.", "There is no fault {code}."),
    "meant": Label("Maksud Anda {code}?", "Did you mean {code}?"),
    # cities side by side
    "comparison": Label("Perbandingan kota menurut tema", "Cities compared by theme"),
    "compared_on": Label(
        "Setiap kota dengan versi yang berlaku pada {on}; versi yang disebut namanya dibaca pada hari itu juga.",
        "Each city with the version in effect on {on}; a version asked for by name is read on that day too.",
    ),
    "compared_latest": Label(
        "Setiap kota dengan versi terakhir yang diketahui, dibaca pada hari terakhir yang diketahui tentangnya.",
        "Each city with its latest known version, read on the last day that is known of it.",
    ),
    "by_theme": Label("Tema demi tema", "Theme by theme"),
    "version": Label("versi", "version"),
    "read_on": Label("dibaca per", "read on"),
    "past_known": Label("sesudah hari terakhir yang diketahui", "past the last day known"),
    "share": Label("{count} dari {themes} {standing}", "{count} of {themes} {standing}"),
    "theme": Label("tema", "theme"),
    "same_as": Label("sama dengan {cities}", "same as {cities}"),
    "no_ground": Label("tanpa dasar tersendiri", "no ground of its own"),
    "legend": Label("Cara membaca", "How to read"),
    "legend_stated": Label("setiap butirnya dinyatakan sumber", "a source states every item"),
    "legend_interpreted": Label(
        "sedikitnya satu butir adalah pembacaan kami atas sumber", "at least one item is our reading of a source"
    ),
    "legend_assumed": Label(
        "sedikitnya satu butir adalah asumsi, atau tidak diberi dasar tersendiri dalam berkasnya",
        "at least one item is an assumption, or the file gives it no ground of its own",
    ),
    "legend_silent": Label("sejauh diketahui tidak diatur", "nothing is known to be said"),
    "legend_same": Label(
        "maknanya sama, dan pada kedua sisi tersurat atau tafsir; asumsi dan diam tidak pernah dihitung sebagai"
        " kesamaan, dan sebutan yang sama belum tentu orang yang sama",
        "the same meaning, stated or interpreted on both sides; assumptions and silence never count as agreement, and"
        " the same name need not mean the same people",
    ),
    "legend_beside": Label(
        "bukan isi peraturan kota: hukum nasional, atau pembacaan yang dipakai berkasnya; tidak dihitung",
        "not in the city's regulation: national law, or how the file is read; not counted",
    ),
    "beside": Label("di luar itu", "beside it"),
    "everywhere": Label("semua kota", "every city"),
    "none_that_day": Label("Tidak ada yang berlaku pada {on}.", "None is in effect on {on}."),
    "no_version_known": Label("Belum ada selain rancangan.", "There are drafts only."),
    "versions": Label("Yang ada: {versions}.", "There are: {versions}."),
    "same_person": Label("Orang yang sama di tiap kota", "The same person in each city"),
    "how_firm": Label("seberapa kuat dasarnya", "how firm"),
    "outcome_heading": Label("hasil", "outcome"),
    "group_heading": Label("kelompok", "group"),
    "wording": Label("bunyi", "wording"),
    "notes": Label("catatan", "notes"),
    "sources": Label("Sumber", "Sources"),
    "page_written": Label("Halaman: {path}", "Page: {path}"),
    "page_suffix": Label("-o: nama berkas harus berakhiran .html", "-o: the name of the file must end in .html"),
    "cannot_read": Label("{path}: tidak dapat dibaca: {problem}", "{path}: cannot be read: {problem}"),
    "cannot_write": Label("{path}: tidak dapat ditulis: {problem}", "{path}: cannot be written: {problem}"),
    # made-up registries
    "synth_making": Label("membuat data sintetis", "making synthetic data"),
    "synth_written": Label(
        "{rows} baris sintetis ditulis ke {path}: bukan orang sebenarnya, dan sebarannya asumsi, bukan statistik",
        "{rows} synthetic rows written to {path}: no real people, and spread by assumption, not by statistics",
    ),
    "synth_spoilt": Label("{rows} baris di antaranya sengaja dibuat keliru", "{rows} of them were spoilt on purpose"),
    "synth_suffix": Label(
        "-o: nama berkas harus berakhiran .parquet, .csv, atau .xlsx; nama folder diakhiri /",
        "-o: the name of the file must end in .parquet, .csv or .xlsx; that of a folder ends in /",
    ),
    "synth_sheet": Label(
        "satu lembar Excel memuat {most} baris, tidak cukup untuk {rows}; pakai .csv atau .parquet",
        "a sheet of Excel holds {most} rows, not enough for {rows}; use .csv or .parquet",
    ),
    "synth_typed": Label(
        "--errors: lajur Parquet bertipe, tidak dapat memuat isian keliru; pakai .csv atau .xlsx",
        "--errors: columns of Parquet are typed and cannot hold faulty cells; use .csv or .xlsx",
    ),
    "synth_folder": Label(
        "{path}: sudah ada dan bukan folder kosong; pilih nama lain",
        "{path}: is there already and is no empty folder; choose another name",
    ),
    "template_written": Label(
        "{path}: {columns} kolom yang dibaca {policy} pada {on}; isi lembar {sheet}",
        "{path}: the {columns} columns that {policy} reads on {on}; fill in the sheet {sheet}",
    ),
    "template_suffix": Label("-o: nama berkas harus berakhiran .xlsx", "-o: the name of the file must end in .xlsx"),
    "synth_truth": Label(
        "--truth: nama berkas harus berakhiran .parquet", "--truth: the name of the file must end in .parquet"
    ),
    # runs over a registry
    "run_reading": Label("membaca daftar", "reading the list"),
    "run_deciding": Label("memutus", "deciding"),
    "run_reporting": Label("menyusun laporan", "writing reports"),
    "run_head": Label(
        "{policy} pada {day}: {rows} pemohon, {situations} keadaan yang berbeda",
        "{policy} on {day}: {rows} applicants, {situations} different situations",
    ),
    "run_work": Label("Yang terbanyak (selengkapnya dalam {report}):", "The commonest (all of them in {report}):"),
    "run_faults": Label(
        "{cells} isian tidak dapat dibaca dan dianggap belum diketahui; {held} baris ditahan. Perbaiki dalam {file},"
        " lalu jalankan lagi dengan berkas itu.",
        "{cells} cells could not be read and count as unknown; {held} rows are held. Correct them in {file}, then run"
        " again with that file.",
    ),
    "run_blank": Label("{rows} baris kosong dilewati", "{rows} empty rows were left out"),
    "run_files": Label("Hasil dalam {folder}: {files}", "Results in {folder}: {files}"),
    "occupied": Label(
        "{path} sudah ada dan bukan hasil `perwal {command}`, atau folder tempat Anda berada; pilih folder lain",
        "{path} is there and not a result of `perwal {command}`, or it is the folder you are in; choose another",
    ),
    "run_attest": Label(
        "--attest: tulis fakta=nilai, mis. jabatan_rt=tidak_ada",
        "--attest: write fact=value, e.g. jabatan_rt=tidak_ada",
    ),
    "run_granted": Label("--granted hanya dengan --budget", "--granted needs --budget"),
    "run_money": Label("Uang tahun {year} (anggaran {budget})", "Money of {year} (budget {budget})"),
    "run_paid": Label(
        "{people} orang dibayar untuk {months} bulan-orang, Rp{rupiah}; {waiting} belum pasti berhak",
        "{people} people are paid for {months} person-months, Rp{rupiah}; {waiting} undetermined",
    ),
    "run_pot": Label("uang", "money"),
    "run_received": Label("diterima", "received"),
    "run_committed": Label("terpakai sebelumnya", "used before"),
    "run_given": Label("diberikan", "given now"),
    "run_left": Label("sisa", "left"),
    "run_people": Label("orang", "people"),
    "run_assumed": Label(
        "Tidak diatur dan tidak dipilih dalam anggaran, maka diandaikan: {options}",
        "Not regulated and not chosen in the budget, so assumed: {options}",
    ),
}
