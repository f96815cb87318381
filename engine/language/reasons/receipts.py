"""Why faults of receipts and of the files a run writes matter."""

from __future__ import annotations

from engine.language.vocabulary import Label

RECEIPT_REASONS: dict[str, Label] = {
    "receipt-needs-budget": Label(
        "Tanpa anggaran yang sama, uang tidak dapat dibagikan sekali lagi; jadi pembagiannya belum diperiksa.",
        "Without the same budget the money cannot be given out once more, so how it was given out is not checked.",
    ),
    "receipt-needs-granted": Label(
        "Bulan yang sudah diberikan mengurangi uang dan bulan yang tersisa; tanpa berkas itu pengulangannya membagikan"
        " lebih banyak daripada semula.",
        "Months granted before leave less money and fewer months; without them the repetition would give out more than"
        " was given.",
    ),
    "xlsx-too-many-rows": Label(
        "Orang pada baris yang tidak muat tidak akan menerima jawaban, sedangkan berkasnya tampak lengkap.",
        "People on the rows that do not fit would get no answer, while the file would look complete.",
    ),
    "not-a-receipt": Label(
        "Tanda terima yang terpotong atau berubah bentuk tidak membuktikan apa pun tentang keputusan yang disebutnya.",
        "A receipt cut short or out of shape proves nothing of the decisions that it names.",
    ),
    "receipt-other-policies": Label(
        "Pemeriksaan memutus sekali lagi menurut kebijakan yang sama; dengan kebijakan lain, perbandingannya tidak"
        " berarti apa-apa.",
        "A check decides once more by the same policy; by another one the comparison would mean nothing.",
    ),
    "receipt-needs-mapping": Label(
        "Berkas pemetaan mengatakan arti kolom dan isian; tanpa itu daftar yang sama terbaca dan diputus lain.",
        "The mapping file says what columns and cells mean; without it the same list is read and decided otherwise.",
    ),
    "receipt-of-another-form": Label(
        "Butir dalam tanda terima berbentuk lain dapat berarti lain; cocok atau tidaknya tidak dapat dikatakan dengan"
        " jujur.",
        "The entries of a receipt of another form may mean something else; whether it holds cannot honestly be said.",
    ),
}
