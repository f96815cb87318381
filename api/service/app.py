"""The service put together: routes, limits, errors, metrics, and documents that render without the network."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

from fastapi import FastAPI
from fastapi_offline import FastAPIOffline

import engine
from api.service.jobs.jobs import Jobs, Limits
from api.service.live import Live
from api.service.measures import Measured, Measures
from api.service.openapi import document
from api.service.problems import add_handlers
from api.service.room import Room
from api.service.routes import (
    comparisons,
    decisions,
    diffs,
    drafts,
    examinations,
    impacts,
    jobs,
    operations,
    policies,
    runs,
)
from api.service.whatifs import WhatIfs


def create_app(root: Path, *, watch_seconds: float | None = 1.0, limits: Limits | None = None) -> FastAPI:
    """The service over a policies folder; `watch_seconds` None: the folder is read once. `limits` are of its jobs."""
    live, measures, at_work = Live(root), Measures(), Jobs(root, limits or Limits())

    @contextlib.asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncIterator[None]:
        watcher = asyncio.create_task(live.watch(watch_seconds)) if watch_seconds else None
        yield
        if watcher:
            watcher.cancel()
        await asyncio.to_thread(at_work.close)

    app = FastAPIOffline(
        title="perwal",
        version=engine.__version__,
        summary="Peraturan wali kota sebagai kebijakan yang berjalan · Mayors' regulations as policies that run",
        description=_ABOUT,
        redoc_url=None,
        lifespan=lifespan,
        separate_input_output_schemas=False,
    )
    app.state.live, app.state.measures, app.state.what_ifs, app.state.jobs = live, measures, WhatIfs(), at_work
    app.state.room = Room()
    # As they are, since an included router is matched twice; and before the documents, since matched in order.
    app.router.routes[:0] = [route for module in _MODULES for route in module.router.routes]
    add_handlers(app)
    app.add_middleware(Measured, measures=measures)
    plain = app.openapi

    def openapi() -> dict[str, Any]:
        if app.openapi_schema is None:
            app.openapi_schema = document(plain(), live.now)
        return app.openapi_schema

    app.openapi = openapi  # type: ignore[method-assign]
    return app


_MODULES = (
    decisions,
    diffs,
    runs,
    impacts,
    comparisons,
    examinations,
    jobs,
    drafts,
    policies,
    operations,
)
_ABOUT = """\
Setiap versi peraturan kota adalah kebijakan yang memutus per pemohon: berhak atau tidak dan mengapa, serta uang siapa
yang membayar. Jawaban adalah rekomendasi; pejabat yang berwenang yang memutuskan.

Every version of a city's regulation is a policy that decides per applicant: eligible or not and why, and whose money
pays. An answer is a recommendation; the competent official decides. Errors are `application/problem+json` (RFC 9457).
"""
