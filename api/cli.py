"""The command `perwal`. Exit codes: 0 good, 1 faults found or nothing to answer with, 2 misuse."""

from __future__ import annotations

import os
import sys

import typer

from api.commands import (
    check,
    compare,
    decide,
    demo,
    diff,
    donors,
    explain,
    month,
    new,
    policies,
    review,
    run,
    schema,
    serve,
    synth,
    template,
    test,
    verify,
)

app = typer.Typer(
    add_completion=False,
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    help="Peraturan wali kota sebagai kebijakan yang dapat dijalankan. Mayors' regulations as policies that run.",
)
for command in (
    check.check,
    test.test,
    decide.decide,
    compare.compare,
    diff.diff,
    review.review,
    new.new,
    policies.policies,
    schema.schema,
    run.run,
    month.month,
    donors.donors,
    synth.synth,
    template.template,
    explain.explain,
    verify.verify,
    demo.demo,
    serve.serve,
):
    app.command()(command)


def main() -> None:
    """Entry point: output is UTF-8 wherever it goes, and a closed pipe is no fault."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    try:
        app()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(1)
