"""Services over the shipped policies, asked in this process, and a list for them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from api.service.app import create_app
from api.service.jobs.jobs import Limits
from engine.language.library import Library, shipped
from engine.registry.synth.columns import facts_read
from engine.registry.synth.files import write
from engine.registry.synth.registry import Request


@pytest.fixture(scope="session")
def client() -> Iterator[TestClient]:
    with TestClient(create_app(shipped(), watch_seconds=None), raise_server_exceptions=False) as client:
        yield client


@pytest.fixture(scope="session")
def registry(tmp_path_factory: pytest.TempPathFactory, library: Library) -> Path:
    """A synthetic list of Tegal with faulty rows, under the name that the service gives to a list."""
    path = tmp_path_factory.mktemp("daftar") / "daftar.csv"
    facts = facts_read(library.policies["tegal/2023"])
    write(Request("tegal", 3_000, date(2023, 6, 1), facts=facts), library.vocabulary, path, "csv", errors=0.02)
    return path


@pytest.fixture
def small() -> Iterator[Callable[..., TestClient]]:
    """Makes services with bounds of their own."""
    made: list[TestClient] = []

    def make(**limits: Any) -> TestClient:
        app = create_app(shipped(), watch_seconds=None, limits=Limits(**limits))
        made.append(TestClient(app, raise_server_exceptions=False).__enter__())
        return made[-1]

    yield make
    for client in made:
        client.__exit__(None, None, None)
