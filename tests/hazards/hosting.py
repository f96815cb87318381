"""durable-rules' own `Host` for snippets in child processes, without the timer threads that it starts."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from durable.engine import Host

Action = Callable[[Any], None]


class QuietHost(Host):  # type: ignore[misc]
    """Starts no thread: how a program that must use a host stays clear of its timers."""

    def _run(self) -> None:
        return


def rules(**named: tuple[dict[str, Any], Action]) -> dict[str, Any]:
    """A ruleset of one rule on one message for each name, as `Host` takes it."""
    return {name: {"all": [{"m": condition}], "run": action} for name, (condition, action) in named.items()}
