"""Why faults of what-ifs (`--set PATH=VALUE`) matter."""

from __future__ import annotations

from engine.language.vocabulary import Label

WHATIF_REASONS: dict[str, Label] = {
    "set-form": Label(
        "Pengandaian mengganti satu nilai pada satu tempat dalam berkas kebijakan; tempat dan nilainya harus disebut.",
        "A what-if replaces one value at one place of the policy file; place and value must both be named.",
    ),
    "set-too-many": Label(
        "Pengandaian memperlihatkan akibat beberapa perubahan; peraturan yang banyak berubah lebih jelas ditulis"
        " sebagai versi tersendiri.",
        "What-ifs show what a few changes do; a regulation with many changes is clearer written as a version of its"
        " own.",
    ),
    "set-twice": Label(
        "Dari dua nilai untuk tempat yang sama tidak diketahui mana yang dimaksud; hasilnya akan bergantung pada urutan"
        " mengetik.",
        "Of two values for one place nobody knows which was meant; the result would depend on the order of typing.",
    ),
    "set-unknown-path": Label(
        "Pengandaian yang tidak mengenai apa pun akan memperlihatkan peraturan yang tetap, seakan-akan sudah diubah.",
        "A what-if that touches nothing would show the regulation unchanged as if it had been changed.",
    ),
    "set-which-one": Label(
        "Setiap butir mempunyai akibat sendiri; dengan butir yang salah, yang terjawab bukan pertanyaan yang diajukan.",
        "Each item has effects of its own; with the wrong one, the answer is to a question that nobody asked.",
    ),
    "set-nothing-below": Label(
        "Jalur yang terlalu panjang biasanya menyebut tempat yang salah; nilainya tidak dipasang di tempat yang hanya"
        " mungkin dimaksud.",
        "A path that goes too deep mostly names the wrong place; the value is not put where it may have been meant.",
    ),
    "set-not-single": Label(
        "Daftar dan syarat terdiri atas beberapa bagian; satu kata saja tidak mengatakan bagian mana yang berubah.",
        "Lists and conditions consist of parts; a single word does not say which of them changes.",
    ),
    "set-value": Label(
        "Nilai pengandaian diperiksa seperti nilai dalam berkas kebijakan, supaya yang dibandingkan tetap peraturan"
        " yang dapat dijalankan.",
        "A what-if's values are checked like those of a policy file, so that what is compared is still a regulation"
        " that runs.",
    ),
}
