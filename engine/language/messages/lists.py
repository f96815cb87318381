"""Faults of a list of applicants as a whole: its file, headings and mapping, and the engine that decides it."""

from __future__ import annotations

from engine.language.messages.sentence import Sentence
from engine.language.messages.sentence import sentence as _s

LIST_FAULTS: dict[str, Sentence] = {
    # the file itself
    "table-empty": _s(
        "berkas ini kosong",
        "the file is empty",
        "periksa apakah berkasnya benar dan sudah tersimpan penuh",
        "check that it is the right file and was saved completely",
    ),
    "table-wrong-kind": _s(
        "berkas ini {kind}, bukan daftar pemohon",
        "the file is {kind}, not a list of applicants",
        "daftar pemohon dibaca dari CSV, XLSX, atau Parquet; simpan sebagai salah satunya",
        "a list of applicants is read from CSV, XLSX or Parquet; save it as one of them",
    ),
    "table-not-text": _s(
        "berkas ini bukan teks yang dapat dibaca",
        "the file is not readable text",
        "simpan ulang sebagai CSV dengan pengodean UTF-8, atau sebagai XLSX",
        "save it again as CSV with UTF-8 encoding, or as XLSX",
    ),
    "header-missing": _s(
        "baris judul kolom tidak ditemukan",
        "there is no row of headings",
        "tulis nama kolom pada satu baris di atas datanya, atau sebutkan nomor baris judul yang benar",
        "write the names of the columns in one row above the data, or give the right number of that row",
    ),
    "header-is-data": _s(
        "baris ini tampak sebagai data, padahal di sini seharusnya judul kolom",
        "this row looks like data where the headings should be",
        "tambahkan baris judul kolom (NIK, nama, ...) di atas data, atau sebutkan nomor baris judulnya",
        "add a row of headings (NIK, nama, ...) above the data, or give the number of the heading row",
    ),
    "read-as-windows-1252": _s(
        "berkas ini bukan UTF-8; dibaca sebagai Windows-1252",
        "the file is not UTF-8; it was read as Windows-1252",
        "periksa huruf beraksen dalam nama; lebih aman simpan ulang sebagai CSV UTF-8",
        "check accented letters in names; to be safe save it again as CSV UTF-8",
    ),
    "workbook-locked": _s(
        "buku kerja ini dikunci dengan kata sandi",
        "the workbook is locked with a password",
        "buka di Excel atau LibreOffice, simpan salinan tanpa kata sandi",
        "open it in Excel or LibreOffice and save a copy without the password",
    ),
    "workbook-old": _s(
        "jenis buku kerja ini (XLS, XLSB, ODS, atau dokumen Office lama) tidak dibaca",
        "this kind of workbook (XLS, XLSB, ODS or an old Office document) is not read",
        "buka lalu simpan sebagai XLSX",
        "open it and save it as XLSX",
    ),
    "workbook-damaged": _s(
        "buku kerja ini rusak atau tidak lengkap",
        "the workbook is damaged or incomplete",
        "salin atau unduh ulang; bila masih dapat dibuka di Excel atau LibreOffice, simpan ulang sebagai XLSX",
        "copy or download it again; if Excel or LibreOffice still open it, save it again as XLSX",
    ),
    "workbook-too-large": _s(
        "isi buku kerja ini {size} MiB setelah dibuka, padahal batasnya {limit} MiB",
        "unpacked, the workbook has {size} MiB, the limit is {limit} MiB",
        "simpan lembar datanya saja, tanpa gambar dan format, atau simpan sebagai CSV",
        "save the sheet with the data alone, without pictures and formats, or save it as CSV",
    ),
    "workbook-too-heavy": _s(
        "membaca buku kerja ini memerlukan terlalu banyak memori",
        "reading the workbook takes too much memory",
        "hapus isian atau format jauh di luar tabel, atau simpan sebagai CSV",
        "remove cells or formats far outside the table, or save it as CSV",
    ),
    "workbook-too-slow": _s(
        "membaca buku kerja ini lebih dari {limit} detik",
        "reading the workbook took more than {limit} seconds",
        "simpan lembar datanya sebagai CSV",
        "save the sheet with the data as CSV",
    ),
    "sheet-unknown": _s("buku kerja ini tidak mempunyai lembar itu", "the workbook has no such sheet"),
    "sheet-empty": _s(
        "tidak ada lembar tampak yang berisi tabel",
        "no visible sheet holds a table",
        "periksa apakah berkasnya benar; lembar tersembunyi dapat dibaca dengan menyebut namanya",
        "check that it is the right file; a hidden sheet can be read by its name",
    ),
    "sheet-taken": _s(
        "yang dibaca lembar `{name}`; lembar lain juga berisi: {others}",
        "the sheet `{name}` was read; others hold data too: {others}",
        "sebutkan nama lembarnya bila yang dimaksud lembar lain",
        "name the sheet if another one is meant",
    ),
    "cell-error-nowhere": _s(
        "ada sel galat (seperti #REF!) atau rumus tanpa hasil yang tempatnya tidak disebut berkas ini",
        "the file has error cells (such as #REF!) or formulas without results whose place it does not say",
        "buka lalu simpan ulang di Excel atau LibreOffice",
        "open it in Excel or LibreOffice and save it again",
    ),
    "folder-without-parquet": _s(
        "folder ini tidak berisi berkas Parquet",
        "the folder holds no Parquet files",
        "sebutkan berkasnya, atau folder yang berisi berkas .parquet",
        "name the file, or a folder with .parquet files",
    ),
    "parquet-damaged": _s(
        "berkas Parquet ini rusak atau tidak lengkap",
        "the Parquet file is damaged or incomplete",
        "salin atau tulis ulang berkasnya dari sumbernya",
        "copy or write it again from its source",
    ),
    "parquet-schemas-differ": _s(
        "kolom berkas ini berbeda dari berkas pertama dalam foldernya",
        "the columns of this file differ from those of the first file in the folder",
        "samakan nama, urutan, dan jenis kolom semua berkas, atau pisahkan foldernya",
        "give all files the same names, order and types of columns, or keep them in folders of their own",
    ),
    # headings and mapping of a list
    "heading-none": _s(
        "tidak ada judul kolom yang dikenal sebagai fakta; daftar ini tidak dibaca",
        "no heading is known as a fact; the list is not read",
        "baris pertama harus memuat judul kolom; `perwal template` membuat lembar isian dengan judul yang dikenal, atau"
        " sebut artinya dalam berkas pemetaan",
        "the first row must hold headings; `perwal template` makes a sheet with known ones, or say in a mapping file"
        " what they mean",
    ),
    "heading-twice": _s(
        "kolom ke-{first} dan ke-{second} sama-sama berarti `{name}`; keduanya tidak dibaca",
        "columns {first} and {second} both mean `{name}`; neither is read",
        "hapus salah satunya, atau tulis `abaikan` untuk salah satunya dalam berkas pemetaan",
        "remove one of them, or write `abaikan` for one of them in a mapping file",
    ),
    "heading-superseded": _s(
        "kolom `{heading}` diabaikan, karena kolom ke-{column} lebih pasti berarti `{name}`",
        "the column `{heading}` is ignored, because column {column} means `{name}` more surely",
        "bila kolom ini yang benar, sebut itu dalam berkas pemetaan",
        "if this column is the right one, say so in a mapping file",
    ),
    "heading-unknown": _s(
        "{count} kolom tidak dikenal dan diabaikan: {headings}",
        "{count} columns are not known and are ignored: {headings}",
        "bila salah satunya memuat fakta, sebut artinya dalam berkas pemetaan (`kolom`)",
        "if one of them holds a fact, say which in a mapping file (`kolom`)",
    ),
    "heading-no-nik": _s(
        "daftar ini tidak memuat NIK: orang yang terdaftar dua kali tidak dapat ditemukan",
        "the list has no NIK: people who are on it twice cannot be found",
        "tambahkan kolom NIK",
        "add a column NIK",
    ),
    "mapping-no-such-heading": _s(
        "daftar ini tidak mempunyai kolom `{heading}`",
        "the list has no column `{heading}`",
        "salin judulnya dari daftar itu",
        "copy the heading from the list",
    ),
    "mapping-unknown-fact": _s("tidak ada fakta `{name}`", "there is no fact `{name}`"),
    "mapping-identity": _s(
        "`{name}` berbeda pada setiap orang; nilainya tidak dapat dinyatakan di sini",
        "`{name}` differs from person to person; it cannot be stated here",
        "hapus dari bagian ini",
        "remove it from this section",
    ),
    "mapping-not-understood": _s(
        "nilai ini tidak dikenal untuk `{name}`",
        "this is no known value of `{name}`",
        "pakai nilai yang ada dalam kosakata",
        "use a value of the vocabulary",
    ),
    "mapping-known": _s(
        "teks ini sudah mempunyai arti lain untuk `{name}`",
        "this text already has another meaning for `{name}`",
        "hapus baris ini; pemetaan menambah arti, bukan mengubahnya",
        "remove this line; a mapping adds meanings, it changes none",
    ),
    "attested-not-understood": _s(
        "nilai yang dinyatakan untuk semua baris ini tidak dikenal untuk `{name}`",
        "what is attested for all rows is no known value of `{name}`",
        "pakai nilai yang ada dalam kosakata",
        "use a value of the vocabulary",
    ),
    "attested-twice": _s(
        "`{name}` dinyatakan lain pada {place}",
        "`{name}` is attested otherwise at {place}",
        "pertahankan salah satunya",
        "keep one of the two",
    ),
    "attested-disagree": _s(
        "kelurahan yang dinyatakan tidak terletak di kota yang dinyatakan",
        "the village attested does not lie in the city attested",
        "cukup nyatakan kelurahannya",
        "attest the village alone",
    ),
    # the engine of a run
    "spark-not-installed": _s(
        "Spark belum terpasang",
        "Spark is not installed",
        "pasang dengan `pip install 'perwal[spark]'`, atau pakai mesin polars atau duckdb",
        "install it with `pip install 'perwal[spark]'`, or use the engine polars or duckdb",
    ),
    "java-not-found": _s(
        "Java, yang diperlukan Spark, tidak ditemukan",
        "Java, which Spark needs, was not found",
        "pasang Java 17 atau yang lebih baru dan periksa JAVA_HOME, atau pakai mesin polars atau duckdb",
        "install Java 17 or later and check JAVA_HOME, or use the engine polars or duckdb",
    ),
    "spark-not-started": _s(
        "Spark tidak dapat dijalankan",
        "Spark could not be started",
        "periksa versi Java (17 atau lebih baru), alamat master, dan pengaturan Spark (`spark-defaults.conf`)",
        "check the version of Java (17 or later), the master's address and Spark's settings (`spark-defaults.conf`)",
    ),
    "spark-unreachable": _s(
        "tidak ada master Spark yang menjawab di {master}",
        "no Spark master answers at {master}",
        "periksa alamatnya dan apakah klaster sudah berjalan",
        "check the address, and whether the cluster is running",
    ),
    "engine-incomplete": _s(
        "mesin tabel menulis {rows} keputusan untuk {of} baris; hasilnya tidak dipakai",
        "the table engine wrote {rows} decisions for {of} rows; nothing of it is used",
        "pastikan semua pekerja klaster memakai folder yang sama, atau pakai `--engine polars`",
        "make sure that all workers of the cluster share the folder, or use `--engine polars`",
    ),
    "spark-failed": _s(
        "Spark berhenti sebelum selesai; keputusannya tidak ditulis",
        "Spark gave up before the end; no decisions were written",
        "periksa apakah semua pekerja klaster dapat membuka berkas masukan dan folder hasil, dan apakah memori serta "
        "ruang penyimpanannya cukup; rinciannya ada di log Spark",
        "check that every worker of the cluster can open the input and the output folder, and has memory and disk "
        "space left; details stand in Spark's logs",
    ),
}
