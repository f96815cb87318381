"""Why faults of a list of applicants as a whole matter: its file, its rows, its headings and what is said beside it."""

from __future__ import annotations

from engine.language.vocabulary import Label

LIST_REASONS: dict[str, Label] = {
    "table-empty": Label(
        "Hasil tanpa satu pun pemohon akan tampak seolah-olah memang tidak ada yang mendaftar, maka program berhenti.",
        "A result without a single applicant would look as if nobody had registered, so the program stops.",
    ),
    "table-wrong-kind": Label(
        "Jenis berkas dikenali dari isinya, bukan dari namanya; mengganti akhiran nama tidak menjadikannya tabel.",
        "The kind is told by what the file holds, not by its name; to rename it does not make it a table.",
    ),
    "table-not-text": Label(
        "Bila isinya tetap dibaca, nama dan nomor orang dapat berubah tanpa terlihat.",
        "Read all the same, people's names and numbers could change unnoticed.",
    ),
    "read-as-windows-1252": Label(
        "Pengodean yang keliru mengubah huruf beraksen dan tanda kutip lengkung; nama yang berubah tidak lagi sama"
        " dengan nama pada KTP-el.",
        "A wrong encoding changes accented letters and curly quotes; a changed name no longer matches the identity"
        " card.",
    ),
    "workbook-locked": Label(
        "Isi buku kerja yang dikunci terenkripsi seluruhnya; program ini tidak meminta dan tidak menyimpan kata sandi.",
        "A locked workbook is encrypted throughout; this program neither asks for passwords nor keeps them.",
    ),
    "workbook-old": Label(
        "Bentuk lain menyimpan tanggal, angka, dan galat rumus dengan cara lain; yang dibaca hanya bentuk yang cara"
        " bacanya telah diuji.",
        "Other kinds keep dates, numbers and formula errors in other ways; only the kind whose reading has been tested"
        " is read.",
    ),
    "workbook-damaged": Label(
        "Dari berkas yang rusak mungkin sebagian baris masih terbaca; daftar yang terpotong akan menghilangkan pemohon"
        " tanpa diketahui.",
        "Some rows of a damaged file may still be readable; a list cut short would lose applicants unnoticed.",
    ),
    "workbook-too-large": Label(
        "Berkas XLSX adalah arsip yang dimampatkan: yang kecil pun dapat mengembang sampai memenuhi komputer.",
        "An XLSX file is a compressed archive: even a small one can unpack until it fills the computer.",
    ),
    "workbook-too-heavy": Label(
        "Memori untuk membaca dibatasi supaya satu berkas tidak menghentikan komputer atau layanan yang dipakai"
        " bersama.",
        "The memory for reading is bounded so that one file cannot bring down a computer or service that others share.",
    ),
    "workbook-too-slow": Label(
        "Waktu membaca dibatasi supaya satu berkas tidak menahan pekerjaan lain; tidak ada yang diputus dari daftar"
        " yang baru terbaca sebagian.",
        "The time for reading is bounded so that one file cannot hold up other work; nothing is decided from a list"
        " read in part.",
    ),
    "sheet-unknown": Label(
        "Lembar lain tidak dipakai sebagai gantinya: isinya mungkin daftar tahun lalu atau daftar kelurahan lain.",
        "No other sheet is taken in its place: it may hold last year's list, or that of another village.",
    ),
    "sheet-empty": Label(
        "Lembar tersembunyi tidak dibaca tanpa diminta, sebab biasanya berisi pilihan, hitungan, atau data lama.",
        "Hidden sheets are not read unasked, for they mostly hold choices, sums or old data.",
    ),
    "sheet-taken": Label(
        "Orang yang hanya tercantum pada lembar lain tidak ikut diputus.",
        "People who stand only on another sheet are not decided about.",
    ),
    "cell-error-nowhere": Label(
        "Isian yang galat harus dianggap belum diketahui; bila tempatnya tidak disebut, tidak seorang pun tahu itu"
        " isian siapa, maka lembarnya tidak dibaca.",
        "A cell with an error must count as unknown; where its place is not said, nobody knows whose cell it is, so the"
        " sheet is not read.",
    ),
    "folder-without-parquet": Label(
        "Folder yang keliru akan tampak seperti daftar tanpa pemohon.",
        "A wrong folder would look like a list without applicants.",
    ),
    "parquet-damaged": Label(
        "Berkas Parquet menyimpan petunjuk bacanya di bagian akhir; bila terpotong, tidak satu baris pun dapat"
        " dipastikan.",
        "A Parquet file keeps the key to its content at its end; cut short, not one row of it is certain.",
    ),
    "parquet-schemas-differ": Label(
        "Semua berkas dalam satu folder dibaca sebagai satu daftar; bila kolomnya berbeda, data orang dapat masuk ke"
        " kolom yang salah atau hilang.",
        "All files of a folder are read as one list; with differing columns people's data could land in the wrong one,"
        " or be lost.",
    ),
}

