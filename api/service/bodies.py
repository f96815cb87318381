"""Routes that take a JSON body: read whole but bounded, parsed strictly, validated, and given to the endpoint.

FastAPI would solve the endpoint's dependencies anew for every request, which costs more than a decision.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from fastapi import Request
from fastapi.exceptions import RequestValidationError
from fastapi.routing import APIRoute
from starlette.types import Receive, Scope, Send

from api.service.problems import Problem
from api.service.strict_json import parse

MAX_BODY = 64 * 1024
"""Bytes of a request body; the facts of one person take far less."""

_JSON = re.compile(rb"\s*application/([^/;]*\+)?json\s*(;|$)", re.IGNORECASE)


class BodyRoute(APIRoute):
    """A route whose endpoint is `async (body, request) -> Response`; what else FastAPI can inject is not for it."""

    async def handle(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["method"] not in (self.methods or ()):
            await super().handle(scope, receive, send)
            return
        headers = dict(scope["headers"])
        content = await _read(headers, receive)
        value = parse(content) if content and _JSON.match(headers.get(b"content-type", b"")) else None
        assert self.body_field
        body, faults = self.body_field.validate(value, loc=("body",))
        if faults:
            raise RequestValidationError(faults)
        response = await self.endpoint(body, Request(scope, receive))
        await response(scope, receive, send)


async def _read(headers: Mapping[bytes, bytes], receive: Receive) -> bytearray:
    """The body; a 413 problem by its announced length, or as soon as more has come than allowed."""
    announced = headers.get(b"content-length", b"0")
    if announced.isdigit() and int(announced) > MAX_BODY:
        raise Problem(413, "body-too-large")
    content = bytearray()
    more = True
    while more:
        message = await receive()
        if message["type"] == "http.disconnect":
            raise Problem(400, "body-unreadable")
        content += message.get("body", b"")
        if len(content) > MAX_BODY:
            raise Problem(413, "body-too-large")
        more = message.get("more_body", False)
    return content
