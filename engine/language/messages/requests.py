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
    "new-or-set": _s("sebutkan new, set, atau reading", "name new, set or reading"),
    "new-or-what-if": _s(
        "sebutkan new, atau pengandaian dari old dengan set atau reading",
        "name new, or a what-if of old by set or reading",
        "misalnya set=kuota.jumlah=1500",
        "such as set=kuota.jumlah=1500",
    ),
    "no-such-reading": _s(
        "{policy} tidak mempunyai tafsir lain bernama itu",
        "{policy} has no other reading of that name",
        "yang ada: {names}",
        "there are: {names}",
    ),
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
    "none-to-compare": _s(
        "tidak satu pun kota yang disebut mempunyai versi yang berlaku pada hari itu",
        "none of the cities named has a version in force on that day",
        "pilih hari lain, hapus on, atau sebut id versinya",
        "choose another day, leave on out, or name versions by id",
    ),
    "too-many-versions": _s(
        "lebih dari {limit} versi sekaligus",
        "more than {limit} versions at once",
        "sebutkan sebagian dengan versions",
        "name some of them by versions",
    ),
    "busy": _s(
        "layanan sedang mengerjakan permintaan semacam ini sebanyak yang sanggup",
        "the service is at work on as many requests of this kind as it can take",
        "coba lagi beberapa detik lagi",
        "try again in some seconds",
    ),
    # a city's first draft
    "no-such-region": _s(
        "tidak ada kota atau kabupaten bernama itu",
        "there is no city or regency of that name",
        "mungkin {near}; kabupaten yang senama dengan kota diawali kab_",
        "perhaps {near}; a regency of the same name as a city begins with kab_",
    ),
    "version-there-already": _s(
        "versi bernama {policy} sudah ada",
        "there is a version {policy} already",
        "pilih nama lain dengan version",
        "choose another name by version",
    ),
    "draft-not-whole": _s(
        "rancangan dari {policy} tidak akan lulus pemeriksaan",
        "a draft from {policy} would not pass its check",
        "mulai dari kebijakan lain; sebabnya ada dalam errors",
        "start from another policy; errors says why",
    ),
    "draft-failed": _s(
        "rancangan itu tidak selesai dibuat dalam prosesnya sendiri",
        "the draft was not finished in its own process",
        "coba lagi; bila berulang, mulai dari kebijakan lain dan laporkan kode kebijakannya",
        "try again; if it repeats, start from another policy and report the policy's id",
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
    # long work
    "list-wrong-type": _s(
        "daftar pemohon dikirim sebagai isi permintaan itu sendiri, dengan Content-Type yang menyebut bentuknya",
        "a list of applicants is sent as the body itself, with a Content-Type that names its form",
        "yang diterima: {types}; misalnya curl --data-binary @daftar.csv -H 'Content-Type: text/csv'",
        "taken are: {types}; such as curl --data-binary @list.csv -H 'Content-Type: text/csv'",
    ),
    "upload-unmarked": _s(
        "formulir multipart/form-data harus disertai header {header}: 1, agar situs lain tidak dapat mengirimnya",
        "a multipart/form-data form must come with the header {header}: 1, so that no other site can send one",
        "misalnya curl -H '{header}: 1' -F list=@daftar.csv, atau kirim daftarnya sendiri sebagai isi permintaan",
        "such as curl -H '{header}: 1' -F list=@list.csv, or send the list itself as the body",
    ),
    "form-unreadable": _s(
        "formulir itu tidak dapat dibaca sebagai multipart/form-data, atau terpotong",
        "the form cannot be read as multipart/form-data, or breaks off",
        "biarkan program pengirim yang menulis Content-Type beserta boundary, misalnya curl -F list=@daftar.csv",
        "let the sending program write Content-Type with its boundary, such as curl -F list=@list.csv",
    ),
    "form-too-large": _s(
        "bagian-bagian formulir itu bersama-sama lebih besar dari {limit} MiB",
        "the parts of the form together are larger than {limit} MiB",
        "kirim daftar dan hibah sebagai Parquet, bagi daftarnya, atau jalankan `perwal run` pada berkasnya",
        "send list and grants as Parquet, divide the list, or use `perwal run` on the files",
    ),
    "part-unknown": _s(
        "bagian ke-{number} dari formulir itu tidak bernama seperti yang diterima di sini",
        "part {number} of the form has no name that is taken here",
        "yang diterima: {parts}; yang lain adalah parameter alamat",
        "taken are: {parts}; all else is a parameter of the address",
    ),
    "part-repeated": _s(
        "bagian {part} ada dua kali dalam formulir itu",
        "the part {part} stands twice in the form",
        "kirim satu saja",
        "send one only",
    ),
    "part-missing": _s(
        "bagian {part} tidak ada dalam formulir itu",
        "the part {part} is missing from the form",
        "misalnya curl -F {part}=@daftar.csv",
        "such as curl -F {part}=@list.csv",
    ),
    "part-empty": _s(
        "bagian {part} dari formulir itu kosong",
        "the part {part} of the form is empty",
        "kirim berkasnya, atau hapus bagian itu",
        "send its file, or leave the part out",
    ),
    "part-too-large": _s(
        "bagian {part} dari formulir itu lebih besar dari {limit} KiB",
        "the part {part} of the form is larger than {limit} KiB",
        "berkas YAML seperti itu pendek; periksa apakah berkasnya tertukar",
        "such a YAML file is short; see whether files were mixed up",
    ),
    "granted-without-budget": _s(
        "granted hanya bersama budget",
        "granted goes with budget only",
        "kirim juga bagian budget, atau hapus granted",
        "send the part budget too, or leave granted out",
    ),
    "list-empty": _s(
        "daftar pemohon itu kosong",
        "the list of applicants is empty",
        "kirim berkasnya sebagai isi permintaan",
        "send the file as the body",
    ),
    "list-too-large": _s(
        "daftar pemohon lebih besar dari {limit} MiB",
        "the list of applicants is larger than {limit} MiB",
        "kirim sebagai Parquet, bagi menjadi beberapa daftar, atau jalankan `perwal run` pada berkasnya",
        "send it as Parquet, divide it into several lists, or use `perwal run` on the file",
    ),
    "list-broken-off": _s(
        "daftar pemohon tidak sampai seutuhnya",
        "the list of applicants did not arrive whole",
        "kirim lagi",
        "send it again",
    ),
    "list-too-slow": _s(
        "daftar pemohon tidak sampai dalam {limit} detik",
        "the list of applicants did not arrive within {limit} seconds",
        "kirim lagi lewat sambungan yang lebih cepat, atau jalankan `perwal run` pada berkasnya",
        "send it again over a faster connection, or use `perwal run` on the file",
    ),
    "attest-invalid": _s(
        "attest harus berbentuk fakta=nilai, paling banyak {limit}",
        "attest must have the form fact=value, {limit} at most",
        "misalnya attest=jabatan_rt=tidak_ada",
        "such as attest=jabatan_rt=tidak_ada",
    ),
    "policy-of-another-city": _s(
        "{policy} bukan kebijakan {city}",
        "{policy} is no policy of {city}",
        "hapus city atau policy",
        "leave out city or policy",
    ),
    "jobs-full": _s(
        "layanan sedang mengerjakan sebanyak yang sanggup ditampungnya",
        "the service has taken on as much work as it can hold",
        "coba lagi sebentar lagi, atau hapus (DELETE) pekerjaan yang hasilnya sudah diambil",
        "try again in a while, or DELETE jobs whose results you have fetched",
    ),
    "no-such-job": _s(
        "pekerjaan itu tidak ada di sini",
        "there is no such job here",
        "hasil disimpan {minutes} menit, dan hilang bila dihapus atau layanan dimulai ulang; kirim lagi",
        "results are kept for {minutes} minutes, and go when deleted or when the service restarts; send it again",
    ),
    "no-such-file": _s(
        "pekerjaan itu tidak punya berkas bernama itu",
        "the job has no file of that name",
        "namanya ada dalam files dari {url}",
        "files of {url} has the names",
    ),
    # what befell a job
    "job-refused": _s(
        "pekerjaan itu tidak dapat dilakukan seperti yang diminta; tidak ada hasil",
        "the job cannot be done as asked; there are no results",
        "perbaiki yang disebut dalam faults, lalu kirim lagi",
        "mend what faults names, then send it again",
    ),
    "policy-changed": _s(
        "berkas kebijakan itu berubah atau rusak sejak ini diminta",
        "the policy's file has changed or broken since this was asked for",
        "kirim lagi; GET /v1/policies menyebut berkas yang rusak",
        "send it again; GET /v1/policies names files that are broken",
    ),
    "job-killed": _s(
        "proses pekerjaan itu dihentikan dari luar, mungkin karena kehabisan memori; tidak ada hasil",
        "the job's process was killed from outside, perhaps for want of memory; there are no results",
        "kirim lagi; bila berulang, bagi daftarnya atau beri layanan lebih banyak memori",
        "send it again; if it repeats, divide the list or give the service more memory",
    ),
    "job-too-slow": _s(
        "pekerjaan itu melebihi {limit} menit dan dihentikan; tidak ada hasil",
        "the job took more than {limit} minutes and was ended; there are no results",
        "bagi daftarnya, atau jalankan `perwal run` pada berkasnya",
        "divide the list, or use `perwal run` on the file",
    ),
    "job-storage": _s(
        "layanan tidak dapat menyimpan berkas pekerjaan itu, mungkin karena ruang penyimpanan habis",
        "the service could not store the job's files, perhaps for want of disk space",
        "hapus (DELETE) pekerjaan yang sudah diambil, lalu kirim lagi",
        "DELETE jobs that you have fetched, then send it again",
    ),
    "job-crashed": _s(
        "pekerjaan itu gagal karena kesalahan program; tidak ada hasil",
        "the job failed by a fault of the program; there are no results",
        "kirim lagi; bila berulang, laporkan waktunya",
        "send it again; if it repeats, report the time",
    ),
    "internal": _s(
        "terjadi kesalahan pada layanan",
        "the service failed",
        "coba lagi; bila berulang, laporkan waktunya",
        "try again; if it repeats, report the time",
    ),
}
