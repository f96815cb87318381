"""Errors as `application/problem+json` (RFC 9457): code, path into the body, message; never the rejected value."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from http import HTTPStatus

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.responses import Response

from api.service.language import language_of
from engine.language.diagnostic import Diagnostic, Place
from engine.language.messages import fault_text
from engine.language.messages.requests import REQUEST_PROBLEMS
from engine.language.vocabulary import Language

MEDIA_TYPE = "application/problem+json"


class Problem(Exception):
    """A request that cannot be answered. `code` is of `messages.REQUEST_PROBLEMS`; paths of `faults` are pointers."""

    def __init__(self, status: int, code: str, faults: Iterable[Diagnostic] = (), **values: object) -> None:
        super().__init__(code)
        self.status = status
        self.code = code
        self.faults = tuple(faults)
        self.values = values


def pointer(parts: Sequence[object]) -> str:
    """A JSON pointer into the body (RFC 6901)."""
    return "".join("/" + str(part).replace("~", "~0").replace("/", "~1") for part in parts)


def as_form(problem: Problem, language: Language) -> dict[str, object]:
    sentence = REQUEST_PROBLEMS[problem.code]
    values = {key: str(value) for key, value in problem.values.items()}
    body: dict[str, object] = {
        "type": f"urn:perwal:problem:{problem.code}",
        "title": HTTPStatus(problem.status).phrase,
        "status": problem.status,
        "code": problem.code,
        "detail": sentence.say[language].format(**values),
    }
    if sentence.hint:
        body["hint"] = sentence.hint[language].format(**values)
    if problem.faults:
        body["errors"] = [_error(fault, language) for fault in problem.faults]
    return body


def as_response(problem: Problem, language: Language, headers: dict[str, str] | None = None) -> Response:
    body = as_form(problem, language)
    return Response(json.dumps(body, ensure_ascii=False), problem.status, headers, MEDIA_TYPE)


def _error(fault: Diagnostic, language: Language) -> dict[str, object]:
    message, hint = fault_text(fault, language)
    return {"path": fault.place.path, "code": fault.code, "message": message, **({"hint": hint} if hint else {})}


def add_handlers(app: FastAPI) -> None:
    """Every way a request can fail ends here, in the language asked."""

    async def problem(request: Request, error: Exception) -> Response:
        assert isinstance(error, Problem)
        return as_response(error, language_of(request), _HEADERS.get(error.code))

    async def invalid(request: Request, error: Exception) -> Response:
        assert isinstance(error, RequestValidationError)
        return as_response(Problem(422, "body-invalid", map(_fault, error.errors())), language_of(request))

    async def http(request: Request, error: Exception) -> Response:
        assert isinstance(error, HTTPException)
        code = _HTTP_CODES.get(error.status_code, "body-unreadable" if error.status_code < 500 else "internal")
        headers = dict(error.headers) if error.headers else None
        return as_response(Problem(error.status_code, code), language_of(request), headers)

    async def unforeseen(request: Request, _: Exception) -> Response:
        return as_response(Problem(500, "internal"), language_of(request))

    app.add_exception_handler(Problem, problem)
    app.add_exception_handler(RequestValidationError, invalid)
    app.add_exception_handler(HTTPException, http)
    app.add_exception_handler(Exception, unforeseen)


_HTTP_CODES = {400: "body-unreadable", 404: "no-such-page", 405: "no-such-method", 413: "body-too-large"}

_HEADERS = {"busy": {"retry-after": "5"}}
"""What a problem's answer says beside its body."""

_PYDANTIC = {
    "missing": "missing-field",
    "extra_forbidden": "unknown-field",
    "string_type": "expected-text",
    "bool_type": "expected-yes-no",
    "list_type": "expected-list",
    "dict_type": "expected-object",
    "model_attributes_type": "expected-object",
    "model_type": "expected-object",
    "literal_error": "unknown-choice",
    "too_long": "list-over-limit",
}


def _fault(entry: dict[str, object]) -> Diagnostic:
    """One complaint of pydantic in our words; its `input` is not looked at."""
    location = entry["loc"]
    assert isinstance(location, tuple)
    code = _PYDANTIC.get(str(entry["type"]), "wrong-value")
    where = Place(pointer(location[1:] if location and location[0] in ("body", "query", "path") else location))
    name = str(location[-1]) if location else ""
    return Diagnostic(code, where, {"name": name if code != "unknown-field" else name[:40]})
