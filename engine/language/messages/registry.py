"""What is said about lists of applicants: files, columns, cells, rows and runs, by code."""

from __future__ import annotations

from engine.language.messages.sentence import Sentence
from engine.language.messages.sentence import sentence as _s
from engine.language.vocabulary import Label

TABLE_FAULTS: dict[str, Sentence] = {
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
    # cells
    "cell-unknown-word": _s(
        "isian ini tidak ada dalam pilihan fakta ini",
        "this is none of the values of this fact",
        "pakai salah satu pilihan, atau sebut artinya dalam berkas pemetaan (`nilai`)",
        "use one of the values, or say what it means in a mapping file (`nilai`)",
    ),
    "cell-not-yes-no": _s(
        "isian ini bukan ya atau tidak", "this is neither yes nor no", "tulis ya atau tidak", "write ya or tidak"
    ),
    "cell-letter-t": _s(
        "huruf t dapat berarti tidak, dapat pula berarti benar (true)",
        "the letter t can be *tidak* (no) or true",
        "tulis ya atau tidak, atau sebut artinya dalam berkas pemetaan (`nilai`)",
        "write ya or tidak, or say what it means in a mapping file (`nilai`)",
    ),
    "cell-not-a-number": _s(
        "isian ini bukan bilangan",
        "this is not a number",
        "tulis angka saja, misalnya 40",
        "write digits only, such as 40",
    ),
    "cell-not-whole": _s(
        "bilangan ini tidak bulat", "this is not a whole number", "tulis bilangan bulat", "write a whole number"
    ),
    "cell-number-ambiguous": _s(
        "koma di depan tiga angka dapat berarti ribuan, dapat pula pecahan",
        "a comma before three digits can mean thousands or a fraction",
        "tulis tanpa koma, atau ribuan dengan titik",
        "write it without a comma, or thousands with a dot",
    ),
    "cell-negative": _s("bilangan ini negatif", "this number is negative", "periksa tandanya", "check the sign"),
    "cell-out-of-range": _s(
        "bilangan ini di luar batas fakta ini",
        "this number is beyond the bounds of this fact",
        "periksa angkanya dan kolomnya",
        "check the digits and the column",
    ),
    "cell-foreign-digits": _s(
        "angka ini ditulis dengan aksara lain",
        "the digits are of another script",
        "tulis dengan angka 0 sampai 9",
        "write with the digits 0 to 9",
    ),
    "cell-not-a-date": _s(
        "isian ini bukan tanggal",
        "this is not a date",
        "tulis TAHUN-BULAN-HARI, misalnya 1980-06-02, atau dengan nama bulan",
        "write YEAR-MONTH-DAY, such as 1980-06-02, or name the month",
    ),
    "cell-date-order": _s(
        "urutan hari, bulan, dan tahun pada tanggal ini tidak dinyatakan, dan tidak ditebak",
        "the order of day, month and year in this date is not declared, and it is not guessed",
        "nyatakan untuk seluruh daftar dengan --dates hari-bulan-tahun, atau `tanggal` dalam berkas pemetaan",
        "declare it for the whole list with --dates hari-bulan-tahun, or `tanggal` in a mapping file",
    ),
    "cell-date-short-year": _s(
        "tahunnya hanya dua angka; abadnya tidak ditebak",
        "the year has two digits; the century is not guessed",
        "tulis tahun dengan empat angka",
        "write the year with four digits",
    ),
    "cell-date-impossible": _s(
        "tanggal ini tidak ada",
        "there is no such day",
        "periksa hari, bulan, dan urutannya",
        "check day, month and their order",
    ),
    "cell-date-bare-number": _s(
        "ini bilangan, bukan tanggal; lembar sebar menyimpan tanggal sebagai bilangan",
        "this is a number, not a date; spreadsheets store dates as numbers",
        "format kolomnya sebagai tanggal, lalu simpan lagi",
        "format the column as dates and save it again",
    ),
    "cell-unknown-village-code": _s(
        "tidak ada kelurahan atau desa dengan kode Kemendagri ini",
        "no village has this Kemendagri code",
        "pakai kode Kemendagri, misalnya 33.76.01.1001, bukan kode BPS, atau nama kelurahan",
        "use the Kemendagri code, such as 33.76.01.1001, not that of BPS, or the village's name",
    ),
    "cell-village-differs": _s(
        "kode dan nama kelurahan dalam isian ini tidak cocok",
        "code and name of the village in this cell do not go together",
        "perbaiki salah satunya, atau tulis kodenya saja",
        "mend one of the two, or write the code alone",
    ),
    "cell-unknown-village": _s(
        "tidak ada kelurahan atau desa dengan nama ini di kota yang ditanya",
        "no village of the city asked has this name",
        "periksa ejaannya, atau tulis kode Kemendagri",
        "check the spelling, or write the Kemendagri code",
    ),
    "cell-village-ambiguous": _s(
        "beberapa desa di kota yang ditanya bernama sama",
        "several villages of the city asked have this name",
        "tulis kode Kemendagri-nya",
        "write its Kemendagri code",
    ),
    "cell-village-elsewhere": _s(
        "kota pada baris ini bukan kota yang ditanya; nama kelurahan tidak dicari di kota lain",
        "the row's city is not the city asked; names of villages are not looked up elsewhere",
        "tulis kode Kemendagri-nya, atau perbaiki kotanya",
        "write its Kemendagri code, or mend the city",
    ),
    "cell-city-ambiguous": _s(
        "ada Kota dan ada Kabupaten dengan nama ini",
        "there is a Kota and a Kabupaten of this name",
        "tulis Kota atau Kabupaten di depannya, atau isi kelurahan",
        "write Kota or Kabupaten before it, or fill in the village",
    ),
    "cell-place-disagrees": _s(
        "kelurahan ini tidak terletak di kota yang tertulis pada baris ini",
        "this village does not lie in the row's city",
        "perbaiki salah satunya; keduanya kini dianggap belum diketahui",
        "mend one of the two; both count as unknown for now",
    ),
    "cell-not-as-attested": _s(
        "isian ini berbeda dari yang dinyatakan untuk semua baris",
        "this differs from what is attested for all rows",
        "perbaiki isian ini, atau jangan nyatakan fakta itu untuk semua baris",
        "mend the cell, or do not attest the fact for all rows",
    ),
    "cell-too-long": _s(
        "isian ini terlalu panjang",
        "this is too long",
        "periksa apakah beberapa baris tergabung",
        "check whether rows have run together",
    ),
    "cell-wrong-type": _s(
        "jenis isian ini tidak dipakai di daftar pemohon",
        "this type of cell is not used in lists of applicants",
        "simpan kolomnya sebagai teks, bilangan, tanggal, atau ya/tidak",
        "save the column as text, number, date or boolean",
    ),
    # identity numbers
    "nik-empty": _s(
        "NIK kosong",
        "there is no NIK",
        "isi NIK dari KTP-el atau kartu keluarga",
        "fill in the NIK of the identity or family card",
    ),
    "nik-not-16-digits": _s(
        "NIK tidak terdiri dari 16 angka",
        "the NIK does not have 16 digits",
        "salin lagi dari KTP-el",
        "copy it again from the identity card",
    ),
    "nik-scientific": _s(
        "lembar sebar telah membulatkan nomor ini; angka terakhirnya hilang",
        "a spreadsheet has rounded this number; its last digits are lost",
        "format kolomnya sebagai teks, lalu isi lagi nomornya",
        "format the column as text and enter the number again",
    ),
    "nik-foreign-digits": _s(
        "nomor ini ditulis dengan aksara lain",
        "the number is written in another script",
        "tulis dengan angka 0 sampai 9",
        "write with the digits 0 to 9",
    ),
    "nik-region": _s(
        "NIK tidak mungkin diawali kode wilayah ini",
        "no NIK begins with this region code",
        "salin lagi dari KTP-el",
        "copy it again from the identity card",
    ),
    "nik-birth-digits": _s(
        "angka tanggal lahir dalam NIK ini tidak mungkin",
        "the birth digits of this NIK are impossible",
        "salin lagi dari KTP-el",
        "copy it again from the identity card",
    ),
    "nik-serial": _s(
        "nomor urut NIK ini 0000, yang tidak pernah diberikan; lembar sebar membulatkan angka ke-16 menjadi 0",
        "the serial number of this NIK is 0000, which is never given; spreadsheets round the 16th digit to 0",
        "format kolomnya sebagai teks, lalu salin NIK lagi dari KTP-el",
        "format the column as text and copy the NIK again from the identity card",
    ),
    "kk-not-16-digits": _s(
        "nomor kartu keluarga tidak terdiri dari 16 angka",
        "the family card number does not have 16 digits",
        "salin lagi dari kartu keluarga",
        "copy it again from the family card",
    ),
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
    # rows and cells as the file has them
    "row-too-long": _s(
        "baris ini berisi lebih banyak sel daripada judul kolom, sehingga isinya dapat bergeser",
        "the row has more cells than there are headings, so its values may have shifted",
        "beri tanda kutip pada isian yang memuat tanda pemisah, misalnya gelar sesudah koma",
        "put quotes around a value that holds the delimiter, such as a title after a comma",
    ),
    "quote-broken": _s(
        "tanda kutip pada baris ini tidak berpasangan, sehingga isinya tidak dapat dipastikan",
        "the quotes in this row do not match, so its values are not certain",
        "tutup tanda kutipnya; tanda kutip di dalam isian ditulis dua kali",
        "close the quote; a quote inside a value is written twice",
    ),
    "line-too-long": _s(
        "baris ini terlalu panjang untuk satu pemohon; isinya tidak dibaca",
        "the line is too long for one applicant; it was not read",
        "periksa baris ini; mungkin akhir baris atau penutup kutipnya hilang",
        "look at this line; an end of line or a closing quote may be lost",
    ),
    "row-uncorrected": _s(
        "baris ini belum diperbaiki; isi asalnya belum dibagi ke kolomnya",
        "the row has not been corrected; its original values are not in their columns yet",
        "salin setiap isian dari kolom isi_asal ke kolomnya",
        "copy each value from the column isi_asal to its own column",
    ),
    "row-not-utf8": _s(
        "huruf pada baris ini tidak sesuai dengan pengodean berkasnya; dibaca sebagai Windows-1252",
        "letters in this row do not fit the encoding of the file; they were read as Windows-1252",
        "periksa namanya, lalu simpan seluruh berkas sebagai UTF-8",
        "check the name, then save the whole file as UTF-8",
    ),
    "nul-in-cell": _s(
        "isian ini memuat karakter kosong (NUL), tanda berkas rusak",
        "the cell holds a NUL character, a sign of a damaged file",
        "tulis ulang isian ini",
        "write the cell again",
    ),
    "cell-error": _s(
        "sel ini berisi galat rumus, bukan nilai",
        "the cell holds a formula's error, not a value",
        "betulkan rumusnya, atau ganti dengan nilainya",
        "mend the formula, or put the value in its place",
    ),
    "cell-not-computed": _s(
        "rumus dalam sel ini belum dihitung",
        "the formula in the cell has not been computed",
        "buka di Excel atau LibreOffice lalu simpan ulang, atau ganti dengan nilainya",
        "open and save it in Excel or LibreOffice, or put the value in its place",
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
"""Faults of a file of applicants, its columns and cells."""

HELD: dict[str, Label] = {
    "baris_bergeser": Label(
        "isian baris ini bergeser dari judulnya", "the cells of this row do not stand under their headings"
    ),
    "nik_kosong": Label("NIK kosong", "no NIK"),
    "nik_bukan_16_angka": Label("NIK bukan 16 angka", "the NIK does not have 16 digits"),
    "nik_notasi_ilmiah": Label("NIK telah dibulatkan lembar sebar", "a spreadsheet has rounded the NIK"),
    "nik_wilayah": Label("kode wilayah dalam NIK tidak ada", "the region code of the NIK does not exist"),
    "nik_tanggal": Label("tanggal lahir dalam NIK tidak mungkin", "the birth digits of the NIK are impossible"),
    "nik_nomor_urut": Label("nomor urut NIK 0000", "the serial number of the NIK is 0000"),
    "kembar": Label("baris yang sama sudah ada di atas", "the same row stands further up"),
    "identitas_sama_data_lain": Label("NIK yang sama dengan data yang lain", "the same NIK with other data"),
    "nik_dan_tanggal_lahir": Label(
        "tanggal lahir berbeda dari yang ada dalam NIK", "the date of birth is not the one in the NIK"
    ),
    "satu_keluarga": Label("beberapa pemohon dari satu kartu keluarga", "several applicants on one family card"),
}
"""Why a row is held, and what is listed about identities."""
