"""Faults of the cells of a list: what stands in them, identity numbers, and what the file has made of them."""

from __future__ import annotations

from engine.language.messages.sentence import Sentence
from engine.language.messages.sentence import sentence as _s

CELL_FAULTS: dict[str, Sentence] = {
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
}
