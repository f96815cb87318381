"""Faults of a file and of the form of its fields."""

from __future__ import annotations

from engine.language.messages.sentence import Sentence
from engine.language.messages.sentence import sentence as _s

FILE_FAULTS: dict[str, Sentence] = {
    # the file itself
    "cannot-read": _s(
        "berkas tidak dapat dibaca: {problem}",
        "the file cannot be read: {problem}",
        "periksa nama berkas, foldernya, dan izin membacanya",
        "check the name of the file, its folder and the permission to read it",
    ),
    "file-too-large": _s(
        "berkas ini {size} bita, padahal batasnya {limit} bita",
        "the file has {size} bytes, the limit is {limit} bytes",
        "berkas kebijakan yang wajar jauh lebih kecil; periksa apakah berkasnya benar",
        "a policy file is far smaller; check that this is the right file",
    ),
    "empty-file": _s(
        "berkas ini kosong",
        "the file is empty",
        "isi berkas ini, atau hapus dari folder",
        "fill the file in, or delete it from the folder",
    ),
    "not-utf8": _s(
        "berkas bukan teks UTF-8",
        "the file is not UTF-8 text",
        "simpan ulang dengan pengodean UTF-8",
        "save it again with UTF-8 encoding",
    ),
    "not-yaml": _s(
        "susunan YAML tidak dapat dibaca: {problem}",
        "this is not readable as YAML: {problem}",
        "periksa lekukan (spasi, bukan tab), titik dua, kurung, dan tanda kutip pada baris ini dan baris di atasnya",
        "check indentation (spaces, no tabs), colons, brackets and quotes on this line and the one above",
    ),
    "several-documents": _s(
        "satu berkas hanya boleh memuat satu dokumen",
        "one file holds one document",
        "hapus garis `---`, atau pindahkan yang di bawahnya ke berkas lain",
        "remove the line `---`, or move what is below it to another file",
    ),
    "too-deep": _s(
        "bagian ini bersusun lebih dari {limit} tingkat",
        "this is nested more than {limit} levels deep",
        "periksa kurung yang tidak ditutup; syarat yang panjang dapat dipecah dalam bagian `definisi`",
        "look for brackets that are not closed; a long condition can be split up in the section `definisi`",
    ),
    "too-many-nodes": _s(
        "berkas ini memuat lebih dari {limit} butir",
        "the file holds more than {limit} items",
        "berkas kebijakan yang wajar jauh lebih kecil; periksa apakah berkasnya benar",
        "a policy file is far smaller; check that this is the right file",
    ),
    "alias": _s(
        "rujukan YAML `*{name}` tidak dipakai di sini",
        "the YAML alias `*{name}` is not used here",
        "tulis isinya di tempat ini; kalimat yang diawali bintang diapit tanda kutip",
        "write the content out here; put a sentence that starts with an asterisk in quotes",
    ),
    "anchor": _s(
        "penanda YAML `&{name}` tidak dipakai di sini",
        "the YAML anchor `&{name}` is not used here",
        "hapus penanda itu; untuk syarat yang dipakai berulang, pakai bagian `definisi`",
        "remove it; for a condition used several times there is the section `definisi`",
    ),
    "tag": _s(
        "tag YAML `{name}` tidak dipakai di sini",
        "the YAML tag `{name}` is not used here",
        "hapus tag itu; kalimat yang diawali tanda seru diapit tanda kutip",
        "remove it; put a sentence that starts with an exclamation mark in quotes",
    ),
    "duplicate-key": _s(
        "`{name}` sudah ditulis pada baris {line}",
        "`{name}` was already written on line {line}",
        "satukan keduanya, atau hapus salah satunya",
        "join the two, or remove one of them",
    ),
    "key-not-text": _s(
        "yang di depan titik dua harus satu kata",
        "what stands before the colon must be one word",
        "hapus kurung di depan titik dua",
        "remove the brackets before the colon",
    ),
    "invisible-character": _s(
        "di sini ada karakter tak terlihat {character}",
        "there is an invisible character {character} here",
        "hapus, atau ketik ulang sebagai spasi biasa; karena karakter ini naskah terbaca lain daripada isinya",
        "delete it, or type a plain space instead; it makes the text read otherwise than it is",
    ),
    "foreign-letter": _s(
        "{character} bukan huruf atau angka Latin",
        "{character} is not a Latin letter or digit",
        "ketik ulang katanya; huruf yang mirip membuat dua kata yang berbeda tampak sama",
        "type the word again; look-alike letters make two different words look the same",
    ),
    "combining-character": _s(
        "di sini ada tanda gabung {character}",
        "there is a combining mark {character} here",
        "ketik ulang huruf sebelumnya beserta tandanya sebagai satu karakter",
        "type the letter before it again, with its mark, as one character",
    ),
    # form of a field
    "expected-mapping": _s(
        "di sini diharapkan pasangan `nama: nilai`",
        "`name: value` pairs are expected here",
        "tulis tiap bidang pada baris sendiri, misalnya `id: domisili`, dengan spasi sesudah titik dua",
        "write each field on a line of its own, such as `id: domisili`, with a space after the colon",
    ),
    "expected-list": _s(
        "`{name}` harus berupa daftar",
        "`{name}` must be a list",
        "tulis tiap butir pada baris sendiri dengan awalan `- `, atau dalam kurung siku: [a, b]",
        "write each item on its own line, starting with `- `, or in square brackets: [a, b]",
    ),
    "expected-text": _s(
        "di sini diharapkan satu kata atau kalimat",
        "one word or sentence is expected here",
        "hapus kurung atau awalan `- `; kalimat yang diawali kurung diapit tanda kutip",
        "remove brackets or a leading `- `; put a sentence that starts with a bracket in quotes",
    ),
    "empty-value": _s(
        "nilainya belum diisi",
        "the value is not filled in",
        "isi nilainya, atau hapus bidangnya; tanggal mulai yang belum diketahui ditulis `tidak_diketahui`",
        "fill it in, or remove the field; a start that is not known is written `tidak_diketahui`",
    ),
    "missing-field": _s(
        "bidang `{name}` belum ada",
        "the field `{name}` is missing",
        "tambahkan baris `{name}: ...` dalam bagian yang dimulai di sini",
        "add a line `{name}: ...` to the part that starts here",
    ),
    "unknown-field": _s(
        "bidang `{name}` tidak dikenal di sini",
        "there is no field `{name}` here",
        "hapus bidang ini, atau pindahkan ke bagian yang mengenalnya",
        "remove the field, or move it to the part that knows it",
    ),
    "unknown-word": _s(
        "`{name}` bukan salah satu pilihan di sini",
        "`{name}` is not one of the choices here",
        "pilih kata dari kosakata.yaml; kata baru ditambahkan dahulu di sana",
        "choose a word of kosakata.yaml; a new word is added there first",
    ),
    "value-twice": _s(
        "`{value}` ditulis dua kali",
        "`{value}` is written twice",
        "hapus salah satunya",
        "remove one of them",
    ),
    "not-a-slug": _s(
        "`{value}` tidak dapat dipakai sebagai nama",
        "`{value}` cannot be used as a name",
        "pakai huruf kecil, angka, dan garis bawah, diawali huruf, misalnya `pekerja_rentan`",
        "use lower-case letters, digits and underscores, starting with a letter, such as `pekerja_rentan`",
    ),
    "not-a-number": _s(
        "`{value}` bukan bilangan bulat",
        "`{value}` is not a whole number",
        "tulis angka saja, misalnya 16800, tanpa titik ribuan, Rp, atau satuan",
        "write digits only, such as 16800, without separators, Rp or a unit",
    ),
    "negative-number": _s(
        "`{name}` tidak boleh kurang dari nol, di sini {value}",
        "`{name}` cannot be less than zero, here it is {value}",
        "hapus tanda minusnya, atau periksa angkanya",
        "remove the minus sign, or check the number",
    ),
    "not-a-date": _s(
        "`{value}` bukan tanggal yang dapat dipakai di sini",
        "`{value}` is not a date that can stand here",
        "tulis TAHUN-BULAN-HARI dengan tanggal yang ada, misalnya 2023-06-01",
        "write YEAR-MONTH-DAY and a day that exists, such as 2023-06-01",
    ),
    "not-a-region-code": _s(
        "`{value}` bukan kode wilayah Kemendagri tingkat kelurahan",
        "`{value}` is not a Kemendagri village code",
        'tulis seperti "33.76.01.1001"',
        'write it like "33.76.01.1001"',
    ),
    "unknown-village": _s(
        "tidak ada kelurahan atau desa berkode {value}",
        "no village has the code {value}",
        "cocokkan dengan kode wilayah Kemendagri yang berlaku",
        "compare it with the current Kemendagri codes",
    ),
    "duplicate-id": _s(
        "id `{name}` dipakai dua kali dalam `{section}`",
        "the id `{name}` stands twice in `{section}`",
        "beri id yang lain, atau hapus salah satunya",
        "give one of them another id, or remove it",
    ),
    "ends-before-start": _s(
        "berakhir pada {until}, sebelum mulai pada {since}",
        "it ends on {until}, before it starts on {since}",
        "periksa tahun dan urutan kedua tanggal itu",
        "check the years and the order of the two dates",
    ),
}
