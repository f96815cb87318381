"""Which files are under review where somebody names files or folders."""

from __future__ import annotations

import shutil
from pathlib import Path

from engine.language.library import CASES, shipped
from engine.revision.review import named


def test_a_folder_stands_for_the_policies_in_it_be_it_a_citys_or_that_of_all_cities(tmp_path: Path) -> None:
    root = Path(shutil.copytree(shipped(), tmp_path / "policies"))
    policies = {path for path in root.glob("*/*.yaml") if path.parent.name != "nasional"}
    policies = {path for path in policies if not path.name.endswith(CASES)}
    every = named([root], root, shipped())
    assert {file.path for file in every.files} == policies and every.shared == ()
    assert {file.state for file in every.files} == {"same"}
    some = named([root / "tegal"], root, shipped())
    assert {file.path for file in some.files} == {path for path in policies if path.parent.name == "tegal"}
