"""Why faults of lists of donors, and of pairing donors with workers, matter."""

from __future__ import annotations

from engine.language.vocabulary import Label

DONOR_REASONS: dict[str, Label] = {
    "donor-heading-missing": Label(
        "Tanpa kolom wajib tidak diketahui siapa donaturnya, di mana ia bekerja, atau apakah ia setuju.",
        "Without a column that must be there it is not known who the donor is, where he or she works, or whether there"
        " is consent.",
    ),
    "donor-empty": Label(
        "Iuran tidak boleh diambil dari pegawai yang nomor, perangkat daerah, atau statusnya tidak jelas.",
        "No contribution may be taken from staff whose number, department or status is not clear.",
    ),
    "nip-not-18-digits": Label(
        "NIP yang kurang atau lebih satu angka dapat membebani pegawai lain yang tidak pernah menyanggupi apa pun.",
        "A NIP with a digit too few or too many could charge another member of staff, who never agreed to anything.",
    ),
    "nip-scientific": Label(
        "Angka yang hilang tidak dapat ditebak; yang ditagih dapat pegawai lain yang NIP-nya berawalan sama.",
        "The lost digits cannot be guessed; the one charged could be somebody else whose NIP begins alike.",
    ),
    "nip-birth": Label(
        "Ada angka yang salah, jadi tidak dapat dipastikan pegawai mana yang berjanji; janji itu tidak dibebankan"
        " kepada siapa pun.",
        "Some digit is wrong, so it is not certain who made the pledge; it is charged to nobody.",
    ),
    "nip-appointment": Label(
        "Bulan pengangkatan bernilai 01 sampai 12, atau mulai 21 bagi PPPK, dan tidak ada yang diangkat sebelum berusia"
        " 15 tahun; selain itu nomornya salah salin.",
        "The month is 01 to 12, or from 21 on for contract staff (PPPK), and nobody is appointed before 15; anything"
        " else was miscopied.",
    ),
    "nip-sex": Label(
        "Angka itu 1 bagi laki-laki dan 2 bagi perempuan; angka lain berarti nomornya salah salin atau bergeser.",
        "It is 1 for men and 2 for women; any other digit means that the number was miscopied or has shifted.",
    ),
    "nip-serial": Label(
        "Pegawai yang NIP-nya menjadi sama karena dibulatkan akan tampak sebagai satu orang, dan janji mereka"
        " tertukar.",
        "Staff whose NIP became alike by rounding would look like one person, and their pledges be mixed up.",
    ),
    "donor-not-a-month": Label(
        "Bulan pertama dan terakhir menentukan berapa lama pekerja ditanggung; tanpa itu janjinya belum dapat dipakai.",
        "First and last month say how long a worker is covered; without them the pledge cannot be used yet.",
    ),
    "donor-months-backwards": Label(
        "Janji yang berakhir sebelum dimulai tidak menanggung bulan mana pun, padahal donaturnya bermaksud membayar.",
        "A pledge that ends before it begins covers no month, although the donor means to pay.",
    ),
    "donor-months-disagree": Label(
        "Salah satu keterangan keliru, dan donatur tidak boleh ditagih lebih lama daripada yang disanggupinya.",
        "One of the statements is wrong, and nobody may be charged for longer than was promised.",
    ),
    "donor-worker-number": Label(
        "Donatur memilih orang tertentu; dengan NIK yang salah, orang lain yang akan ditanggung.",
        "The donor has chosen certain people; by a wrong NIK somebody else would be covered.",
    ),
    "donor-worker-twice": Label(
        "Mungkin yang dimaksud dua orang dan salah satu NIK-nya salah salin; orang kedua akan terlewat.",
        "Perhaps two people were meant and one NIK was miscopied; the second person would be missed.",
    ),
    "donor-below-floor": Label(
        "Bisa jadi angkanya salah ketik; bila tidak, sebagian pekerja yang diharapkan tertanggung masih memerlukan"
        " sumber lain.",
        "It may be a slip; if not, some workers whom the appeal meant to cover still need another source.",
    ),
    "donor-twice": Label(
        "Bila keduanya dihitung, donatur ditagih untuk pekerja dua kali lebih banyak daripada yang dijanjikannya.",
        "If both counted, the donor would be charged for twice as many workers as were promised.",
    ),
    "donor-other-data": Label(
        "Memilih salah satu baris berarti menagih yang mungkin tidak pernah disanggupi donaturnya.",
        "To choose one of the rows is to charge what the donor may never have agreed to.",
    ),
    "donors-without-nik": Label(
        "Pasangan donatur dan pekerja dicatat menurut NIK, supaya uang donatur sampai kepada orang yang dimaksud.",
        "Pairs of donor and worker are recorded by NIK, so that a donor's money reaches the person meant.",
    ),
    "donors-no-scheme": Label(
        "Pegawai hanya dapat diminta menanggung pekerja bila ada peraturan atau imbauan yang mengatakannya.",
        "Staff can be asked to cover workers only where a rule or an appeal says so.",
    ),
    "pairs-file": Label(
        "Pasangan yang sudah ada didahulukan; tanpa berkas itu pekerja dapat berganti donatur di tengah jalan.",
        "Pairs that exist come first; without the file workers could change donors halfway.",
    ),
}
