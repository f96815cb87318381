"""A service over the shipped policies, asked in this process."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from starlette.testclient import TestClient

from api.service.app import create_app
from engine.language.library import shipped


@pytest.fixture(scope="session")
def client() -> Iterator[TestClient]:
    with TestClient(create_app(shipped(), watch_seconds=None), raise_server_exceptions=False) as client:
        yield client
