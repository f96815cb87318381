"""Work of some seconds within a request: apart from the event loop's thread, so much at once, the rest refused."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import ParamSpec, TypeVar

from api.service.problems import Problem

P = ParamSpec("P")
T = TypeVar("T")


class Room:
    """Used from the event loop's thread only."""

    def __init__(self, at_once: int = 2, waiting: int = 8) -> None:
        self._most = at_once + waiting
        self._inside = 0
        self._places = asyncio.Semaphore(at_once)

    async def do(self, work: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """What the work returns, done in a thread. Raises Problem where too many wait already."""
        if self._inside >= self._most:
            raise Problem(429, "busy")
        self._inside += 1
        try:
            async with self._places:
                return await asyncio.to_thread(work, *args, **kwargs)
        finally:
            self._inside -= 1
