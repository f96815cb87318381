"""Why faults of the monthly cycle matter: last month's roster, the changes since, pledges, money and calendar."""

from __future__ import annotations

from engine.language.vocabulary import Label

ROSTER_REASONS: dict[str, Label] = {
    "month-folder": Label(
        "Daftar bulan ini dihitung dari siapa yang dibayar bulan lalu dan uang yang sudah terpakai; tanpa folder yang"
        " utuh keduanya tidak pasti.",
        "This month's roster follows from who was paid for last month and what was spent; without a whole folder"
        " neither is certain.",
    ),
    "month-not-next": Label(
        "Kematian, kepindahan, dan penggantian dihitung bulan demi bulan; bila ada bulan yang terlompati, orang yang"
        " tidak lagi berhak dapat tetap dibayar.",
        "Deaths, moves and replacements are worked out month by month; with one skipped, people no longer entitled"
        " could go on being paid for.",
    ),
    "month-paid-twice": Label(
        "Untuk satu bulan seseorang hanya dibayar satu iuran; catatan ganda membuat sisa uang tampak lebih kecil"
        " daripada yang ada.",
        "A person's month takes one contribution; a double entry makes the money left look smaller than it is.",
    ),
    "month-over-committed": Label(
        "Iuran bulan-bulan berikutnya tidak akan terbayar, dan orang yang sudah dijanjikan kehilangan perlindungannya.",
        "The contributions of coming months could not be paid, and people who were promised cover would lose it.",
    ),
    "month-strangers": Label(
        "Tanpa data, mereka tidak boleh terus dibayar, tetapi juga tidak boleh dikeluarkan hanya karena daftar"
        " pemohonnya keliru.",
        "Without data they must not go on being paid for, nor be dropped only because the wrong list was used.",
    ),
    "roster-without-column": Label(
        "Tanpa kolom itu tidak diketahui siapa yang dibayar, dari uang yang mana, dan sampai bulan apa.",
        "Without that column it is not known who is paid for, from which money, and up to which month.",
    ),
    "roster-person-twice": Label(
        "Baris kedua memakan uang yang dapat menanggung orang lain dalam antrean.",
        "The second row uses up money that could cover somebody else in the line.",
    ),
    "roster-unknown-pot": Label(
        "Iuran orang ini tidak dapat dibebankan pada uang mana pun, sehingga sisa uang tidak dapat dihitung.",
        "The person's contribution can be charged to no money, so what is left cannot be worked out.",
    ),
    "roster-paid-already": Label(
        "Menyusun bulan itu sekali lagi berarti membayar iuran yang sama dua kali.",
        "To draw up that month once more would be to pay the same contribution twice.",
    ),
    "roster-without-ledger": Label(
        "Orang yang keluar pada bulan-bulan sebelumnya juga memakai uang tahun ini; tanpa catatannya, sisa uang"
        " terhitung terlalu besar.",
        "People who left in earlier months used this year's money too; without their record, what is left is counted"
        " too high.",
    ),
    "not-a-month": Label(
        "Dari bulan itu diketahui sampai kapan seseorang sudah dibayar; bila salah, ada bulan yang dibayar dua kali"
        " atau terlewat.",
        "The month tells how far somebody has been paid for; if it is wrong, a month is paid twice or missed.",
    ),
    "unknown-account": Label(
        "Iuran dibebankan pada kode rekening uang itu; bila uangnya salah disebut, rekap pembayaran tidak cocok dengan"
        " anggaran.",
        "Contributions are booked to that money's account; if the money is misnamed, the payment recap disagrees with"
        " the budget.",
    ),
    "holidays-unknown": Label(
        "Bila tanggal 15 ternyata hari libur, jatuh tempo yang tertulis lebih awal daripada semestinya; membayar"
        " sebelum hari itu tetap tepat waktu.",
        "Where the 15th turns out to be a holiday, the due day is told too early; to pay by it is still in time.",
    ),
}

