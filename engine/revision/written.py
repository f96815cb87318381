"""Drafted cases in the form of a case file, with what must come out left to be confirmed."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from textwrap import wrap

from engine.decision.decide import default_day
from engine.language.condition import Value
from engine.language.policy import Policy
from engine.language.reader import UNKNOWN
from engine.language.vocabulary import Vocabulary
from engine.language.writer import scalar_text
from engine.revision.cases import UNCONFIRMED
from engine.revision.drafts import Draft

_WIDTH = 118

_HINTS = {
    "hasil": "berhak, tidak_berhak, atau belum_pasti",
    "karena": "terpenuhi, tidak_terpenuhi, atau belum_diketahui",
    "kelompok": "kelompok yang memutus; hapus bila tidak berhak",
    "dana": "sumber yang membayar menurut urutan, misalnya [apbd]",
    "bulan": "lamanya sumber pertama membayar, atau tidak_diatur",
    "iuran": "rupiah per bulan, atau tidak_dimodelkan",
    "penyedia": "penyedia dana yang pertama membayar",
    "pendanaan": "setiap sumber: [{sumber_dana: ..., hasil: ..., bulan: ...}]",
    "akibat_hukum": "berlaku, tidak_berlaku_lagi, usulan, tidak_mengikat, atau belum_terverifikasi",
    "catatan": "catatan yang harus ada; yang tidak boleh ada ditulis di catatan_tidak",
    "belum_diputus": "nilai yang menunggu penetapan pejabat, atau []",
    "kurang": "tepat fakta yang masih menentukan, atau []",
    "program": "program yang iurannya dibayar",
    "kuota": "jumlah orang menurut kuota tahun itu, atau tidak_diatur",
}

_HEAD = """\
# Kasus yang belum ada untuk {policy}, ditulis oleh `perwal test`. Orang-orangnya karangan.
# Baca bunyi peraturannya, ganti setiap {unconfirmed} dengan yang seharusnya keluar, beri nama yang lebih baik, lalu
# pindahkan kasusnya ke berkas kasus. Jangan menyalin jawaban program: kasus seperti itu tidak menguji apa pun.

"""


def as_file(
    policy: Policy,
    supposed: Mapping[str, str],
    near: Mapping[str, Value],
    drafts: Sequence[Draft],
    vocabulary: Vocabulary,
) -> str:
    """A case file that is refused until every case is confirmed. `near` is the supposed person, typed."""
    lines = [_HEAD.format(policy=policy.id, unconfirmed=UNCONFIRMED)]
    if supposed:
        lines += ["andaikan:", *(f"  {fact}: {_text(value)}" for fact, value in supposed.items()), ""]
    lines += ["kasus:"] if drafts else ["kasus: []"]
    for draft in drafts:
        lines += _case(policy, supposed, near, draft, vocabulary)
    return "\n".join(lines).replace("\n\n\n", "\n\n") + "\n"


def _case(
    policy: Policy, supposed: Mapping[str, str], near: Mapping[str, Value], draft: Draft, vocabulary: Vocabulary
) -> Iterator[str]:
    for remark in draft.remarks:
        yield from (f"  # {line}" for line in wrap(remark, _WIDTH - 4))
    yield f"  - nama: {json.dumps(draft.name, ensure_ascii=False)}"
    if draft.day != default_day(policy):
        yield f"    pada: {draft.day.isoformat()}"
    stated, without = _facts(supposed, near, draft.facts, vocabulary)
    if stated:
        yield f"    fakta: {{{', '.join(f'{fact}: {text}' for fact, text in stated.items())}}}"
    if without:
        yield f"    tanpa: [{', '.join(without)}]"
    yield _open("hasil")
    reasons = ", ".join(f"{_short(policy, reason)}: {UNCONFIRMED}" for reason in draft.reasons)
    yield f"    karena: {{{reasons}}}  # {_HINTS['karena']}"
    yield from map(_open, draft.fields)
    if draft.order:
        field, other = draft.order
        yield f"    {field}: [{json.dumps(other, ensure_ascii=False)}]  # periksa bahwa peraturannya memang begitu"


def _open(field: str) -> str:
    return f"    {field}: {UNCONFIRMED}  # {_HINTS[field]}"


def _facts(
    supposed: Mapping[str, str], near: Mapping[str, Value], facts: Mapping[str, Value], vocabulary: Vocabulary
) -> tuple[dict[str, str], list[str]]:
    """What the case states beyond the supposed person, and what is supposed but not known of this one."""
    stated = {
        fact: _text(value)
        for fact, value in facts.items()
        if near.get(fact) != value or (fact not in supposed and fact not in vocabulary.presumed)
    }
    unknown = [fact for fact in (*near, *supposed) if fact not in facts]
    stated |= {fact: UNKNOWN for fact in unknown if fact in vocabulary.presumed}
    without = [fact for fact in dict.fromkeys(unknown) if fact in supposed and fact not in vocabulary.presumed]
    if "tanggal_lahir" in supposed and facts.get("usia") == near.get("usia"):
        without = [fact for fact in without if fact != "tanggal_lahir"]
        stated.pop("usia", None)
    return stated, without


def _text(value: Value) -> str:
    """As the file has it."""
    if isinstance(value, bool):
        return "ya" if value else "tidak"
    return scalar_text(str(value))


def _short(policy: Policy, reason: str) -> str:
    """A criterion by its own name where only one group has it."""
    group, _, criterion = reason.partition(".")
    alone = sum(one.id == criterion for entry in policy.groups for one in entry.criteria) == 1
    return criterion if alone and group else reason
