"""schemathesis over the whole OpenAPI document: no server error, and every answer as documented."""

from __future__ import annotations

from typing import Any

import schemathesis
from hypothesis import HealthCheck, settings
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from api.service.app import create_app
from api.service.jobs.uploads import TYPES
from engine.language.library import shipped

schemathesis.serializer.alias(
    [kind for kind in TYPES if kind.endswith(("sheet", "parquet"))], "application/octet-stream"
)
schema = schemathesis.openapi.from_asgi("/openapi.json", create_app(shipped(), watch_seconds=None))


@schema.parametrize()
@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True)
def test_no_request_the_document_allows_or_forbids_breaks_the_service(case: schemathesis.Case[Any]) -> None:
    case.call_and_validate(
        checks=[
            schemathesis.checks.not_a_server_error,
            status_code_conformance,
            content_type_conformance,
            response_schema_conformance,
        ]
    )
