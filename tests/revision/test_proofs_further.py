"""Proofs that were asked to go further: what is too large for the usual bounds, and what is left undecided even so."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from engine.language.library import Library, shipped
from engine.language.messages import fault_text
from engine.language.messages.review import PROOFS
from engine.revision import proofs, space
from engine.revision.proofs import prove
from tests.command.test_commands import perwal
from tests.random_policies import parse
from tests.revision.test_proofs import GROUND, small

ADULT, OLDER = {"usia": {"paling_rendah": "18"}}, {"usia": {"paling_rendah": "17"}}


def twisted(library: Library) -> dict[str, Any]:
    """Pairs of facts that are asked far from each other: diagrams of more nodes than the usual bound."""
    words = {name: list(fact.words) for name, fact in library.vocabulary.facts.items()}
    either: list[dict[str, str]] = []
    both: list[dict[str, Any]] = []
    for one, other, count in (("pekerjaan", "usia", 25), ("pekerjaan_kedua", "desil", 10)):
        either.append({one: words[one][0]})
        both += [{"semua": [{one: word}, {other: str(n)}]} for n, word in enumerate(words[one][:count], start=1)]
    for one, other in (("hubungan_kerja", "jabatan_rw"), ("jabatan_rt", "jabatan_lpmk")):
        either.append({one: words[one][0]})
        both += [{"semua": [{one: a}, {other: b}]} for a, b in list(zip(words[one], words[other], strict=True))[:4]]
    for one, other in (
        ("menerima_upah", "terdaftar_dtks"), ("usaha_sendiri", "terdaftar_dtsen"), ("tulang_punggung", "peserta_aktif")
    ):  # fmt: skip
        either.append({one: "ya"})
        both.append({"semua": [{one: "ya"}, {other: "ya"}]})
    plain = small([{"kota": "tegal"}, {"salah_satu": either}, {"salah_satu": both}, ADULT, OLDER], ["selalu"])
    plain["berlaku"] |= {"sejak": "2023-01-01"}
    return plain


def test_what_is_too_large_for_the_usual_bounds_is_proved_further(library: Library) -> None:
    policy = parse(twisted(library), library)
    assert [fault.code for fault in prove(library, policy)] == ["proofs-not-decided"]
    (found,) = prove(library, policy, further=True)
    assert found.code == "criterion-never-decides"
    assert fault_text(found, "id")[0].startswith("kriteria `k4` tidak pernah menentukan")


def test_within_the_usual_bounds_further_finds_the_same(library: Library) -> None:
    policy = parse(small([{"kota": "tegal"}, ADULT, OLDER], [{"usia": {"kurang_dari": "60"}}]), library)
    assert prove(library, policy, further=True) == prove(library, policy) != []
    for shipped_policy in library.policies.values():
        assert prove(library, shipped_policy, further=True) == prove(library, shipped_policy)


def test_what_further_does_not_decide_either_is_named_and_the_rest_is_proved(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    """More entries than are looked into: the criteria are proved although the list is not."""
    monkeypatch.setattr(space, "LARGEST", 4)
    monkeypatch.setattr(proofs, "FURTHER", 2)
    words = list(library.vocabulary.facts["pekerjaan"].words)[:9]
    plain = small([{"kota": "tegal"}, ADULT, OLDER, {"pekerjaan": {"termasuk": "lampiran.daftar"}}], ["selalu"])
    plain["lampiran"] = {"daftar": {"daftar": "tertutup", "isi": words, **GROUND}}
    policy = parse(plain, library)
    assert [fault.code for fault in prove(library, policy)] == ["proofs-not-decided"]
    found = {fault.code: fault for fault in prove(library, policy, further=True)}
    assert set(found) == {"criterion-never-decides", "proofs-still-not-decided"}
    text, hint = fault_text(found["proofs-still-not-decided"], "id")
    for key in ("entries", "readings", "priorities"):
        assert PROOFS[key].id in text
    for key in ("groups", "funding", "criteria_alone"):
        assert PROOFS[key].id not in text
    assert hint and "2 kali" in text


def test_where_nothing_can_be_built_everything_is_named(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(space, "NODES", 2)
    monkeypatch.setattr(proofs, "FURTHER", 1)
    policy = parse(small([{"kota": "tegal"}, ADULT], ["selalu"]), library)
    (found,) = prove(library, policy, further=True)
    assert found.code == "proofs-still-not-decided"
    assert all(label.en in fault_text(found, "en")[0] for label in PROOFS.values())


def test_every_proof_has_a_name() -> None:
    every = (*proofs.CRITERIA, *proofs.ENTRIES, *proofs.BESIDES)
    assert {proof.__name__.strip("_") for proof in every} == set(PROOFS)
    assert set(proofs.OF_OTHERS) <= set(every)


def test_the_command_leaves_proofs_out_or_goes_further(tmp_path: Path) -> None:
    for name in ("kosakata.yaml", "sumber.yaml", "nasional/jkk-jkm.yaml"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        shutil.copyfile(shipped() / name, tmp_path / name)
    (tmp_path / "tegal").mkdir()
    plain = small([{"kota": "tegal"}, ADULT, OLDER], ["selalu"])
    (tmp_path / "tegal" / "2023.yaml").write_text(json.dumps(plain), encoding="utf-8")
    codes = {
        option: [fault["code"] for fault in json.loads(perwal("check", tmp_path, *option, "--json").stdout)["faults"]]
        for option in ((), ("--prove",), ("--no-prove",))
    }
    assert codes[()] == codes["--prove",]
    assert "criterion-never-decides" in codes[()]
    assert "criterion-never-decides" not in codes["--no-prove",]
