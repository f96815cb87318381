"""`perwal review` as a user runs it: what changed in a git repository or beside an old folder, as one Markdown text."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest
import yaml

from engine.language.library import shipped
from tests.command.test_commands import perwal

SHARED = ("kosakata.yaml", "sumber.yaml", "nasional/jkk-jkm.yaml")
OLD, DRAFT = "pekalongan/2022-19b", "pekalongan/2023-usulan"
COMMENT_LIMIT = 65_536


def git(folder: Path, *arguments: str) -> None:
    who = ("-c", "user.name=penguji", "-c", "user.email=penguji@example.invalid")
    subprocess.run(["git", "-C", str(folder), *who, *arguments], check=True, capture_output=True)


def put(policies: Path, *names: str) -> None:
    for name in names:
        target = policies / name
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(shipped() / name, target)


@pytest.fixture
def policies(tmp_path: Path) -> Path:
    """A repository with one policy of one city, committed."""
    root = tmp_path / "repo" / "policies"
    put(root, *SHARED, f"{OLD}.yaml", f"{OLD}.kasus.yaml")
    git(tmp_path, "init", "-q", "-b", "main", str(root.parent))
    git(root, "add", "-A")
    git(root, "commit", "-q", "-m", "awal")
    return root


def change(policies: Path, name: str, old: str, new: str) -> None:
    file = policies / f"{name}.yaml"
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


def rows(text: str) -> dict[str, list[str]]:
    """The cells of each policy's line, by its first cell; the headings under the heading's own name."""
    lines = [line.strip("| ").split(" | ") for line in text.splitlines() if line.startswith("| ")]
    return {cells[0].strip("`"): cells[1:] for cells in lines}


def test_nothing_changed_is_said(policies: Path) -> None:
    ended = perwal("review", "--policies", policies)
    assert (ended.returncode, ended.stderr) == (0, "")
    assert ended.stdout.splitlines()[0] == "<!-- perwal review -->"
    assert "Tidak ada berkas kebijakan yang berubah." in ended.stdout


def test_a_changed_criterion_shows_cases_that_fail_and_who_loses(policies: Path) -> None:
    change(policies, OLD, "paling_rendah: 18", "paling_rendah: 19")
    ended = perwal("review", "--policies", policies, "--lang", "en")
    assert (ended.returncode, ended.stderr) == (1, "")
    assert "## Policies changed since HEAD: ✗" in ended.stdout
    assert rows(ended.stdout)[OLD][:2] == ["changed", "✓"]
    assert rows(ended.stdout)[OLD][2].startswith("✗ ")
    assert rows(ended.stdout)[OLD][4:] == ["itself as it was", "narrower", "the same"]
    assert "case-differs: Usia 18 tahun sudah boleh didaftarkan" in ended.stdout
    assert "age: 18 years" in ended.stdout
    assert ended.stdout.count("<details") == ended.stdout.count("</details>") == 2
    assert "perwal-" not in ended.stdout


def test_a_fault_is_told_in_its_place_and_is_exit_1(policies: Path) -> None:
    change(policies, OLD, "peserta_aktif: tidak", "pesrta_aktif: tidak")
    ended = perwal("review", "--policies", policies)
    assert ended.returncode == 1
    assert "unknown-fact" in ended.stdout
    assert "maksud Anda `peserta_aktif`?" in ended.stdout
    assert "````" not in ended.stdout


def test_a_new_policy_is_held_against_the_version_before_it(policies: Path) -> None:
    put(policies, f"{DRAFT}.yaml", f"{DRAFT}.kasus.yaml")
    ended = perwal("review", "--policies", policies, "--lang", "en")
    assert ended.returncode == 0, ended.stdout
    assert rows(ended.stdout)[DRAFT][0] == "new"
    assert rows(ended.stdout)[DRAFT][4:6] == [f"`{OLD}`", "neither wider nor narrower"]
    assert OLD not in rows(ended.stdout)


def test_the_first_policy_of_a_city_has_nothing_to_be_held_against(policies: Path) -> None:
    put(policies, "kendal/2022-se-400-4450.yaml", "kendal/2022-se-400-4450.kasus.yaml")
    ended = perwal("review", "--policies", policies)
    assert ended.returncode == 0
    assert rows(ended.stdout)["kendal/2022-se-400-4450"][4] == "tidak ada: versi pertama kota ini"


def test_on_a_branch_only_what_the_branch_changed_is_reviewed(policies: Path) -> None:
    git(policies, "checkout", "-q", "-b", "usulan")
    put(policies, f"{DRAFT}.yaml", f"{DRAFT}.kasus.yaml")
    git(policies, "add", "-A")
    git(policies, "commit", "-q", "-m", "usulan")
    git(policies, "checkout", "-q", "main")
    change(policies, OLD, "paling_rendah: 18", "paling_rendah: 19")
    git(policies, "commit", "-q", "-a", "-m", "lain")
    git(policies, "checkout", "-q", "usulan")
    assert set(rows(perwal("review", "--base", "main", "--policies", policies).stdout)) == {"kebijakan", "---", DRAFT}


def test_a_new_version_that_leaves_an_unchanged_one_in_force_fails_too(policies: Path) -> None:
    """The fault may stand at the file that nobody touched."""
    text = (policies / f"{OLD}.yaml").read_text("utf-8")
    (policies / "pekalongan" / "2022-19a.yaml").write_text(text, encoding="utf-8")
    ended = perwal("review", "--policies", policies)
    assert ended.returncode == 1
    assert "two-in-force" in ended.stdout


def test_changed_cases_are_run_and_a_removed_policy_is_named(policies: Path) -> None:
    put(policies, f"{DRAFT}.yaml", f"{DRAFT}.kasus.yaml")
    git(policies, "add", "-A")
    git(policies, "commit", "-q", "-m", "usulan")
    (policies / f"{DRAFT}.yaml").unlink()
    (policies / f"{DRAFT}.kasus.yaml").unlink()
    with (policies / f"{OLD}.kasus.yaml").open("a", encoding="utf-8") as file:
        file.write("# catatan\n")
    ended = perwal("review", "--policies", policies)
    found = rows(ended.stdout)
    assert ended.returncode == 0
    assert found[OLD][0] == "kasusnya berubah"
    (removed,) = [cells for name, cells in found.items() if name.endswith(f"{DRAFT}.yaml")]
    assert removed[0] == "dihapus"


def test_a_changed_vocabulary_has_every_policy_checked(policies: Path) -> None:
    with (policies / "kosakata.yaml").open("a", encoding="utf-8") as file:
        file.write("# catatan\n")
    ended = perwal("review", "--policies", policies)
    assert ended.returncode == 0
    assert "Berkas bersama berubah" in ended.stdout
    assert rows(ended.stdout)[OLD][:2] == ["tetap", "✓"]
    (policies / "kosakata.yaml").write_text("fakta: [", encoding="utf-8")
    broken = perwal("review", "--policies", policies)
    assert broken.returncode == 1
    assert "not-yaml" in broken.stdout


def test_without_git_an_old_folder_does(policies: Path, tmp_path: Path) -> None:
    old = Path(shutil.copytree(policies, tmp_path / "lama"))
    change(policies, OLD, "paling_rendah: 18", "paling_rendah: 17")
    ended = perwal("review", "--old", old, policies / f"{OLD}.yaml", "--policies", policies, "--lang", "en")
    assert rows(ended.stdout)[OLD][5] == "wider"


def test_a_policy_that_no_longer_fits_the_vocabulary_is_not_compared(policies: Path) -> None:
    change(policies, OLD, "peserta_aktif: tidak", "pesrta_aktif: tidak")
    git(policies, "commit", "-q", "-a", "-m", "rusak")
    change(policies, OLD, "pesrta_aktif: tidak", "peserta_aktif: tidak")
    ended = perwal("review", "--policies", policies, "--lang", "en")
    assert ended.returncode == 0
    assert rows(ended.stdout)[OLD][4] == "cannot be compared"
    assert "HEAD:" in ended.stdout and "unknown-fact" in ended.stdout


def test_mutants_and_impact_are_there_when_asked_for(policies: Path, tmp_path: Path) -> None:
    listing = tmp_path / "daftar.parquet"
    assert perwal("synth", "pekalongan", "-n", "400", "-o", listing, "--on", "2023-02-08").returncode == 0
    put(policies, f"{DRAFT}.yaml", f"{DRAFT}.kasus.yaml")
    target = tmp_path / "ulasan.md"
    ended = perwal("review", "--mutate", "--registry", listing, "-o", target, "--policies", policies)
    assert (ended.returncode, ended.stdout, ended.stderr) == (0, "", "")
    text = target.read_text("utf-8")
    found = rows(text)
    caught, telling = found[DRAFT][found["kebijakan"].index("perubahan yang ketahuan")].split("/")
    assert int(caught) == int(telling) > 0
    before, after = found[DRAFT][-1].split(" → ")
    assert int(before) != int(after)
    assert "400 pemohon" in text and "Pasal 3 ayat (1) huruf c" in text
    assert len(text) < COMMENT_LIMIT


def test_no_text_of_a_policy_ends_its_block_or_opens_markup(policies: Path) -> None:
    change(policies, OLD, "paling_rendah: 18", "paling_rendah: 19")
    change(policies, OLD, "bunyi: ", "bunyi: ````</details><img src=x> ")
    text = perwal("review", "--policies", policies).stdout
    fence = ""
    for line in text.splitlines():
        if fence:
            fence = "" if line == fence else fence
        elif line.startswith("```"):
            fence = line.rstrip("abcdefghijklmnopqrstuvwxyz")
        else:
            assert "<img" not in line
    assert fence == ""
    assert "`````text" in text


@pytest.mark.parametrize(
    "arguments",
    [("--base", "tidak-ada"), ("--base", "--exec=x"), ("--base", "HEAD", "--old", "."), ("--old", "tidak-ada")],
)
def test_misuse_is_exit_2_with_a_way_out(arguments: tuple[str, ...], policies: Path) -> None:
    ended = perwal("review", *arguments, "--policies", policies)
    assert (ended.returncode, ended.stdout) == (2, "")
    assert "--old" in ended.stderr
    assert "Traceback" not in ended.stderr


def test_outside_a_repository_it_asks_for_an_old_folder(tmp_path: Path) -> None:
    root = tmp_path / "policies"
    put(root, *SHARED, f"{OLD}.yaml")
    ended = perwal("review", "--policies", root, GIT_CEILING_DIRECTORIES=str(tmp_path))
    assert ended.returncode == 2
    assert "--old" in ended.stderr


def test_the_hooks_are_commands_that_pass_on_the_shipped_policies() -> None:
    hooks = yaml.safe_load(Path(".pre-commit-hooks.yaml").read_text("utf-8"))
    assert [hook["id"] for hook in hooks] == ["perwal-check", "perwal-test"]
    for hook in hooks:
        words: list[str] = [*hook["entry"].split(), *hook["args"]]
        assert words[0] == "perwal" and hook["pass_filenames"] is False
        assert perwal(*words[1:]).returncode == 0
