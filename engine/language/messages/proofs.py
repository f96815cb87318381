"""What is certain of a policy whoever the person is, and a careful drafter would look at again."""

from __future__ import annotations

from engine.language.messages.sentence import Sentence
from engine.language.messages.sentence import sentence as _s

PROOF_FAULTS: dict[str, Sentence] = {
    # what is certain of a policy whoever the person is
    "criterion-never-met": _s(
        "tidak seorang pun dapat memenuhi kriteria {name}",
        "nobody can meet the criterion {name}",
        "syaratnya bertentangan dengan dirinya sendiri; periksa `tidak`, `semua`, dan batas-batasnya",
        "its condition contradicts itself; check `tidak`, `semua` and the bounds",
    ),
    "criterion-always-met": _s(
        "setiap orang memenuhi kriteria {name}",
        "everybody meets the criterion {name}",
        "syaratnya tidak menyaring siapa pun; perbaiki, atau tulis `selalu` bila memang begitu",
        "its condition keeps nobody out; correct it, or write `selalu` if that is meant",
    ),
    "criterion-never-decides": _s(
        "kriteria {name} tidak pernah menentukan: siapa yang memenuhi {others} selalu memenuhinya juga",
        "the criterion {name} never decides: whoever meets {others} always meets it too",
        "hapus, atau perbaiki yang terlalu luas; biarkan bila naskahnya memang menulis keduanya",
        "remove it, or correct what is too wide; leave it if the text does say both",
    ),
    "group-empty": _s(
        "tidak seorang pun dapat masuk kelompok `{name}`: {criteria} tidak dapat terpenuhi bersama",
        "nobody can be in the group `{name}`: {criteria} cannot be met together",
        "perbaiki salah satunya, atau pisahkan menjadi dua kelompok",
        "correct one of them, or make two groups of it",
    ),
    "group-swallowed": _s(
        "setiap orang dalam kelompok `{name}` sudah tercakup di atasnya: {groups}",
        "everybody in the group `{name}` is already covered above it: {groups}",
        "pindahkan kelompok ini ke atas, atau persempit yang di atasnya",
        "move the group up, or narrow what is above it",
    ),
    "funding-never-applies": _s(
        "sumber dana {name} tidak pernah membayar: `bila` tidak terpenuhi oleh siapa pun dalam kelompok {group}",
        "the source {name} never pays: nobody in the group {group} meets its `bila`",
        "perbaiki `bila`, atau hapus butir ini",
        "correct `bila`, or remove the item",
    ),
    "funding-never-pays": _s(
        "sumber dana {name} tidak pernah membayar dalam kelompok {group}: sumber yang sama sudah membayar menurut butir"
        " di atasnya",
        "the source {name} never pays in the group {group}: the same source already does by an item above",
        "hapus butir ini, atau persempit `bila` di atasnya",
        "remove the item, or narrow the `bila` above it",
    ),
    "eligible-unpaid": _s(
        "ada yang berhak dalam kelompok {group} tetapi tidak dibayari siapa pun: {person}",
        "somebody is eligible in the group {group} but nobody pays: {person}",
        "tambahkan sumber dana bagi orang ini; biarkan bila naskahnya memang tidak mengaturnya",
        "add a source for that person; leave it if the text does not say",
    ),
    "reading-changes-nothing": _s(
        "tafsir lain `{name}` mencakup orang yang persis sama",
        "the other reading `{name}` covers exactly the same people",
        "perbaiki syaratnya, atau hapus bila memang tidak berbeda",
        "correct its condition, or remove it if it makes no difference",
    ),
    "priority-for-nobody": _s(
        "tidak seorang pun yang tercakup memenuhi prioritas `{name}`",
        "nobody who is covered meets the priority `{name}`",
        "perbaiki `bila`, atau hapus",
        "correct `bila`, or remove it",
    ),
    "priority-for-all": _s(
        "setiap orang yang tercakup memenuhi prioritas `{name}`, jadi tidak ada yang didahulukan",
        "everybody who is covered meets the priority `{name}`, so nobody comes first by it",
        "prioritas ini mengulang kriteria; hapus, atau hapus kriterianya bila ia dimaksud sebagai urutan",
        "it repeats a criterion; remove it, or the criterion if an order was meant",
    ),
    "priority-repeats": _s(
        "prioritas `{name}` tidak membedakan siapa pun yang belum dibedakan prioritas di atasnya",
        "the priority `{name}` tells nobody apart whom those above it do not",
        "hapus, atau pindahkan ke atas",
        "remove it, or move it up",
    ),
    "list-entry-idle": _s(
        "dalam daftar `{name}` ada butir yang tidak mengubah siapa yang tercakup atau siapa yang membayar: {entries}",
        "entries of the list `{name}` change neither who is covered nor who pays: {entries}",
        "syarat lain sudah menentukan orang ini; periksa syarat itu, atau hapus butirnya",
        "another condition already settles these people; check it, or remove the entries",
    ),
    "proofs-not-decided": _s(
        "{name} terlalu besar untuk dibuktikan; kriteria, kelompok, dan sumber dana yang sia-sia tidak dicari",
        "{name} is too large to prove anything about; idle criteria, groups and sources were not looked for",
        "cari lebih jauh dengan `perwal check --prove`, atau kurangi fakta yang dibaca bersama; memutus tetap dapat",
        "look further with `perwal check --prove`, or read fewer facts together; deciding still works",
    ),
    "fact-not-askable": _s(
        "aturan tidak dapat menanyakan fakta `{name}`, sebab jenisnya teks atau tanggal",
        "no rule can ask the fact `{name}`, for it is a text or a date",
        "pilih jenis lain; teks hanya dengan `peran: identitas`, tanggal hanya dengan `peran: asal`",
        "choose another kind; a text only has `peran: identitas`, a date only `peran: asal`",
    ),
}
