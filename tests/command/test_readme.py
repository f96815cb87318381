"""The README's commands and Python example do what it says."""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

README = Path("README.md").read_text(encoding="utf-8")


def blocks(kind: str) -> list[str]:
    return re.findall(rf"```{kind}\n(.*?)```", README, flags=re.DOTALL)


COMMANDS = [line.split("#")[0].strip() for block in blocks("sh") for line in block.splitlines() if line.strip()]


@pytest.mark.parametrize("command", COMMANDS)
def test_each_command_of_the_readme_succeeds(command: str) -> None:
    program, *arguments = shlex.split(command)
    assert program == "perwal"
    ended = subprocess.run([sys.executable, "-m", "api", *arguments], capture_output=True, text=True, check=False)
    assert (ended.returncode, ended.stderr) == (0, "")
    assert ended.stdout.strip()


def test_the_python_example_prints_what_its_comment_says() -> None:
    (example,) = blocks("python")
    ended = subprocess.run([sys.executable, "-c", example], capture_output=True, text=True, check=True)
    assert ended.stdout.strip() == example.rsplit("# ", 1)[1].strip()


def test_the_policy_it_shows_is_in_the_shipped_file() -> None:
    (shown,) = blocks("yaml")
    assert shown.rstrip("\n") in Path("policies/pekalongan/2023-usulan.yaml").read_text(encoding="utf-8")


def test_every_file_it_links_to_exists() -> None:
    for target in re.findall(r"\]\(([^)#]+)\)", README):
        assert Path(target).exists(), target
