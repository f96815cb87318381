"""What all tests share: the shipped library, and how many random situations to try."""

from __future__ import annotations

import pytest
from hypothesis import settings

from engine.language.library import Library, load, shipped

settings.register_profile("perwal", deadline=None)  # no test asserts a time
settings.load_profile("perwal")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--situations", type=int, default=20_000, help="random situations to try in the property tests")


@pytest.fixture(scope="session")
def library() -> Library:
    return load(shipped())


@pytest.fixture(scope="session")
def situations(request: pytest.FixtureRequest) -> int:
    return int(request.config.getoption("--situations"))
