"""Why faults of cells and of identity numbers matter, in lists of applicants, donors and changes."""

from __future__ import annotations

from engine.language.vocabulary import Label

CELL_REASONS: dict[str, Label] = {
    "cell-unknown-word": Label(
        "Kata yang mirip tidak dipilihkan, sebab pekerjaan atau jabatan yang keliru dapat memberi atau mencabut hak"
        " orang; fakta itu belum diketahui, bukan `tidak`.",
        "No similar word is chosen for it, as a wrong occupation or office can give or take away a right; the fact is"
        " unknown, not *no*.",
    ),
    "cell-not-yes-no": Label(
        "Jawaban yang tidak jelas dianggap belum diketahui; bila dianggap `tidak`, orang dapat ditolak karena salah"
        " tulis.",
        "An unclear answer counts as unknown; taken as *no*, somebody could be refused for a slip of the pen.",
    ),
    "cell-letter-t": Label(
        "Tebakan yang salah membalik jawaban seluruh kolom: yang sudah menjadi peserta terbaca belum, dan sebaliknya.",
        "A wrong guess reverses the answers of the whole column: members read as non-members, and the other way round.",
    ),
    "cell-not-a-number": Label(
        "Usia dan desil dibandingkan dengan batas dalam peraturan; dengan kata saja orang tidak dapat ditempatkan di"
        " atas atau di bawah batas itu.",
        "Age and decile are held against the limits of the regulation; words alone put nobody above or below a limit.",
    ),
    "cell-not-whole": Label(
        "Batas dalam peraturan adalah bilangan bulat; pembulatan dapat memindahkan orang melewati batas itu.",
        "The limits of a regulation are whole numbers; rounding could move a person across one of them.",
    ),
    "cell-number-ambiguous": Label(
        "Lembar sebar berbahasa Indonesia dan berbahasa Inggris memakai koma secara berlawanan; bila salah dibaca,"
        " nilainya meleset seribu kali lipat.",
        "Indonesian and English spreadsheets use the comma in opposite ways; a wrong reading is off a thousandfold.",
    ),
    "cell-negative": Label(
        "Usia, desil, dan rupiah tidak pernah kurang dari nol; tanda minus biasanya berasal dari rumus atau isian yang"
        " bergeser.",
        "No age, decile or amount is below zero; a minus mostly comes from a formula or a shifted cell.",
    ),
    "cell-out-of-range": Label(
        "Angka seperti itu hampir selalu milik kolom lain, misalnya tahun lahir pada kolom usia.",
        "Such a number nearly always belongs to another column, such as a year of birth under the age.",
    ),
    "cell-foreign-digits": Label(
        "Angka seperti ini biasanya terbawa dari papan ketik atau dokumen lain; sistem lain yang menerima daftar ini"
        " dapat membacanya berbeda.",
        "Such digits mostly slip in from a keyboard or another document; other systems that receive the list may read"
        " them otherwise.",
    ),
    "cell-not-a-date": Label(
        "Usia dan urutan mendaftar dihitung dari tanggal; bila isiannya bukan tanggal, keduanya tidak diketahui.",
        "Ages and the order of registration are worked out from dates; from what is none they are not known.",
    ),
    "cell-date-order": Label(
        "3/4/1980 dapat berarti 3 April atau 4 Maret; selisihnya dapat memindahkan orang melewati batas usia, dan satu"
        " tebakan yang salah mengenai seluruh daftar.",
        "3/4/1980 can be 3 April or 4 March; the difference can move a person across an age limit, and one wrong guess"
        " hits the whole list.",
    ),
    "cell-date-short-year": Label(
        "Tahun 25 dapat berarti 1925 atau 2025; bagi syarat usia bedanya antara lansia dan anak.",
        "The year 25 can be 1925 or 2025; to an age limit that is an old person or a child.",
    ),
    "cell-date-impossible": Label(
        "Biasanya ada angka yang salah ketik atau hari dan bulannya tertukar; membetulkannya tanpa bukti berarti"
        " mengarang usia orang.",
        "Mostly a digit is mistyped, or day and month have changed places; to mend it without evidence is to invent a"
        " person's age.",
    ),
    "cell-date-bare-number": Label(
        "Bilangan yang sama berarti hari yang berbeda pada buku kerja yang menghitung dari 1900 dan dari 1904;"
        " selisihnya empat tahun.",
        "The same number is another day in workbooks that count from 1900 and from 1904, four years apart.",
    ),
    "cell-unknown-village-code": Label(
        "Dari kelurahan diketahui peraturan kota mana yang berlaku, dan kuota serta uang mana yang tersedia; kode yang"
        " tidak ada tidak menunjuk ke mana pun.",
        "The village tells which city's regulation, quota and money apply; a code that does not exist points nowhere.",
    ),
    "cell-village-differs": Label(
        "Kode dan namanya menunjuk dua tempat; memilih salah satunya dapat memindahkan orang ke kuota kelurahan lain.",
        "Code and name point to two places; to choose one could move the person to another village's quota.",
    ),
    "cell-unknown-village": Label(
        "Tanpa kelurahan yang pasti tidak diketahui antrean dan kuota mana yang berlaku bagi orang itu; bila uang"
        " dibagikan, ia hanya masuk daftar tunggu.",
        "Without a certain village it is not known which line and quota are the person's; when money is given out, he"
        " or she is put on the waiting list only.",
    ),
    "cell-village-ambiguous": Label(
        "Desa yang senama terletak di kecamatan yang berbeda, dengan kuota dan uang masing-masing.",
        "Villages of one name lie in different districts, each with a quota and money of its own.",
    ),
    "cell-village-elsewhere": Label(
        "Nama kelurahan yang sama ada di banyak kota; karena nama itu saja, warga daerah lain tidak boleh terhitung"
        " sebagai warga kota ini.",
        "Many cities have a village of the same name; nobody from elsewhere must count as a resident for a name alone.",
    ),
    "cell-city-ambiguous": Label(
        "Kota dan kabupaten yang senama, seperti Tegal, adalah dua pemerintah daerah; salah pilih berarti menolak warga"
        " sendiri atau membayar warga daerah lain.",
        "A city and a regency of one name, such as Tegal, are two governments; a wrong choice refuses one's own people"
        " or pays for another's.",
    ),
    "cell-place-disagrees": Label(
        "Tempat tinggal menentukan peraturan kota mana yang berlaku; dari dua keterangan yang bertentangan tidak satu"
        " pun dapat dijadikan pegangan.",
        "Residence decides which city's regulation applies; of two statements that contradict each other neither can be"
        " relied on.",
    ),
    "cell-not-as-attested": Label(
        "Pernyataan hanya mengisi yang kosong; baris yang berkata lain menunjukkan bahwa pernyataan itu tidak benar"
        " bagi semua orang.",
        "An attestation fills in blanks only; a row that says otherwise shows that it is not true of everybody.",
    ),
    "cell-too-long": Label(
        "Tidak ada fakta yang nilainya sepanjang itu; di dalamnya mungkin ada data beberapa orang.",
        "No fact has a value that long; the data of several people may be inside it.",
    ),
    "cell-wrong-type": Label(
        "Daftar di dalam sel, data biner, atau lama waktu tidak dapat dibaca sebagai fakta satu orang tanpa menebak.",
        "A list inside a cell, binary data or a length of time cannot be read as a person's fact without guessing.",
    ),
    "nul-in-cell": Label(
        "Karakter ini tidak tampak di layar; isiannya dianggap belum diketahui, sebab huruf di sekitarnya mungkin ikut"
        " hilang.",
        "The character does not show on a screen; the cell counts as unknown, for letters around it may be lost too.",
    ),
    "cell-error": Label(
        "Galat seperti #REF! bukan jawaban; bila dianggap kosong, tidak seorang pun tahu bahwa nilainya pernah ada.",
        "An error such as #REF! is no answer; taken for a blank, nobody would know that there ever was a value.",
    ),
    "cell-not-computed": Label(
        "Yang dibaca hanya hasil rumus yang tersimpan dalam berkas; rumusnya sendiri tidak dihitung oleh program ini.",
        "Only the results that the file keeps are read; the formulas themselves are not computed here.",
    ),
}