CHANGE_REASONS: dict[str, Label] = {
    "changes-without-column": Label(
        "Tanpa jenis atau tanggalnya tidak diketahui apa yang terjadi atau sejak kapan, sehingga tidak satu baris pun"
        " dapat dipakai.",
        "Without its kind or its day it is not known what happened or since when, so no row can be used.",
    ),
    "change-without-kind": Label(
        "Meninggal, pindah, dan mengundurkan diri berbeda akibatnya; tanpa jenisnya tidak diketahui apakah tanggungan"
        " orang itu berakhir.",
        "A death, a move and a withdrawal have different effects; without the kind nobody knows whether the person's"
        " cover ends.",
    ),
    "change-unknown-kind": Label(
        "Jenisnya menentukan fakta mana yang berubah; tebakan yang salah dapat menghentikan tanggungan orang yang masih"
        " berhak.",
        "The kind says which facts change; a wrong guess could end the cover of somebody still entitled.",
    ),
    "change-without-day": Label(
        "Tanpa hari itu iuran dapat terus dibayar untuk orang yang sudah tidak berhak, atau berhenti terlalu cepat.",
        "Without that day contributions could go on for somebody no longer entitled, or stop too soon.",
    ),
    "change-says-nothing": Label(
        "Pindah tanpa tempat yang baru, misalnya, tidak mengubah satu fakta pun: orang itu tetap dibayar seperti"
        " sebelumnya.",
        "A move without the new place, for one, changes no fact: the person would go on being paid for as before.",
    ),
    "change-contradicts": Label(
        "Memakai yang keliru dapat menghentikan tanggungan orang yang masih berhak, maka barisnya ditahan.",
        "To act on the wrong one could end the cover of somebody still entitled, so the row is held.",
    ),
    "change-nobody": Label(
        "Biasanya NIK-nya salah ketik: orang yang sebenarnya berubah keadaannya tetap diperlakukan seperti sebelumnya.",
        "Mostly the NIK is mistyped: whoever the change is really about goes on being treated as before.",
    ),
    "change-name-differs": Label(
        "Satu angka NIK yang salah cukup untuk mencatat orang yang masih hidup sebagai meninggal.",
        "One wrong digit of a NIK is enough to record as dead somebody who is alive.",
    ),
    "change-later": Label(
        "Daftar suatu bulan harus sama kapan pun dibuat; yang terjadi sesudahnya tidak mengubah hak pada bulan itu.",
        "A month's roster must come out the same whenever it is made; what happens later does not alter the rights of"
        " that month.",
    ),
    "change-conflict": Label(
        "Baris yang ditulis lebih dahulu tidak dengan sendirinya benar, maka baris baru yang bertentangan ditahan"
        " semua.",
        "The row written first is not right for being first, so all new rows that contradict are held.",
    ),
    "change-after-death": Label(
        "Salah satunya pasti keliru: kabar meninggal itu, tanggalnya, atau NIK-nya; sampai jelas, baris ini ditahan.",
        "One of them must be wrong: the report of the death, the day or the NIK; until that is clear the row is held.",
    ),
    "change-twice": Label(
        "Laporan yang sama sering datang dari dua petugas; bila yang dimaksud orang lain, NIK-nya keliru dan"
        " perubahannya belum tercatat.",
        "Two officers often send the same report; if somebody else was meant, the NIK is wrong and that change is not"
        " recorded yet.",
    ),
    "pledge-without-pot": Label(
        "Iuran yang dibayar dari ikrar dicatat pada id itu; tanpa id, pemberinya tidak dapat diberi tahu ke mana"
        " uangnya pergi.",
        "Contributions paid from a pledge are recorded under that id; without it the giver cannot be told where the"
        " money went.",
    ),
    "pledge-without-source": Label(
        "Peraturan menyebut sumber dana mana yang boleh membayar siapa; uang yang tidak jelas sumbernya tidak boleh"
        " dipakai.",
        "The regulation says which source may pay for whom; money whose source is not clear may not be used.",
    ),
    "pledge-for-a-person": Label(
        "Antrean memberi giliran menurut peraturan; uang bagi orang tertentu akan melangkahi mereka yang lebih dahulu.",
        "The line gives turns by the regulation; money for a chosen person would pass over those who come first.",
    ),
    "pledge-conflict": Label(
        "Dari dua jumlah bagi uang yang sama tidak diketahui mana yang diterima; orang dapat dijanjikan uang yang tidak"
        " ada.",
        "Of two amounts for the same money nobody knows which was received; people could be promised money that is not"
        " there.",
    ),
    "pledge-in-budget": Label(
        "Bila ikrar dan anggaran sama-sama dihitung, uang yang sama terhitung dua kali.",
        "If pledge and budget both counted, the same money would count twice.",
    ),
}