ROW_REASONS: dict[str, Label] = {
    "row-too-long": Label(
        "Satu koma di dalam nama menggeser semua isian sesudahnya; orang itu akan diputus dengan isian kolom lain, maka"
        " barisnya ditahan.",
        "One comma inside a name shifts all cells after it; the person would be decided by the cells of other columns,"
        " so the row is held.",
    ),
    "quote-broken": Label(
        "Tanda kutip yang tidak ditutup dapat menelan baris-baris di bawahnya, sehingga beberapa orang tergabung"
        " menjadi satu.",
        "A quote that is not closed can swallow the lines below it, so that several people run together into one.",
    ),
    "line-too-long": Label(
        "Baris sepanjang itu biasanya memuat banyak orang; bila dibaca sebagai satu pemohon, yang lain hilang.",
        "A line that long mostly holds many people; read as one applicant, the others would be lost.",
    ),
    "row-uncorrected": Label(
        "Baris ini dahulu ditahan karena isinya bergeser; selama isinya belum di kolomnya, orang itu seakan-akan tidak"
        " mempunyai data apa pun.",
        "The row was held because its values had shifted; until they stand in their columns the person seems to have no"
        " data at all.",
    ),
    "row-not-utf8": Label(
        "Barisnya tetap diputus, tetapi huruf dalam nama orang itu mungkin berubah dan tidak lagi cocok dengan KTP-el.",
        "The row is decided all the same, but letters of the person's name may have changed and no longer match the"
        " identity card.",
    ),
}

HEADING_REASONS: dict[str, Label] = {
    "header-missing": Label(
        "Arti setiap kolom hanya diketahui dari judulnya; tanpa judul, angka yang sama dapat berarti usia, desil, atau"
        " nomor RT.",
        "What a column means is known from its heading alone; without one the same number could be an age, a decile or"
        " the number of an RT.",
    ),
    "header-is-data": Label(
        "Bila baris itu dipakai sebagai judul, satu pemohon hilang dari daftar dan datanya tercetak sebagai nama"
        " kolom.",
        "Taken for the headings, one applicant would be lost from the list, and his or her data be printed as names of"
        " columns.",
    ),
    "heading-none": Label(
        "Tanpa satu fakta pun yang terbaca, semua pemohon akan tampak belum pasti, padahal yang keliru hanya judulnya.",
        "With no fact read, all applicants would come out undetermined although only the headings are wrong.",
    ),
    "heading-twice": Label(
        "Dua kolom dapat memuat nilai yang berbeda bagi orang yang sama; memilih salah satunya berarti memutus dengan"
        " data yang mungkin salah.",
        "Two columns can hold different values of one person; to choose one is to decide by what may be wrong.",
    ),
    "heading-superseded": Label(
        "Judul menurut berkas pemetaan didahulukan, lalu nama faktanya sendiri, lalu sebutan lain; isi kolom yang"
        " diabaikan tidak ikut menentukan.",
        "A heading that the mapping file names comes first, then the fact's own name, then other names for it; what the"
        " ignored column holds decides nothing.",
    ),
    "heading-unknown": Label(
        "Fakta dalam kolom yang diabaikan dianggap tidak diisi; satu judul yang salah ketik dapat membuat seluruh"
        " pemohon belum pasti.",
        "A fact in an ignored column counts as not stated; one misspelt heading can leave all applicants undetermined.",
    ),
    "heading-no-nik": Label(
        "Keputusan tetap dibuat, tetapi tidak dapat dipakai untuk membagikan uang, memasangkan donatur, atau menyusun"
        " daftar bulanan.",
        "Decisions are made all the same, but cannot be used to give out money, match donors or draw up a monthly"
        " roster.",
    ),
    "mapping-no-such-heading": Label(
        "Kolom yang dimaksud tidak terbaca: mungkin judulnya sudah berganti, atau berkas pemetaannya untuk daftar"
        " lain.",
        "The column meant is not read: its heading may have changed, or the mapping file belongs to another list.",
    ),
    "mapping-unknown-fact": Label(
        "Dengan nama yang salah ketik pernyataan itu tidak mengenai apa pun, dan orang diputus tanpa fakta tersebut.",
        "Under a misspelt name what is said would touch nothing, and people be decided without the fact.",
    ),
    "mapping-identity": Label(
        "NIK, nama, atau tanda pengenal lain yang sama untuk semua baris akan menjadikan banyak orang satu orang.",
        "One NIK, name or other mark of identity for all rows would make one person of many.",
    ),
    "mapping-not-understood": Label(
        "Pemetaan menerjemahkan tulisan ke kata yang dikenal; bila terjemahannya sendiri tidak dikenal, isian itu tetap"
        " belum diketahui pada semua baris.",
        "A mapping translates what is written into known words; if the translation itself is unknown, the cells stay"
        " unknown in every row.",
    ),
    "mapping-known": Label(
        "Tulisan yang sudah pasti artinya tidak boleh berarti lain dalam satu daftar saja, sebab orang yang menulis hal"
        " yang sama akan diputus berbeda.",
        "A text whose meaning is certain must not mean something else in one list alone, for people who wrote the same"
        " would be decided differently.",
    ),
    "attested-not-understood": Label(
        "Satu pernyataan mengisi fakta bagi setiap baris yang mengosongkannya; kekeliruannya mengenai semua orang itu"
        " sekaligus.",
        "One attestation fills in the fact for every row that leaves it blank; a mistake in it hits all those people at"
        " once.",
    ),
    "attested-twice": Label(
        "Yang dinyatakan untuk semua baris dicatat dalam tanda terima; bila ada dua yang berlainan, tidak jelas mana"
        " yang dipertanggungjawabkan.",
        "What is attested for all rows is kept in the receipt; of two that differ it is not clear which one is answered"
        " for.",
    ),
    "attested-disagree": Label(
        "Tempat tinggal menentukan peraturan dan kuota mana yang dipakai; pernyataan yang bertentangan akan salah bagi"
        " semua baris yang mengosongkannya.",
        "Residence decides whose regulation and which quota apply; a contradiction would be wrong for every row that"
        " leaves it blank.",
    ),
}
