"""Every fault of a policies folder has an example with the sentences a lawyer reads, and mended it has none."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from string import Formatter

import pytest

from engine import language
from engine.language.diagnostic import Diagnostic, Place
from engine.language.explanation import examples, marked_file, read
from engine.language.library import Library, load, load_file, shipped
from engine.language.messages import EVERY_FAULT, TABLES, fault_text
from engine.language.messages.faults import FAULTS
from engine.language.messages.libraries import LIBRARY_PROBLEMS
from engine.language.policy import Policy
from engine.language.reasons import REASONS
from engine.language.source import MAX_BYTES, MAX_NODES
from engine.language.vocabulary import Label
from engine.revision import proofs
from engine.revision.proofs import prove
from tests.language.expectation import Expected, bad_files, bad_folders, expected, told

UNFILLED = re.compile(r"\{[a-z_]*\}")

GENERATED: dict[str, tuple[bytes | None, Expected]] = {
    # what cannot stand among the examples: no file at all, too large, or no text
    "cannot-read": (
        None,
        Expected(
            "cannot-read",
            "1:1",
            "error",
            (
                "berkas tidak dapat dibaca: itu folder, bukan berkas",
                "periksa nama berkas, foldernya, dan izin membacanya",
            ),
            (
                "the file cannot be read: it is a folder, not a file",
                "check the name of the file, its folder and the permission to read it",
            ),
        ),
    ),
    "file-too-large": (
        b"# " + b"x" * MAX_BYTES,
        Expected(
            "file-too-large",
            "1:1",
            "error",
            (
                "berkas ini 1000002 bita, padahal batasnya 1000000 bita",
                "berkas kebijakan yang wajar jauh lebih kecil; periksa apakah berkasnya benar",
            ),
            (
                "the file has 1000002 bytes, the limit is 1000000 bytes",
                "a policy file is far smaller; check that this is the right file",
            ),
        ),
    ),
    "too-many-nodes": (
        b"program:\n- [" + b"a," * MAX_NODES + b"]\n",
        Expected(
            "too-many-nodes",
            f"2:{4 + 2 * (MAX_NODES - 4)}",
            "error",
            (
                "berkas ini memuat lebih dari 50000 butir",
                "berkas kebijakan yang wajar jauh lebih kecil; periksa apakah berkasnya benar",
            ),
            (
                "the file holds more than 50000 items",
                "a policy file is far smaller; check that this is the right file",
            ),
        ),
    ),
    "not-utf8": (
        b"peraturan:\n  tentang: pelindungan pekerja caf\xe9\n",
        Expected(
            "not-utf8",
            "2:35",
            "error",
            ("berkas bukan teks UTF-8", "simpan ulang dengan pengodean UTF-8"),
            ("the file is not UTF-8 text", "save it again with UTF-8 encoding"),
        ),
    ),
}


@pytest.mark.parametrize("file", bad_files(), ids=lambda file: file.stem)
def test_a_bad_file_has_the_one_fault_it_announces(file: Path, library: Library, tmp_path: Path) -> None:
    policy, faults = faults_of(file.read_bytes(), file.name, library, tmp_path)
    assert [told(fault) for fault in faults] == [expected(file)]
    assert (policy is None) == (faults[0].severity == "error")
    assert faults[0].place.path.endswith(file.name)
    assert re.sub(r"-\d+$", "", file.stem) == faults[0].code


@pytest.mark.parametrize("file", bad_files(), ids=lambda file: file.stem)
def test_a_bad_file_mended_as_it_says_has_no_fault(file: Path, library: Library, tmp_path: Path) -> None:
    mended = read(file, file.stem).mended()
    policy, faults = faults_of(mended.encode(), file.name, library, tmp_path)
    assert [told(fault) for fault in faults] == []
    assert policy


@pytest.mark.parametrize("folder", bad_folders(), ids=lambda folder: folder.name)
def test_a_bad_folder_has_the_one_fault_it_announces(folder: Path, tmp_path: Path) -> None:
    marked = marked_file(folder).relative_to(folder)
    faults = load(with_folder(folder, tmp_path)).faults
    assert [told(fault) for fault in faults] == [expected(folder / marked)]
    assert faults[0].place.path.endswith(str(marked))
    assert re.sub(r"-\d+$", "", folder.name) == faults[0].code


@pytest.mark.parametrize("folder", bad_folders(), ids=lambda folder: folder.name)
def test_a_bad_folder_mended_as_it_says_has_no_fault(folder: Path, tmp_path: Path) -> None:
    root = with_folder(folder, tmp_path)
    marked = marked_file(folder)
    (root / marked.relative_to(folder)).write_text(read(marked, folder.name).mended(), "utf-8")
    assert [told(fault) for fault in load(root).faults] == []


@pytest.mark.parametrize("name", GENERATED)
def test_what_cannot_stand_in_a_file_is_told_as_well(name: str, library: Library, tmp_path: Path) -> None:
    content, wanted = GENERATED[name]
    path = tmp_path / "pekalongan" / "rusak.yaml"
    path.parent.mkdir()
    if content is None:
        path.mkdir()
    else:
        path.write_bytes(content)
    policy, faults = load_file(path, library)
    assert policy is None
    assert [told(fault) for fault in faults] == [wanted]


@pytest.mark.parametrize("missing", ["kosakata.yaml", "sumber.yaml"])
def test_without_vocabulary_or_documents_no_policy_is_judged_and_the_cause_is_told(
    missing: str, library: Library, tmp_path: Path
) -> None:
    root = tmp_path / "policies"
    shutil.copytree(shipped(), root)
    (root / missing).unlink()
    broken = load(root)
    assert [(fault.code, Path(fault.place.path).name) for fault in broken.faults] == [("cannot-read", missing)]
    assert not broken.policies
    policy = next(iter(library.policies.values()))
    assert load_file(root / f"{policy.id}.yaml", broken) == (None, list(broken.faults))


def test_a_broken_policy_leaves_the_others_alone(library: Library, tmp_path: Path) -> None:
    root = tmp_path / "policies"
    shutil.copytree(shipped(), root)
    (root / "tegal" / "2023.yaml").write_text("peraturan: [", "utf-8")
    broken = load(root)
    assert {fault.code for fault in broken.faults} == {"not-yaml"}
    assert library.policies.keys() - broken.policies.keys() == {"tegal/2023"}


def test_every_fault_that_reading_policies_can_find_has_an_example() -> None:
    assert set(examples()) | set(GENERATED) == _codes_of_the_language() | _codes_of_the_proofs()


@pytest.mark.parametrize("code", FAULTS)
def test_of_every_fault_it_is_said_why_it_matters(code: str) -> None:
    assert (code in examples()) != (code in REASONS)
    assert len({example.why for example in examples().get(code, ())}) <= 1


def test_a_code_without_an_example_has_none_to_show() -> None:
    """Files nobody can read, request bodies, facts, cases and deciding; and what no small file makes too large."""
    assert set(FAULTS) & set(REASONS) == set(FAULTS) - set(examples())


def test_every_example_is_told_without_unfilled_braces() -> None:
    for file in [*bad_files(), *map(marked_file, bad_folders())]:
        wanted = expected(file)
        for text in (*wanted.indonesian, *wanted.english):
            assert not UNFILLED.search(text or ""), file


def test_no_code_stands_for_two_faults() -> None:
    assert len(EVERY_FAULT) == sum(len(table) for table in TABLES)


@pytest.mark.parametrize("code", EVERY_FAULT)
def test_a_fault_takes_the_same_values_in_both_languages(code: str) -> None:
    sentence = EVERY_FAULT[code]
    for label in (sentence.say, sentence.hint or sentence.say):
        assert _values(label.id) == _values(label.en)


@pytest.mark.parametrize(("start", "label"), LIBRARY_PROBLEMS, ids=[start for start, _ in LIBRARY_PROBLEMS])
def test_what_a_library_says_is_told_in_both_languages(start: str, label: Label) -> None:
    fault = Diagnostic("not-yaml", Place("contoh.yaml"), {"problem": f"{start} at {{place}}", "line": 7})
    assert _values(label.id) == _values(label.en)
    assert start not in fault_text(fault, "id")[0]
    assert start not in fault_text(fault, "en")[0]
    assert not UNFILLED.search(fault_text(fault, "id")[0] + fault_text(fault, "en")[0])


def test_what_nobody_translated_is_told_as_the_library_says_it() -> None:
    fault = Diagnostic("not-yaml", Place("contoh.yaml"), {"problem": "found duplicate {} directive", "line": 7})
    assert fault_text(fault, "id")[0] == "susunan YAML tidak dapat dibaca: found duplicate {} directive"


def test_a_value_is_told_on_one_line_and_not_without_end() -> None:
    value = "satu\n  dua\x1b[31m" + "a" * 5_000
    sentence, _ = fault_text(Diagnostic("not-a-number", Place("contoh.yaml"), {"value": value}), "id")
    assert sentence.startswith("`satu dua\N{REPLACEMENT CHARACTER}[31maaa")
    assert sentence.endswith("…` bukan bilangan bulat")
    assert sentence.isprintable()
    assert len(sentence) < 500


def faults_of(content: bytes, name: str, library: Library, folder: Path) -> tuple[Policy | None, list[Diagnostic]]:
    """What is found in a policy of Pekalongan, with what its meaning proves."""
    copy = folder / "pekalongan" / name
    copy.parent.mkdir()
    copy.write_bytes(content)
    policy, faults = load_file(copy, library)
    return policy, faults + prove(library, policy) if policy else faults


def with_folder(folder: Path, tmp_path: Path) -> Path:
    """A policies folder with the files of this one."""
    root = tmp_path / "policies"
    if marked_file(folder).parent == folder:  # another vocabulary or other documents: the shipped policies do not fit
        root.mkdir()
        for name in ("kosakata.yaml", "sumber.yaml"):
            shutil.copyfile(shipped() / name, root / name)
    else:
        shutil.copytree(shipped(), root)
    shutil.copytree(folder, root, dirs_exist_ok=True)
    return root


def _codes_of_the_proofs() -> set[str]:
    """What the proofs can find, but for what no small file makes too large to prove."""
    words = re.findall(r'"([a-z0-9-]+)"', Path(proofs.__file__).read_text("utf-8"))
    return {code for code in FAULTS if code in words} - {"proofs-not-decided"}


def _codes_of_the_language() -> set[str]:
    """The codes that stand in the modules which read policies; `fact-is-...` is put together there."""
    modules = Path(language.__file__).parent.glob("*.py")
    words = {word for file in modules for word in re.findall(r'"([a-z0-9-]+)"', file.read_text("utf-8"))}
    return {code for code in FAULTS if code in words or code.startswith("fact-is-")}


def _values(template: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(template) if name}
