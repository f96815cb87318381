"""What FastAPI, pydantic and Jinja2 do by default, which the service and the pages stay clear of."""

from __future__ import annotations

import os

from fastapi import FastAPI
from jinja2 import Environment
from pydantic import BaseModel
from starlette.testclient import TestClient

JSON = {"content-type": "application/json"}


class Body(BaseModel):
    usia: int
    peserta: bool = False


def default_service() -> TestClient:
    app = FastAPI()

    @app.post("/")
    async def answer(body: Body) -> Body:
        return body

    return TestClient(app, raise_server_exceptions=False)


def test_a_rejected_value_is_repeated_to_whoever_sent_it() -> None:
    assert "3376011104790001x" in default_service().post("/", json={"usia": "3376011104790001x"}).text


def test_text_is_taken_for_a_number_and_a_number_for_a_truth() -> None:
    assert default_service().post("/", json={"usia": "1_000", "peserta": 1}).json() == {"usia": 1000, "peserta": True}


def test_the_last_of_two_equal_keys_wins_silently() -> None:
    assert default_service().post("/", content=b'{"usia": 1, "usia": 2}', headers=JSON).json()["usia"] == 2


def test_fifty_megabytes_are_read() -> None:
    body = b'{"usia": 1, "isi": "' + b"x" * 50_000_000 + b'"}'
    assert default_service().post("/", content=body, headers=JSON).status_code == 200


def test_not_a_number_breaks_the_default_answer_to_a_bad_body() -> None:
    assert default_service().post("/", content=b'{"usia": NaN}', headers=JSON).status_code == 500


def test_a_plain_template_reaches_the_operating_system() -> None:
    template = "{{ cycler.__init__.__globals__.os.getpid() }}"
    assert Environment(autoescape=True).from_string(template).render() == str(os.getpid())
