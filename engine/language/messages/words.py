"""Notices and the words of findings, themes and kinds, by code."""

from __future__ import annotations

from engine.language.vocabulary import Label

NOTICES: dict[str, Label] = {
    "after_last_known_date": Label(
        "Pengetahuan tentang peraturan ini berakhir pada {known}; pastikan tidak ada perubahan sesudahnya.",
        "What is known of this regulation ends on {known}; make sure that nothing changed since.",
    ),
    "before_start": Label(
        "Pada {on} peraturan ini belum berlaku (mulai {since}).",
        "On {on} this regulation was not yet in force (from {since}).",
    ),
    "superseded": Label(
        "Peraturan ini berlaku sampai dengan {until}; pada {on} tidak berlaku lagi.",
        "This regulation was in force until {until}; on {on} it no longer is.",
    ),
    "proposal_without_effect": Label(
        "Ini usulan perubahan: belum mempunyai akibat hukum.", "This is a proposal: it has no legal effect."
    ),
    "what_if": Label(
        "Ini pengandaian, bukan peraturan: {changes}. Tidak mempunyai akibat hukum.",
        "This is a what-if, not a regulation: {changes}. It has no legal effect.",
    ),
    "not_binding": Label(
        "Ini imbauan atau praktik, bukan peraturan yang mengikat.",
        "This is an appeal or a practice, not a binding regulation.",
    ),
    "unverified": Label(
        "Bahwa aturan bagi kelompok ini sudah berlaku belum terverifikasi.",
        "That the rule for this group is in force has not been verified.",
    ),
    "reconstructed_text": Label(
        "Naskah resmi belum ditemukan: isi dan nomor pasal adalah rekonstruksi dari berita.",
        "The official text was not found: content and article numbers are reconstructed from news reports.",
    ),
    "refusal_on_assumption": Label(
        "Penolakan ini hanya bertumpu pada asumsi ({criteria}); pastikan dahulu, jangan ditolak atas dasar ini.",
        "This refusal rests on assumptions alone ({criteria}); confirm them first, do not refuse on this ground.",
    ),
    "rests_on_assumption": Label(
        "Keputusan ini memakai asumsi yang belum dinyatakan sumber: {criteria}.",
        "This decision uses assumptions that no source states: {criteria}.",
    ),
    "tariff_not_modelled": Label(
        "Iuran segmen {segment} tidak dimodelkan; besarnya bergantung pada upah.",
        "The contribution of the segment {segment} is not modelled; it depends on the wage.",
    ),
    "second_occupation_not_stated": Label(
        "Pekerjaan kedua tidak disebut dan dianggap tidak ada; bila ada, sebutkan.",
        "No second occupation was stated, so none is assumed; state it if there is one.",
    ),
    "donor_months_end": Label(
        "Sumber {source} hanya menanggung {months} bulan; lanjutkan sebelum bulan ke-{last}, karena sesudah lebih dari"
        " tiga bulan menunggak hak hilang (PP 44/2015 Pasal 39 dan 42).",
        "The source {source} pays {months} months only; continue before month {last}, for after more than three"
        " months of arrears the right is lost (PP 44/2015 articles 39 and 42).",
    ),
    "wage_earner_in_national_law": Label(
        "Menurut hukum nasional pekerja pada orang perseorangan adalah penerima upah (PP 44/2015 Pasal 5 ayat (2));"
        " iuran di sini menurut sumber, pastikan segmennya pada BPJS Ketenagakerjaan.",
        "In national law a worker for a private person is a wage earner (PP 44/2015 article 5(2)); the amount is the"
        " source's, confirm the segment with BPJS Ketenagakerjaan.",
    ),
    "national_age_limit": Label(
        "Menurut aturan nasional, pendaftar baru harus berusia kurang dari {limit} tahun (sumber sekunder).",
        "By the national rule a new participant must be under {limit} years (secondary source).",
    ),
}

