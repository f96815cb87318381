"""The command `perwal`. Exit codes: 0 good, 1 faults found or nothing to answer with, 2 misuse.

A command's module is imported when it is the one that is asked for, so that a decision does not wait for Spark.
"""

from __future__ import annotations

import gc
import os
import sys
from functools import lru_cache
from importlib import import_module

import typer

COMMANDS = (
    "check", "test", "decide", "compare", "diff", "rows", "review", "new", "policies", "schema", "run", "month",
    "donors", "synth", "template", "explain", "verify", "demo", "serve",
)  # fmt: skip
"""Each is a function in the module of `api.commands` that has its name."""


@lru_cache
def app(names: tuple[str, ...] = COMMANDS) -> typer.Typer:
    """The commands of these names."""
    made = typer.Typer(
        add_completion=False,
        no_args_is_help=True,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        help="Peraturan wali kota sebagai kebijakan yang dapat dijalankan. Mayors' regulations as policies that run.",
    )
    made.callback()(lambda: None)  # with one command, too, its name is said
    for name in names:
        made.command(name)(getattr(import_module(f"api.commands.{name}"), name))
    return made


def main() -> None:
    """Entry point: output is UTF-8 wherever it goes, and a closed pipe is no fault."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    named = tuple(name for name in sys.argv[1:2] if name in COMMANDS)
    made = app(named or COMMANDS)
    gc.freeze()  # what is imported stays, and need not be looked through
    try:
        made()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(1)
    finally:
        gc.unfreeze()
