"""Which of the two languages a request asks for: `?lang=`, else Accept-Language, else Indonesian."""

from __future__ import annotations

from starlette.requests import Request

from engine.language.vocabulary import Language


def language_of(request: Request) -> Language:
    asked = request.query_params.get("lang")
    if asked in ("id", "en"):
        return "en" if asked == "en" else "id"
    for entry in request.headers.get("accept-language", "").split(","):
        tag = entry.split(";")[0].strip().lower()
        if tag[:2] in ("id", "en"):
            return "en" if tag[:2] == "en" else "id"
    return "id"
