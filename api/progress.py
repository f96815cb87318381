"""Bars on standard error for what takes long, and ends that leave nothing half done."""

from __future__ import annotations

import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

Reach = Callable[[str, int, int | None], None]
"""Told what is being done, how much of it is done, and how much there is in all (None: not known)."""


@contextmanager
def ended_like_an_interrupt() -> Iterator[None]:
    """A request to end the program leaves no half file either."""
    before = signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


@contextmanager
def bars() -> Iterator[Reach]:
    """A bar with a forecast for each thing being done, where standard error is a terminal; else nothing is shown."""
    console = Console(stderr=True)
    if not console.is_terminal:
        yield lambda *_: None
        return
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=console, transient=True) as progress:
        tasks = {}

        def reach(doing: str, done: int, total: int | None) -> None:
            if doing not in tasks:
                tasks[doing] = progress.add_task(doing, total=total)
            progress.update(tasks[doing], completed=done, total=total)

        yield reach
