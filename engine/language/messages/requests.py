"""Requests that the service cannot answer, by code."""

from __future__ import annotations

from engine.language.messages.sentence import Sentence
from engine.language.messages.sentence import sentence as _s

REQUEST_PROBLEMS: dict[str, Sentence] = {
    # a request that the service cannot answer
    "body-unreadable": _s(
        "isi permintaan bukan JSON yang dapat dibaca",
        "the body is not JSON that can be read",
        "kirim satu objek JSON dengan Content-Type: application/json",
        "send one JSON object with Content-Type: application/json",
    ),
    "body-invalid": _s(
        "isi permintaan tidak sesuai",
        "the body does not fit",
        "perbaiki yang disebut dalam errors; bentuknya ada di /docs",
        "mend what errors names; the form is at /docs",
    ),
    "body-too-large": _s(
        "isi permintaan terlalu besar",
        "the body is too large",
        "satu keputusan cukup dengan fakta satu orang",
        "one decision needs the facts of one person",
    ),
    "facts-invalid": _s(
        "ada fakta yang tidak dapat dipakai; tidak ada yang diputus",
        "some facts cannot be used; nothing was decided",
        "perbaiki yang disebut dalam errors, atau hapus fakta yang belum diketahui",
        "mend what errors names, or leave out what is not known",
    ),
    "set-invalid": _s(
        "ada pengandaian yang tidak dapat dipakai; tidak ada yang diputus",
        "some what-ifs cannot be used; nothing was decided",
        "perbaiki yang disebut dalam errors",
        "mend what errors names",
    ),
    "day-not-known": _s(
        "nilai nasional yang dirujuk kebijakan itu tidak diketahui pada {on}",
        "a national value that the policy refers to is not known on {on}",
        "pilih hari lain, atau hapus on",
        "choose another day, or leave on out",
    ),
    "new-or-set": _s("sebutkan new, set, atau keduanya", "name new, or set, or both"),
    "city-or-policy": _s("sebutkan salah satu dari city dan policy", "name one of city and policy"),
    "no-such-city": _s("kota itu tidak ada", "there is no such city", "yang ada: {cities}", "there are: {cities}"),
    "no-such-policy": _s(
        "kebijakan itu tidak ada", "there is no such policy", "yang ada: {policies}", "there are: {policies}"
    ),
    "none-in-force": _s(
        "tidak ada peraturan {city} yang berlaku pada {on}",
        "no regulation of {city} is in force on {on}",
        "yang ada: {versions}",
        "there are: {versions}",
    ),
    "no-such-page": _s(
        "alamat itu tidak ada", "there is nothing at this address", "daftarnya ada di /docs", "the list is at /docs"
    ),
    "no-such-method": _s(
        "alamat ini tidak melayani metode itu",
        "this address does not serve that method",
        "metode yang dilayani ada di header Allow",
        "the header Allow names those it serves",
    ),
    "decision-withheld": _s(
        "keputusan ditahan karena mesin mendapati pertentangan atau batas",
        "the decision is withheld: the engine found a contradiction or a bound",
        "laporkan bersama kode kebijakan; tidak ada yang diputus",
        "report it with the policy's id; nothing was decided",
    ),
    "internal": _s(
        "terjadi kesalahan pada layanan",
        "the service failed",
        "coba lagi; bila berulang, laporkan waktunya",
        "try again; if it repeats, report the time",
    ),
}