RESULTS: dict[str, Label] = {
    "met": Label("terpenuhi", "met"),
    "failed": Label("tidak terpenuhi", "failed"),
    "unknown": Label("belum diketahui", "unknown"),
}

OUTCOMES: dict[str, Label] = {
    "eligible": Label("berhak", "eligible"),
    "ineligible": Label("tidak berhak", "ineligible"),
    "undetermined": Label("belum pasti", "undetermined"),
}

EFFECTS: dict[str, Label] = {
    "in_force": Label("berlaku", "in force"),
    "superseded": Label("tidak berlaku lagi", "superseded"),
    "proposed": Label("usulan", "proposed"),
    "not_binding": Label("tidak mengikat", "not binding"),
    "unverified": Label("belum terverifikasi", "unverified"),
}

BASES: dict[str, Label] = {
    "stated": Label("tersurat", "stated"),
    "interpreted": Label("tafsir", "interpreted"),
    "assumed": Label("asumsi", "assumed"),
}

STANDINGS: dict[str, Label] = {**BASES, "silent": Label("diam", "silent")}

INSTRUMENTS: dict[str, Label] = {
    "perwal": Label("peraturan wali kota", "mayor's regulation"),
    "perbup": Label("peraturan bupati", "regent's regulation"),
    "surat_edaran": Label("surat edaran", "circular"),
    "anggaran": Label("anggaran", "budget"),
    "praktik": Label("praktik tanpa instrumen", "practice without an instrument"),
}

TRANSITIONS: dict[str, Label] = {
    "sampai_akhir_tahun_anggaran": Label("sampai akhir tahun anggaran", "until the end of the budget year"),
    "sampai_akhir_bulan": Label("sampai akhir bulan", "until the end of the month"),
    "langsung": Label("langsung berhenti", "ends at once"),
}

DONORS: dict[str, Label] = {
    "pns": Label("PNS", "PNS (permanent)"),
    "pppk": Label("PPPK", "PPPK (contract)"),
    "non_pns": Label("pegawai non-PNS", "staff other than PNS"),
}

WEIGHTS: dict[str, Label] = {
    "penduduk": Label("jumlah penduduk", "population"),
    "dtks": Label("jumlah orang dalam DTKS", "people on the DTKS register"),
    "dtsen": Label("jumlah orang dalam DTSEN", "people on the DTSEN register"),
    "miskin_ekstrem": Label("jumlah warga miskin ekstrem", "people in extreme poverty"),
}