IDENTITY_REASONS: dict[str, Label] = {
    "nik-empty": Label(
        "Tanpa NIK tidak dapat dipastikan bahwa orang itu hanya tercatat dan dibayar satu kali; barisnya ditahan, bukan"
        " ditolak.",
        "Without a NIK nobody can make sure that the person is listed and paid for once only; the row is held, not"
        " refused.",
    ),
    "nik-not-16-digits": Label(
        "Dengan satu angka hilang atau berlebih, yang tertulis dapat menjadi nomor orang lain; barisnya ditahan sampai"
        " nomornya pasti.",
        "With a digit lost or added it may become somebody else's number; the row is held until it is certain.",
    ),
    "nik-scientific": Label(
        "Angka yang sudah dibulatkan tidak dapat dikembalikan; menebaknya berarti memakai nomor orang lain.",
        "Digits that were rounded away cannot be had back; to guess them is to use somebody else's number.",
    ),
    "nik-foreign-digits": Label(
        "Nomor dicocokkan angka demi angka; orang yang sama dalam dua aksara tidak akan dikenali sebagai satu orang.",
        "Numbers are compared digit by digit; one person in two scripts would not be seen as one.",
    ),
    "nik-region": Label(
        "Enam angka pertama NIK adalah wilayah tempat NIK pertama kali diterbitkan; kode yang tidak ada berarti"
        " nomornya salah salin atau dikarang.",
        "The first six digits are the region where a NIK was first issued; a code that does not exist means that the"
        " number was miscopied or made up.",
    ),
    "nik-birth-digits": Label(
        "Angka ke-7 sampai ke-12 adalah tanggal lahir, pada perempuan dengan hari ditambah 40; bila tanggalnya tidak"
        " ada, ada angka yang salah.",
        "Digits 7 to 12 are the date of birth, 40 being added to a woman's day; where there is no such date, some digit"
        " is wrong.",
    ),
    "nik-serial": Label(
        "Nomor yang dibulatkan dapat menjadi sama bagi beberapa orang, yang lalu tampak sebagai satu orang.",
        "Rounded numbers can become the same for several people, who would then look like one.",
    ),
    "kk-not-16-digits": Label(
        "Dari nomor kartu keluarga diketahui pemohon yang sekeluarga; bila nomornya salah, aturan satu peserta per"
        " keluarga tidak dapat dijalankan.",
        "The family card tells who is of one family; with a wrong number, a rule of one participant a family cannot be"
        " applied.",
    ),
}
