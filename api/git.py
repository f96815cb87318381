"""What git knows of a policies folder: the folder as it was."""

from __future__ import annotations

import contextlib
import io
import subprocess
import tarfile
from pathlib import Path, PurePosixPath


class NoBase(Exception):
    """The folder is in no repository, or the repository does not have the revision."""


def folder_before(root: Path, base: str, work: Path) -> str:
    """Writes the policies files of where `base` and the checkout part into `work`; the commit. Raises NoBase."""
    top = _git(root, "rev-parse", "--show-toplevel").decode().strip()
    inside = root.resolve().relative_to(Path(top).resolve()).as_posix()
    commit = _git(root, "rev-parse", "--verify", "--end-of-options", f"{base}^{{commit}}").decode().strip()
    with contextlib.suppress(NoBase, IndexError):  # a shallow checkout has the revision and not where they part
        commit = _git(root, "merge-base", commit, "HEAD").decode().split()[0]
    tree = f"{commit}:{'' if inside == '.' else inside}"
    try:
        _git(root, "cat-file", "-e", tree)
    except NoBase:
        return commit
    with tarfile.open(fileobj=io.BytesIO(_git(Path(top), "archive", "--format=tar", tree))) as archive:
        for member in archive:
            name = PurePosixPath(member.name)
            content = archive.extractfile(member) if member.isfile() else None
            if content and name.suffix == ".yaml" and len(name.parts) <= 2 and ".." not in name.parts:
                target = work / name
                target.parent.mkdir(exist_ok=True)
                target.write_bytes(content.read())
    return commit


def _git(folder: Path, *arguments: str) -> bytes:
    """Raises NoBase with what git says."""
    try:
        ended = subprocess.run(["git", "-C", str(folder), *arguments], capture_output=True, check=False)
    except OSError as problem:
        raise NoBase(f"git: {problem.strerror}") from problem
    if ended.returncode:
        raise NoBase(ended.stderr.decode(errors="replace").strip().removeprefix("fatal: "))
    return ended.stdout
