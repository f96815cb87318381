"""Which of the two languages a request asks for: `?lang=`, else Accept-Language, else Indonesian."""

from __future__ import annotations

from functools import lru_cache
from urllib.parse import parse_qs

from starlette.requests import Request

from engine.language.vocabulary import Language


def language_of(request: Request) -> Language:
    header = next((value for name, value in request.scope["headers"] if name == b"accept-language"), b"")
    return _chosen(request.scope.get("query_string", b""), header)


@lru_cache(maxsize=1024)
def _chosen(query: bytes, header: bytes) -> Language:
    asked = parse_qs(query.decode("latin-1")).get("lang", [""])[-1]
    for tag in (asked, *header.decode("latin-1").split(",")):
        match tag.split(";")[0].strip().lower()[:2]:
            case "en":
                return "en"
            case "id":
                return "id"
    return "id"