WORDING: dict[str, Label] = {
    # conditions
    "yes": Label("ya", "yes"),
    "no": Label("tidak", "no"),
    "and": Label("dan", "and"),
    "or": Label("atau", "or"),
    "not": Label("tidak berlaku bahwa ({condition})", "it does not hold that ({condition})"),
    "always": Label("selalu", "always"),
    "anybody": Label("siapa pun", "anybody"),
    "another": Label("lainnya", "another"),
    "never": Label("tidak pernah", "never"),
    "other_than": Label("selain {values}", "other than {values}"),
    "none_of": Label("selain {values}", "none of: {values}"),
    "at_least": Label("paling rendah {bound}", "at least {bound}"),
    "at_most": Label("paling tinggi {bound}", "at most {bound}"),
    "between": Label("{low} sampai dengan {high}", "{low} to {high}"),
    "national": Label("{bound} (batas nasional)", "{bound} (national limit)"),
    "national_unknown": Label("batas nasional", "the national limit"),
    "nothing": Label("(belum ada yang disebut)", "(nothing named yet)"),
    "or_ruled": Label("{values}, atau yang ditetapkan setara", "{values}, or what is ruled equivalent"),
    "partial": Label("(daftar belum lengkap diketahui)", "(list known in part)"),
    "partial_of": Label("({known} dari {count} jenis diketahui)", "({known} of {count} kinds known)"),
    "outside": Label("tidak termasuk {values}", "not {values}"),
    # statements of a regulation
    "number": Label("{kind} nomor {number}", "{kind} number {number}"),
    "no_number": Label("{kind}, nomor tidak diketahui", "{kind}, number not known"),
    "year": Label("{text} tahun {year}", "{text} of {year}"),
    "in_brackets": Label("{text} ({more})", "{text} ({more})"),
    "about": Label("{subject}: {text}", "{subject}: {text}"),
    "and_more": Label("{text}, {more}", "{text}, {more}"),
    "when": Label("{text}, bila {condition}", "{text}, if {condition}"),
    "at_registration": Label("{condition}; saat pendaftaran", "{condition}; at registration"),
    "comes_first": Label("didahulukan, tidak disyaratkan: {condition}", "comes first, not required: {condition}"),
    "tariff": Label("tarif nasional {amount}", "national tariff {amount}"),
    "order": Label("urutan membayar yang diandaikan: {sources}", "order of payment, assumed: {sources}"),
    "year_end": Label("sampai akhir tahun anggaran", "until the end of the budget year"),
    "workers_each": Label("paling sedikit {count} pekerja tiap donatur", "workers per donor: at least {count}"),
    "appeal": Label("imbauan", "an appeal"),
    "task": Label("tugas", "a task"),
    "voluntary": Label("sukarela", "voluntary"),
    "allowance": Label("dipotong dari TPP", "deducted from the allowance (TPP)"),
    "repeats": Label("berulang", "repeated"),
    "once": Label("tidak berulang", "not repeated"),
    "total": Label("{year}: {amount} orang seluruhnya", "{year}: {amount} people in all"),
    "addition": Label("{year}: {amount} orang tambahan", "{year}: {amount} more people"),
    "per_village": Label("dibagi per kelurahan", "divided among villages"),
    "by_weights": Label("menurut {weights}", "by {weights}"),
    "divides_quota": Label("membagi kuota: {weights}", "divides the quota: {weights}"),
}

THEMES: dict[str, Label] = {
    "instrument": Label("Instrumen", "Instrument"),
    "effect": Label("Akibat hukum", "Legal effect"),
    "groups": Label("Kelompok yang dicakup", "Covered groups"),
    "post": Label("Jabatan, status, atau hubungan dengan ASN", "Post, staff status or tie to a civil servant"),
    "occupation": Label("Pekerjaan", "Occupation"),
    "employment": Label("Hubungan kerja", "Employment relation"),
    "own_business": Label("Upah dan usaha sendiri", "Wage and own business"),
    "age": Label("Usia", "Age"),
    "residence": Label("Tempat tinggal", "Residence"),
    "breadwinner": Label("Tulang punggung keluarga", "Breadwinner"),
    "poverty": Label("Data kemiskinan", "Poverty data"),
    "participation": Label("Kepesertaan aktif", "Active participation"),
    "programs": Label("Program", "Programmes"),
    "contribution": Label("Iuran per bulan", "Contribution per month"),
    "funding": Label("Sumber dana, menurut urutan", "Whose money, in order"),
    "months": Label("Lamanya", "Months paid"),
    "donors": Label("Donatur", "Donors"),
    "quota": Label("Kuota", "Quota"),
    "priority": Label("Urutan prioritas", "Priority"),
    "transition": Label("Penerima berjalan", "Ongoing recipients"),
    "other": Label("Syarat lain", "Other criteria"),
}
"""The rows of a comparison."""

KINDS: dict[str, Label] = {
    "yes_no": Label("ya atau tidak (true atau false)", "yes or no (true or false)"),
    "word": Label("satu kata dari kosakata", "one word of the vocabulary"),
    "number": Label("bilangan bulat", "a whole number"),
    "region": Label("kode kelurahan seperti 33.76.01.1001", "a village code such as 33.76.01.1001"),
    "date": Label("tanggal TAHUN-BULAN-HARI", "a date YEAR-MONTH-DAY"),
    "text": Label("teks", "text"),
}
