"""A folder of results takes the place of earlier results, and of nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest

from engine.registry.target import Occupied, results_folder

MARK = "tanda-terima.json"


def written(target: Path, content: str) -> None:
    with results_folder(target, MARK) as (results, work):
        (results / MARK).write_text(content)
        (work / "sementara").write_text("x")


def test_earlier_results_are_replaced_and_nothing_else_is_left_behind(tmp_path: Path) -> None:
    target = tmp_path / "baru" / "hasil"
    for content in ("satu", "dua"):
        written(target, content)
        assert [path.name for path in target.iterdir()] == [MARK]
        assert (target / MARK).read_text() == content
        assert list(target.parent.iterdir()) == [target]


def test_results_that_break_off_leave_the_earlier_ones(tmp_path: Path) -> None:
    written(tmp_path / "hasil", "satu")
    with pytest.raises(FileNotFoundError), results_folder(tmp_path / "hasil", MARK) as (results, _):
        (results / "tiada" / MARK).write_text("dua")
    assert (tmp_path / "hasil" / MARK).read_text() == "satu"
    assert [path.name for path in tmp_path.iterdir()] == ["hasil"]


def test_whatever_else_is_there_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "hasil").mkdir()
    (tmp_path / "hasil" / "surat.txt").write_text("penting")
    for target in (tmp_path / "hasil", tmp_path / "hasil" / "surat.txt"):
        with pytest.raises(Occupied):
            written(target, "satu")
    assert (tmp_path / "hasil" / "surat.txt").read_text() == "penting"


@pytest.mark.parametrize("name", [".", "", "../hasil", ".."])
def test_the_folder_one_stands_in_is_not_replaced(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    written(tmp_path / "hasil", "satu")
    (tmp_path / MARK).write_text("satu")
    monkeypatch.chdir(tmp_path / "hasil")
    with pytest.raises(Occupied):
        written(Path(name), "dua")
    assert Path(MARK).read_text() == "satu"


def test_work_that_goes_on_in_this_process_is_not_disturbed(tmp_path: Path) -> None:
    with results_folder(tmp_path / "hasil", MARK) as (results, _):
        with pytest.raises(FileExistsError):
            written(tmp_path / "hasil", "dua")
        (results / MARK).write_text("satu")
    assert (tmp_path / "hasil" / MARK).read_text() == "satu"
