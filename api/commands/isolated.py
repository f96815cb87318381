"""A command run again in a child process, for what nobody has tried: a draft under the pen, a what-if."""

from __future__ import annotations

import os
import subprocess
import sys

import typer

from api.commands.options import stop
from api.terminal import say
from engine.language.vocabulary import Language

_CHILD = "PERWAL_CHILD"


def in_child(language: Language) -> None:
    """Runs the same command in a process of its own and ends with its exit code; nothing where this is that process."""
    if os.environ.get(_CHILD):
        return
    environment = {**os.environ, _CHILD: "1"}
    ended = subprocess.run([sys.executable, "-m", "api", *sys.argv[1:]], env=environment, check=False)
    if ended.returncode < 0:
        stop(say("crashed", language), 1)
    raise typer.Exit(ended.returncode)
